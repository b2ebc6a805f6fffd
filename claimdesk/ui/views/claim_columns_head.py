"""The table's head: plain words over the columns, aligned with what stands below them, and an
arrow where the list is ordered by one. Styles put the words elsewhere than cells have theirs.
"""

from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import pixmap
from claimdesk.ui.models.claim_columns import COLUMNS
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.views.claim_painters import PADDING, row_height

_ARROW = 12


def title_width(title: str) -> int:
    """How much room a column's title takes, with the arrow."""
    return ceil(QFontMetricsF(_font()).horizontalAdvance(title)) + 1 + 2 * PADDING + _ARROW


def _font() -> QFont:
    return interface_font(SMALL, QFont.Weight.DemiBold)


class ColumnsHead(QHeaderView):
    """Sorts, moves and sizes columns as every head does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFont(_font())
        self.setMouseTracking(True)
        self.setViewport(QWidget())  # one that PySide knows: see ClaimTable
        notifier.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), row_height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803  Qt's
        colours = theme()
        painter.save()
        painter.fillRect(rect, colours.paper)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line)
        area = rect.adjusted(PADDING, 0, -PADDING, 0)
        if self.sortIndicatorSection() == logicalIndex:
            area = self._paint_arrow(painter, area)
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight
            if COLUMNS[logicalIndex].numeric
            else Qt.AlignmentFlag.AlignLeft
        )
        title = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        painter.setFont(self.font())
        painter.setPen(colours.text2)
        words = QFontMetrics(self.font()).elidedText(
            title, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, int(align), words)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, area: QRect) -> QRect:
        """At the right; tells what room it left."""
        ascending = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        ratio = self.devicePixelRatioF()
        drawn = pixmap("chevron-up" if ascending else "chevron-down", _ARROW, theme().text2, ratio)
        top = area.top() + (area.height() - _ARROW) // 2
        painter.drawPixmap(QRect(area.right() - _ARROW + 3, top, _ARROW, _ARROW), drawn)
        return area.adjusted(0, 0, -_ARROW, 0)
