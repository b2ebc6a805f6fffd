"""The overview's counts: derived from rows and history, outside the migrations like the search
index, and at any time built anew.

How many claims of an article have which status (and how many of them matter most); by how many
that differs each day; which claims are inaccurate or false, and since when; how often a source is
used, each day and ever. A mark says up to which claim they are built; see counting for how edits
are taken in.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from claimdesk.store.queries.read import Read
from claimdesk.store.sqlite import count_tables
from claimdesk.store.sqlite.count_tables import (
    COMPLETE,
    DAY,
    PART,
    SOURCE,
    STATE,
    STATUS,
    WRONG,
    is_complete,
    mark,
)
from claimdesk.store.sqlite.derived import opened, transaction
from claimdesk.store.sqlite.tally import Tally, Wrong, tally

BATCH = 2_000
"""How many claims one transaction takes up."""


def make(connection: sqlite3.Connection, done: int = 0) -> None:
    """Make the tables, empty; 'done' is COMPLETE for a desk that is empty, too."""
    for statement in count_tables.CREATED:
        connection.execute(statement)
    connection.execute(f"INSERT INTO {STATE} VALUES (?, ?)", (PART, done))


def drop(connection: sqlite3.Connection) -> None:
    """Take the tables away, inside a transaction."""
    for name in count_tables.TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")


# added to


def reading(connection: sqlite3.Connection) -> Read:
    """Runs queries on a bare connection."""
    return lambda sql, parameters=None: connection.execute(sql, parameters or {}).fetchall()


def give_up(connection: sqlite3.Connection) -> None:
    """Let the counts be built anew, all of them."""
    connection.execute(f"DELETE FROM {STATE}")


def delete_wrong(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Claims that are not wrong, or no longer."""
    connection.executemany(f"DELETE FROM {WRONG} WHERE claim = ?", [(one,) for one in claims])


def add(connection: sqlite3.Connection, counted: Tally, wrong: Iterable[Wrong]) -> None:
    """Add to the counts; what comes to nothing leaves no row."""
    claims = [
        (*key, counted.claims[key], counted.important[key])
        for key in {*counted.claims, *counted.important}
        if counted.claims[key] or counted.important[key]
    ]
    _upsert(connection, STATUS, ("article", "status"), ("claims", "important"), claims)
    days = [(*key, count) for key, count in counted.days.items() if count]
    _upsert(connection, DAY, ("archived", "day", "status"), ("claims",), days)
    uses = [(*key, count) for key, count in counted.sources.items() if count]
    _upsert(connection, SOURCE, ("archived", "day", "source"), ("uses",), uses)
    connection.executemany(
        f"INSERT OR REPLACE INTO {WRONG} VALUES (?, ?, ?, ?, ?)", [tuple(one) for one in wrong]
    )


def _upsert(
    connection: sqlite3.Connection,
    table: str,
    keys: tuple[str, ...],
    counts: tuple[str, ...],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    names = (*keys, *counts)
    added = ", ".join(f"{name} = {name} + excluded.{name}" for name in counts)
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {added}",
        rows,
    )
    if any(row[len(keys)] < 0 for row in rows):
        matched = " AND ".join(f"{name} = ?" for name in keys)
        connection.executemany(
            f"DELETE FROM {table} WHERE {matched} AND {counts[0]} = 0",
            [row[: len(keys)] for row in rows],
        )


# built


def build(
    path: Path,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> bool:
    """Build what is missing, a batch a transaction, so that edits come between and a stop loses
    little; whether all is counted now."""
    with opened(path) as connection:
        if mark(reading(connection)) is None:
            with transaction(connection):
                drop(connection)
                make(connection)
        every = connection.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0]
        while not stopped() and (reached := _build_on(connection)) is not None:
            progress(min(reached, every), every)
        return is_complete(reading(connection))


def _build_on(connection: sqlite3.Connection) -> int | None:
    """One more batch; None where all is counted."""
    with transaction(connection):
        done = mark(reading(connection))
        if done is None or done >= COMPLETE:
            return None
        counted = Tally()
        last = _tally_batch(connection, done, COMPLETE, counted) or COMPLETE
        add(connection, counted, counted.wrong.values())
        connection.execute(f"UPDATE {STATE} SET done = ?", (last,))
        return last


def _tally_batch(connection: sqlite3.Connection, after: int, most: int, into: Tally) -> int:
    upper = connection.execute(
        "SELECT max(id) FROM (SELECT id FROM claim WHERE id > ? AND id <= ? ORDER BY id LIMIT ?)",
        (after, most, BATCH),
    ).fetchone()[0]
    if upper is None:
        return 0
    return tally(connection, "c.id > ? AND c.id <= ?", (after, upper), into)


def rebuild(path: Path) -> None:
    """Throw the counts away and build them anew."""
    with opened(path) as connection, transaction(connection):
        drop(connection)
    build(path)


# looked after


def differing(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows of each table are otherwise than rows and history say, as far as they are
    built."""
    done = mark(reading(connection))
    if done is None:
        return {}
    counted, after = Tally(), 0
    while after := _tally_batch(connection, after, done, counted):
        pass
    claims = {key: (n, counted.important[key]) for key, n in counted.claims.items() if n}
    wanted: dict[str, dict[Any, Any]] = {
        STATUS: claims,
        DAY: {key: (n,) for key, n in counted.days.items() if n},
        WRONG: {claim: tuple(one[1:]) for claim, one in counted.wrong.items()},
        SOURCE: {key: (n,) for key, n in counted.sources.items() if n},
    }
    keys = {STATUS: 2, DAY: 3, WRONG: 1, SOURCE: 3}
    found = {
        name: _different(connection.execute(f"SELECT * FROM {name}"), rows, keys[name])
        for name, rows in wanted.items()
    }
    return {name: count for name, count in found.items() if count}


def _different(held: Iterable[tuple[Any, ...]], wanted: dict[Any, Any], key: int) -> int:
    wrong = 0
    for row in held:
        place = row[:key] if key > 1 else row[0]
        wrong += wanted.pop(place, None) != tuple(row[key:])
    return wrong + len(wanted)
