"""A desk that is open for writing: works, checkpoints, copies."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from claimdesk.domain.draft import Jotting
from claimdesk.domain.erasure import NAMED
from claimdesk.domain.errors import ClaimdeskError, DeskBusy, NotFound, Refused, Stopped
from claimdesk.domain.history import Changes, Message
from claimdesk.domain.person import Person
from claimdesk.i18n import _
from claimdesk.paths import installation
from claimdesk.store.pace import Pace
from claimdesk.store.sqlite import backup, desk_file, schema
from claimdesk.store.sqlite.connection import LOOKED_AFTER, WRITER_PATIENCE, Reader, explain
from claimdesk.store.sqlite.place import Place

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from claimdesk.store.work import Work


class Edit(Protocol):
    """One thing that a user can do to a desk. 'apply' writes through the work and says what
    was done; an edit whose work changed nothing leaves no event."""

    def apply(self, work: "Work") -> Message:
        """Write, or raise Refused or NotFound with a sentence."""
        ...


def create_desk(path: Path, *, title: str, sample: bool = False) -> None:
    """Make a new desk by the migrations; FileExistsError where something is there already."""
    from claimdesk.store import migrate  # the ORM, only when it is needed

    try:
        migrate.create(path, title=title, sample=sample)
    except Exception as error:
        raise _understood(error, path) from error


def open_desk(path: Path) -> Path | None:
    """Make sure that a file is a desk of this version, migrating an older one after a checked
    backup, whose path is returned. Raises a DeskError; a refused file stays untouched."""
    version = desk_file.inspect(path)
    if version == schema.newest_version():
        return None
    from claimdesk.store import migrate

    return migrate.bring_up_to_date(path, version)


class Store:
    """Writes to a desk through one connection, from one thread. Making it costs the import of
    the ORM; 'patience' is how many seconds an edit waits for another program's lock."""

    def __init__(self, path: Path, *, patience: float = WRITER_PATIENCE) -> None:
        from claimdesk.store.engine import engine

        self.path = path
        self._patience = patience
        self._engine: Engine = engine(path, patience=patience)
        self._place: Place | None = None
        self._unscrubbed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _value: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def warm_up(self) -> None:
        """Load the ORM and open the file, so that the first edit is as quick as the next."""
        import claimdesk.store.work

        with self._engine.connect():
            assert claimdesk.store.work

    def run(self, edit: Edit, person: Person, pace: Pace | None = None) -> Changes:
        """Carry an edit out as one transaction and one event; empty where it changed nothing.
        Raises Stopped, with the desk as it was, where the pace said so in time."""
        pace = pace or Pace()
        try:
            changes = self._run(edit, person, pace)
        except Exception as error:
            # SQLite, interrupted, may have left the transaction, so that what follows fails.
            if pace.is_stopped and not isinstance(error, Stopped):
                raise Stopped from error
            raise
        if NAMED in changes.entities:
            self._unscrubbed = True
            with suppress(ClaimdeskError):  # the edit is stored; the next pause tries again
                self.checkpoint()
        return changes

    def _run(self, edit: Edit, person: Person, pace: Pace) -> Changes:
        with self._work(person, pace) as work:
            with pace.within(0, 0.5):
                message = edit.apply(work)
            with pace.within(0.5, 1):
                return work.conclude(message)

    def jot(self, jottings: Sequence[Jotting], person: Person) -> None:
        """Keep a person's words while they are being typed, or forget them."""
        from claimdesk.store import drafts

        with self._transaction() as connection:
            drafts.jot(connection, installation(), person, jottings)

    @contextmanager
    def _work(self, person: Person, pace: Pace | None = None) -> "Iterator[Work]":
        from claimdesk.store.work import Work

        pace = pace or Pace()
        with self._transaction() as connection:
            raw = _driver(connection)
            raw.set_progress_handler(lambda: pace.is_stopped, LOOKED_AFTER)
            try:
                yield Work(connection, installation(), person, pace)
            finally:
                raw.set_progress_handler(None, 0)

    @contextmanager
    def _transaction(self) -> "Iterator[Connection]":
        """Committed on leaving the block, rolled back on any exception."""
        try:
            with self._engine.begin() as connection:
                self._check_place()
                yield connection
        except ClaimdeskError:
            raise
        except Exception as error:
            raise _understood(error, self.path) from error

    def checkpoint(self) -> bool:
        """Move the write-ahead log into the file, so that a plain copy of it is whole. Leaves it
        where it is while somebody reads, since an edit must not wait for that; whether it is
        whole now. Where words were erased, the file is written anew first, so that they are in
        none of its bytes."""
        from sqlalchemy.exc import DBAPIError

        try:
            raw = self._raw()
            raw.execute("PRAGMA busy_timeout = 200")
            try:
                if self._unscrubbed:
                    raw.execute("VACUUM")
                # Exhausted, for a cursor half read would itself hold the log up.
                [(busy, *_pages)] = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.execute(f"PRAGMA busy_timeout = {int(self._patience * 1000)}")
        except (sqlite3.Error, DBAPIError) as error:
            said = _understood(error, self.path)
            if not isinstance(said, DeskBusy):
                raise said from error
            return False
        self._unscrubbed = self._unscrubbed and bool(busy)
        return not busy

    def close(self) -> None:
        """Checkpoint where that can be done, and let go of the file; edits are safe in the log."""
        try:
            with suppress(ClaimdeskError):
                self.checkpoint()
        finally:
            self._engine.dispose()

    def _check_place(self) -> None:
        if self._place is None:
            self._place = Place(self.path)
        self._place.check()

    def _raw(self) -> sqlite3.Connection:
        with self._engine.connect() as connection:
            return _driver(connection)


def copy_desk(desk: Path | Reader, target: Path) -> None:
    """Save a whole, checked copy of a desk; see store.sqlite.backup.copy."""
    backup.copy(desk, target)


def _driver(connection: "Connection") -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def _understood(error: BaseException, path: Path) -> Exception:
    """The sentence for a failure of the database; anything else stays what it is."""
    from sqlalchemy.exc import DBAPIError, IntegrityError

    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, UnicodeEncodeError):
        return Refused(_("This text holds signs that cannot be stored; type it anew."))
    if isinstance(error, IntegrityError):
        if cause.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            return NotFound(_("What was to be changed is not in this desk (any more)."))
        return Refused(
            _("This does not fit what the desk holds by now: {reason}.").format(reason=cause)
        )
    if isinstance(cause, sqlite3.Error):
        return explain(cause, path)
    assert isinstance(error, Exception)
    return error


__all__ = ["DeskBusy", "Edit", "Reader", "Store", "copy_desk", "create_desk", "open_desk"]
