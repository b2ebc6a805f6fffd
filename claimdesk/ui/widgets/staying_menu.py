"""A menu that stays open while several of its entries are ticked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu


class StayingMenu(QMenu):
    """A click ticks an entry, and so does Space; Enter ticks it and closes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self._ticked()
        if action is not None and self.rect().contains(event.position().toPoint()):
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._ticked() if event.key() == Qt.Key.Key_Space else None
        if action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _ticked(self) -> QAction | None:
        """The entry that is marked, where it is one to be ticked."""
        action = self.activeAction()
        return action if action is not None and action.isCheckable() else None
