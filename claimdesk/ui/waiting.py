"""What waits to be reviewed in a revision: what the desk holds, and what is being found. Much of
it is read off the GUI thread, and what one decides oneself is not read again."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from claimdesk.domain.history import Changes
from claimdesk.domain.recognition import Taken
from claimdesk.domain.review import ReviewRow, rows_of
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.desk import Desk
from claimdesk.ui.finding import Finding, Run
from claimdesk.ui.tasks import Task

LONG = 1_500
"""Suggestions that take longer to read than a key may."""
_SHOWS = {"suggestion", "remark", "claim", "anchor", "coverage"}


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
        self._stored: set[str] = set()
        self._decided: frozenset[str] = frozenset()
        self._taken = Taken()
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
        self.rows, self._stored, self.came_back = [], set(), None
        self.read()

    @property
    def is_fetched(self) -> bool:
        """Whether the first of them are still being fetched from the desk."""
        return self._task is not None and not self.rows

    def is_stored(self, row: ReviewRow) -> bool:
        """Whether the desk holds it already."""
        return row.remark is not None or row.mark in self._stored

    # what is decided

    def leave_out(self, marks: Collection[str]) -> None:
        """Somebody has decided on these; the desk is being told."""
        self._asked.update(marks)
        self.rows = [row for row in self.rows if row.mark not in self._asked]

    def decided(self, marks: Collection[str], changes: Changes) -> None:
        """The desk has it: these are what it changed."""
        self._asked.difference_update(marks)
        self._stored.difference_update(marks)
        self._decided |= frozenset(marks)
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
        article, revision = self._article, self._revision
        if article is None or revision is None:
            self._take([])
        elif queries.open_suggestion_count(self._desk.read, article) <= LONG:
            self._task = None
            self._take(queries.review_rows(self._desk.read, revision))
        else:
            path = self._desk.path
            task = self._task = Task(lambda _task: _read(path, revision), self)
            task.done.connect(lambda rows: self._arrived(task, rows))
            task.start()

    def _arrived(self, task: Task, rows: list[ReviewRow]) -> None:
        if task is self._task and self._desk.is_open:
            self._task = None
            self._take(rows)

    def _take(self, rows: list[ReviewRow]) -> None:
        before = {row.mark for row in self.rows}
        self._stored = {row.mark for row in rows if row.kind}
        gone = self._asked | self._since
        self.rows = [row for row in rows if row.mark not in gone]
        self._seen = 0
        if (run := self._run) is not None:
            self._decided = queries.decided_marks(self._desk.read, run.article)
            self._taken = queries.taken(self._desk.read, run.revision)
            self._add_found(run)
        elif before and not self._was_found:
            back = (row for row in self.rows if row.mark not in before)
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
        fresh = rows_of(
            one
            for one in found[self._seen :]
            if one.mark not in self._stored
            and one.mark not in self._decided
            and one.mark not in self._asked
            and not self._taken.holds(one.suggestion)
        )
        self._seen = len(found)
        follows = not self.rows or not fresh or _place(fresh[0]) >= _place(self.rows[-1])
        self.rows = [*self.rows, *fresh]
        if not follows:
            self.rows.sort(key=_place)

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


def _read(path: Path, revision: int) -> list[ReviewRow]:
    read = Reader(path)
    try:
        return queries.review_rows(read, revision)
    finally:
        read.close()


def _place(row: ReviewRow) -> tuple[int, int]:
    return row.start, row.end


def marks_of(rows: Sequence[ReviewRow]) -> tuple[str, ...]:
    """The marks that rows are known by."""
    return tuple(row.mark for row in rows)
