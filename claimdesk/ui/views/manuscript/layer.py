"""The layer under a text edit: passages or coverage, and what lies at a point."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from claimdesk.ui import fonts
from claimdesk.ui.views.manuscript import coverage
from claimdesk.ui.views.manuscript.gutter import Chip, Gutter
from claimdesk.ui.views.manuscript.layout import Geometry, M, Placed, Spanned
from claimdesk.ui.views.manuscript.margin import Entry, Margin
from claimdesk.ui.views.manuscript.marks import Mark, Marks
from claimdesk.ui.views.manuscript.measures import Measures
from claimdesk.ui.views.manuscript.painting import PassagePainter
from claimdesk.ui.views.manuscript.sentences import Stretch, Stretches
from claimdesk.ui.views.manuscript.tiles import Tiles

if TYPE_CHECKING:
    from claimdesk.ui.views.manuscript.proposals import Dashed, Proposals

OVERHANG = 4
"""How far rings reach beyond their line."""


class PassageLayer:
    """Passages and gutter of one text edit."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self.marks = Marks()
        self._geometry: Geometry[Mark] = Geometry(edit.document(), self.marks)
        self.stretches: Stretches | None = None
        """The sentences, while coverage is shown."""
        self.current: int | None = None
        """The number of the sentence that is looked at."""
        self._sentences: Geometry[Stretch] = Geometry(edit.document(), Stretches())
        self.proposals: Proposals | None = None
        """What is proposed, while that is reviewed."""
        self._proposed: Geometry[Dashed] | None = None
        self._tiles = Tiles()
        self.gutter = Gutter()
        self.margin = Margin()
        self.font = fonts.manuscript_font()
        self.measures = Measures.of(self.font, self.font.pixelSize())

    def set_marks(self, marks: Marks) -> None:
        """Draw other passages."""
        self.marks = self._geometry.marks = marks
        self._geometry.drop()
        self.gutter.set_widest_number(marks.widest_number)

    def set_stretches(self, stretches: Stretches | None) -> None:
        """Draw coverage, or passages again."""
        self.stretches = stretches
        self._sentences.marks = stretches or Stretches()
        self._sentences.drop()
        if stretches is None or (self.current or 0) >= len(stretches):
            self.current = None

    def set_proposals(self, shown: "Proposals | None") -> None:
        """Draw what is proposed over the passages, or the passages alone again."""
        self.proposals = shown
        self._proposed = Geometry(self._edit.document(), shown) if shown is not None else None

    def set_font_size(self, pixels: int) -> None:
        """Take another size of letters."""
        self.font = fonts.manuscript_font(pixels)
        self.measures = Measures.of(self.font, self.font.pixelSize())
        self.drop_geometry()

    def drop_geometry(self) -> None:
        """The lines are broken anew."""
        self._geometry.drop()
        self._sentences.drop()
        if self._proposed is not None:
            self._proposed.drop()

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draw what lies in an area of the viewport."""
        rows = list(self.rows(area))
        passages = PassagePainter(painter, self.marks, self.measures, self._tiles)
        if self.proposals is not None and self._proposed is not None:
            passages.paint_quiet(rows)
            proposed = list(self._placed(self._proposed, area))
            self.proposals.paint(painter, proposed, self.measures, self._tiles)
        elif self.stretches is None:
            passages.paint(rows)
        else:
            sentences = self._placed(self._sentences, area)
            coverage.paint(painter, sentences, self.stretches, self.measures, self.current)
            passages.paint_open(rows)
        for placed in rows:
            self.gutter.paint(painter, self._chips(placed), self.marks)
            if entry := self._entry(placed):
                self.margin.paint(painter, entry, self.marks)

    def rows(self, area: QRect | None = None) -> Iterator[Placed[Mark]]:
        """The rows with passages that reach into an area of the viewport, or into all of it."""
        return self._placed(self._geometry, area)

    def _placed(self, geometry: Geometry[M], area: QRect | None) -> Iterator[Placed[M]]:
        area = (area or self._edit.viewport().rect()).adjusted(0, -OVERHANG, 0, OVERHANG)
        first = self._edit.cursorForPosition(QPoint(0, area.top())).block()
        if first.previous().isValid():
            first = first.previous()
        return geometry.placed(first, area, QPointF(0, self._scrolled))

    def areas_of(self, marks: Iterable[Mark]) -> Iterator[QRect]:
        """Where in the viewport something changes when these marks do."""
        claims = {mark.claim for mark in marks}
        if not claims:  # asking where rows are would break lines
            return
        width = self._edit.viewport().width()
        for placed in self.rows():
            if any(part.mark.claim in claims for part in placed.row.segments):
                top = int(placed.top) - OVERHANG
                yield QRect(0, top, width, int(placed.bottom) + 2 * OVERHANG - top)

    def stretch_at(self, point: QPointF) -> Stretch | None:
        """The sentence at a point of the viewport, while coverage is shown."""
        rows = self._placed(self._sentences, QRect(point.toPoint(), point.toPoint()))
        return next((found for placed in rows for found in placed.marks_at(point)), None)

    def proposals_at(self, point: QPointF) -> "list[Dashed]":
        """What is proposed at a point of the viewport, inner before outer."""
        if self._proposed is None:
            return []
        rows = self._placed(self._proposed, QRect(point.toPoint(), point.toPoint()))
        found = [one for placed in rows for one in placed.marks_at(point)]
        return sorted(found, key=lambda one: one.rank)

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The passages at a point of the viewport, without the gutter's."""
        return [mark for placed in self._rows_at(point) for mark in placed.marks_at(point)]

    def chip_at(self, point: QPointF) -> Chip | None:
        """The gutter's chip at a point of the viewport."""
        for placed in self._rows_at(point):
            for chip in self._chips(placed):
                if chip.area.adjusted(-3, -4, 3, 4).contains(point):
                    return chip
        return None

    def entry_at(self, point: QPointF) -> Entry | None:
        """What stands in the margin at a point of the viewport."""
        for placed in self._rows_at(point):
            entry = self._entry(placed)
            if entry is not None and entry.area.adjusted(-3, -4, 3, 4).contains(point):
                return entry
        return None

    def span(self, mark: Spanned) -> tuple[float, float]:
        """Upper and lower edge of a passage in the document."""
        return self._geometry.line(mark.start)[0], self._geometry.line(mark.end - 1)[1]

    def top(self, mark: Spanned) -> float:
        """Upper edge in the document of the line where a passage starts."""
        return self._geometry.line(mark.start)[0]

    def _rows_at(self, point: QPointF) -> Iterator[Placed[Mark]]:
        return self.rows(QRect(point.toPoint(), point.toPoint()))

    def _chips(self, placed: Placed[Mark]) -> list[Chip]:
        return self.gutter.chips(placed, self.marks, self.measures)

    def _entry(self, placed: Placed[Mark]) -> Entry | None:
        return self.margin.entry(placed, self.marks, self.measures)

    @property
    def _scrolled(self) -> int:
        return self._edit.verticalScrollBar().value()
