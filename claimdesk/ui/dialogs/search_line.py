"""A line to search a list by that stands below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchLine(QLineEdit):
    """Up and down move in the list."""

    def __init__(self, moved: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self._list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
