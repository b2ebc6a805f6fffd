"""The tables of the overview's counts, as they stand in a file's schema; asked at every start, so
nothing is loaded for it.
"""

from claimdesk.store.queries.read import Read

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

PART = "claim"
COMPLETE = 1 << 62
"""The mark of counts that are built: claims to come are behind none."""


def mark(read: Read) -> int | None:
    """Up to which claim the counts are built; None where there are none."""
    known = ", ".join(f"'{name}'" for name in TABLES)
    there = read(f"SELECT count(*) FROM sqlite_schema WHERE name IN ({known})")
    if there[0][0] != len(TABLES):
        return None
    rows = read(f"SELECT done FROM {STATE} WHERE part = '{PART}'")
    return int(rows[0][0]) if rows else None


def is_complete(read: Read) -> bool:
    """Whether every claim is counted."""
    return (mark(read) or 0) >= COMPLETE
