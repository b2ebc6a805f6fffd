"""Headings and offers as a Qt model."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.ui.actions.offers import Offer, Row

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    ROW = Qt.ItemDataRole.UserRole


class OffersModel(QAbstractListModel):
    """Only offers can be chosen, and only those without an obstacle carried out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """List these instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add(self, rows: Sequence[Row]) -> None:
        """List these, too."""
        if rows:
            end = len(self._rows)
            self.beginInsertRows(QModelIndex(), end, end + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def offer(self, row: int) -> Offer | None:
        """What is offered in a row; None for a heading, or where there is no such row."""
        held = self._rows[row] if 0 <= row < len(self._rows) else None
        return held if isinstance(held, Offer) else None

    def next_offer(self, row: int, by: int) -> int:
        """The row of the next offer in a direction; the same one at the end."""
        place = row + by
        while 0 <= place < len(self._rows):
            if self.offer(place):
                return place
            place += 1 if by > 0 else -1
        return row

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.heard if isinstance(row, Offer) else row.words
        return row if role == Role.ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.offer(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        chosen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return chosen | Qt.ItemFlag.ItemNeverHasChildren
