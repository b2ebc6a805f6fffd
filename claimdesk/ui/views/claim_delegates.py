"""How claims are drawn in lists: a row of the table, and a card of two lines.

Both are painted whole, since no style draws a chosen row with a bar at its left, and since a
list of many rows must scroll within a frame.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.domain.anchor import Utf16
from claimdesk.domain.claim import WORTHINESS, ClaimColumn, ClaimRow
from claimdesk.domain.status import Status
from claimdesk.ui.fonts import BODY, META, interface_font, scaled, tabular
from claimdesk.ui.icons import badge_pixmap, pixmap, status_pixmap
from claimdesk.ui.models.claim_columns import BADGES, COLUMNS, Column
from claimdesk.ui.models.claims import Role
from claimdesk.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 27
CARD_HEIGHT = 52

PADDING = 8
_ICON = 14
_TO_WORD = 6
_TO_NEXT = 19
_DOT = 7
_BAR = 3
_CARD_ABOVE = 8
_CARD_MARGIN = 12

_VALIGN = Qt.AlignmentFlag.AlignVCenter
_LEFT = int(Qt.AlignmentFlag.AlignLeft | _VALIGN)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | _VALIGN)

_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def row_height() -> int:
    """The height of a table's row in the user's font."""
    return max(ROW_HEIGHT, scaled(ROW_HEIGHT))


def card_height() -> int:
    """The height of a card in the user's font."""
    return max(CARD_HEIGHT, scaled(CARD_HEIGHT))


def status_width() -> int:
    """How much room the longest status takes."""
    metrics = QFontMetrics(interface_font(BODY))
    words = max(metrics.horizontalAdvance(status.short_label) for status in Status)
    return 2 * PADDING + _ICON + _TO_WORD + words + 1


def two_lines(words: str, font: QFont, width: int, last_width: int) -> tuple[str, str]:
    """Words broken into a first line, and what fits of the rest into a second one."""
    layout = QTextLayout(words, font)
    layout.setTextOption(_WRAPPED)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    end = Utf16(words).code_points(line.textLength())
    rest = words[end:].strip()
    metrics = QFontMetrics(font)
    return (
        metrics.elidedText(words[:end].rstrip(), Qt.TextElideMode.ElideRight, width),
        metrics.elidedText(rest, Qt.TextElideMode.ElideRight, last_width),
    )


@dataclass(slots=True)
class Cell:
    """What is drawn: a claim, or one column of it, in an area."""

    painter: QPainter
    area: QRect
    row: ClaimRow
    chosen: bool
    current: bool
    draft: bool = False

    @property
    def ratio(self) -> float:
        """Screen pixels a drawn one."""
        return self.painter.device().devicePixelRatioF()


class ClaimDelegate(QStyledItemDelegate):
    """What row and card have in common: ground, rule, ring, bar."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._ends = (0, len(COLUMNS) - 1)
        self.set_fonts()

    def set_ends(self, first: int, last: int) -> None:
        """Tell which columns stand at the left and at the right."""
        self._ends = (first, last)

    def set_fonts(self) -> None:
        """Take the system's font as it is now."""
        self._body = interface_font(BODY)
        self._bold = interface_font(BODY, QFont.Weight.DemiBold)
        self._figures = tabular(self._body)
        self._meta = tabular(interface_font(META))
        _fitting.cache_clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ClaimRow | None = index.data(Role.CLAIM)
        if row is None:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        current = index.row() == self._view.currentIndex().row()
        draft = bool(index.data(Role.DRAFT))
        cell = Cell(painter, option.rect, row, chosen, current, draft)
        painter.save()
        if chosen:
            painter.fillRect(cell.area, theme().selection)
        self._paint_claim(cell, index.column())
        self._paint_edges(cell, index.column())
        painter.restore()

    def _paint_claim(self, cell: Cell, column: int) -> None:
        raise NotImplementedError

    def _paint_edges(self, cell: Cell, column: int) -> None:
        """The rule below, or around the current row the ring that shows where keys go; at the
        left end of a chosen row the bar."""
        area, painter, (first, last) = cell.area, cell.painter, self._ends
        if cell.current and self._view.hasFocus():
            painter.setPen(QPen(theme().focus, 1))
            painter.drawLine(area.topLeft(), area.topRight())
            painter.drawLine(area.bottomLeft(), area.bottomRight())
            if column == last:
                painter.drawLine(area.topRight(), area.bottomRight())
        else:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme().line)
        if cell.chosen and column == first:
            painter.fillRect(area.left(), area.top(), _BAR, area.height(), theme().accent)


