"""What other programs do to the desk: looked for now and then, and told.

Few changes are read at once. Many, such as those of a bulk edit, are read on another thread; what
is not told yet is not counted as seen.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from claimdesk.domain.errors import ClaimdeskError, DeskBusy, Stopped
from claimdesk.domain.history import Changes
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.tasks import Task

EVERY = 300
"""Milliseconds between two looks."""
_AT_ONCE = 1_000
"""So many changed rows are read in a few milliseconds."""


class _Seen(NamedTuple):
    """How far one has looked."""

    version: int
    last: int
    """The newest event."""


class Watch(QObject):
    """Of one open desk."""

    told = Signal(object)
    """Changes: what other programs touched."""
    failed = Signal(str)
    """One sentence: the desk cannot be read just now."""

    def __init__(self, read: Reader, awaits_answer: Callable[[], bool], parent: QObject) -> None:
        """'awaits_answer' says whether an edit of one's own is under way."""
        super().__init__(parent)
        self._read, self._awaits_answer = read, awaits_answer
        last = queries.last_event(read)
        self._seen = _Seen(read.data_version(), last)
        self._own: set[int] = set()
        self._doubted: frozenset[int] = frozenset()
        self._trouble = ""
        self._task: Task | None = None
        self._pool = QThreadPool(self)  # others may be busy for longer than a look may wait
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def is_on(self) -> bool:
        """Whether it still looks."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def leave_out(self, event: int) -> None:
        """This event is one's own, and told already."""
        self._own.add(event)

    def look(self) -> None:
        """Tell what other programs did since the last look. A desk that cannot be read just
        now, such as one on a disk that was pulled out, is complained of once."""
        if self._task is not None:
            return
        try:
            self._look()
            self._trouble = ""
        except DeskBusy:
            return
        except ClaimdeskError as error:
            self._complain(str(error))

    def _look(self) -> None:
        """The newest event is looked at too: data_version alone was seen to miss one."""
        read, seen = self._read, self._seen
        read.check_place()
        version = read.data_version()
        if version == seen.version and queries.last_event(read) == seen.last:
            return
        events = queries.events_since(read, seen.last)
        foreign = events - self._own
        if self._awaits_answer() and not foreign <= self._doubted:
            # Maybe one's own, its answer still on the way: the next look tells.
            self._doubted = foreign
            return
        now = _Seen(version, max(events, default=seen.last))
        if queries.has_more_changes(read, foreign, _AT_ONCE):
            self._read_apart(now, foreign)
        else:
            self._tell(now, queries.changes_of(read, foreign))

    def _read_apart(self, now: _Seen, events: frozenset[int]) -> None:
        task = self._task = Task(partial(_changes, self._read.path, events), self)
        task.done.connect(partial(self._on_read, now))
        task.failed.connect(self._on_failed)
        task.start(self._pool)

    def _on_read(self, now: _Seen, changes: Changes | None) -> None:
        self._task = None
        if changes is not None and self.is_on:
            self._tell(now, changes)

    def _on_failed(self, sentence: str) -> None:
        self._task = None
        self._complain(sentence)

    def _tell(self, now: _Seen, changes: Changes) -> None:
        self._seen = now
        self._own = {event for event in self._own if event > now.last}
        if changes:
            self.told.emit(changes)

    def _complain(self, sentence: str) -> None:
        if sentence != self._trouble:
            self._trouble = sentence
            self.failed.emit(sentence)


def _changes(path: Path, events: frozenset[int], task: Task) -> Changes | None:
    """None where the desk is locked, or being closed; the next look asks again."""
    with suppress(DeskBusy, Stopped), Reader(path) as read:
        read.stop_when(lambda: task.is_cancelled)
        return queries.changes_of(read, events)
    return None
