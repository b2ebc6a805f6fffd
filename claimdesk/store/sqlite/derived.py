"""What is derived from the rows is built and thrown away by connections and transactions of its
own, not by those of edits.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from claimdesk.store.sqlite.connection import connect, explain


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that writes; what SQLite complains of inside the block becomes a sentence."""
    try:
        with closing(connect(path)) as connection:
            yield connection
    except sqlite3.Error as error:
        raise explain(error, path) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Committed on leaving the block, rolled back on any exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def at_risk(
    connection: sqlite3.Connection, give_up: Callable[[sqlite3.Connection], None]
) -> Iterator[None]:
    """Inside an edit's transaction: where what is derived proves damaged, the block is taken back
    and it is given up, to be built anew later. No edit fails over it."""
    connection.execute("SAVEPOINT derived")
    try:
        yield
    except sqlite3.DatabaseError as error:
        connection.execute("ROLLBACK TO derived")
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BROKEN:
            raise
        give_up(connection)
    finally:
        connection.execute("RELEASE derived")


_BROKEN = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CONSTRAINT)
