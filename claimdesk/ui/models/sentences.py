"""Sentences of a text as a list: their words, and in which paragraph they stand."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.i18n import _

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    ROW = Qt.ItemDataRole.UserRole


class SentenceRow(NamedTuple):
    """A sentence by its number in the text, counted from 0; 'below' says where, or by whom."""

    number: int
    words: str
    below: str


class SentencesModel(QAbstractListModel):
    """The sentences that are listed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[SentenceRow] = ()

    def show(self, rows: Sequence[SentenceRow]) -> None:
        """List these instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, number: int | None) -> int:
        """The row of a sentence; -1 where it is not listed."""
        return next((at for at, row in enumerate(self._rows) if row.number == number), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{words} ({place})").format(words=row.words, place=row.below)
        return row if role == Role.ROW else None
