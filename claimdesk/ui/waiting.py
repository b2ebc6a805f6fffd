"""What waits to be reviewed in a revision: what the desk holds, and what is being found. Much of
it is read off the GUI thread, and what one decides oneself is not read again."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from claimdesk.domain.history import Changes
from claimdesk.domain.recognition import Taken
from claimdesk.domain.review import ReviewRow, rows_of
from claimdesk.domain.suggestion import Proposal
from claimdesk.store import queries
from claimdesk.store.queries import Read
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.desk import Desk
from claimdesk.ui.finding import Finding, Run
from claimdesk.ui.tasks import Task

LONG = 1_500
"""Suggestions that take longer to read than a key may."""
_SHOWS = {"suggestion", "remark", "claim", "anchor", "coverage"}


class Known(NamedTuple):
    """What is no news: what the desk holds already, what was decided before, and what needs no
    suggestions."""

    stored: set[str]
    decided: frozenset[str]
    taken: Taken

    def rows(self, found: Sequence[Proposal]) -> list[ReviewRow]:
        """What is news."""
        return rows_of(
            one
            for one in found
            if one.mark not in self.stored
            and one.mark not in self.decided
            and not self.taken.holds(one.suggestion)
        )


class Held(NamedTuple):
    """What waits in the desk, and among it, where it is being read, what was found so far."""

    rows: list[ReviewRow]
    known: Known
    run: Run | None
    seen: int
    """How much of what is being found is among the rows."""


class Waiting(QObject):
    """The rows of one revision, in the order of the text."""

    changed = Signal()
    """Others wait than before."""
    settled = Signal()
    """A decision is stored, or a reading has ended; the same ones wait."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__(finding)
        self._desk, self._finding = desk, finding
        self._article: int | None = None
        self._revision: int | None = None
        self.rows: list[ReviewRow] = []
        self.came_back: ReviewRow | None = None
        """What an undo brought back last; whoever turns to it forgets it."""
        self._known = Known(set(), frozenset(), Taken())
        self._seen = 0
        """How much of what is being found is among the rows."""
        self._was_found = False
        """Whether what comes new into the desk was found just now: no undo brought it back."""
        self._asked: set[str] = set()
        """Decided on, and not yet stored."""
        self._since: set[str] = set()
        """Decided since what is being fetched was asked for: it may come as it was before."""
        self._unread: set[int | None] = set()
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_changes)
        desk.changed.connect(self._on_changed)
        finding.found.connect(self._on_found)
        finding.ended.connect(self._on_ended)

    def turn_to(self, article: int | None, revision: int | None) -> None:
        """Show what waits there."""
        self._article, self._revision = article, revision
        self._asked.clear()
        self.rows, self.came_back = [], None
        self._known.stored.clear()
        self.read()

    @property
    def is_fetched(self) -> bool:
        """Whether the first of them are still being fetched from the desk."""
        return self._task is not None and not self.rows

    def is_stored(self, row: ReviewRow) -> bool:
        """Whether the desk holds it already."""
        return row.remark is not None or row.mark in self._known.stored

    # what is decided

    def leave_out(self, marks: Collection[str]) -> None:
        """Somebody has decided on these; the desk is being told."""
        self._asked.update(marks)
        self.rows = [row for row in self.rows if row.mark not in self._asked]

    def decided(self, marks: Collection[str], changes: Changes) -> None:
        """The desk has it: these are what it changed."""
        self._asked.difference_update(marks)
        known = self._known
        known.stored.difference_update(marks)
        if self._run is not None:  # or they are not found again
            self._known = known._replace(decided=known.decided | frozenset(marks))
        self._since.update(marks)
        self._unread.discard(changes.event)

    def refused(self, marks: Collection[str]) -> None:
        """The desk holds something else."""
        self._asked.difference_update(marks)
        self.read()

    # how it is read

    def read(self) -> None:
        """Read all of it anew."""
        self._unread.clear()
        self._since.clear()
        article, revision, run = self._article, self._revision, self._run
        if article is None or revision is None:
            self._take(Held([], Known(set(), frozenset(), Taken()), None, 0))
        elif queries.open_suggestion_count(self._desk.read, article) <= LONG:
            self._task = None
            self._take(_held(self._desk.read, revision, run))
        else:
            path = self._desk.path
            task = self._task = Task(lambda _task: _read(path, revision, run), self)
            task.done.connect(lambda held: self._arrived(task, held))
            task.start()

    def _arrived(self, task: Task, held: Held) -> None:
        if task is not self._task or not self._desk.is_open:
            return
        if held.run is not self._run:  # a reading has begun or ended meanwhile
            self.read()
            return
        self._task = None
        self._take(held)

    def _take(self, held: Held) -> None:
        before = self.rows
        self._known, self._seen = held.known, held.seen
        gone = self._asked | self._since
        self.rows = [row for row in held.rows if row.mark not in gone]
        if held.run is not None:
            self._add_found(held.run)
        elif before and not self._was_found:
            marks = {row.mark for row in before}
            back = (row for row in self.rows if row.mark not in marks)
            self.came_back = next(back, None)
        self._was_found = False
        self.changed.emit()

    @property
    def _run(self) -> Run | None:
        run = self._finding.run
        return run if run is not None and run.revision == self._revision else None

    def _add_found(self, run: Run) -> None:
        """What was found since the last time, where it stands in the text."""
        found = run.gathering.proposals
        fresh = [
            row for row in self._known.rows(found[self._seen :]) if row.mark not in self._asked
        ]
        self._seen = len(found)
        self.rows = _merged(self.rows, fresh)

    def _on_found(self) -> None:
        if (run := self._run) is not None:
            if self._seen == 0:
                self.read()
                return
            self._add_found(run)
        self.changed.emit()

    def _on_ended(self, revision: int, stored: bool) -> None:
        if revision != self._revision:
            return
        self._was_found = stored
        if stored:
            self._soon.start()
        else:
            self.read()

    def _on_changed(self, changes: Changes) -> None:
        """A moment later it is known whether this is what was decided here."""
        if changes.entities & _SHOWS:
            self._unread.add(changes.event)
            self._soon.start()

    def _read_changes(self) -> None:
        if not self._desk.is_open:
            return
        if self._unread:
            self.read()
        else:
            self.settled.emit()


def _read(path: Path, revision: int, run: Run | None) -> Held:
    with Reader(path) as read, read.at_one_moment():
        return _held(read, revision, run)


def _held(read: Read, revision: int, run: Run | None) -> Held:
    rows = queries.review_rows(read, revision)
    stored = {row.mark for row in rows if row.kind}
    if run is None:
        return Held(rows, Known(stored, frozenset(), Taken()), None, 0)
    decided = queries.decided_marks(read, run.article)
    known = Known(stored, decided, queries.taken(read, revision))
    found = run.gathering.proposals[:]
    return Held(_merged(rows, known.rows(found)), known, run, len(found))


def _merged(rows: list[ReviewRow], fresh: list[ReviewRow]) -> list[ReviewRow]:
    """Both, in the order of the text."""
    follows = not rows or not fresh or _place(fresh[0]) >= _place(rows[-1])
    both = [*rows, *fresh]
    if not follows:
        both.sort(key=_place)
    return both


def _place(row: ReviewRow) -> tuple[int, int]:
    return row.start, row.end


def marks_of(rows: Sequence[ReviewRow]) -> tuple[str, ...]:
    """The marks that rows are known by."""
    return tuple(row.mark for row in rows)
