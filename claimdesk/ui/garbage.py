"""When Python looks through all objects for garbage. Every thread is held for as long as there are
objects, so that waits until nothing is under way and the person looks elsewhere."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow

LOOK_EVERY = 10_000
"""Milliseconds."""
_YOUNG, _GROWN, _MANY = gc.get_threshold()
_TOO_MANY = 1_000
"""Looks at the grown, each for some thousand objects, after which no absence is waited for."""
_NEVER = 1_000_000_000


class Garbage(QObject):
    """That of one window's process."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
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
        """Collect all garbage, where enough may have come and nobody is held up."""
        enough = _MANY if QApplication.activeWindow() is None else _TOO_MANY
        if gc.get_count()[2] >= enough and self._is_calm:
            gc.collect()

    @property
    def _is_calm(self) -> bool:
        workspace = self._window.workspace
        if workspace is None:
            return True
        finds = "finding" in workspace.__dict__ and workspace.finding.run is not None
        return workspace.desk.is_settled and not finds
