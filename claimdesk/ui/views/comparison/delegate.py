"""How a row of the comparison is drawn: older words, verdict, newer words.

Red and green, with strike and underline, only for changed facts and new or lost sentences;
rewording stays grey.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.domain.anchor import Utf16
from claimdesk.domain.comparison import ComparedRow, Piece, PieceKind, Verdict
from claimdesk.domain.status import Status
from claimdesk.ui.fonts import BODY, SMALL, interface_font, manuscript_font, scaled, tabular
from claimdesk.ui.icons import pixmap, status_pixmap
from claimdesk.ui.models.comparison import Role
from claimdesk.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex

TEXT = 16
LINE = 26
MIDDLE = 190
ICONS = {
    Verdict.FACT_CHANGED: "equal-not",
    Verdict.REWORDED: "wave-sine",
    Verdict.CORRECTED: "pencil-check",
    Verdict.GONE: "circle-minus",
    Verdict.NEW: "plus",
    Verdict.MOVED: "arrows-move-vertical",
    Verdict.SAME: "equal",
}
_SIDE, _ABOVE, _BAR = 24, 8, 3
_ICON = 14
_LOUD = (Verdict.FACT_CHANGED, Verdict.NEW, Verdict.GONE)
"""The verdicts whose differences are coloured."""
_QUIET = (Verdict.SAME, Verdict.MOVED, Verdict.CORRECTED)
_CENTRED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class Columns(NamedTuple):
    """Where the three columns of a row begin, and how wide they are."""

    left: int
    middle: int
    right: int
    text: int

    @classmethod
    def of(cls, width: int) -> "Columns":
        """A width shared out."""
        middle = scaled(MIDDLE)
        text = max(80, (width - middle - 4 * _SIDE) // 2)
        return cls(_SIDE, 2 * _SIDE + text, 2 * _SIDE + text + middle + _SIDE, text)


class ComparisonDelegate(QStyledItemDelegate):
    """Paints a row whole."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[int, bool, tuple[Piece, ...], tuple[Piece, ...]], int] = {}
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the system's font as it is now."""
        self._text = manuscript_font(TEXT)
        self._line = scaled(LINE)
        self._plain = interface_font(SMALL)
        self._bold = interface_font(BODY, QFont.Weight.DemiBold)
        self._figures = tabular(interface_font(SMALL))
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        row: ComparedRow = index.data(Role.ROW)
        width = self._view.viewport().width()
        key = (width, row.repeats, row.before, row.after)
        if key not in self._heights:
            text = Columns.of(width).text
            lines = (
                1
                if row.repeats
                else max(self._lines(side, text) for side in (row.before, row.after))
            )
            self._heights[key] = lines * self._line + 2 * _ABOVE
        return QSize(120, self._heights[key])

    def _lines(self, pieces: Sequence[Piece], width: int) -> int:
        return max(1, self._layout(pieces, Verdict.SAME, width).lineCount())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ComparedRow = index.data(Role.ROW)
        area = option.rect
        painter.save()
        self._paint_ground(
            painter, area, row, chosen=bool(option.state & QStyle.StateFlag.State_Selected)
        )
        columns = Columns.of(area.width())
        top = area.top() + _ABOVE
        for pieces, left in ((row.before, columns.left), (row.after, columns.right)):
            if row.repeats:
                break
            layout = self._layout(pieces, row.verdict, columns.text)
            layout.draw(painter, QPointF(area.left() + left, top))
        self._paint_verdict(painter, QRect(columns.middle, top, scaled(MIDDLE), self._line), row)
        painter.restore()

    def _layout(self, pieces: Sequence[Piece], verdict: Verdict, width: int) -> QTextLayout:
        words = "".join(piece.text for piece in pieces).replace("\n", "\u2028")
        layout = QTextLayout(words, self._text)
        layout.setTextOption(_WRAPPED)
        layout.setFormats(_formats(words, pieces, verdict))
        layout.beginLayout()
        y = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (self._line - line.height()) / 2))
            y += self._line
        layout.endLayout()
        return layout

    def _paint_ground(
        self, painter: QPainter, area: QRect, row: ComparedRow, *, chosen: bool
    ) -> None:
        if chosen:
            painter.fillRect(area, theme().selection)
        elif row.verdict is Verdict.FACT_CHANGED:
            painter.fillRect(area, theme().card)
        if row.verdict is Verdict.FACT_CHANGED:
            bar = QRect(area.left(), area.top(), _BAR, area.height())
            painter.fillRect(bar, theme().status[Status.INACCURATE].mark)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(theme().focus, 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_verdict(self, painter: QPainter, area: QRect, row: ComparedRow) -> None:
        ratio = painter.device().devicePixelRatioF()
        number = QFontMetrics(self._figures).horizontalAdvance("0000")
        icon_top = area.top() + (area.height() - _ICON) / 2
        painter.setFont(self._figures)
        painter.setPen(theme().text2)
        left = area.left()
        if row.number is not None:
            painter.drawText(
                QRect(left, area.top(), number, area.height()), _RIGHT, str(row.number)
            )
        if row.status is not None:
            at = QPointF(left + number + 5, icon_top)
            painter.drawPixmap(at, status_pixmap(row.status, _ICON, ratio))
        left += number + _ICON + 16
        quiet = row.verdict in _QUIET or (row.verdict is Verdict.REWORDED and not row.is_open)
        ink = theme().text2 if quiet else theme().text
        painter.drawPixmap(QPointF(left, icon_top), pixmap(ICONS[row.verdict], _ICON, ink, ratio))
        left += _ICON + 8
        font = self._plain if quiet else self._bold
        painter.setFont(font)
        painter.setPen(ink)
        room = QRect(left, area.top(), area.right() - left, area.height())
        words = QFontMetrics(font).elidedText(
            row.remark or row.verdict.label, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _CENTRED, words)


def _formats(
    words: str, pieces: Sequence[Piece], verdict: Verdict
) -> list[QTextLayout.FormatRange]:
    utf16, place = Utf16(words), 0
    made = []
    whole = verdict is Verdict.GONE
    for piece in pieces:
        end = place + len(piece.text)
        one = QTextLayout.FormatRange()
        one.start = utf16.units(place)
        one.length = utf16.units(end) - one.start
        one.format = _letters(piece.kind, verdict, whole=whole)
        made.append(one)
        place = end
    return made


def _letters(kind: PieceKind, verdict: Verdict, *, whole: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    quiet = verdict in _QUIET
    made.setForeground(QBrush(theme().text2 if quiet or whole else theme().text))
    if whole:
        made.setFontStrikeOut(True)
    if kind is PieceKind.SAME or quiet:
        return made
    loud = verdict in _LOUD
    if kind is PieceKind.REMOVED:
        _mark(made, theme().dele if loud else theme().sunken)
        made.setFontStrikeOut(loud)
        if loud:
            made.setForeground(QBrush(theme().danger))
    else:
        _mark(made, theme().ins if loud else theme().sunken)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(
            theme().status[Status.VERIFIED].mark if loud else theme().line_strong
        )
    return made


def _mark(letters: QTextCharFormat, colour: QColor) -> None:
    letters.setBackground(QBrush(colour))
