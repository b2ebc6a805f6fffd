"""Connections to a desk file, with the pragmas that every one of them needs."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from claimdesk.domain.errors import (
    ClaimdeskError,
    DamagedDesk,
    DeskBusy,
    DeskError,
    OutputError,
    Stopped,
)
from claimdesk.i18n import _, sort_key
from claimdesk.store.sqlite.place import Holding, Place

APPLICATION_ID = 0x434C4D44  # "CLMD"

WRITER_PATIENCE = 10.0
"""Seconds that a writer waits for another program's lock before it says so."""

LOOKED_AFTER = 50_000
"""Steps of SQLite's machine, a few milliseconds, after which it is asked whether to stop."""

_TO_WRITE = ("PRAGMA journal_mode = WAL", "PRAGMA secure_delete = ON")
_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)


def connect(path: Path, *, patience: float = WRITER_PATIENCE) -> sqlite3.Connection:
    """A connection that writes to a file that is there; transactions are begun by hand.
    'patience' in seconds."""
    connection = _open_uri(path, "mode=rw", patience=patience)
    return _prepare(
        connection, ("PRAGMA journal_mode = WAL", "PRAGMA secure_delete = ON", *_PRAGMAS)
    )


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. In WAL mode it never waits for a writer; a read-only
    medium, where WAL cannot work, is read as it stands."""
    try:
        return _prepare(_open_uri(path, "mode=rw", patience=0.1), (*_PRAGMAS, _ONLY_READ))
    except sqlite3.OperationalError as error:
        if _code(error) not in _NO_WAY_TO_WRITE:
            raise
        return _prepare(
            _open_uri(path, "mode=ro&immutable=1", patience=0.1), (*_PRAGMAS, _ONLY_READ)
        )


_ONLY_READ = "PRAGMA query_only = ON"
_NO_WAY_TO_WRITE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def _open_uri(path: Path, options: str, *, patience: float) -> Holding:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{options}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
        factory=Holding,
    )
    connection.hold(path)
    return connection


def _prepare(connection: sqlite3.Connection, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    try:
        for pragma in pragmas:
            connection.execute(pragma).fetchall()
        # The schema itself is first read here, so that a file that cannot be opened fails now.
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    # SQLite's own lower() knows ASCII only, and it has no dictionary order.
    connection.create_function("lower", 1, _lower, deterministic=True)
    connection.create_function("dictionary_key", 1, _dictionary_key, deterministic=True)
    return connection


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _dictionary_key(value: Any) -> Any:
    return "\0".join(sort_key(value)) if isinstance(value, str) else value


class Reader:
    """Runs the queries of store.queries on a connection of its own. Each call leaves no
    transaction open, so that it never holds up a checkpoint."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = connect_to_read(path)
        except sqlite3.Error as error:
            raise explain(error, path) from error
        self._place = Place(path)
        self._stopped: Callable[[], bool] = lambda: False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __call__(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Any]:
        """All rows of a query; parameters are named."""
        try:
            return self._connection.execute(sql, parameters or {}).fetchall()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def some_at_a_time(
        self, sql: str, parameters: Mapping[str, Any], stride: int
    ) -> Iterator[list[Any]]:
        """A query's rows, so many at a time: a million at once would take 100 MB."""
        try:
            cursor = self._connection.execute(sql, parameters)
            while rows := cursor.fetchmany(stride):
                yield rows
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def stop_when(self, stopped: Callable[[], bool]) -> None:
        """Have queries end with Stopped as soon as this is so."""
        self._stopped = stopped
        self._connection.set_progress_handler(stopped, LOOKED_AFTER)

    @contextmanager
    def for_a_while(self, seconds: float) -> Iterator[None]:
        """Inside the block they end so as well once this thread has worked that long."""
        stopped, until = self._stopped, time.thread_time() + seconds
        self._connection.set_progress_handler(
            lambda: stopped() or time.thread_time() > until, LOOKED_AFTER
        )
        try:
            yield
        finally:
            self.stop_when(stopped)

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Inside the block all queries see the desk as it is at the first of them."""
        self("BEGIN")
        try:
            yield
        finally:
            self("ROLLBACK")

    def check_place(self) -> None:
        """Raise Misplaced where the file is no longer the one that this reader has open."""
        self._place.check()

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy what this reader sees, also where its file has gone."""
        self._connection.backup(target)

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self("PRAGMA data_version")[0][0])

    def close(self) -> None:
        self._connection.close()


def is_busy(error: BaseException) -> bool:
    """Whether SQLite said that another connection holds the lock."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: BaseException) -> int:
    """SQLite's primary result code; 0 where Python's module itself found the fault."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def explain(error: sqlite3.Error, path: Path) -> ClaimdeskError:
    """What a failure of SQLite means to a person."""
    code = _code(error)
    name = path.name
    if code == sqlite3.SQLITE_INTERRUPT:
        return Stopped()
    if is_busy(error):
        return DeskBusy(
            _("Another program is writing to “{name}”; try again in a moment.").format(name=name)
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedDesk(
            _("“{name}” is damaged and cannot be read; open a backup of it.").format(name=name)
        )
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return OutputError(
            _(
                "“{name}” cannot be written: the disk is full or fails; nothing was changed. "
                "Make room and try again."
            ).format(name=name)
        )
    if code in _NO_WAY_TO_WRITE:
        return OutputError(
            _(
                "“{name}” cannot be written here: check that its folder is there and may be "
                "written to."
            ).format(name=name)
        )
    return DeskError(
        _("“{name}” cannot be used: {reason}.").format(name=name, reason=str(error).rstrip("."))
    )
