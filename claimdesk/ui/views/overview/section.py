"""One chart of the overview with its head: title, what is being read, and the same as a table."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from claimdesk.i18n import _, number
from claimdesk.ui.fonts import BODY, SMALL, interface_font, scaled
from claimdesk.ui.views.overview.chart_view import ChartView
from claimdesk.ui.views.overview.charts import Chart
from claimdesk.ui.views.overview.table_model import ChartTableModel
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.ink import ink

FEW = 12
"""How many bars are shown before somebody asks for all."""
INSET = 4
"""Pixels by which words stand to the right of what surrounds them, as in the bars."""
_TALLEST = 420
"""Pixels of a table, which scrolls from there on."""


class ChartSection(QWidget):
    """Shows a chart and tells what somebody wants to see of it."""

    wanted = Signal(object)
    """A Target."""
    moved = Signal(QRectF)
    """Keys went to what stands here in the chart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart("", "", (), "")
        self._whole, self._as_table = False, False
        self._title, self._reading = ElidedLabel(parent=self), ElidedLabel(parent=self)
        self._title.setFont(interface_font(BODY, QFont.Weight.DemiBold))
        self._reading.setFont(interface_font(SMALL))
        ink(self._reading, "text2")
        self.view = ChartView(self)
        self.model = ChartTableModel(self)
        self.table = _table(self.model, self)
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(INSET, 0, 0, 0)
        ink(self._empty, "text2")
        self.table.setAccessibleName(_("Overview"))  # until it shows something
        self.more = QPushButton(self)
        self.more.hide()
        self.more.setAutoDefault(False)
        self._put_together()
        self.view.wanted.connect(self.wanted)
        self.view.moved.connect(self.moved)
        self.view.read.connect(self._say)
        self.table.activated.connect(self._on_activated)
        self.more.clicked.connect(self._show_whole)

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(scaled(16))
        head.setContentsMargins(INSET, 0, 0, 0)
        head.addWidget(self._title)
        head.addWidget(self._reading, 1)
        self._reading.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(head)
        for widget in (self.view, self.table, self._empty):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, or the same one anew."""
        self.chart = chart
        self._title.setText(chart.title)
        self._empty.setText(chart.empty)
        self._fill()

    @property
    def drawn(self) -> Chart:
        """The chart as far as it is shown."""
        return self.view.chart

    def show_table(self, shown: bool) -> None:
        """Show the numbers as a table, or drawn."""
        self._as_table = shown
        self._fill()

    def _fill(self) -> None:
        bars = self.chart.bars
        if self._as_table:
            self.model.show_chart(self.chart)
            self._fit_table()
        short = not self._whole and not self.chart.columns and len(bars) > FEW
        first = _("the first {count} of {all}").format(count=FEW, all=number(len(bars)))
        note = f"{self.chart.note}, {first}" if self.chart.note else first
        shown = replace(self.chart, bars=bars[:FEW], note=note) if short else self.chart
        self.view.show_chart(shown)
        self.view.setVisible(bool(bars) and not self._as_table)
        self.table.setVisible(bool(bars) and self._as_table)
        self._empty.setVisible(not bars)
        self.more.setVisible(short and not self._as_table)
        self.more.setText(_("Show all {count}").format(count=number(len(bars))))
        self._say("")

    def _say(self, words: str) -> None:
        self._reading.setText(words or self.chart.note)

    def _show_whole(self) -> None:
        self._whole = True
        self._fill()
        self.view.setFocus()

    def _fit_table(self) -> None:
        header = self.table.horizontalHeader()
        for column in range(self.model.columnCount()):
            stretches = column == 0
            header.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.Stretch
                if stretches
                else QHeaderView.ResizeMode.ResizeToContents,
            )
        rows = self.model.rowCount() * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(min(scaled(_TALLEST), rows + header.sizeHint().height() + 4))
        self.table.setAccessibleName(self.chart.title)

    def _on_activated(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if (target := self.model.bar(index).target) is not None:
            self.wanted.emit(target)


def _table(model: ChartTableModel, parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setModel(model)
    table.verticalHeader().hide()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.horizontalHeader().setResizeContentsPrecision(FEW)
    table.setAlternatingRowColors(True)
    return table
