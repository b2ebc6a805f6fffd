"""How claims are drawn in lists: a row of the table, and a card of two lines.

Each claim is painted whole: no style draws a chosen row with a bar at its left, and delegates,
asked cell by cell, would make Python answer so often that a window full of rows takes longer to
paint than a frame.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from claimdesk.domain.anchor import Utf16
from claimdesk.domain.claim import WORTHINESS, ClaimColumn, ClaimRow
from claimdesk.domain.status import Status
from claimdesk.ui.fonts import BODY, META, interface_font, scaled, tabular
from claimdesk.ui.icons import badge_pixmap, pixmap, status_pixmap
from claimdesk.ui.models.claim_columns import BADGES, Column
from claimdesk.ui.theme import theme

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


class Cell(NamedTuple):
    """Where a column is drawn, across the view."""

    column: Column
    left: int
    width: int


@dataclass(slots=True)
class Sight:
    """A claim to be drawn, and what the view shows of it besides."""

    painter: QPainter
    row: ClaimRow
    chosen: bool
    current: bool
    has_keys: bool
    draft: bool

    @property
    def ratio(self) -> float:
        """Screen pixels a drawn one."""
        return self.painter.device().devicePixelRatioF()


class ClaimPainter:
    """What row and card have in common: ground, rule, ring, bar."""

    def __init__(self) -> None:
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the system's font as it is now."""
        self._body = interface_font(BODY)
        self._bold = interface_font(BODY, QFont.Weight.DemiBold)
        self._figures = tabular(self._body)
        self._meta = tabular(interface_font(META))
        _fitting.cache_clear()

    def paint(self, sight: Sight, area: QRect, cells: Sequence[Cell]) -> None:
        """Draw a claim: 'area' is the whole row's, 'cells' are those to be seen of it."""
        if sight.chosen:
            sight.painter.fillRect(area, theme().selection)
        self._paint_claim(sight, area, cells)
        self._paint_edges(sight, area)

    def _paint_claim(self, sight: Sight, area: QRect, cells: Sequence[Cell]) -> None:
        raise NotImplementedError

    def _paint_edges(self, sight: Sight, area: QRect) -> None:
        """The rule below, or around the current row the ring that shows where keys go; at the
        left end of a chosen row the bar."""
        painter = sight.painter
        if sight.has_keys:
            painter.setPen(QPen(theme().focus, 1))
            painter.drawLine(area.topLeft(), area.topRight())
            painter.drawLine(area.bottomLeft(), area.bottomRight())
            painter.drawLine(area.topRight(), area.bottomRight())
        else:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme().line)
        if sight.chosen:
            painter.fillRect(area.left(), area.top(), _BAR, area.height(), theme().accent)


class RowPainter(ClaimPainter):
    """A row of the table."""

    height = staticmethod(row_height)

    def __init__(self) -> None:
        super().__init__()
        self._painters: Mapping[str, Callable[[Sight, QRect], None]] = {
            ClaimColumn.STATUS.value: self._paint_status,
            ClaimColumn.CHECK_WORTHINESS.value: _paint_weight,
            BADGES: _paint_badges,
        }

    def room_for(self, words: str) -> int:
        """How wide a column is that shows these words whole."""
        return QFontMetrics(self._bold).horizontalAdvance(words) + 2 * PADDING + 2 * _ICON

    def _paint_claim(self, sight: Sight, area: QRect, cells: Sequence[Cell]) -> None:
        for column, left, width in cells:
            inside = QRect(left + PADDING, area.top(), width - 2 * PADDING, area.height())
            paint = self._painters.get(column.key)
            if paint is None:
                self._paint_words(sight, inside, column)
            else:
                paint(sight, inside)

    def _paint_words(self, sight: Sight, area: QRect, column: Column) -> None:
        words = column.words(sight.row)
        if not words:
            return
        painter, is_statement = sight.painter, column.key == ClaimColumn.STATEMENT
        painter.setPen(theme().text if is_statement or sight.chosen else theme().text2)
        bold = is_statement and sight.current
        painter.setFont(self._figures if column.numeric else self._bold if bold else self._body)
        fitting = _fitting(words, area.width(), bold)
        painter.drawText(area, _RIGHT if column.numeric else _LEFT, fitting)

    def _paint_status(self, sight: Sight, area: QRect) -> None:
        _paint_status_icon(sight, area)
        status, painter = sight.row.status, sight.painter
        painter.setFont(self._body)
        painter.setPen(theme().text if sight.chosen else theme().status[status].text)
        beside = area.adjusted(_ICON + _TO_WORD, 0, 0, 0)
        painter.drawText(beside, _LEFT, _fitting(status.short_label, beside.width(), False))


