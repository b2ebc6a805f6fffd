"""Lists of the whole desk: what makes them quick, kept in step with the rows, and the reading of
them. Whatever of it is missing or half built costs time, never a wrong list.
"""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.errors import Stopped
from claimdesk.domain.history import ADDED
from claimdesk.domain.status import Status
from claimdesk.store.queries import listing
from claimdesk.store.queries.listing import Order
from claimdesk.store.queries.read import id_list, portions
from claimdesk.store.queries.watch import last_event
from claimdesk.store.sqlite import list_tables
from claimdesk.store.sqlite.connection import Reader, connect, explain
from claimdesk.store.sqlite.list_tables import ORDER, STATE

COMPLETE = 1 << 62
"""The mark of a table that is built: claims to come are behind none."""
FIRST = 200
"""How many claims are told before the others."""

_BATCH = 5_000
_STRIDE = 4_096
_FOLLOWED = {
    "claim": frozenset({"statement", "number", "article", "figures", "aside", ADDED}),
    "anchor": frozenset({"claim", "revision", "start", "end", "aside", ADDED}),
    "evidence": frozenset({"claim", "source", "aside", ADDED}),
    "note": frozenset({"claim", "role", "aside", ADDED}),
    "revision": frozenset({"article", "number", "aside", ADDED}),
    "source": frozenset({"aside"}),
}
"""Which fields of which table make rows of ORDER old."""
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


# kept in step


def make(connection: sqlite3.Connection, done: int = 0) -> None:
    """Make the tables, empty; 'done' is COMPLETE for a desk that is empty, too."""
    for statement in (*list_tables.TABLES, *list_tables.INDEXES):
        connection.execute(statement)
    connection.execute(f"INSERT INTO {STATE} VALUES (?)", (done,))


