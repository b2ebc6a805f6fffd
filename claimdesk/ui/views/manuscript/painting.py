"""Draws passages under the text: fills, underlines, rings. Nothing here is kept."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.layout import Placed, Segment
from claimdesk.ui.views.manuscript.marks import Mark, Marks
from claimdesk.ui.views.manuscript.measures import TILE_HEIGHT, Measures
from claimdesk.ui.views.manuscript.tiles import Tiles

RING = 1.4
FAINT = 0.3
FILL_PAD = 1.5
RING_PAD = 2.5


class PassagePainter:
    """Draws rows of passages with one painter."""

    def __init__(self, painter: QPainter, marks: Marks, measures: Measures, tiles: Tiles) -> None:
        self._painter = painter
        self._marks = marks
        self._chosen = marks.get(marks.chosen)
        self._measures = measures
        self._tiles = tiles
        self._ratio = painter.device().devicePixelRatioF()

    def paint(self, rows: Sequence[Placed[Mark]]) -> None:
        """All fills before all underlines, which may reach into the fills of the next row."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        for placed in rows:
            self._fill(placed)
        for placed in rows:
            self._underline(placed)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(theme().focus, RING))
        for placed in rows:
            self._ring(placed)

    def paint_open(self, rows: Sequence[Placed[Mark]]) -> None:
        """Only what is still to be checked, and the ring: beside coverage."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        for placed in rows:
            self._underline(placed, only_open=True)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(theme().focus, RING))
        for placed in rows:
            self._ring(placed)

    def paint_quiet(self, rows: Sequence[Placed[Mark]]) -> None:
        """Fills and the ring alone: beside what is proposed."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        for placed in rows:
            self._fill(placed)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(theme().focus, RING))
        for placed in rows:
            self._ring(placed)

    def _fill(self, placed: Placed[Mark]) -> None:
        """Longest first; what is chosen last, whole, without the fills of what lies in it."""
        colours, ringed = theme().status, []
        for part in placed.row.segments:
            if self._marks.is_ringed(part.mark):
                ringed.append(part)
            elif not self._marks.is_faint(part.mark) and not self._is_inside(part.mark):
                self._box(placed, part, colours[self._marks.status(part.mark)].fill)
        for part in ringed:
            self._box(placed, part, colours[self._marks.status(part.mark)].strong)

    def _is_inside(self, mark: Mark) -> bool:
        return self._chosen is not None and self._chosen.holds(mark)

    def _box(self, placed: Placed[Mark], part: Segment[Mark], colour: QColor) -> None:
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(self._area(placed, part, FILL_PAD, 0), 2.5, 2.5)

    def _area(self, placed: Placed[Mark], part: Segment[Mark], pad: float, below: float) -> QRectF:
        top = placed.baseline - self._measures.rise - 3
        return QRectF(
            QPointF(placed.x + part.left - pad, self._whole(top)),
            QPointF(
                placed.x + part.right + pad,
                self._whole(placed.baseline + self._measures.first_lane + 1 + below),
            ),
        )

    def _underline(self, placed: Placed[Mark], *, only_open: bool = False) -> None:
        for part in placed.row.segments:
            if only_open and self._marks.status(part.mark).is_checked:
                continue
            if part.mark.lane is not None:
                faint = self._marks.is_faint(part.mark)
                self._painter.setOpacity(FAINT if faint else 1)
                self._tile(placed, part, part.mark.lane)
        self._painter.setOpacity(1)

    def _tile(self, placed: Placed[Mark], part: Segment[Mark], lane: int) -> None:
        left = self._whole(placed.x + part.left)
        right = self._whole(placed.x + part.right)
        top = self._whole(placed.baseline + self._measures.lane(lane) - TILE_HEIGHT / 2)
        tile = self._tiles.get(self._marks.status(part.mark), self._ratio)
        self._painter.drawTiledPixmap(QRectF(left, top, right - left, TILE_HEIGHT), tile)

    def _ring(self, placed: Placed[Mark]) -> None:
        for part in placed.row.segments:
            if self._marks.is_ringed(part.mark):
                below = self._measures.lane(part.mark.lane or 0) - self._measures.first_lane + 1.6
                area = self._area(placed, part, RING_PAD, below)
                self._painter.drawRoundedRect(area.adjusted(0, -1, 0, 0), 3.5, 3.5)

    def _whole(self, length: float) -> float:
        """A length on whole device pixels."""
        return round(length * self._ratio) / self._ratio
