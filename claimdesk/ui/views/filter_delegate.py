"""How a filter is drawn in the sidebar: icon, name, how many claims."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.ui.fonts import BODY, META, interface_font, scaled, tabular
from claimdesk.ui.icons import badge_pixmap, pixmap
from claimdesk.ui.models.filters import FilterRow, Role
from claimdesk.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 27

_OUTSIDE = 6
_INSIDE = 8
_ICON = 14
_GAP = 8
_RADIUS = 4


def filter_height() -> int:
    """The height of a row in the user's font."""
    return max(ROW_HEIGHT, scaled(ROW_HEIGHT))


class FilterDelegate(QStyledItemDelegate):
    """Paints a row whole; 'active' is the row of the filter that is on."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.active: int | None = None
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the system's font as it is now."""
        self._body = interface_font(BODY)
        self._bold = interface_font(BODY, QFont.Weight.DemiBold)
        self._meta = tabular(interface_font(META))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        return QSize(120, filter_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FilterRow = index.data(Role.FILTER)
        ground = option.rect.adjusted(_OUTSIDE, 0, -_OUTSIDE, 0)
        active = index.row() == self.active
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme().selection if active else Qt.BrushStyle.NoBrush)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme().focus, 1.4) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_words(painter, ground.adjusted(_INSIDE, 0, -_INSIDE, 0), row, active=active)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, row: FilterRow, *, active: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        top = area.center().y() - _ICON // 2 + 1
        painter.drawPixmap(QPoint(area.left(), top), _picture(row, ratio))
        painter.setFont(self._meta)
        painter.setPen(theme().text2)
        count = str(row.count)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, right, count)
        taken = QFontMetrics(self._meta).horizontalAdvance(count) + _GAP
        words = area.adjusted(_ICON + _GAP, 0, -taken, 0)
        painter.setFont(self._bold if active else self._body)
        painter.setPen(theme().text)
        fitting = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, words.width()
        )
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(words, left, fitting)


def _picture(row: FilterRow, ratio: float) -> QPixmap:
    if row.badge is not None:
        return badge_pixmap(row.badge, _ICON, ratio)
    name = "list" if row.saved is None else "filter"
    return pixmap(name, _ICON, theme().text2, ratio)
