"""A chart's numbers as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.ui.views.overview.charts import Bar, Chart, number

_Index = QModelIndex | QPersistentModelIndex


class ChartTableModel(QAbstractTableModel):
    """One row a bar: its name, its parts, its whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head: list[str] = []
        self._rows: list[list[str | int]] = []
        self._bars: tuple[Bar, ...] = ()

    def show_chart(self, chart: Chart) -> None:
        """Show another chart's numbers."""
        self.beginResetModel()
        self._head, self._rows, self._bars = chart.head(), list(chart.rows()), chart.bars
        self.endResetModel()

    def bar(self, index: _Index) -> Bar:
        """The bar of a row."""
        return self._bars[index.row()]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._head)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._head[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        held = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return held if isinstance(held, str) else number(held)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = held if isinstance(held, str) else number(held)
            return f"{self._head[index.column()]}: {words}"
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(held, str):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
