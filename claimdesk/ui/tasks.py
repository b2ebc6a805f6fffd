"""Long work off the GUI thread, with progress and a way to stop it."""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance
from shiboken6 import isValid

from claimdesk.domain.errors import ClaimdeskError
from claimdesk.i18n import _, language, speaking

if TYPE_CHECKING:
    from claimdesk.services.apart import Apart


class Task(QObject):
    """One piece of work; signals arrive on the thread that made it."""

    done = Signal(object)
    """What the work gave."""
    failed = Signal(str)
    """One sentence why not."""
    progress = Signal(int, int)
    """How much is done, of how much."""

    def __init__(self, work: Callable[["Task"], Any], parent: QObject | None = None) -> None:
        """'work' is called on another thread; it may emit progress and should look at
        'is_cancelled' now and then."""
        super().__init__(parent)
        self._work = work
        self._language = language()
        self._relay = _relay()
        self.is_cancelled = False

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, as soon as a thread is free: one of the pool's, else of those for all."""
        (pool or QThreadPool.globalInstance()).start(_Runnable(self._run))

    def cancel(self) -> None:
        """Ask the work to stop."""
        self.is_cancelled = True

    def _run(self) -> None:
        with speaking(self._language):
            try:
                result = self._work(self)
            except ClaimdeskError as error:
                self.tell(self.failed, str(error))
            except Exception:
                logging.getLogger(__name__).exception("task failed")
                self.tell(self.failed, _("This did not work; nothing was changed."))
            else:
                self.tell(self.done, result)

    def tell(self, signal: SignalInstance, *what: object) -> None:
        """Emit a signal, from the other thread; nothing where whoever asked has been closed."""
        self._relay.wanted.emit(partial(self._emit, signal, what))

    def _emit(self, signal: SignalInstance, what: tuple[object, ...]) -> None:
        if isValid(self):
            signal.emit(*what)


class _Relay(QObject):
    """Carries what tasks tell to the thread that made them. A task dies there with its dialog:
    to emit its signals from another thread meanwhile would crash, but this object stays."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.wanted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def _run(self, emit: Callable[[], None]) -> None:
        emit()


@cache
def _relay() -> _Relay:
    return _Relay()


class ApartTask(Task):
    """Work in a process of its own, which ends at once when it is cancelled; nothing is told from
    then on."""

    came = Signal(object)
    """A piece of what the work gives."""

    def __init__(self, apart: "Apart[Any]", parent: QObject | None = None) -> None:
        super().__init__(lambda _task: self.listen(), parent)
        self.apart = apart
        self.destroyed.connect(apart.stop)  # whoever asked has been closed

    def cancel(self) -> None:
        super().cancel()
        self.apart.stop()

    def listen(self) -> None:
        """On the other thread: pass the pieces on."""
        from claimdesk.services.apart import Stopped  # loaded by whoever made one

        with suppress(Stopped):
            for piece in self.apart:
                self.tell(self.came, piece)

    def tell(self, signal: SignalInstance, *what: object) -> None:
        if not self.is_cancelled:
            super().tell(signal, *what)


class _Runnable(QRunnable):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._function = run

    def run(self) -> None:
        self._function()
