"""Is this file a desk, and may it be opened? Answered before anything is written to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from claimdesk.domain.errors import (
    ForeignSchema,
    NewerDesk,
    NotADesk,
    NotFound,
    OutputError,
    reason,
)
from claimdesk.i18n import _
from claimdesk.store.sqlite import schema
from claimdesk.store.sqlite.connection import APPLICATION_ID, connect_to_read, explain
from claimdesk.store.sqlite.place import is_held

_MAGIC = b"SQLite format 3\0"
_MARK = slice(68, 72)
"""Where a file's header holds the application id (https://www.sqlite.org/fileformat.html)."""


def inspect(path: Path) -> int:
    """The schema version of a desk file that is fit to be opened.

    Raises NotFound, NotADesk, NewerDesk, ForeignSchema, DamagedDesk or OutputError, each one
    sentence; the file stays untouched.
    """
    _check_header(path)
    try:
        with closing(connect_to_read(path)) as connection:
            return _check(connection, path)
    except sqlite3.Error as error:
        raise explain(error, path) from error


def _check_header(path: Path) -> None:
    """Another program's file is not even opened: SQLite would clean up behind that program. One
    that we have open ourselves is a desk, and must not be touched (see place)."""
    if is_held(path):
        return
    try:
        with path.open("rb") as file:
            header = file.read(_MARK.stop)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(_("There is no desk at “{path}”.").format(path=path)) from None
    except IsADirectoryError:
        raise _not_a_desk(path) from None
    except OSError as error:
        raise OutputError(
            _("“{path}” cannot be read: {reason}.").format(path=path, reason=reason(error))
        ) from error
    if not header.startswith(_MAGIC) or header[_MARK] != APPLICATION_ID.to_bytes(4):
        raise _not_a_desk(path)


def _check(connection: sqlite3.Connection, path: Path) -> int:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID or version < 1:
        raise _not_a_desk(path)
    if version > schema.newest_version():
        raise NewerDesk(
            _(
                "“{name}” was made by a newer Claimdesk; install the newest version to open it."
            ).format(name=path.name)
        )
    if names := schema.foreign(connection, version):
        raise ForeignSchema(
            _(
                "“{name}” holds parts that are not Claimdesk’s ({parts}), so it was not opened; "
                "ask whoever sent it for a clean copy."
            ).format(name=path.name, parts=", ".join(names[:3]))
        )
    return version


def _not_a_desk(path: Path) -> NotADesk:
    return NotADesk(
        _("“{name}” is not a Claimdesk desk; choose a file that Claimdesk made.").format(
            name=path.name
        )
    )
