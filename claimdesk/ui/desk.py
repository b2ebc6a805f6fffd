"""The desk as the window has it: reads on the GUI thread, edits on the writer's.

Whoever shows something reads it with 'read', listens to 'changed', and re-reads just the rows
that it names. Whoever changes something calls 'run'. Nobody else opens a transaction, and the
GUI thread never waits for a lock.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from claimdesk.commands.edit import Edit
from claimdesk.domain.desk import DeskInfo
from claimdesk.domain.draft import Jotting
from claimdesk.domain.errors import Stopped
from claimdesk.domain.history import Changes, Message
from claimdesk.domain.person import Person
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.watch import Watch
from claimdesk.ui.writer import Job, Jot, Writer

if TYPE_CHECKING:
    from claimdesk.ui.drafts import Drafts

_THROUGH = 1


class Desk(QObject):
    """One open desk file."""

    changed = Signal(object)
    """Changes: what an edit, or another program, touched."""
    failed = Signal(str)
    """One sentence: an edit that was refused."""
    stopped = Signal()
    """Somebody stopped an edit; the desk is as it was."""
    progressed = Signal(str, float)
    """An edit that takes a while, and how much of it is done; without words it has ended."""
    waiting = Signal(bool)
    """Whether an edit is held up by another program's lock."""
    jotted = Signal(object, object)
    """Jottings, and what became of them; see Writer.jotted."""
    undo_changed = Signal()
    closing = Signal()
    """Whoever has the file open for itself lets go of it."""
    saved = Signal()
    """An edit was committed; 'saved_at' says when."""

    def __init__(self, path: Path, person: Person, parent: QObject | None = None) -> None:
        """Open a desk that store.open_desk has found fit."""
        super().__init__(parent)
        self.path, self.person = path, person
        self.read = Reader(path)
        self.info: DeskInfo = queries.desk_info(self.read)
        self.saved_at: datetime | None = None
        self.undo_message: Message | None = None
        self.redo_message: Message | None = None
        self._pending = self._jotting = 0
        self._shows_progress = False
        self._writer = Writer(path, person)
        self._writer.done.connect(self._on_done)
        self._writer.failed.connect(self._on_failed)
        self._writer.stopped.connect(self._on_stopped)
        self._writer.progress.connect(self._on_progress)
        self._writer.waiting.connect(self.waiting)
        self._writer.jotted.connect(self._on_jotted)
        self.watch = Watch(self.read, lambda: not self.is_settled, self)
        self.watch.told.connect(self.changed)
        self.watch.failed.connect(self.failed)

    def warm_up(self) -> None:
        """Start loading what edits need; called once the window is painted."""
        self._writer.start()

    @cached_property
    def drafts(self) -> "Drafts":
        """The words that the person is typing."""
        from claimdesk.ui.drafts import Drafts  # not before the first paint

        return Drafts(self)

    def work_as(self, person: Person) -> None:
        """Let edits from now on be this person's."""
        if "drafts" in self.__dict__:
            self.drafts.flush()
        self.person = self._writer.person = person
        if "drafts" in self.__dict__:
            self.drafts.load()

    def jot(self, jottings: tuple[Jotting, ...]) -> None:
        """Keep words while they are typed, or forget them, without an event."""
        self._jotting += 1
        self._writer.ask(Jot(jottings, self.person))

    def run(
        self,
        edit: Edit,
        then: Callable[[Changes], None] | None = None,
        otherwise: Callable[[str], None] | None = None,
    ) -> None:
        """Carry an edit out; 'then' is called with its Changes once it is committed, also when
        it changed nothing; 'otherwise' with the sentence where it was refused."""
        self._ask(Job(edit, then, otherwise))

    def stop(self) -> None:
        """End the edit that is being carried out, if any, with the desk as it was."""
        self._writer.stop()

    def undo(self) -> None:
        """Take the last edit of this window back."""
        self._ask(Job(None, back=True))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._ask(Job(None, back=False))

    def _ask(self, job: Job) -> None:
        self._pending += 1
        self._writer.ask(job)
        self.undo_changed.emit()

    @property
    def is_open(self) -> bool:
        """Whether it can still be read; what was put off until later may find it closed."""
        return self.watch.is_on

    @property
    def is_settled(self) -> bool:
        """Whether every edit asked for has been carried out or refused."""
        return not self._pending

    @property
    def _under_way(self) -> int:
        return self._pending + self._jotting

    def settle(self, timeout: int = 10_000) -> bool:
        """Wait, with the window alive, until all edits are through; False after 'timeout' ms."""
        if not self._under_way:
            return True
        loop = QEventLoop()
        poll = QTimer(interval=5)
        # Words that are kept a moment later, in the same turn of the loop, are no edit.
        poll.timeout.connect(lambda: None if self._under_way else loop.exit(_THROUGH))
        poll.start()
        QTimer.singleShot(timeout, loop, loop.quit)
        through = loop.exec() == _THROUGH
        poll.stop()
        return through

    def close(self) -> None:
        """Finish what is queued and let go of the file. A thread that is still loading the ORM
        and has nothing to do is left to itself."""
        self.closing.emit()
        self.watch.stop()
        if "drafts" in self.__dict__:
            self.drafts.flush()
        idle = self.settle()
        self._writer.close(wait=idle)
        self.read.close()

    def _on_progress(self, job: Job, share: float) -> None:
        self._shows_progress = True
        self.progressed.emit(_in_words(job), share)

    def _settle_one(self) -> None:
        """A job is through, one way or another."""
        self._pending -= 1
        if self._shows_progress:
            self._shows_progress = False
            self.progressed.emit("", 1.0)
        self._take_undo()

    def _on_done(self, job: Job, changes: Changes) -> None:
        self._settle_one()
        if changes:
            self.saved_at = datetime.now(UTC)
            self.watch.leave_out(changes.event or 0)
            self.changed.emit(changes)
            self.saved.emit()
        if job.then is not None:
            job.then(changes)

    def _on_stopped(self, job: Job) -> None:
        self._settle_one()
        self.stopped.emit()
        if job.otherwise is not None:
            job.otherwise(str(Stopped()))

    def _on_failed(self, job: Job, sentence: str) -> None:
        self._settle_one()
        self.failed.emit(sentence)
        if job.otherwise is not None:
            job.otherwise(sentence)

    def _on_jotted(self, jot: Jot, sentence: str | None) -> None:
        self._jotting -= 1
        self.jotted.emit(jot, sentence)

    def _take_undo(self) -> None:
        self.undo_message, self.redo_message = self._writer.undo_message, self._writer.redo_message
        self.undo_changed.emit()


def _in_words(job: Job) -> str:
    """What is being done, for as long as it takes."""
    if job.edit is None:
        what = job.message.words if job.message else ""
        said = _("Taking back: {what}") if job.back else _("Doing again: {what}")
        return said.format(what=what)
    claims = getattr(job.edit, "claims", ())
    if len(claims) > 1:
        return ngettext("Changing {count} claim", "Changing {count} claims", len(claims))
    return _("Storing the edit")
