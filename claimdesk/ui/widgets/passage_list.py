"""A list of passages beside the text: one of them is looked at, and keys other than those that
move are the window's."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from claimdesk.ui.theme import notifier
from claimdesk.ui.widgets.side_list import SideList

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_OF_THE_WINDOW = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PassageList(SideList):
    """Tells of the row that somebody turned to, not of one that is marked from outside."""

    turned = Signal(QModelIndex)

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking = False
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)
        model.modelAboutToBeReset.connect(lambda: self._be_quiet(quiet=True))
        model.modelReset.connect(lambda: self._be_quiet(quiet=False))
        notifier.changed.connect(self.viewport().update)

    def mark_row(self, row: int) -> None:
        """Show which of them is looked at; -1: none."""
        self._marking = True
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), _SELECT)
        self._marking = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter are the window's, too."""
        if event.key() in _OF_THE_WINDOW:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _be_quiet(self, *, quiet: bool) -> None:
        self._marking = quiet

    def _tell(self, index: QModelIndex) -> None:
        if not self._marking and index.isValid():
            self.turned.emit(index)
