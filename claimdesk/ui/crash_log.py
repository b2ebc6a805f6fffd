"""What is kept of a crash, to be shown at the next start.

One file, open while the program runs. Absent: the last run ended well. Empty: it was killed,
which is no fault of its own. With something in it: it crashed. Only types, lines and the names
of our own functions are written, never a message or a value, which may hold words of an article
that nobody is to read yet. No Qt here, so that it watches over Qt's loading, too.
"""

import faulthandler
import os
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from claimdesk import __version__
from claimdesk.paths import PACKAGE, user_data

MOST = 50
"""Failures of one run that are written down; a broken paint would fill the disk."""

_FRAME = re.compile(r'\s*File "(?P<file>.+)", line (?P<line>\d+) in (?P<name>\S+)')
_OWN_FRAME = re.compile(r"  claimdesk/\S+:\d+ \S+")
_HEADS = ("Fatal Python error", "Windows fatal exception", "Current thread", "Thread ", "==")


class CrashLog:
    """The log of this run, and what an earlier one has left."""

    def __init__(self) -> None:
        self.tell: Callable[[], None] = _nothing
        """Called, on whatever thread, when something failed and the program goes on."""
        self._file: IO[str] | None = None
        self._written = 0
        self._path = user_data() / "crash.log"
        self._shown = user_data() / "crash-shown.log"

    def start(self) -> None:
        """Listen from now on. Beside another running window this one keeps no log."""
        self._file = _alone(self._path)
        if self._file is not None:
            # Of this thread alone: others run on meanwhile, and reading their stacks as they change
            # can crash the handler itself.
            faulthandler.enable(self._file, all_threads=False)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread

    def take_earlier(self) -> str:
        """What an earlier run wrote when it crashed, for once: it is empty at the next call."""
        if self._file is None:
            return ""
        self._file.seek(0)
        found = own_parts(self._file.read())
        if found:
            self._put_aside(found)
        return found

    def take_present(self) -> str:
        """What this run wrote, to be shown at once instead of at the next start."""
        return self.take_earlier() or self.shown

    @property
    def shown(self) -> str:
        """What was shown last."""
        with suppress(OSError):
            return self._shown.read_text(encoding="utf-8")
        return ""

    def forget(self) -> None:
        """Delete what was shown."""
        with suppress(OSError):
            self._shown.unlink()

    def end(self) -> None:
        """The program ends well; what was not shown yet stays for the next start."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if self._file is None:
            return
        faulthandler.disable()
        empty = not os.fstat(self._file.fileno()).st_size
        self._file.close()
        self._file = None
        if empty:
            with suppress(OSError):
                self._path.unlink()

    def write(self, what: str, frames: traceback.StackSummary) -> None:
        """Write down that something failed, and where in our own code."""
        self._written += 1
        if self._file is None or self._written > MOST:
            return
        with suppress(OSError, ValueError):
            self._file.write("\n".join((_head(what), *_own_frames(frames), "")))
            self._file.flush()

    def _put_aside(self, found: str) -> None:
        assert self._file is not None
        with suppress(OSError):
            self._shown.write_text(found, encoding="utf-8")
            self._file.truncate(0)

    def _on_exception(
        self, kind: type[BaseException], value: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, value, trace)
        if issubclass(kind, Exception):
            self.write(_name(kind), traceback.extract_tb(trace))
            self.tell()

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(args)
        if issubclass(args.exc_type, Exception):
            self.write(_name(args.exc_type), traceback.extract_tb(args.exc_traceback))
            self.tell()


def own_parts(text: str) -> str:
    """What of a log may be shown: the heads, and the frames in our own code, whose files are
    named from the package on. Python's own handler names all of them, with their folders."""
    kept: list[str] = []
    for line in text.splitlines():
        if frame := _FRAME.match(line):
            path = _from_package(frame["file"])
            kept += [f"  {path}:{frame['line']} {frame['name']}"] if path else []
        elif line.startswith(_HEADS) or _OWN_FRAME.fullmatch(line):
            kept.append(line)
    return "\n".join(kept)


def _own_frames(frames: traceback.StackSummary) -> list[str]:
    named = ((_from_package(frame.filename), frame) for frame in frames)
    return [f"  {path}:{frame.lineno} {frame.name}" for path, frame in named if path]


def _from_package(file: str) -> str | None:
    try:
        return f"claimdesk/{Path(file).relative_to(PACKAGE).as_posix()}"
    except ValueError:
        return None


def _name(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _head(what: str) -> str:
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    python = ".".join(map(str, sys.version_info[:3]))
    return f"== {moment} {what}, Claimdesk {__version__}, Python {python}, {sys.platform}"


def _alone(path: Path) -> IO[str] | None:
    """The log, if no other program that still runs has it; the lock goes with the program."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8", errors="replace")
    except OSError:
        return None
    if not _locked(file):
        file.close()
        return None
    return file


def _locked(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # only there

            file.seek(1 << 30)  # a locked byte of the text could not be written
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # not on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _nothing() -> None:
    """Nobody listens yet."""
