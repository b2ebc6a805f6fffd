"""The left margin: number and status of each claim, beside the line where its passage starts."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from claimdesk.ui import fonts, icons
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.layout import Placed
from claimdesk.ui.views.manuscript.marks import Mark, Marks
from claimdesk.ui.views.manuscript.measures import ICON, Measures
from claimdesk.ui.views.manuscript.painting import RING

EDGE = 6
BETWEEN = 9
TO_ICON = 4
TO_TEXT = 13
HEIGHT = 19
FEWEST_DIGITS = 2
FAINT = 0.4


class Chip(NamedTuple):
    """A place in the gutter: one claim, or those that found no room ('+2')."""

    area: QRectF
    marks: tuple[Mark, ...]
    is_rest: bool = False


class Gutter:
    """Lays out and draws the chips of a row."""

    def __init__(self) -> None:
        self.slots = 2
        self.right = 0.0
        self._digits = FEWEST_DIGITS
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the interface's font as it is now."""
        self._plain = fonts.tabular(fonts.interface_font(fonts.SMALL))
        self._bold = fonts.tabular(fonts.interface_font(fonts.SMALL, QFont.Weight.DemiBold))
        self._digit = QFontMetricsF(self._plain).horizontalAdvance("0")

    def set_widest_number(self, number: int) -> None:
        """Make room for numbers up to this one."""
        self._digits = max(FEWEST_DIGITS, len(str(number)))

    def arrange(self, slots: int, width: int) -> None:
        """Show so many chips a line, in a gutter of this width."""
        self.slots, self.right = slots, float(width - TO_TEXT)

    def widths(self) -> dict[int, int]:
        """How wide a gutter is for one, two or three chips a line."""
        rest = self._rest_width + BETWEEN
        chip = self._chip_width + BETWEEN
        return {slots: round(EDGE + rest + slots * chip - BETWEEN + TO_TEXT) for slots in (1, 2, 3)}

    @property
    def _chip_width(self) -> float:
        return self._digits * self._digit + TO_ICON + ICON

    @property
    def _rest_width(self) -> float:
        return 2.2 * self._digit

    def chips(self, placed: Placed[Mark], marks: Marks, measures: Measures) -> list[Chip]:
        """The chips beside a row, from left to right."""
        shown, rest = _few(placed.row.starting, marks, self.slots)
        top = placed.baseline - measures.size * 0.33 - HEIGHT / 2
        width = self._chip_width
        left = self.right - len(shown) * (width + BETWEEN) + BETWEEN
        made = [
            Chip(QRectF(left + at * (width + BETWEEN), top, width, HEIGHT), (mark,))
            for at, mark in enumerate(shown)
        ]
        if rest:
            start = left - BETWEEN - self._rest_width
            made.insert(0, Chip(QRectF(start, top, self._rest_width, HEIGHT), tuple(rest), True))
        return made

    def paint(self, painter: QPainter, chips: Sequence[Chip], marks: Marks) -> None:
        """Draw chips."""
        for chip in chips:
            if chip.is_rest:
                self._paint_rest(painter, chip)
            else:
                self._paint_chip(painter, chip, chip.marks[0], marks)
        painter.setOpacity(1)

    def _paint_rest(self, painter: QPainter, chip: Chip) -> None:
        painter.setOpacity(1)
        painter.setFont(self._plain)
        painter.setPen(theme().text3)
        painter.drawText(chip.area, Qt.AlignmentFlag.AlignCenter, f"+{len(chip.marks)}")

    def _paint_chip(self, painter: QPainter, chip: Chip, mark: Mark, marks: Marks) -> None:
        ringed = marks.is_ringed(mark)
        painter.setOpacity(FAINT if marks.is_faint(mark) else 1)
        if ringed:
            painter.setPen(QPen(theme().focus, RING))
            painter.setBrush(theme().selection)
            painter.drawRoundedRect(chip.area.adjusted(-3.5, 0, 3.5, 0), 4, 4)
        painter.setFont(self._bold if ringed else self._plain)
        painter.setPen(theme().text if ringed else theme().text2)
        number = chip.area.adjusted(0, 0, -ICON - TO_ICON, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, right, str(mark.number))
        ratio = painter.device().devicePixelRatioF()
        x = round((chip.area.right() - ICON) * ratio) / ratio
        y = round((chip.area.center().y() - ICON / 2) * ratio) / ratio
        painter.drawPixmap(QPointF(x, y), icons.status_pixmap(marks.status(mark), ICON, ratio))


def _few(starting: Sequence[Mark], marks: Marks, slots: int) -> tuple[list[Mark], list[Mark]]:
    """Which claims of a line are shown, by number, and which wait: the chosen one always shows,
    those that a filter puts aside wait first."""
    if len(starting) <= slots:
        return list(starting), []
    ranked = sorted(
        starting,
        key=lambda mark: (
            mark.claim != marks.chosen,
            not marks.is_ringed(mark),
            marks.is_faint(mark),
        ),
    )
    shown = set(ranked[:slots])
    return [mark for mark in starting if mark in shown], ranked[slots:]
