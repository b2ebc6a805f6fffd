"""Work in a process of its own. It can be stopped at any moment, whatever library is busy in it,
and it never holds up the threads of the program that waits for it.
"""

import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from claimdesk.domain.errors import ClaimdeskError
from claimdesk.i18n import language, speaking

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Piece = TypeVar("_Piece")


class Stopped(Exception):
    """The work was stopped from outside."""


class Apart(Generic[_Piece]):
    """Runs a generator elsewhere and gives what it yields, piece by piece. The function, what it
    is given and what it yields are pickled; it speaks the language spoken here."""

    def __init__(
        self, work: Callable[..., Iterator[_Piece]], *given: object, **named: object
    ) -> None:
        self._work = partial(work, *given, **named)
        self._lock = Lock()
        self._stopped = False
        self._process: Any = None

    def stop(self) -> None:
        """End the work, from any thread, now or before it begins."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def __iter__(self) -> Iterator[_Piece]:
        """Begin, and wait for each piece. Raises the work's ClaimdeskError; Stopped where it was
        stopped; RuntimeError, with the trace, where it broke."""
        from multiprocessing import get_context  # on the thread that waits

        # One that begins afresh: a copy of a process with threads, as 'fork' makes, may hang.
        new = get_context("spawn")
        ours, theirs = new.Pipe(duplex=False)
        with ours:
            self._begin(new.Process, theirs)
            try:
                yield from self._pieces(ours)
            finally:
                self._process.kill()
                self._process.join()

    def _begin(self, new: Callable[..., Any], theirs: "Connection") -> None:
        given = (theirs, language(), self._work)
        with self._lock, theirs:
            if self._stopped:
                raise Stopped
            process = new(target=_run, args=given, daemon=True)
            process.start()
            self._process = process

    def _pieces(self, ours: "Connection") -> Iterator[_Piece]:
        while True:
            try:
                name, what = ours.recv()
            except (EOFError, OSError):  # the latter in the midst of a piece
                if self._stopped:
                    raise Stopped from None
                raise RuntimeError("the process ended before its work") from None
            match name:
                case "piece":
                    yield what
                case "end":
                    return
                case "refused":
                    raise what
                case _:
                    raise RuntimeError(what)


def _run(pipe: "Connection", spoken: str, work: Callable[[], Iterator[object]]) -> None:
    """What the process does: the work, and tell how it goes, as long as somebody listens."""
    with pipe, speaking(spoken), suppress(BrokenPipeError):
        try:
            for piece in work():
                pipe.send(("piece", piece))
        except BrokenPipeError:
            raise
        except ClaimdeskError as error:
            pipe.send(("refused", error))
        except Exception:  # noqa: BLE001  it is told where it can be logged
            pipe.send(("broken", traceback.format_exc()))
        else:
            pipe.send(("end", None))
