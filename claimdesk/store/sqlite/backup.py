"""Copies of a desk by SQLite's backup API: whole, checked, and put in place in one step."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from claimdesk.domain.errors import DamagedDesk, OutputError, reason
from claimdesk.i18n import _
from claimdesk.store.sqlite.connection import Reader, connect_to_read, explain


def copy(desk: Path | Reader, target: Path) -> None:
    """Copy a desk to a new file, also while it is written to; what a reader sees can be copied
    even where its file has gone.

    The copy is checked before it takes its place; an existing target is never overwritten.
    Raises OutputError or DamagedDesk, and then leaves nothing behind.
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
        _copy_pages(desk, part)
        _check(part, source)
        put(part, target)
    except sqlite3.Error as error:
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


def _copy_pages(desk: Path | Reader, part: Path) -> None:
    with closing(sqlite3.connect(part)) as target:
        if isinstance(desk, Reader):
            desk.copy_to(target)
        else:
            with closing(connect_to_read(desk)) as source:
                source.backup(target)
        # A copy in WAL mode would need two side files; as a single file it can be mailed.
        target.execute("PRAGMA journal_mode = DELETE").fetchall()


def _check(part: Path, desk: Path) -> None:
    with closing(sqlite3.connect(part)) as copied:
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
