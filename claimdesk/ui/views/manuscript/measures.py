"""How large everything is at a font size, and how a pane's width is shared out.

The figures at 17 px are LOOK's; all others are these, scaled.
"""

from math import ceil, floor
from typing import NamedTuple

from PySide6.QtGui import QFont, QPainterPath

BODY = 17
LINE = 28
GAP = 16
TITLE = (27, 36)
LANE_STEP = 3.6
TILE_HEIGHT = 7
HALF_UNDERLINE = 1.8
ICON = 13
RULER = 14
NARROW_MARGIN = 18
"""For one icon."""
MARGIN = 40
"""For two icons."""
WIDE_MARGIN = 150
"""For a few words."""
WIDEST_COLUMN = 600


class Measures(NamedTuple):
    """Heights of a line: 'rise' is how far letters stand above the baseline, 'first_lane' how far
    below it the middle of the first underline lies."""

    size: int
    line: int
    gap: int
    rise: float
    first_lane: float
    lanes: int

    @classmethod
    def of(cls, font: QFont, size: int) -> "Measures":
        """The measures of a font at a size in pixels."""
        line = ceil(size * LINE / BODY)
        letters = QPainterPath()
        letters.addText(0, 0, font, "dhklgpqj")
        rise = -letters.boundingRect().top()
        first = letters.boundingRect().bottom() + HALF_UNDERLINE
        room = line - rise - first - HALF_UNDERLINE
        return cls(
            size, line, round(size * GAP / BODY), rise, first, max(1, 1 + floor(room / LANE_STEP))
        )

    def scaled(self, pixels: float) -> int:
        """A length that is given for 17 px."""
        return round(pixels * self.size / BODY)

    def lane(self, number: int) -> float:
        """How far below the baseline the middle of a lane lies."""
        return self.first_lane + number * LANE_STEP


class Columns(NamedTuple):
    """A pane's width shared out, from left to right: blank, gutter with room for so many chips,
    text, margin, blank."""

    left: int
    slots: int
    gutter: int
    margin: int
    right: int

    @classmethod
    def of(cls, width: int, measures: Measures, gutter_widths: dict[int, int]) -> "Columns":
        """The most generous arrangement that leaves the text a readable width."""
        for slots, margin, least in _ARRANGEMENTS:
            gutter = gutter_widths[slots]
            room = width - gutter - margin
            if room >= measures.scaled(least):
                break
        blank = max(0, room - measures.scaled(WIDEST_COLUMN))
        return cls(blank // 2, slots, gutter, margin, blank - blank // 2)


_ARRANGEMENTS = (
    (3, WIDE_MARGIN, WIDEST_COLUMN),
    (2, WIDE_MARGIN, 500),
    (2, MARGIN, 480),
    (2, NARROW_MARGIN, 400),
    (1, NARROW_MARGIN, 0),
)
