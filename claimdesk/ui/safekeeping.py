"""Backs the open desk up: soon after it is opened, every half an hour, and when it is closed,
each time only if it was changed, and never on the GUI thread.
"""

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from claimdesk.domain.errors import ClaimdeskError, DeskBusy
from claimdesk.i18n import _, language, speaking
from claimdesk.store import backups, queries
from claimdesk.store.sqlite.backup import Interrupted
from claimdesk.ui.desk import Desk

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow

SOON = 10_000
"""Milliseconds after opening: a closing that could not wait is made up for."""
EVERY = 30 * 60_000
PATIENCE = 2000
"""Milliseconds that closing the window waits for a backup."""
_QUIETLY = 200
"""Milliseconds after which the window says why it is still there."""


class Keeping(QObject):
    """One backup on its way, on a thread of its own."""

    done = Signal(str)
    """It is over; with a sentence where it failed."""

    def __init__(self, desk: Path, public_id: str, newest: int) -> None:
        """'newest' is the last event that the desk had when the backup was asked for."""
        super().__init__()
        self.desk, self.newest = desk, newest
        self._place = backups.folder(public_id)
        self._language = language()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, name="backup", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Leave it undone, and wait the moment that takes."""
        self._stopped.set()
        self._thread.join(timeout=1)

    def _work(self) -> None:
        with speaking(self._language):
            sentence = ""
            try:
                backups.keep(self.desk, self._place, stopped=self._stopped.is_set)
            except (Interrupted, DeskBusy):
                pass
            except ClaimdeskError as error:
                sentence = str(error)
            with suppress(RuntimeError):  # the window has gone meanwhile
                self.done.emit(sentence)


class Safekeeping(QObject):
    """Looks after the backups of whatever desk the window has open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._kept: int | None = None
        self._failures: set[str] = set()
        self._running: set[Keeping] = set()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.keep)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._keep_if_changed)

    def watch(self, desk: Desk) -> None:
        """Look after this desk from now on."""
        self._desk = desk
        self._kept = self._newest()
        self._soon.start()
        self._timer.start()

    def keep(self) -> None:
        """Back the desk up, unless its newest backup holds the same."""
        newest = self._newest()
        if self._desk is None or newest is None or self._is_on_its_way(self._desk.path):
            return
        keeping = Keeping(self._desk.path, self._desk.info.public_id, newest)
        self._running.add(keeping)
        keeping.done.connect(lambda sentence: self._on_done(keeping, sentence))
        keeping.start()

    def leave(self) -> None:
        """The desk is about to be closed; its backup may go on after that."""
        self._keep_if_changed()
        self._soon.stop()
        self._timer.stop()
        self._desk = None

    def finish(self) -> None:
        """The window is about to go: wait for the backups, but not for long. What is not done by
        then is done after the next start."""
        self.leave()
        if self._running:
            self._wait()
        for keeping in tuple(self._running):
            keeping.stop()
        self._running.clear()

    def _keep_if_changed(self) -> None:
        if self._newest() != self._kept:
            self.keep()

    def _newest(self) -> int | None:
        """The desk's last event; None where it cannot be read just now, which it says itself."""
        try:
            return queries.last_event(self._desk.read) if self._desk else None
        except ClaimdeskError:
            return None

    def _is_on_its_way(self, desk: Path) -> bool:
        return any(one.desk == desk for one in self._running)

    def _wait(self) -> None:
        loop = QEventLoop()
        poll = QTimer(interval=5)
        poll.timeout.connect(lambda: None if self._running else loop.quit())
        poll.start()
        words = _("Backing the desk up …")
        saying = QTimer(singleShot=True, interval=_QUIETLY)
        saying.timeout.connect(lambda: self._window.messages.say(words))
        saying.start()
        QTimer.singleShot(PATIENCE, loop, loop.quit)
        loop.exec()
        poll.stop()
        saying.stop()

    def _on_done(self, keeping: Keeping, sentence: str) -> None:
        self._running.discard(keeping)
        if sentence:
            self._complain(sentence)
        elif self._desk is not None and keeping.desk == self._desk.path:
            self._kept = keeping.newest

    def _complain(self, sentence: str) -> None:
        """Once: the same would come every half an hour."""
        if sentence not in self._failures:
            self._failures.add(sentence)
            self._window.complain(sentence)
