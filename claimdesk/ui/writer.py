"""The thread that writes. Edits are carried out one after the other, as they were asked for.

It holds the undo list too, so that Ctrl+Z pressed right after a digit takes back that very
digit, although its edit may still be queued.
"""

import logging
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from claimdesk.commands.edit import Edit
from claimdesk.commands.revert import Revert
from claimdesk.domain.draft import Jotting
from claimdesk.domain.erasure import NAMED
from claimdesk.domain.errors import ClaimdeskError, DeskBusy, Stopped
from claimdesk.domain.history import Changes, Message
from claimdesk.domain.person import Person
from claimdesk.i18n import _
from claimdesk.store import Store
from claimdesk.store.pace import Pace

PATIENCE = 0.25
"""Seconds an edit waits for another program's lock before the window says so."""
IDLE = 1.0
"""Seconds without edits after which the write-ahead log is moved into the file."""
UNDO_DEPTH = 200


class Job(NamedTuple):
    """An edit to carry out, or a step back or forth, of which 'message' tells what it is about.
    'then' is called on the GUI thread once it is through, 'otherwise' where it was refused."""

    edit: Edit | None
    then: Callable[[Changes], None] | None = None
    otherwise: Callable[[str], None] | None = None
    back: bool = True
    message: Message | None = None


class Jot(NamedTuple):
    """Words of a person to keep while they are being typed, or to forget."""

    jottings: tuple[Jotting, ...]
    person: Person


class _Step(NamedTuple):
    event: str
    message: Message


