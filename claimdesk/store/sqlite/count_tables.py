"""The tables of the overview's counts, as they stand in a file's schema; asked at every start, so
nothing is loaded for it.
"""

STATE = "count_state"
STATUS, DAY, WRONG, SOURCE = "count_status", "count_day", "count_wrong", "count_source"

CREATED = (
    f"CREATE TABLE {STATE} (part TEXT PRIMARY KEY, done INTEGER NOT NULL)",
    (
        f"CREATE TABLE {STATUS} (article INTEGER, status TEXT, claims INTEGER NOT NULL, "
        "important INTEGER NOT NULL, PRIMARY KEY (article, status)) WITHOUT ROWID"
    ),
    (
        f"CREATE TABLE {DAY} (archived INTEGER, day TEXT, status TEXT, claims INTEGER NOT NULL, "
        "PRIMARY KEY (archived, day, status)) WITHOUT ROWID"
    ),
    (
        f"CREATE TABLE {WRONG} (claim INTEGER PRIMARY KEY, article INTEGER NOT NULL, "
        "kind TEXT NOT NULL, status TEXT NOT NULL, day TEXT NOT NULL)"
    ),
    (
        f"CREATE TABLE {SOURCE} (archived INTEGER, day TEXT, source INTEGER, "
        "uses INTEGER NOT NULL, PRIMARY KEY (archived, day, source)) WITHOUT ROWID"
    ),
)
"""What makes them, and what then stands in the schema."""

TABLES = frozenset({STATE, STATUS, DAY, WRONG, SOURCE})
