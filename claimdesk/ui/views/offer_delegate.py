"""How an offer is drawn: icon, words with the letters that were meant in bold, keys at the right.
What cannot be done now is grey, and says why."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.ui.actions.matching import Span
from claimdesk.ui.actions.offers import Heading, Offer, Row
from claimdesk.ui.fonts import BODY, SMALL, interface_font, scaled, tabular
from claimdesk.ui.icons import pixmap, status_pixmap
from claimdesk.ui.models.offers import Role
from claimdesk.ui.theme import theme
from claimdesk.ui.widgets.key_cap import key_cap_size, paint_key_cap

Index = QModelIndex | QPersistentModelIndex

_OUTSIDE, _INSIDE, _RADIUS = 6, 12, 4
_ICON = 16
_TO_WORDS = 12
_BETWEEN_KEYS, _BETWEEN_SEQUENCES = 4, 12
_CENTRED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OfferDelegate(QStyledItemDelegate):
    """Paints a row whole. 'all_keys' shows every way by keys, not just the first."""

    def __init__(self, view: QAbstractItemView, *, height: int, all_keys: bool = False) -> None:
        super().__init__(view)
        self._height, self._all_keys = height, all_keys
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the system's font as it is now."""
        self._body = interface_font(BODY)
        self._figures = tabular(self._body)
        self._small = interface_font(SMALL)
        self._head = interface_font(SMALL, QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        return QSize(120, max(self._height, scaled(self._height)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(Role.ROW)
        area = option.rect.adjusted(_OUTSIDE, 0, -_OUTSIDE, 0)
        painter.save()
        if isinstance(row, Heading):
            painter.setFont(self._head)
            painter.setPen(theme().text2)
            below = area.adjusted(_INSIDE, area.height() // 5, -_INSIDE, 0)
            painter.drawText(below, _CENTRED, row.words)
        elif row is not None:
            if option.state & QStyle.StateFlag.State_Selected:
                _paint_ground(painter, area)
            self._paint_offer(painter, area.adjusted(_INSIDE, 0, -_INSIDE, 0), row)
        painter.restore()

    def _paint_offer(self, painter: QPainter, area: QRect, row: Offer) -> None:
        _paint_icon(painter, area, row)
        left = area.left() + _ICON + _TO_WORDS
        right = self._paint_keys(painter, area, row)
        if row.obstacle:
            right = self._paint_obstacle(painter, QRect(area), right, row.obstacle)
        elif row.place:
            right = self._paint_place(painter, QRect(area), right, row.place)
        painter.setPen(_ink(row))
        if row.number:
            painter.setFont(self._figures)
            painter.drawText(area.adjusted(left - area.left(), 0, 0, 0), _CENTRED, row.number)
            left += QFontMetrics(self._figures).horizontalAdvance(row.number) + 8
        words = QRect(left, area.top(), max(0, right - _TO_WORDS - left), area.height())
        self._paint_words(painter, words, row)

    def _paint_keys(self, painter: QPainter, area: QRect, row: Offer) -> int:
        """From the right edge to the left; where they begin."""
        right = area.right() + 1
        for parts in reversed(row.keys if self._all_keys else row.keys[:1]):
            for part in reversed(parts):
                size = key_cap_size(part)
                top = area.top() + (area.height() - size.height()) // 2
                cap = QRectF(right - size.width(), top, size.width(), size.height())
                paint_key_cap(painter, cap, part, _faded(row))
                right -= size.width() + _BETWEEN_KEYS
            right -= _BETWEEN_SEQUENCES - _BETWEEN_KEYS
        return right

    def _paint_obstacle(self, painter: QPainter, area: QRect, right: int, words: str) -> int:
        painter.setFont(self._small)
        painter.setPen(theme().text3)
        area.setRight(right)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        return right - QFontMetrics(self._small).horizontalAdvance(words)

    def _paint_place(self, painter: QPainter, area: QRect, right: int, words: str) -> int:
        """At the right, in a quarter of the row at most."""
        painter.setFont(self._small)
        painter.setPen(theme().text2)
        metrics = QFontMetrics(self._small)
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() // 4)
        area.setRight(right)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, fitting)
        return right - metrics.horizontalAdvance(fitting)

    def _paint_words(self, painter: QPainter, area: QRect, row: Offer) -> None:
        """Laid out by hand: QPainter writes in one weight only."""
        bold = QFontMetrics(interface_font(BODY, QFont.Weight.DemiBold))
        metrics = bold if row.spans else QFontMetrics(self._body)
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, area.width())
        layout = QTextLayout(words, self._body)
        layout.setFormats([_bold(words, span) for span in row.spans if span[1] <= len(words)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, 2 * area.width()))
        layout.endLayout()
        top = area.top() + (area.height() - line.height()) / 2
        layout.draw(painter, QPointF(area.left(), top))


def _bold(words: str, span: Span) -> QTextLayout.FormatRange:
    """Letters in bold; Qt counts them in UTF-16."""
    meant = QTextLayout.FormatRange()
    start, end = (len(words[:place].encode("utf-16-le")) // 2 for place in span)
    meant.start, meant.length = start, end - start
    weight = QTextCharFormat()
    weight.setFontWeight(QFont.Weight.Bold)
    meant.format = weight
    return meant


def _paint_ground(painter: QPainter, area: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme().selection)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(area), _RADIUS, _RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_icon(painter: QPainter, area: QRect, row: Offer) -> None:
    ratio = painter.device().devicePixelRatioF()
    at = QPointF(area.left(), area.top() + (area.height() - _ICON) // 2)
    if row.status is not None and not row.obstacle:
        painter.drawPixmap(at, status_pixmap(row.status, _ICON, ratio))
    elif name := f"status/{row.status}" if row.status else row.icon:
        painter.drawPixmap(at, pixmap(name, _ICON, _faded(row) or theme().text2, ratio))


def _ink(row: Offer) -> QColor:
    return _faded(row) or theme().text


def _faded(row: Offer) -> QColor | None:
    return theme().line_strong if row.obstacle else None