class CardPainter(ClaimPainter):
    """A claim in two lines, for a list that is high and narrow; where claims of several articles
    are shown, the second line names the article."""

    height = staticmethod(card_height)
    names_articles = False

    def _paint_claim(self, sight: Sight, area: QRect, cells: Sequence[Cell]) -> None:  # noqa: ARG002  a card is all of them
        row, painter = sight.row, sight.painter
        line = QFontMetrics(self._body).height()
        top = area.top() + (area.height() - 2 * line) // 2
        number = QFontMetrics(self._meta).horizontalAdvance(str(row.number))
        margin = _CARD_MARGIN + max(_ICON + 10, number + 8)
        upper = QRect(area.left() + margin, top, area.width() - margin - _CARD_MARGIN, line)
        lower = upper.translated(0, line)
        badges = QRect(lower)
        badges.setLeft(lower.right() + 1 - (len(row.badges) + sight.draft) * _TO_NEXT)
        lower.setRight(badges.left() - 1)
        painter.setFont(self._bold if sight.current else self._body)
        painter.setPen(theme().text)
        first, second = two_lines(row.statement, painter.font(), upper.width(), lower.width())
        if self.names_articles:
            first = _fitting(row.statement, upper.width(), sight.current)
            second = _fitting(row.article_title, lower.width(), False)
        painter.drawText(upper, _LEFT, first)
        if self.names_articles:
            painter.setFont(self._body)
            painter.setPen(theme().text2)
        painter.drawText(lower, _LEFT, second)
        _paint_badges(sight, badges.adjusted(_TO_NEXT - _ICON, 0, 0, 0))
        self._paint_margin(sight, QRect(area.left() + _CARD_MARGIN, top, margin, line))

    def _paint_margin(self, sight: Sight, area: QRect) -> None:
        """Icon beside the first line, number beside the second."""
        _paint_status_icon(sight, area)
        sight.painter.setFont(self._meta)
        sight.painter.setPen(theme().text2)
        sight.painter.drawText(area.translated(0, area.height()), _LEFT, str(sight.row.number))


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


def _paint_weight(sight: Sight, area: QRect) -> None:
    paint_weight(sight.painter, area, sight.row.check_worthiness)


def _paint_status_icon(sight: Sight, area: QRect) -> None:
    place = QPointF(area.left(), _middle(area, sight.ratio))
    sight.painter.drawPixmap(place, status_pixmap(sight.row.status, _ICON, sight.ratio))


def _paint_badges(sight: Sight, area: QRect) -> None:
    """From the area's left edge on, as many as it has room for: the first ones matter most. The
    caret of a draft is ours, not the claim's, so it comes before them."""
    top = _middle(area, sight.ratio)
    room = max(0, area.width() + _TO_NEXT - _ICON) // _TO_NEXT
    pictures = [badge_pixmap(badge, _ICON, sight.ratio) for badge in sight.row.badges[:room]]
    if sight.draft:
        pictures.insert(0, pixmap("cursor-text", _ICON, theme().accent, sight.ratio))
    for at, picture in enumerate(pictures[:room]):
        sight.painter.drawPixmap(QPointF(area.left() + at * _TO_NEXT, top), picture)


def _middle(area: QRect, ratio: float) -> float:
    """Where an icon in the middle of an area begins, on a whole pixel of the screen."""
    return round((area.top() + (area.height() - _ICON) / 2) * ratio) / ratio


@lru_cache(4096)
def _fitting(words: str, width: int, bold: bool) -> str:
    """Words with an ellipsis where they are too long; kept, since measuring them is what costs
    most when a list is scrolled."""
    font = interface_font(BODY, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
