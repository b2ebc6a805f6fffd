"""The tables of the search index, as they stand in a file's schema; asked at every start, so
nothing is loaded for it.
"""

GROUPS = ("claim", "note", "source", "text", "correction", "question")
"""The groups of domain.search."""

STATE = "search_state"

_STATE_TABLE = f"CREATE TABLE {STATE} (part TEXT PRIMARY KEY, done INTEGER NOT NULL)"
_TABLE = (
    "CREATE VIRTUAL TABLE {table} USING fts5(words, parts, tokenize = 'ascii', "
    "prefix = '2 3', columnsize = 0)"
)
_INSIDE = (
    "CREATE TABLE '{table}_data'(id INTEGER PRIMARY KEY, block BLOB)",
    "CREATE TABLE '{table}_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "CREATE TABLE '{table}_content'(id INTEGER PRIMARY KEY, c0, c1)",
    "CREATE TABLE '{table}_config'(k PRIMARY KEY, v) WITHOUT ROWID",
)


def table(group: str) -> str:
    """The name of a group's table."""
    return f"search_{group}"


def inside(name: str) -> tuple[str, ...]:
    """The tables that FTS5 makes inside one of the index's."""
    return tuple(f"{name}_{part}" for part in ("data", "idx", "content", "config"))


CREATED = (_STATE_TABLE, *(_TABLE.format(table=table(group)) for group in GROUPS))
"""What makes the index."""

STATEMENTS = frozenset(
    {
        *CREATED,
        *(part.format(table=table(group)) for group in GROUPS for part in _INSIDE),
    }
)
"""What then stands in the schema: CREATED, and what FTS5 makes inside."""


def is_of_index(name: str) -> bool:
    """Whether a table is one of the index's."""
    return name == STATE or name.startswith(tuple(table(group) for group in GROUPS))
