"""The first rows of a foreign spreadsheet, as its columns are understood."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from claimdesk.domain.sheet import Column
from claimdesk.services.importers.mapping import ColumnMap
from claimdesk.services.importers.tables import Table
from claimdesk.ui.widgets.words import shorten

_Index = QModelIndex | QPersistentModelIndex
_SHOWN = 50
_LONGEST = 300


class SpreadsheetModel(QAbstractTableModel):
    """The rows below the headings, no more than are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._headings: tuple[str, ...] = ()
        self._columns: Mapping[int, Column] = {}

    def fill(self, table: Table, mapping: ColumnMap) -> None:
        """Show a table with what its columns mean."""
        self.beginResetModel()
        self._rows = table.rows[mapping.head + 1 :][:_SHOWN]
        self._headings = table.rows[mapping.head] if table.rows else ()
        self._columns = mapping.columns
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        widths = (len(self._headings), *map(len, self._rows))
        return 0 if parent.isValid() else max(widths, default=0)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            meaning = self._columns.get(section)
            heading = self._headings[section] if section < len(self._headings) else ""
            return f"{heading} → {meaning.label}" if meaning else heading
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        return shorten(row[index.column()], _LONGEST) if index.column() < len(row) else ""
