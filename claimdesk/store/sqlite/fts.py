"""The search index: full text that is derived from the rows, stands outside the migrations, and
can be built anew at any time.

Each kind of thing found has a table of its own, so that the newest hits of each come at once.
What is indexed is folded here and not by SQLite, whose folding knows no ß and no compounds:
'words' holds a row's words, 'parts' the ends of long ones. A mark says up to which row a table
is built; rows behind it are taken up when the building comes to them.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from claimdesk.domain.history import ADDED
from claimdesk.domain.search import Group, folded, parts
from claimdesk.store.queries.read import Read
from claimdesk.store.sqlite import search_tables
from claimdesk.store.sqlite.derived import at_risk, opened, transaction
from claimdesk.store.sqlite.search_tables import STATE, table

COMPLETE = 1 << 62
"""The mark of a table that is built: rows to come are behind none."""

_NAMED = 400
"""How many rows one statement names."""


class _Indexed(NamedTuple):
    entity: str
    columns: tuple[str, ...]
    batch: int

    @property
    def rows(self) -> str:
        texts = ", ".join(f"x.{name}" for name in self.columns)
        if self.entity == "article":
            texts += (
                ", (SELECT r.text FROM revision r WHERE r.article = x.id AND NOT r.aside "
                "ORDER BY r.number DESC LIMIT 1)"
            )
        return f"SELECT x.id, x.aside, {texts} FROM {self.entity} x"


_INDEXED = {
    Group.CLAIM: _Indexed("claim", ("statement", "attributed_to"), 2000),
    Group.NOTE: _Indexed("note", ("text", "said_by"), 2000),
    Group.SOURCE: _Indexed("source", ("title", "author", "publisher", "summary", "remark"), 1000),
    Group.TEXT: _Indexed("article", ("title", "author"), 50),
    Group.CORRECTION: _Indexed("correction", ("old_wording", "new_wording", "why", "reason"), 1000),
    Group.QUESTION: _Indexed("question", ("text", "answer", "name"), 1000),
}
_FOLLOWED = {
    **{
        held.entity: (group, "id", frozenset({*held.columns, "aside", ADDED}))
        for group, held in _INDEXED.items()
    },
    "revision": (Group.TEXT, "article", frozenset({"text", "aside", ADDED})),
}
"""Which fields of which table make which row of the index old."""


def make(connection: sqlite3.Connection, done: int = 0) -> None:
    """Make the index, empty; 'done' is COMPLETE for a desk that is empty, too."""
    for statement in search_tables.CREATED:
        connection.execute(statement)
    for group in Group:
        connection.execute(f"INSERT INTO {STATE} VALUES (?, ?)", (group.value, done))


def drop(connection: sqlite3.Connection) -> None:
    """Take the index away, inside a transaction. A table that is damaged inside FTS5 does not
    even let go of itself: its parts are made whole first, empty."""
    for group in Group:
        name = table(group)
        try:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        except sqlite3.DatabaseError:
            _empty(connection, name)
            connection.execute(f"DROP TABLE {name}")
    connection.execute(f"DROP TABLE IF EXISTS {STATE}")


def _empty(connection: sqlite3.Connection, name: str) -> None:
    """Put the insides of an empty table into the place of damaged ones."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        for statement in search_tables.CREATED:
            fresh.execute(statement)
        for inside in search_tables.inside(name):
            connection.execute(f"DROP TABLE IF EXISTS {inside}")
            made = fresh.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (inside,))
            connection.execute(made.fetchone()[0])
            rows = fresh.execute(f"SELECT * FROM {inside}").fetchall()
            for row in rows:
                connection.execute(f"INSERT INTO {inside} VALUES ({_marks(row)})", row)


def marks(connection: sqlite3.Connection) -> dict[Group, int]:
    """Up to which row each group is built; empty where there is no index."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (STATE,)).fetchall():
        return {}
    held = dict(connection.execute(f"SELECT part, done FROM {STATE}").fetchall())
    return {group: int(held[group]) for group in Group if group in held}


def is_there(read: Read) -> bool:
    """Whether there is an index that can be asked."""
    rows = read("SELECT count(*) FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE search_%'")
    return int(rows[0][0]) == len(Group)


def is_complete(connection: sqlite3.Connection) -> bool:
    """Whether all that the desk holds is found."""
    held = marks(connection)
    return all(held.get(group, 0) >= COMPLETE for group in Group)


# kept in step


def follow(
    connection: sqlite3.Connection,
    changed: Iterable[tuple[str, str, str]],
    *,
    erased: bool,
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Take changes in, inside their transaction: table, public id and field of each; 'tick' is
    called between portions. Where words were erased, they leave the index's inside, too. An index
    that is damaged is given up and built anew later: no edit fails over it."""
    touched: dict[Group, set[tuple[str, str, str]]] = defaultdict(set)
    for entity, row, field in changed:
        group, key, fields = _FOLLOWED.get(entity, (None, "", frozenset()))
        if group is not None and field in fields:
            touched[group].add((entity, key, row))
    if not touched:
        return
    held = marks(connection)
    if not held:
        return
    with at_risk(connection, _give_up):
        for group, names in touched.items():
            _take(connection, group, _rows(connection, names), held.get(group, 0), tick)
            if erased:
                name = table(group)
                connection.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")


