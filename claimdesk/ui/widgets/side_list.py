"""A list in the sidebar: rows on the window's own ground."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class LettersAreShortcuts(_View):
    """Mixed into a view: letters and digits are the window's, not a search in the list."""

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  Qt's name
        """None: letters and digits are the window's shortcuts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt takes every letter for a search; the window looks at what '?' types."""
        super().keyPressEvent(event)
        if event.text() == "?":
            event.ignore()


class SideList(LettersAreShortcuts, QListView):
    """Rows of one height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # one that PySide knows: see ClaimTable
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
