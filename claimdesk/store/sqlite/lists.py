"""What makes lists of the whole desk quick, kept in step with the rows. Whatever of it is missing
or half built costs time, never a wrong list.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from claimdesk.domain.history import ADDED
from claimdesk.store.queries import listing
from claimdesk.store.queries.read import Read, id_list, portions
from claimdesk.store.sqlite import list_tables
from claimdesk.store.sqlite.derived import opened, transaction
from claimdesk.store.sqlite.list_tables import ORDER, STATE, TITLE

COMPLETE = 1 << 62
"""The mark of a table that is built: claims to come are behind none."""
_BATCH = 5_000
_FOLLOWED = {
    "claim": frozenset({"statement", "number", "article", "figures", "aside", ADDED}),
    "anchor": frozenset({"claim", "revision", "start", "end", "aside", ADDED}),
    "evidence": frozenset({"claim", "source", "aside", ADDED}),
    "note": frozenset({"claim", "role", "aside", ADDED}),
    "revision": frozenset({"article", "number", "aside", ADDED}),
    "source": frozenset({"aside"}),
    "article": frozenset({"title", ADDED}),
}
"""Which fields of which table make rows of ORDER old; those of articles, rows of TITLE."""
_CLAIMS_OF = {
    "claim": "SELECT x.id FROM claim x WHERE x.public_id IN ({names})",
    "revision": """SELECT c.id FROM revision x JOIN claim c ON c.article = x.article
        WHERE x.public_id IN ({names})""",
    "source": """SELECT e.claim FROM source x JOIN evidence e ON e.source = x.id
        WHERE x.public_id IN ({names})""",
    **{
        table: f"SELECT x.claim FROM {table} x WHERE x.public_id IN ({{names}})"
        for table in ("anchor", "evidence", "note")
    },
}
_ROWS = f"""SELECT c.id, c.article, c.number, a.start IS NULL, coalesce(a.start, 0),
    coalesce(a."end", 0), {listing.STATEMENT_KEY}, c.figures,
    {listing.SOURCE_COUNT.format(more="")}, {listing.NOTE_COUNT.format(role=listing.NO_LEAD)}
FROM claim c {listing.NEWEST_ANCHOR} WHERE NOT c.aside"""
_TITLES = "SELECT t.id, dictionary_key(t.title) FROM article t"


# kept in step


def make(connection: sqlite3.Connection, done: int = 0) -> None:
    """Make the tables, empty; 'done' is COMPLETE for a desk that is empty, too."""
    for statement in list_tables.STATEMENTS:
        connection.execute(statement)
    connection.execute(f"INSERT INTO {STATE} VALUES (?)", (done,))


def mark(connection: sqlite3.Connection) -> int | None:
    """Up to which claim ORDER is built; None where there is none."""
    if not _has(connection, STATE):
        return None
    held = connection.execute(f"SELECT done FROM {STATE}").fetchone()
    return int(held[0]) if held else None


def _has(connection: sqlite3.Connection, name: str) -> bool:
    asked = "SELECT 1 FROM sqlite_schema WHERE name = ?"
    return bool(connection.execute(asked, (name,)).fetchall())


def follow(connection: sqlite3.Connection, changed: Iterable[tuple[str, str, str]]) -> None:
    """Take changes in, inside their transaction: table, public id and field of each."""
    touched: dict[str, set[str]] = defaultdict(set)
    for entity, row, name in changed:
        if name in _FOLLOWED.get(entity, ()):
            touched[entity].add(row)
    if not touched or (done := mark(connection)) is None:
        return
    _take_titles(connection, touched.pop("article", ()))
    claims: set[int] = set()
    for entity, rows in touched.items():
        for some in portions(rows, 400):
            asked = _CLAIMS_OF[entity].format(names=", ".join("?" * len(some)))
            claims.update(row[0] for row in connection.execute(asked, some) if row[0])
    _take(connection, sorted(claim for claim in claims if claim <= done))


def _take_titles(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    if articles and _has(connection, TITLE):
        connection.executemany(
            f"INSERT OR REPLACE INTO {TITLE} {_TITLES} WHERE t.public_id = ?",
            [(article,) for article in articles],
        )


def _take(connection: sqlite3.Connection, claims: Sequence[int]) -> None:
    for some in portions(claims):
        connection.execute(f"DELETE FROM {ORDER} WHERE claim IN ({id_list(some)})")
        connection.execute(f"INSERT INTO {ORDER} {_ROWS} AND c.id IN ({id_list(some)})")


# built


def build(
    path: Path,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> bool:
    """Build what is missing, a batch a transaction, so that edits come between and a stop loses
    little; whether it is complete now."""
    with opened(path) as connection:
        _make_missing(connection)
        last = connection.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0]
        while not stopped() and (done := mark(connection) or 0) < COMPLETE:
            progress(min(done, last), last)
            _build_on(connection, done)
        return (mark(connection) or 0) >= COMPLETE


def _make_missing(connection: sqlite3.Connection) -> None:
    """What is not there yet, from a build that was stopped or from a version before; each index
    in a transaction of its own, so that edits come between."""
    for statement in list_tables.STATEMENTS:
        if not _has(connection, list_tables.name_of(statement)):
            with transaction(connection):
                connection.execute(statement)
                if statement == list_tables.TITLE_TABLE:
                    connection.execute(f"INSERT INTO {TITLE} {_TITLES}")
    for name in list_tables.RETIRED:
        connection.execute(f"DROP INDEX IF EXISTS {name}")
    connection.execute(f"INSERT INTO {STATE} SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM {STATE})")


def _build_on(connection: sqlite3.Connection, done: int) -> None:
    with transaction(connection):
        asked = "SELECT id FROM claim WHERE id > ? ORDER BY id LIMIT ?"
        claims = [row[0] for row in connection.execute(asked, (done, _BATCH))]
        _take(connection, claims)
        reached = claims[-1] if len(claims) == _BATCH else COMPLETE
        connection.execute(f"UPDATE {STATE} SET done = ?", (reached,))


def rebuild(path: Path) -> None:
    """Throw the tables away and build them anew."""
    with opened(path) as connection, transaction(connection):
        for name in list_tables.TABLES:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
    build(path)


def is_complete(read: Read) -> bool:
    """Whether all that makes lists quick is there."""
    known = ", ".join(f"'{list_tables.name_of(one)}'" for one in list_tables.STATEMENTS)
    there = read(f"SELECT count(*) FROM sqlite_schema WHERE name IN ({known})")
    return there[0][0] == len(list_tables.STATEMENTS) and bool(
        read(f"SELECT 1 FROM {STATE} WHERE done >= {COMPLETE}")
    )


def differing(connection: sqlite3.Connection) -> int:
    """How many claims are put in order otherwise than the desk has them, as far as that is
    built."""
    if (done := mark(connection)) is None:
        return 0
    wanted = f"{_ROWS} AND c.id <= {min(done, COMPLETE)}"
    differ = "SELECT {key} FROM (SELECT * FROM (SELECT * FROM {table} EXCEPT {wanted}) "
    differ += "UNION ALL SELECT * FROM ({wanted} EXCEPT SELECT * FROM {table}))"
    wrong = differ.format(key="claim", table=ORDER, wanted=wanted)
    if _has(connection, TITLE):
        articles = differ.format(key="article", table=TITLE, wanted=_TITLES)
        wrong += f" UNION SELECT id FROM claim WHERE NOT aside AND article IN ({articles})"
    [(count,)] = connection.execute(f"SELECT count(*) FROM ({wrong})").fetchall()
    return int(count)
