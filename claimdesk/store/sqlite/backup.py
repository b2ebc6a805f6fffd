"""Copies of a desk by SQLite's backup API: whole, checked, and put in place in one step."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from claimdesk.domain.errors import DamagedDesk, DeskBusy, OutputError, reason
from claimdesk.i18n import _
from claimdesk.store.sqlite.connection import Reader, connect_to_read, explain, is_busy

Stopped = Callable[[], bool]
"""Asked now and then whether the work is to be left."""

_PAGES, _STEPS = 500, 100_000
"""After so many pages copied, or steps of SQLite's machine, it is asked."""

_ALONE_WITHIN = 1.0
"""Seconds in which somebody who just looks at a desk is through."""


class Interrupted(Exception):
    """The copy was left undone, as it was asked to."""


def copy(desk: Path | Reader, target: Path, stopped: Stopped | None = None) -> None:
    """Copy a desk to a new file, also while it is written to; what a reader sees can be copied
    even where its file has gone.

    The copy is checked before it takes its place; an existing target is never overwritten.
    Raises OutputError, DamagedDesk or Interrupted, and then leaves nothing behind.
    """
    if target.exists():
        raise OutputError(
            _("“{name}” is there already; choose another name.").format(name=target.name)
        )
    source = desk.path if isinstance(desk, Reader) else desk
    part = target.with_name(f".{target.name}.part")
    try:
        with suppress(FileNotFoundError):
            part.unlink()
        _copy_pages(desk, part, stopped)
        _check(part, source, stopped)
        put(part, target)
    except sqlite3.Error as error:
        if stopped is not None and stopped():
            raise Interrupted from error
        damaged = isinstance(explain(error, source), DamagedDesk)
        raise explain(error, source if damaged else target) from error
    except OSError as error:
        raise OutputError(
            _("“{path}” cannot be written: {reason}.").format(path=target, reason=reason(error))
        ) from error
    finally:
        for leftover in (part, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                leftover.unlink()


def put(part: Path, target: Path) -> None:
    """Give a finished file its name, never over another that came meanwhile (FileExistsError)."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system that has no hard links
        if target.exists():
            raise FileExistsError(target) from None
        part.replace(target)
    else:
        part.unlink()


def overwrite(desk: Path, kept: Path) -> None:
    """Put the content of a copy into the desk's own file, in one transaction of SQLite: a kill
    leaves the one or the other, and whoever waits for the desk finds the new one.

    Raises DeskBusy where another program has the desk open, DamagedDesk where it is damaged.
    """
    try:
        with closing(sqlite3.connect(desk, timeout=0, isolation_level=None)) as target:
            _have_alone(target, desk)
            with closing(connect_to_read(kept)) as source:
                source.backup(target)
    except sqlite3.Error as error:
        raise explain(error, desk) from error


def prove(kept: Path) -> None:
    """Check a backup before it is used; DamagedDesk where it is not whole."""
    try:
        with closing(connect_to_read(kept)) as connection:
            sound = not problems(connection)
    except sqlite3.Error:
        sound = False
    if not sound:
        raise DamagedDesk(_("This backup is damaged itself; choose another one."))


def _have_alone(target: sqlite3.Connection, desk: Path) -> None:
    """Lock everybody else out until the connection is closed. In WAL mode a program that only
    has the desk open holds no lock that a transaction would meet; leaving that mode meets it."""
    target.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    end = time.monotonic() + _ALONE_WITHIN
    while not (alone := _has_left_wal(target)) and time.monotonic() < end:
        time.sleep(0.05)
    if not alone:
        raise DeskBusy(
            _(
                "“{name}” is open in another program, so it was not restored; close it there and "
                "try again."
            ).format(name=desk.name)
        )
    target.execute("BEGIN EXCLUSIVE")
    target.execute("COMMIT")


def _has_left_wal(target: sqlite3.Connection) -> bool:
    """Whether nobody else has the file open; SQLite does not wait for that by itself."""
    try:
        [(mode,)] = target.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite3.OperationalError as error:
        if not is_busy(error):
            raise
        return False
    return bool(mode == "delete")


def _copy_pages(desk: Path | Reader, part: Path, stopped: Stopped | None) -> None:
    def progress(_status: int, _remaining: int, _total: int) -> None:
        if stopped is not None and stopped():
            raise Interrupted

    with closing(sqlite3.connect(part)) as target:
        if isinstance(desk, Reader):
            desk.copy_to(target)
        else:
            with closing(connect_to_read(desk)) as source:
                # One look at the desk for all steps, or each edit meanwhile would begin them anew.
                source.execute("BEGIN")
                source.execute("SELECT count(*) FROM sqlite_schema").fetchall()
                source.backup(target, pages=_PAGES if stopped else -1, progress=progress)
        # A copy in WAL mode would need two side files; as a single file it can be mailed.
        target.execute("PRAGMA journal_mode = DELETE").fetchall()


def _check(part: Path, desk: Path, stopped: Stopped | None) -> None:
    with closing(sqlite3.connect(part)) as copied:
        copied.set_progress_handler(stopped, _STEPS)
        if problems(copied):
            raise DamagedDesk(
                _(
                    "“{name}” is damaged, so no backup of it was made; run “claimdesk doctor”."
                ).format(name=desk.name)
            )


def problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own checks find: broken pages, and rows that refer to nothing."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [
        f"{row[0]} {row[1]}: {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")
    ]
    return found
