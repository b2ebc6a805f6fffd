"""What the detector proposes, as the manuscript draws it: dashed under the words, the one that is
looked at ringed. Only what is in view is worked out."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from claimdesk.domain.review import ReviewRow
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.layout import Placed, Segment
from claimdesk.ui.views.manuscript.marks import lanes
from claimdesk.ui.views.manuscript.measures import TILE_HEIGHT, Measures
from claimdesk.ui.views.manuscript.painting import FILL_PAD, RING, RING_PAD
from claimdesk.ui.views.manuscript.shown import ShownText
from claimdesk.ui.views.manuscript.tiles import Look, Tiles

_START, _END, _SPANS = (attrgetter(name) for name in ("start", "end", "spans"))


class Dashed(NamedTuple):
    """A passage of a proposal, in positions of the document; no lane where others took them."""

    number: int
    start: int
    end: int
    lane: int | None
    row: ReviewRow

    @property
    def rank(self) -> tuple[int, int]:
        """Inner before outer, then in the text's order."""
        return self.end - self.start, self.number

    @property
    def look(self) -> Look:
        """How it is underlined."""
        if self.row.remark is not None:
            return Look.REMARK
        if self.row.not_checkable is not None:
            return Look.NOT_CHECKABLE
        return (Look.LOW, Look.MEDIUM, Look.HIGH)[self.row.check_worthiness - 1]


class Proposals:
    """All of a text, in its order. 'current' is the mark of the one that is looked at."""

    def __init__(
        self, rows: Sequence[ReviewRow] = (), shown: ShownText | None = None, lane_count: int = 3
    ) -> None:
        self.shown = shown or ShownText()
        self.current: str | None = None
        self._lane_count = lane_count
        self._rows: Sequence[ReviewRow] = rows
        self._further = sorted(
            (start, end, number)
            for number, spans in enumerate(map(_SPANS, rows))
            if spans
            for start, end in spans[1:]
        )
        """Passages of remarks behind their first."""
        self._starts = list(map(_START, rows))
        self._reach = list(accumulate(map(_END, rows), max))

    def overlapping(self, start: int, end: int) -> list[Dashed]:
        """Those that have something between two positions, each in a lane of its own."""
        begins, ends = self.shown.offset(start), self.shown.offset(end)
        first = bisect_right(self._reach, begins)
        last = bisect_left(self._starts, ends)
        found = [
            *((self._rows[at].start, self._rows[at].end, at) for at in range(first, last)),
            *(one for one in self._further if one[0] < ends and one[1] > begins),
        ]
        given = lanes([(one[0], one[1]) for one in found], self._lane_count)
        position = self.shown.position
        made = [
            Dashed(number, position(first), position(last), lane, self._rows[number])
            for (first, last, number), lane in zip(found, given, strict=True)
        ]
        return [one for one in made if one.end > start]

    def place_of(self, row: ReviewRow) -> Dashed:
        """Its passage; of a remark the first."""
        position = self.shown.position
        return Dashed(0, position(row.start), position(row.end), None, row)

    def next_of(self, hits: Sequence[Dashed]) -> str:
        """Which of those under one point a click chooses: inner to outer, then round again."""
        marks = list(dict.fromkeys(one.row.mark for one in hits))
        at = marks.index(self.current) if self.current in marks else -1
        return marks[(at + 1) % len(marks)]

    def paint(
        self,
        painter: QPainter,
        rows: Sequence[Placed[Dashed]],
        measures: Measures,
        tiles: Tiles,
    ) -> None:
        """Draw those of some rows of the text, under their glyphs."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts = [(placed, part) for placed in rows for part in placed.row.segments]
        looked_at = [one for one in parts if one[1].mark.row.mark == self.current]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().selection)
        for placed, part in looked_at:
            painter.drawRoundedRect(_area(placed, part, measures, FILL_PAD, 0), 2.5, 2.5)
        for placed, part in parts:
            _underline(painter, placed, part, measures, tiles)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().focus, RING))
        for placed, part in looked_at:
            below = measures.lane(part.mark.lane or 0) - measures.first_lane + 1.6
            painter.drawRoundedRect(_area(placed, part, measures, RING_PAD, below), 3.5, 3.5)


def _underline(
    painter: QPainter,
    placed: Placed[Dashed],
    part: Segment[Dashed],
    measures: Measures,
    tiles: Tiles,
) -> None:
    if part.mark.lane is None:
        return
    ratio = painter.device().devicePixelRatioF()
    left, right, top = (
        round(length * ratio) / ratio
        for length in (
            placed.x + part.left,
            placed.x + part.right,
            placed.baseline + measures.lane(part.mark.lane) - TILE_HEIGHT / 2,
        )
    )
    area = QRectF(left, top, right - left, TILE_HEIGHT)
    painter.drawTiledPixmap(area, tiles.dashed(part.mark.look, ratio))


def _area(
    placed: Placed[Dashed], part: Segment[Dashed], measures: Measures, pad: float, below: float
) -> QRectF:
    return QRectF(
        QPointF(placed.x + part.left - pad, placed.baseline - measures.rise - 4),
        QPointF(placed.x + part.right + pad, placed.baseline + measures.first_lane + 1 + below),
    )
