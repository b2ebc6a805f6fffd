"""Connections to a desk file, with the pragmas that every one of them needs."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimdesk.domain.errors import ClaimdeskError, DamagedDesk, DeskBusy, DeskError, OutputError
from claimdesk.i18n import _, sort_key

APPLICATION_ID = 0x434C4D44  # "CLMD"

WRITER_PATIENCE = 10.0
"""Seconds that a writer waits for another program's lock before it says so."""

_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)


def connect(path: Path, *, patience: float = WRITER_PATIENCE) -> sqlite3.Connection:
    """A connection that writes; transactions are begun by hand. 'patience' in seconds."""
    connection = sqlite3.connect(
        path, timeout=patience, isolation_level=None, check_same_thread=False
    )
    return _prepare(connection, ("PRAGMA journal_mode = WAL", *_PRAGMAS))


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. In WAL mode it never waits for a writer; a read-only
    medium, where WAL cannot work, is read as it stands."""
    try:
        return _prepare(_open_uri(path, "mode=rw", patience=0.1), (*_PRAGMAS, _ONLY_READ))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NO_WAY_TO_WRITE:
            raise
        return _prepare(_open_uri(path, "immutable=1", patience=0.1), (*_PRAGMAS, _ONLY_READ))


_ONLY_READ = "PRAGMA query_only = ON"
_NO_WAY_TO_WRITE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def _open_uri(path: Path, options: str, *, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{options}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )


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
    connection.create_collation("dictionary", _dictionary)
    return connection


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _dictionary(one: str, other: str) -> int:
    first, second = sort_key(one), sort_key(other)
    return (first > second) - (first < second)


class Reader:
    """Runs the queries of store.queries on a connection of its own. Each call leaves no
    transaction open, so that it never holds up a checkpoint."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = connect_to_read(path)
        except sqlite3.Error as error:
            raise explain(error, path) from error

    def __call__(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Any]:
        """All rows of a query; parameters are named."""
        try:
            return self._connection.execute(sql, parameters or {}).fetchall()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self("PRAGMA data_version")[0][0])

    def close(self) -> None:
        self._connection.close()


def is_busy(error: BaseException) -> bool:
    """Whether SQLite said that another connection holds the lock."""
    return isinstance(error, sqlite3.OperationalError) and (
        error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    )


def explain(error: sqlite3.Error, path: Path) -> ClaimdeskError:
    """What a failure of SQLite means to a person."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = path.name
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