def _give_up(connection: sqlite3.Connection) -> None:
    connection.execute(f"DELETE FROM {STATE}")


def _rows(connection: sqlite3.Connection, names: Iterable[tuple[str, str, str]]) -> list[int]:
    by_table: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity, key, row in names:
        by_table[entity, key].append(row)
    found: set[int] = set()
    for (entity, key), rows in by_table.items():
        for start in range(0, len(rows), _NAMED):
            some = rows[start : start + _NAMED]
            asked = f"SELECT {key} FROM {entity} WHERE public_id IN ({_marks(some)})"
            found.update(row[0] for row in connection.execute(asked, some))
    return sorted(found)


def _take(
    connection: sqlite3.Connection,
    group: Group,
    rows: Sequence[int],
    done: int,
    tick: Callable[[], None],
) -> None:
    """Index these rows anew, but for those that the building has yet to come to."""
    name, built = table(group), [row for row in rows if row <= done]
    for start in range(0, len(built), _NAMED):
        tick()
        some = built[start : start + _NAMED]
        connection.executemany(f"DELETE FROM {name} WHERE rowid = ?", [(row,) for row in some])
        asked = f"{_INDEXED[group].rows} WHERE x.id IN ({_marks(some)})"
        _put(connection, group, connection.execute(asked, some).fetchall())


def _put(
    connection: sqlite3.Connection, group: Group, rows: Iterable[Sequence[str | int | None]]
) -> None:
    connection.executemany(
        f"INSERT INTO {table(group)}(rowid, words, parts) VALUES (?, ?, ?)",
        [(row[0], *entry(row[2:])) for row in rows if not row[1]],
    )


def entry(texts: Sequence[str | int | None]) -> tuple[str, str]:
    """What the index holds of a row's texts: its words, and the ends of the long ones. A
    word that nobody types keeps a phrase from reaching from one text into the next."""
    each = [folded(str(text)) for text in texts if text]
    ends = dict.fromkeys(end for words in each for word in words for end in parts(word))
    return " ¶ ".join(" ".join(words) for words in each), " ".join(ends)


def _marks(items: Sequence[object]) -> str:
    return ", ".join("?" * len(items))


# built


def build(
    path: Path,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> bool:
    """Build what of the index is missing, a batch a transaction, so that edits come between and
    a stop loses little; whether it is complete now."""
    with opened(path) as connection:
        return _build(connection, progress, stopped)


def _build(
    connection: sqlite3.Connection,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> bool:
    if set(marks(connection)) != set(Group):
        with transaction(connection):
            drop(connection)
            make(connection)
    counts = _counts(connection)
    done = 0
    for group in Group:
        while not stopped():
            rows = _build_on(connection, group)
            if rows is None:
                break
            done += rows * _weight(group)
            progress(min(done, counts), counts)
    return is_complete(connection)


def _weight(group: Group) -> int:
    """An article's text takes as long as so many claims."""
    return 30 if group is Group.TEXT else 1


def _counts(connection: sqlite3.Connection) -> int:
    held = marks(connection)
    return sum(
        _weight(group)
        * int(
            connection.execute(
                f"SELECT count(*) FROM {indexed.entity} WHERE id > ?", (held[group],)
            ).fetchone()[0]
        )
        for group, indexed in _INDEXED.items()
    )


def _build_on(connection: sqlite3.Connection, group: Group) -> int | None:
    """One more batch; None where the group is built."""
    with transaction(connection):
        done = marks(connection).get(group, COMPLETE)
        if done >= COMPLETE:
            return None
        indexed = _INDEXED[group]
        asked = f"{indexed.rows} WHERE x.id > ? ORDER BY x.id LIMIT ?"
        rows = connection.execute(asked, (done, indexed.batch)).fetchall()
        _put(connection, group, rows)
        reached = rows[-1][0] if len(rows) == indexed.batch else COMPLETE
        connection.execute(f"UPDATE {STATE} SET done = ? WHERE part = ?", (reached, group.value))
        return len(rows)


def rebuild(path: Path) -> None:
    """Throw the index away and build it anew."""
    with opened(path) as connection, transaction(connection):
        drop(connection)
    build(path)


# looked after


def differing(connection: sqlite3.Connection) -> dict[Group, int]:
    """How many rows of each group the index has otherwise than the desk, as far as it is built."""
    found: dict[Group, int] = {}
    for group, done in marks(connection).items():
        wrong = _wrong(connection, group, done)
        if wrong:
            found[group] = wrong
    return found


def _wrong(connection: sqlite3.Connection, group: Group, done: int) -> int:
    wrong = 0
    indexed = _INDEXED[group]
    rows = connection.execute(
        f"SELECT s.words, s.parts, x.* FROM ({indexed.rows}) x "
        f"LEFT JOIN {table(group)} s ON s.rowid = x.id WHERE x.id <= ?",
        (done,),
    )
    there = 0
    for words, ends, _row, aside, *texts in rows:
        wanted = (None, None) if aside else entry(texts)
        there += words is not None
        wrong += (words, ends) != wanted
    every = connection.execute(f"SELECT count(*) FROM {table(group)}").fetchone()[0]
    return wrong + int(every) - there
