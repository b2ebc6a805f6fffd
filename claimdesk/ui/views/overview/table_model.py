"""A chart's numbers as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.i18n import number
from claimdesk.ui.views.overview.charts import Bar, Chart

_Index = QModelIndex | QPersistentModelIndex


class ChartTableModel(QAbstractTableModel):
    """One row a bar: its name, its parts, its whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = Chart("", "", (), "")
        self._head: list[str] = []
        self._row: tuple[int, list[str | int]] = (-1, [])

    def show_chart(self, chart: Chart) -> None:
        """Show another chart's numbers."""
        self.beginResetModel()
        self._chart, self._head, self._row = chart, chart.head(), (-1, [])
        self.endResetModel()

    def bar(self, index: _Index) -> Bar:
        """The bar of a row."""
        return self._chart.bars[index.row()]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._chart.bars)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._head)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._head[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        held = self._numbers(index.row())[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return held if isinstance(held, str) else number(held)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = held if isinstance(held, str) else number(held)
            return f"{self._head[index.column()]}: {words}"
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(held, str):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _numbers(self, row: int) -> list[str | int]:
        """A row's, which is asked for cell by cell."""
        if self._row[0] != row:
            self._row = row, self._chart.row(self._chart.bars[row])
        return self._row[1]