def mark(connection: sqlite3.Connection) -> int | None:
    """Up to which claim ORDER is built; None where there is none."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (STATE,)).fetchall():
        return None
    held = connection.execute(f"SELECT done FROM {STATE}").fetchone()
    return int(held[0]) if held else None


def follow(connection: sqlite3.Connection, changed: Iterable[tuple[str, str, str]]) -> None:
    """Take changes in, inside their transaction: table, public id and field of each."""
    touched: dict[str, set[str]] = defaultdict(set)
    for entity, row, name in changed:
        if name in _FOLLOWED.get(entity, ()):
            touched[entity].add(row)
    if not touched or (done := mark(connection)) is None:
        return
    claims: set[int] = set()
    for entity, rows in touched.items():
        for some in portions(rows, 400):
            asked = _CLAIMS_OF[entity].format(names=", ".join("?" * len(some)))
            claims.update(row[0] for row in connection.execute(asked, some) if row[0])
    _take(connection, sorted(claim for claim in claims if claim <= done))


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
    try:
        with closing(connect(path)) as connection:
            if mark(connection) is None:
                _make_anew(connection)
            last = connection.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0]
            while not stopped() and (done := mark(connection) or 0) < COMPLETE:
                progress(min(done, last), last)
                _build_on(connection, done)
            return (mark(connection) or 0) >= COMPLETE
    except sqlite3.Error as error:
        raise explain(error, path) from error


def _make_anew(connection: sqlite3.Connection) -> None:
    """The indexes come first, each in a transaction of its own: edits come between."""
    for statement in (*list_tables.TABLES, *list_tables.INDEXES):
        with suppress(sqlite3.OperationalError):  # it is there, from a build that was stopped
            connection.execute(statement)
    connection.execute(f"INSERT INTO {STATE} SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM {STATE})")


def _build_on(connection: sqlite3.Connection, done: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        asked = "SELECT id FROM claim WHERE id > ? ORDER BY id LIMIT ?"
        claims = [row[0] for row in connection.execute(asked, (done, _BATCH))]
        _take(connection, claims)
        reached = claims[-1] if len(claims) == _BATCH else COMPLETE
        connection.execute(f"UPDATE {STATE} SET done = ?", (reached,))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def rebuild(path: Path) -> None:
    """Throw the table away and build it anew."""
    try:
        with closing(connect(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for name in (STATE, ORDER):
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise explain(error, path) from error
    build(path)


def differing(connection: sqlite3.Connection) -> int:
    """How many claims ORDER has otherwise than the desk, as far as it is built."""
    if (done := mark(connection)) is None:
        return 0
    wanted = f"{_ROWS} AND c.id <= {min(done, COMPLETE)}"
    [(count,)] = connection.execute(
        f"""SELECT count(DISTINCT claim) FROM (
            SELECT * FROM (SELECT * FROM {ORDER} EXCEPT {wanted})
            UNION ALL SELECT * FROM ({wanted} EXCEPT SELECT * FROM {ORDER}))"""
    ).fetchall()
    return int(count)


# read


@dataclass(frozen=True, slots=True)
class Loaded:
    """A list as it was right after an event; of one that is not whole yet only the first ids
    are there, and 'count' says how many there will be."""

    event: int
    ids: "array[int]"
    count: int
    counts: dict[Status, int] = field(default_factory=dict)
    total: int = 0


def load(
    path: Path,
    chosen: ClaimFilter,
    sort: ClaimSort,
    *,
    tell: Callable[[Loaded], None] = lambda _first: None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Loaded | None:
    """Read a list of the whole desk; 'tell' gets its beginning as soon as that is known with the
    count of all. None where it was stopped."""
    try:
        with Reader(path) as reader:
            reader.stop_when(stopped)
            with reader.at_one_moment():
                return _load(reader, chosen, sort, tell, progress)
    except Stopped:
        return None


def _load(
    read: Reader,
    chosen: ClaimFilter,
    sort: ClaimSort,
    tell: Callable[[Loaded], None],
    progress: Callable[[int, int], None],
) -> Loaded:
    event, ids, count = last_event(read), array("q"), None
    is_quick = _is_counted_quickly(chosen)
    sql, parameters = _query(read, chosen, sort)
    found: Counter[str] = Counter()
    for rows in read.some_at_a_time(sql, parameters, _STRIDE):
        ids.extend([row[0] for row in rows])
        if is_quick and count is None:
            count = listing.claim_count(read, chosen)
            tell(Loaded(event, ids[:FIRST], count))
        elif not is_quick:
            found.update([row[1] for row in rows])
        progress(len(ids), count or 0)
    if is_quick or chosen.statuses:
        counts = listing.status_counts(read, chosen)
    else:
        counts = {Status(status): number for status, number in found.items()}
    total = listing.claim_count(read, ClaimFilter()) if chosen.is_narrowed else len(ids)
    return Loaded(event, ids, len(ids), counts, total)


def _query(read: Reader, chosen: ClaimFilter, sort: ClaimSort) -> tuple[str, dict[str, object]]:
    """SQLite knows not how many claims pass, and takes any index for a short cut: where each
    claim has to be looked at, it is told to go through them as they lie in the file."""
    met, parameters = listing.conditions(chosen)
    order = _ranked(sort) or (_kept_order(sort) if is_complete(read) else None)
    if chosen == ClaimFilter() and order is not None and order.joined == _JOINED:
        return f"SELECT o.claim FROM {ORDER} o ORDER BY {order.sql}", {}
    claims = "claim c" if _is_found_by_index(chosen) else "claim c NOT INDEXED"
    order = order or listing.order_of(sort)
    if order.joined == _JOINED and not _is_found_by_index(chosen):
        order = order._replace(joined=f"CROSS {order.joined}")
    sql = f"SELECT c.id, c.status FROM {claims} {order.joined} WHERE {met} ORDER BY {order.sql}"
    return sql, parameters


def is_complete(read: Reader) -> bool:
    """Whether all that makes lists quick is there."""
    known = read("SELECT 1 FROM sqlite_schema WHERE name = :name", {"name": STATE})
    return bool(known and read(f"SELECT 1 FROM {STATE} WHERE done >= {COMPLETE}"))


_JOINED = f"JOIN {ORDER} o ON o.claim = c.id"
_BY_PERSON = """JOIN (SELECT p.id, dense_rank() OVER (ORDER BY dictionary_key(p.name)) AS place
    FROM person p UNION ALL SELECT NULL, 0) b ON b.id IS c.changed_by"""
_BY_TITLE = """JOIN (SELECT t.id, dense_rank() OVER (ORDER BY dictionary_key(t.title)) AS place
    FROM article t) b ON b.id = c.article"""


def _ranked(sort: ClaimSort) -> Order | None:
    """The same order as listing's, with names put in order once, not for each claim."""
    joined = {ClaimColumn.CHANGED_BY: _BY_PERSON, ClaimColumn.ARTICLE: _BY_TITLE}.get(sort.column)
    return Order(listing.by_column("b.place", sort.descending), joined) if joined else None


def _kept_order(sort: ClaimSort) -> Order | None:
    """The same order as listing's, by what is kept for it."""
    if sort.column is ClaimColumn.PASSAGE:
        terms = listing.by_passage("o.gone", "o.start", 'o."end"', sort.descending, "o")
        return Order(terms, _JOINED)
    if sort.column in _KEPT:
        return Order(listing.by_column(f"o.{sort.column}", sort.descending, "o"), _JOINED)
    return None


_KEPT = frozenset(
    {ClaimColumn.STATEMENT, ClaimColumn.FIGURES, ClaimColumn.SOURCES, ClaimColumn.NOTES}
)


def _is_found_by_index(chosen: ClaimFilter) -> bool:
    """Whether all claims are meant, or an index leads to those that are."""
    led = (
        chosen.statuses,
        chosen.kinds,
        chosen.worthiness,
        chosen.people,
        chosen.changed,
        chosen.articles,
        chosen.tags,
    )
    return any(led) or not chosen.is_narrowed


def _is_counted_quickly(chosen: ClaimFilter) -> bool:
    """Whether an index answers, instead of each claim."""
    rest = replace(
        chosen,
        statuses=frozenset(),
        kinds=frozenset(),
        worthiness=frozenset(),
        people=frozenset(),
        changed=None,
    )
    return not rest.is_narrowed