class RowDelegate(ClaimDelegate):
    """A cell of the table."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._painters: Mapping[str, Callable[[Cell], None]] = {
            ClaimColumn.STATUS: self._paint_status,
            ClaimColumn.CHECK_WORTHINESS: self._paint_weight,
            BADGES: _paint_badges,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        """What a double click on a head's edge makes room for."""
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        width = QFontMetrics(self._bold).horizontalAdvance(words)
        return QSize(width + 2 * PADDING + 2 * _ICON, row_height())

    def _paint_claim(self, cell: Cell, column: int) -> None:
        spec = COLUMNS[column]
        inside = cell.area.adjusted(PADDING, 0, -PADDING, 0)
        paint = self._painters.get(spec.key)
        if paint is None:
            self._paint_words(cell, inside, spec)
        else:
            paint(replace(cell, area=inside))

    def _paint_words(self, cell: Cell, area: QRect, spec: Column) -> None:
        painter, is_statement = cell.painter, spec.key == ClaimColumn.STATEMENT
        painter.setPen(theme().text if is_statement or cell.chosen else theme().text2)
        bold = is_statement and cell.current
        painter.setFont(self._figures if spec.numeric else self._bold if bold else self._body)
        words = _fitting(spec.words(cell.row), area.width(), bold)
        painter.drawText(area, _RIGHT if spec.numeric else _LEFT, words)

    def _paint_status(self, cell: Cell) -> None:
        _paint_status_icon(cell, cell.area)
        status, painter = cell.row.status, cell.painter
        painter.setFont(self._body)
        painter.setPen(theme().text if cell.chosen else theme().status[status].text)
        area = cell.area.adjusted(_ICON + _TO_WORD, 0, 0, 0)
        painter.drawText(area, _LEFT, _fitting(status.short_label, area.width(), False))

    def _paint_weight(self, cell: Cell) -> None:
        paint_weight(cell.painter, cell.area, cell.row.check_worthiness)


class CardDelegate(ClaimDelegate):
    """A claim in two lines, for a list that is high and narrow; where claims of several articles
    are shown, the second line names the article."""

    names_articles = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        return QSize(option.rect.width(), card_height())

    def _paint_claim(self, cell: Cell, column: int) -> None:  # noqa: ARG002  a card is all of them
        row, area, painter = cell.row, cell.area, cell.painter
        line = QFontMetrics(self._body).height()
        top = area.top() + (area.height() - 2 * line) // 2
        number = QFontMetrics(self._meta).horizontalAdvance(str(row.number))
        margin = _CARD_MARGIN + max(_ICON + 10, number + 8)
        upper = QRect(area.left() + margin, top, area.width() - margin - _CARD_MARGIN, line)
        lower = upper.translated(0, line)
        badges = QRect(lower)
        badges.setLeft(lower.right() + 1 - (len(row.badges) + cell.draft) * _TO_NEXT)
        lower.setRight(badges.left() - 1)
        painter.setFont(self._bold if cell.current else self._body)
        painter.setPen(theme().text)
        first, second = two_lines(row.statement, painter.font(), upper.width(), lower.width())
        if self.names_articles:
            first = _fitting(row.statement, upper.width(), cell.current)
            second = _fitting(row.article_title, lower.width(), False)
        painter.drawText(upper, _LEFT, first)
        if self.names_articles:
            painter.setFont(self._body)
            painter.setPen(theme().text2)
        painter.drawText(lower, _LEFT, second)
        _paint_badges(replace(cell, area=badges.adjusted(_TO_NEXT - _ICON, 0, 0, 0)))
        self._paint_margin(cell, QRect(area.left() + _CARD_MARGIN, top, margin, line))

    def _paint_margin(self, cell: Cell, area: QRect) -> None:
        """Icon beside the first line, number beside the second."""
        _paint_status_icon(cell, area)
        cell.painter.setFont(self._meta)
        cell.painter.setPen(theme().text2)
        cell.painter.drawText(area.translated(0, area.height()), _LEFT, str(cell.row.number))


def paint_weight(painter: QPainter, area: QRect, level: int) -> int:
    """Check-worthiness as dots at an area's left edge, full ones first; how wide they are."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().text3, 1))
    top = area.center().y() - _DOT / 2 + 1
    for place, weight in enumerate(WORTHINESS):
        painter.setBrush(theme().text2 if weight <= level else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(area.left() + place * (_DOT + 3), top, _DOT, _DOT))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    return len(WORTHINESS) * (_DOT + 3)


def _paint_status_icon(cell: Cell, area: QRect) -> None:
    place = QPointF(area.left(), _middle(area, cell.ratio))
    cell.painter.drawPixmap(place, status_pixmap(cell.row.status, _ICON, cell.ratio))


def _paint_badges(cell: Cell) -> None:
    """From the area's left edge on, as many as it has room for: the first ones matter most. The
    caret of a draft is ours, not the claim's, so it comes before them."""
    top = _middle(cell.area, cell.ratio)
    room = max(0, cell.area.width() + _TO_NEXT - _ICON) // _TO_NEXT
    pictures = [badge_pixmap(badge, _ICON, cell.ratio) for badge in cell.row.badges[:room]]
    if cell.draft:
        pictures.insert(0, pixmap("cursor-text", _ICON, theme().accent, cell.ratio))
    for at, picture in enumerate(pictures[:room]):
        cell.painter.drawPixmap(QPointF(cell.area.left() + at * _TO_NEXT, top), picture)


def _middle(area: QRect, ratio: float) -> float:
    """Where an icon in the middle of an area begins, on a whole pixel of the screen."""
    return round((area.top() + (area.height() - _ICON) / 2) * ratio) / ratio


@lru_cache(4096)
def _fitting(words: str, width: int, bold: bool) -> str:
    """Words with an ellipsis where they are too long; kept, since measuring them is what costs
    most when a list is scrolled."""
    font = interface_font(BODY, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
