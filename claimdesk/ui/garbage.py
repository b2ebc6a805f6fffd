"""When Python looks through all objects for garbage. Every thread is held for as long as there are
objects, so all that has lived for a while is frozen, and looked through only while the person looks
elsewhere."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow

LOOK_EVERY = 10_000
"""Milliseconds."""
_YOUNG, _GROWN, _MANY = gc.get_threshold()
_NEVER = 1_000_000_000


class Garbage(QObject):
    """That of one window's process."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._grew = False
        self._looks = QTimer(self, interval=LOOK_EVERY)
        self._looks.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on only the young are looked through while one works."""
        gc.freeze()
        gc.set_threshold(_YOUNG, _GROWN, _NEVER)
        gc.enable()
        self._looks.start()
        QTimer.singleShot(LOOK_EVERY, self, gc.freeze)  # what edits need is loaded by then

    def look(self) -> None:
        """Where nothing is under way, collect the garbage among what came since the last time; and
        among all that was frozen since, once nobody is held up by it."""
        if not self._is_calm:
            return
        if QApplication.activeWindow() is None and self._grew:
            self._grew = False
            gc.unfreeze()
        elif gc.get_count()[2] < _MANY:
            return
        else:
            self._grew = True
        gc.collect()
        gc.freeze()

    @property
    def _is_calm(self) -> bool:
        workspace = self._window.workspace
        if workspace is None:
            return True
        finds = "finding" in workspace.__dict__ and workspace.finding.run is not None
        return workspace.desk.is_settled and not finds
