"""Where passages, or sentences, lie on the lines of the text: read once a block from Qt's layout,
kept until the width or the font changes."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Generic, NamedTuple, Protocol, TypeVar, cast

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from claimdesk.ui.views.manuscript.shown import ShownText

SMALLEST = 3.0
"""What a passage of no width (a combining mark alone) is drawn as, so that it can be clicked."""


class Spanned(Protocol):
    """What is drawn from one position of the document to another."""

    @property
    def number(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def rank(self) -> tuple[int, int]:
        """What comes first when several lie at one place."""
        ...


M = TypeVar("M", bound=Spanned)
M_co = TypeVar("M_co", bound=Spanned, covariant=True)


class Spans(Protocol[M_co]):
    """All of them in one text."""

    shown: ShownText

    def overlapping(self, start: int, end: int) -> Sequence[M_co]:
        """Those that have something between two positions."""
        ...


class Segment(NamedTuple, Generic[M]):
    """The part of a passage that lies on one line."""

    mark: M
    left: float
    right: float
    begins: bool = True
    ends: bool = True
    """Whether it begins or ends on this line."""


class Row(NamedTuple, Generic[M]):
    """A line that holds something of a passage, measured from its block; longest passage first."""

    top: float
    baseline: float
    bottom: float
    segments: tuple[Segment[M], ...]
    starting: tuple[M, ...]


class Placed(NamedTuple, Generic[M]):
    """A row and where its block stands in the viewport."""

    row: Row[M]
    x: float
    y: float

    @property
    def top(self) -> float:
        """Its upper edge in the viewport."""
        return self.y + self.row.top

    @property
    def bottom(self) -> float:
        """Its lower edge in the viewport."""
        return self.y + self.row.bottom

    @property
    def baseline(self) -> float:
        """Where its letters stand in the viewport."""
        return self.y + self.row.baseline

    def marks_at(self, point: QPointF) -> list[M]:
        """The marks drawn at a point of the viewport."""
        if not self.top <= point.y() < self.bottom:
            return []
        x = point.x() - self.x
        return [part.mark for part in self.row.segments if part.left <= x < part.right]


class Geometry(Generic[M]):
    """The rows of each block, kept by its number."""

    def __init__(self, document: QTextDocument, marks: Spans[M]) -> None:
        self._document = document
        self._kept: dict[int, tuple[Row[M], ...]] = {}
        self.marks = marks

    def drop(self) -> None:
        """Forget what was measured."""
        self._kept.clear()

    def rows(self, block: QTextBlock) -> tuple[Row[M], ...]:
        """A block's rows, from top to bottom."""
        if not block.layout().lineCount():
            # Not laid out: an invalid line, asked for its number, kills the process.
            return ()
        number = block.blockNumber()
        if number not in self._kept:
            self._kept[number] = tuple(_rows(block, self.marks))
        return self._kept[number]

    def placed(self, first: QTextBlock, area: QRect, scrolled: QPointF) -> Iterator[Placed[M]]:
        """The rows of a block and those after it that reach into an area of the viewport."""
        block = first
        while block.isValid():
            origin = self.origin(block) - scrolled
            if origin.y() > area.bottom() + 1:
                return
            rows = self.rows(block)
            for at in range(
                bisect_left(rows, area.top() - origin.y(), key=attrgetter("bottom")), len(rows)
            ):
                if rows[at].top + origin.y() > area.bottom() + 1:
                    break
                yield Placed(rows[at], origin.x(), origin.y())
            block = block.next()

    def origin(self, block: QTextBlock) -> QPointF:
        """Where a block's lines are measured from, in the document."""
        self._document.documentLayout().blockBoundingRect(block)  # lays it out where it is not yet
        return block.layout().position()

    def line(self, position: int) -> tuple[float, float]:
        """Upper and lower edge, in the document, of the line that holds a position."""
        block = self._document.findBlock(position)
        top = self.origin(block).y()
        line = block.layout().lineForTextPosition(position - block.position())
        return top + line.y(), top + line.y() + line.height()


def _rows(block: QTextBlock, marks: Spans[M]) -> Iterator[Row[M]]:
    layout, start, end = block.layout(), block.position(), block.position() + block.length() - 1
    parts: dict[int, list[Segment[M]]] = {}
    beginning: dict[int, list[M]] = {}
    for mark in marks.overlapping(start, end) if start < end else ():
        for number, segment in _segments(layout, mark, start, end, marks.shown):
            parts.setdefault(number, []).append(segment)
            if start + layout.lineAt(number).textStart() <= mark.start:
                beginning.setdefault(number, []).append(mark)
    for number in sorted(parts):
        yield _row(layout.lineAt(number), parts[number], beginning.get(number, []))


def _row(line: QTextLine, parts: list[Segment[M]], beginning: list[M]) -> Row[M]:
    parts.sort(key=lambda part: part.mark.rank, reverse=True)
    beginning.sort(key=attrgetter("number"))
    top = line.y()
    return Row(top, top + line.ascent(), top + line.height(), tuple(parts), tuple(beginning))


def _segments(
    layout: QTextLayout, mark: M, block_start: int, block_end: int, shown: ShownText
) -> Iterator[tuple[int, Segment[M]]]:
    start, end = max(mark.start, block_start), min(mark.end, block_end)
    first = layout.lineForTextPosition(start - block_start).lineNumber()
    last = layout.lineForTextPosition(end - 1 - block_start).lineNumber()
    for number in range(first, last + 1):
        line = layout.lineAt(number)
        line_start = block_start + line.textStart()
        inked = _inked(shown, max(start, line_start), min(end, line_start + line.textLength()))
        if inked:
            left, right = sorted(_x(line, position - block_start) for position in inked)
            begins = number == first and start == mark.start
            ends = number == last and end == mark.end
            yield number, Segment(mark, left, max(right, left + SMALLEST), begins, ends)


def _inked(shown: ShownText, start: int, end: int) -> tuple[int, int] | None:
    """From where to where there are letters; spaces at a line's ends are not drawn."""
    words = shown.words(start, end)
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def _x(line: QTextLine, position: int) -> float:
    """PySide hands out the position as well."""
    return cast("tuple[float, int]", line.cursorToX(position))[0]