class Writer(QObject):
    """Runs jobs on a thread of its own and tells the GUI thread by signals."""

    done = Signal(object, object)
    """A job, and the Changes it made (empty where it changed nothing)."""
    failed = Signal(object, str)
    """A job, and the sentence why not."""
    stopped = Signal(object)
    """A job that somebody stopped, with the desk as it was."""
    progress = Signal(object, float)
    """A job, and how much of it is done."""
    jotted = Signal(object, object)
    """A Jot, and the sentence why it could not be kept: empty where it was, None where another
    program holds the lock just now."""
    waiting = Signal(bool)
    """Whether an edit is held up by another program's lock."""
    checkpointed = Signal()
    """The file is whole: a plain copy of it holds every edit."""

    def __init__(self, path: Path, person: Person) -> None:
        super().__init__()
        self._path, self.person = path, person
        self._jobs: queue.SimpleQueue[Job | Jot | None] = queue.SimpleQueue()
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._closing = threading.Event()
        self._serving = threading.Event()
        self._unwanted = threading.Event()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)

    @property
    def undo_message(self) -> Message | None:
        """What can be taken back, in words; as it was with the last answer or newer."""
        return _last(self._undo)

    @property
    def redo_message(self) -> Message | None:
        """What can be done again."""
        return _last(self._redo)

    def start(self) -> None:
        """Start loading the ORM; edits asked for meanwhile are kept."""
        if not self._thread.is_alive() and not self._closing.is_set():
            self._thread.start()

    def ask(self, job: Job | Jot) -> None:
        """Queue a job."""
        self._jobs.put(job)
        self.start()

    def stop(self) -> None:
        """End the job that is being carried out, if any, with the desk as it was."""
        self._unwanted.set()

    def close(self, *, wait: bool) -> None:
        """Finish what is queued and end the thread. It is waited for only when it has begun to
        serve: joining a thread that still loads the ORM would hold the window up."""
        self._closing.set()
        self._jobs.put(None)
        if wait and self._serving.is_set():
            self._thread.join(timeout=5)

    def _work(self) -> None:
        store = Store(self._path, patience=PATIENCE)
        if not self._closing.is_set():
            with _kept_going():
                store.warm_up()
        self._serving.set()
        self._serve(store)
        with _kept_going():
            store.close()

    def _serve(self, store: Store) -> None:
        dirty = False
        while True:
            try:
                job = self._jobs.get(timeout=IDLE if dirty else None)
            except queue.Empty:
                dirty = not _made_whole(store)
                if not dirty:
                    self.checkpointed.emit()
                continue
            if job is None:
                return
            if isinstance(job, Jot):
                self.jotted.emit(job, _jotted(store, job))
            else:
                self._carry_out(store, job)
            dirty = True

    def _carry_out(self, store: Store, job: Job) -> None:
        step = self._step(job)
        edit = job.edit or (Revert(step.event) if step else None)
        if edit is None:
            self.done.emit(job, Changes())
            return
        if step is not None:
            job = job._replace(message=step.message)
        outcome = self._outcome(store, job, edit)
        if isinstance(outcome, Changes):
            self._remember(job, step, outcome)
            self.done.emit(job, outcome)
        elif outcome is None:
            if step is not None:
                self._steps(job).append(step)
            self.stopped.emit(job)
        else:
            self.failed.emit(job, outcome)

    def _outcome(self, store: Store, job: Job, edit: Edit) -> Changes | str | None:
        """The changes that an edit made, the sentence why it could not, None where somebody
        stopped it."""
        self._unwanted.clear()
        pace = Pace(lambda share: self.progress.emit(job, share), self._unwanted.is_set)
        try:
            return self._patiently(store, edit, pace)
        except Stopped:
            return None
        except ClaimdeskError as error:
            return str(error)
        except Exception:
            logging.getLogger(__name__).exception("edit failed: %r", type(edit))
            return _("This could not be stored; the desk is as it was.")

    def _patiently(self, store: Store, edit: Edit, pace: Pace) -> Changes:
        """Carry an edit out, however long another program holds the lock."""
        told = False
        try:
            while True:
                try:
                    return store.run(edit, self.person, pace)
                except DeskBusy:
                    pace.check()
                    if self._closing.is_set():
                        raise
                    if not told:
                        told = True
                        self.waiting.emit(True)
        finally:
            if told:
                self.waiting.emit(False)

    def _step(self, job: Job) -> _Step | None:
        """The step that a job goes; it leaves its list also when it is then refused."""
        if job.edit is not None:
            return None
        steps = self._steps(job)
        return steps.pop() if steps else None

    def _steps(self, job: Job) -> list[_Step]:
        return self._undo if job.back else self._redo

    def _remember(self, job: Job, step: _Step | None, changes: Changes) -> None:
        if changes.public_id is None or changes.message is None:
            return
        if NAMED in changes.entities:  # no step goes back behind that, and none names the words
            self._undo.clear()
            self._redo.clear()
            return
        if step is None:
            self._redo.clear()
            self._undo.append(_Step(changes.public_id, changes.message))
            del self._undo[:-UNDO_DEPTH]
        else:
            other = self._redo if job.back else self._undo
            other.append(_Step(changes.public_id, step.message))


def _jotted(store: Store, jot: Jot) -> str | None:
    """Why words could not be kept; they stay in memory, and no edit waits for them."""
    try:
        store.jot(jot.jottings, jot.person)
    except DeskBusy:
        return None
    except ClaimdeskError as error:
        return str(error)
    except Exception:
        logging.getLogger(__name__).exception("words could not be kept")
        return _("This could not be stored; the desk is as it was.")
    return ""


def _last(steps: list[_Step]) -> Message | None:
    # One look only: the thread may take the step away between two.
    newest = steps[-1:]
    return newest[0].message if newest else None


def _made_whole(store: Store) -> bool:
    with _kept_going():
        return store.checkpoint()
    return False


@contextmanager
def _kept_going() -> Iterator[None]:
    """Look after the file. What goes wrong with it the next edit says in its own sentence; the
    thread must not end over it, or that edit would never be answered."""
    try:
        yield
    except Exception:
        logging.getLogger(__name__).info("looking after the desk failed", exc_info=True)
