"""What makes lists of the whole desk quick, as it stands in a file's schema: indexes, and tables
of what claims are put in order by where that is no column of theirs. All of it is derived, stands
outside the migrations, and may be missing; asked at every start, so nothing is loaded for it.
"""

from claimdesk.domain.status import Status

STATE = "list_state"
ORDER = "list_order"
TITLE = "list_title"

_STEPS = " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(Status))
_STATE_TABLE = f"CREATE TABLE {STATE} (done INTEGER NOT NULL)"
_ORDER_TABLE = (
    f"CREATE TABLE {ORDER} (claim INTEGER PRIMARY KEY, article INTEGER NOT NULL, "
    'number INTEGER NOT NULL, gone INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER '
    "NOT NULL, statement TEXT NOT NULL, figures TEXT NOT NULL, sources INTEGER NOT NULL, "
    "notes INTEGER NOT NULL)"
)
TITLE_TABLE = f"CREATE TABLE {TITLE} (article INTEGER PRIMARY KEY, title TEXT NOT NULL)"
_OF_CLAIMS = {
    "status": "status",
    "scale": f"CASE status {_STEPS} END",
    "kind": "kind",
    "worthiness": "check_worthiness",
    "person_changed": "changed_by, changed_at",
    "changed": "changed_at",
    "as_of": "coalesce(as_of, '')",
}
_KEYS = ("statement", "figures", "sources", "notes")
"""Columns of ORDER that lists are sorted by."""

_WAITING = (
    "CREATE INDEX list_anchor_waiting ON anchor (claim, revision, origin) "
    "WHERE NOT aside AND confirmed_at IS NULL AND origin IN ('reworded', 'fact_changed')"
)

_INDEXES = (
    "CREATE INDEX list_claim_number ON claim (number, article DESC) WHERE NOT aside",
    *(
        f"CREATE INDEX list_claim_{name} ON claim ({by}, article DESC, number) WHERE NOT aside"
        for name, by in _OF_CLAIMS.items()
    ),
    _WAITING,
    f"CREATE UNIQUE INDEX list_title_order ON {TITLE} (title, article DESC)",
    f'CREATE INDEX list_order_passage ON {ORDER} (article DESC, gone, start, "end" DESC, number)',
    *(f"CREATE INDEX list_order_{key} ON {ORDER} ({key}, article DESC, number)" for key in _KEYS),
)
STATEMENTS = (_STATE_TABLE, _ORDER_TABLE, TITLE_TABLE, *_INDEXES)
"""What makes them, in order, and what then stands in the schema."""

TABLES = frozenset({STATE, ORDER, TITLE})

RETIRED = {
    "list_claim_person": (
        "CREATE INDEX list_claim_person ON claim (changed_by, article DESC, number) WHERE NOT aside"
    )
}
"""What desks of a version before may still have, by its name."""


def name_of(statement: str) -> str:
    """What one of STATEMENTS makes."""
    words = statement.split()
    return words[words.index("INDEX" if "INDEX" in words else "TABLE") + 1]
