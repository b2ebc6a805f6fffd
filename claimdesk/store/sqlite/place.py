"""Where an open desk lies, and whether it still lies there.

POSIX has two traps here. A file can be deleted or replaced while it is open, and nobody is told.
And whoever opens and closes the file once more in the same process, be it only to read its first
bytes, drops all locks that SQLite holds on it: another program then takes itself for the last
one, deletes the log under ours, and edits are lost. So files that are held open are known here,
to be left alone; and before each edit it is looked whether file and log are still the same.
"""

import sqlite3
import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

from claimdesk.domain.errors import Misplaced
from claimdesk.i18n import _

_Inode = tuple[int, int]

_held: Counter[_Inode] = Counter()
_lock = threading.Lock()


class Holding(sqlite3.Connection):
    """A connection whose file is known to be held open as long as it lives."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._inode: _Inode | None = None

    def hold(self, path: Path) -> None:
        """Say which file this connection has open."""
        self._inode = _inode(path)
        if self._inode is not None:
            with _lock:
                _held[self._inode] += 1

    def close(self) -> None:
        super().close()
        inode, self._inode = self._inode, None
        if inode is not None:
            with _lock:
                _held[inode] -= 1


def is_held(path: Path) -> bool:
    """Whether this process has the file open, so that opening it by other means would drop
    SQLite's locks."""
    inode = _inode(path)
    with _lock:
        return inode is not None and _held[inode] > 0


class Place:
    """Remembers file and log of a desk as they are now, just after it was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._desk = _inode(path)
        self._log = _inode(_log(path))

    def check(self) -> None:
        """Raise Misplaced where the file or its log is no longer the one that was opened."""
        log = _inode(_log(self._path))
        if self._log is None:
            self._log = log
        if _inode(self._path) != self._desk or log != self._log:
            raise Misplaced(
                _(
                    "“{name}” was moved, deleted or replaced while it was open, so nothing more "
                    "is stored in it: save a copy, and go on with that."
                ).format(name=self._path.name)
            )


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _inode(path: Path) -> _Inode | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None
