"""Draws charts: bars beside their names, or columns over an axis; on the screen and in pictures
alike.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from claimdesk.i18n import number
from claimdesk.ui.fonts import BODY, META, SMALL, interface_font, scaled, tabular
from claimdesk.ui.theme import theme
from claimdesk.ui.views.overview.charts import Bar, Chart, Part
from claimdesk.ui.views.overview.patterns import fill, ground_of, ink_on

_GAP = 1.0
"""Of ground between two parts of a bar."""
_LEAST = 3.0
"""With its gap: one claim among thousands must still show."""
_ROUND = 3.0
_MEASURED = 200
"""How many names are measured for their column."""


class Place(NamedTuple):
    """A bar of a chart and one of its parts; -1 for the bar as a whole."""

    bar: int
    part: int = -1


class Drawing(Protocol):
    """A chart over a width."""

    chart: Chart

    @property
    def height(self) -> float:
        """How much room it needs."""
        ...

    def paint(self, painter: QPainter, area: QRectF, at: Place | None) -> None:
        """Draw what lies within 'area' of the whole; 'at' is what is being read."""
        ...

    def place_at(self, point: QPointF) -> Place | None:
        """What lies at a point."""
        ...

    def rect_of(self, place: Place) -> QRectF:
        """Where something lies."""
        ...


def drawing(chart: Chart, width: float) -> Drawing:
    """The drawing of a chart over a width."""
    return Columns(chart, width) if chart.columns else Bars(chart, width)


def stretches(
    length: float, parts: Sequence[Part], least: float = _LEAST
) -> Iterator[tuple[float, float]]:
    """Where each part begins within a bar of this length, and how long it is: none shorter than
    'least', where the bar has room for that."""
    whole = sum(part.count for part in parts)
    shares = [length * part.count / whole for part in parts]
    if least * len(parts) > length:
        least = 0.0
    lacking = sum(max(0.0, least - share) for share in shares)
    spare = sum(max(0.0, share - least) for share in shares)
    kept = 1 - lacking / spare if spare else 1.0
    begin = 0.0
    for share in shares:
        given = least + max(0.0, share - least) * kept
        yield begin, given
        begin += given


class Bars:
    """Bars that lie, with their names at the left and how much they are at the right."""

    def __init__(self, chart: Chart, width: float) -> None:
        self.chart = chart
        self._width = width
        self._row, self._thick = scaled(30), scaled(18)
        font = QFontMetricsF(interface_font(BODY))
        named = (chart.bars[place].label for place in range(min(len(chart.bars), _MEASURED)))
        widest = max((font.horizontalAdvance(label) for label in named), default=0.0)
        self._names = min(widest + 4, max(width * 0.38, scaled(110)))
        self._left = self._names + scaled(12)
        most = chart.most
        self._most = max(1, most)
        self._right = font.horizontalAdvance(number(most)) + scaled(14)

    @property
    def height(self) -> float:
        return float(self._row * max(1, len(self.chart.bars)))

    def paint(self, painter: QPainter, area: QRectF, at: Place | None) -> None:
        first = max(0, int(area.top() // self._row))
        last = min(len(self.chart.bars), int(area.bottom() // self._row) + 1)
        for place in range(first, last):
            self._paint_bar(painter, place, at)

    def _paint_bar(self, painter: QPainter, place: int, at: Place | None) -> None:
        bar = self.chart.bars[place]
        top = float(place * self._row)
        if at is not None and at.bar == place:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().selection)
            painter.drawRoundedRect(QRectF(0, top, self._width, self._row), _ROUND, _ROUND)
        font = interface_font(BODY)
        painter.setFont(font)
        painter.setPen(theme().text)
        shown = QFontMetricsF(font).elidedText(bar.label, Qt.TextElideMode.ElideRight, self._names)
        painter.drawText(QRectF(4, top, self._names, self._row), _MIDDLE, shown)
        right = self._left
        for part, rect in zip(bar.parts, self._rects(bar, place), strict=True):
            fill(painter, rect, part.status)
            write_count(painter, rect, part)
            right = rect.right()
        painter.setFont(tabular(interface_font(SMALL)))
        painter.setPen(theme().text2)
        words = number(bar.total) if bar.parts else "0"
        painter.drawText(QRectF(right + 6, top, self._right, self._row), _MIDDLE, words)
        if at is not None and at.bar == place and at.part >= 0:
            ring(painter, self.rect_of(at))

    def _rects(self, bar: Bar, place: int) -> list[QRectF]:
        top = place * self._row + (self._row - self._thick) / 2
        room = max(1.0, self._width - self._left - self._right)
        length = room * bar.total / self._most
        return [
            QRectF(self._left + begin, top, share - _GAP if share > _GAP else share, self._thick)
            for begin, share in stretches(length, bar.parts)
        ]

    def place_at(self, point: QPointF) -> Place | None:
        place = int(point.y() // self._row)
        if not 0 <= place < len(self.chart.bars):
            return None
        rects = self._rects(self.chart.bars[place], place)
        begun = [part for part, rect in enumerate(rects) if rect.left() <= point.x()]
        within = begun and point.x() <= rects[-1].right()
        return Place(place, begun[-1]) if within else Place(place)

    def rect_of(self, place: Place) -> QRectF:
        if place.part >= 0:
            return self._rects(self.chart.bars[place.bar], place.bar)[place.part]
        return QRectF(0, place.bar * self._row, self._width, self._row)


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Columns:
    """Columns side by side over an axis, with a scale at the left."""

    HEIGHT = 220

    def __init__(self, chart: Chart, width: float) -> None:
        self.chart = chart
        self._width = width
        self._height = float(scaled(self.HEIGHT))
        self._most = chart.most
        font = QFontMetricsF(interface_font(META))
        self._left = font.horizontalAdvance(number(self._most)) + scaled(12)
        self._foot = font.height() + scaled(8)
        self._top = font.height() / 2
        count = max(1, len(chart.bars))
        self._pitch = max(1.0, (width - self._left - scaled(8)) / count)

    @property
    def height(self) -> float:
        return self._height

    @property
    def _base(self) -> float:
        return self._height - self._foot

    def paint(self, painter: QPainter, area: QRectF, at: Place | None) -> None:  # noqa: ARG002
        self._paint_scale(painter)
        self._paint_marks(painter)
        for place, bar in enumerate(self.chart.bars):
            if at is not None and at.bar == place:
                left = self._left + place * self._pitch
                painter.fillRect(QRectF(left, 0, self._pitch, self._base), theme().selection)
            for part, rect in zip(bar.parts, self._rects(bar, place), strict=True):
                fill(painter, rect, part.status, outlined=False)
        if at is not None and at.part >= 0:
            ring(painter, self.rect_of(at))

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setFont(tabular(interface_font(META)))
        for step in scale(self._most):
            y = self._base - (self._base - self._top) * step / max(1, self._most)
            painter.setPen(QPen(theme().line, 1))
            painter.drawLine(QPointF(self._left, y), QPointF(self._width, y))
            painter.setPen(theme().text2)
            beside = QRectF(0, y - self._foot / 2, self._left - scaled(6), self._foot)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, right, number(step))

    def _paint_marks(self, painter: QPainter) -> None:
        """Name days at even distances, as many as have room."""
        font = interface_font(META)
        painter.setFont(font)
        painter.setPen(theme().text2)
        metrics = QFontMetricsF(font)
        bars = self.chart.bars
        named = [
            place for place, bar in enumerate(bars) if not place or bar.mark != bars[place - 1].mark
        ]
        widest = max((metrics.horizontalAdvance(bar.mark) for bar in bars), default=0.0)
        apart = self._pitch * len(bars) / max(1, len(named))
        every = max(1, -(-round(widest + scaled(16)) // max(1, round(apart))))
        for place in named[::every]:
            middle = self._left + (place + 0.5) * self._pitch
            left = max(self._left, min(middle - widest / 2, self._width - widest))
            rect = QRectF(left, self._base + scaled(4), widest, self._foot)
            top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(rect, top, bars[place].mark)

    def _rects(self, bar: Bar, place: int) -> list[QRectF]:
        gap = 2.0 if self._pitch > 6 else 0.0
        thick = min(self._pitch - gap, scaled(48))
        left = self._left + place * self._pitch + (self._pitch - thick) / 2
        length = (self._base - self._top) * bar.total / max(1, self._most)
        return [
            QRectF(left, self._base - begin - share, thick, share)
            for begin, share in stretches(length, bar.parts, least=0)
        ]

    def place_at(self, point: QPointF) -> Place | None:
        place = int((point.x() - self._left) // self._pitch)
        if not 0 <= place < len(self.chart.bars) or point.x() < self._left:
            return None
        rects = self._rects(self.chart.bars[place], place)
        begun = [part for part, rect in enumerate(rects) if rect.bottom() >= point.y()]
        within = begun and point.y() >= rects[-1].top()
        return Place(place, begun[-1]) if within else Place(place)

    def rect_of(self, place: Place) -> QRectF:
        if place.part >= 0:
            return self._rects(self.chart.bars[place.bar], place.bar)[place.part]
        return QRectF(self._left + place.bar * self._pitch, 0, self._pitch, self._base)


def scale(most: int) -> list[int]:
    """Round steps from nothing to at most this."""
    step = 1
    while most / step > 5:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return list(range(0, most + 1, step))


def write_count(painter: QPainter, rect: QRectF, part: Part) -> None:
    """Write how many into a part that has room for it, on a ground without lines."""
    if part.status is None:
        return
    font = tabular(interface_font(META, QFont.Weight.DemiBold))
    metrics, words = QFontMetricsF(font), number(part.count)
    wide = metrics.horizontalAdvance(words)
    if wide + scaled(10) > rect.width():
        return
    plate = QRectF(0, 0, wide + 6, rect.height() - 2)
    plate.moveCenter(rect.center())
    painter.fillRect(plate, ground_of(part.status))
    painter.setFont(font)
    painter.setPen(ink_on(part.status))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def ring(painter: QPainter, rect: QRectF) -> None:
    """Show what is being read."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().focus, 2))
    painter.drawRect(rect.adjusted(-1, -1, 1, 1))


def words_at(chart: Chart, place: Place | None) -> str:
    """What is being read, in words."""
    if place is None or place.bar >= len(chart.bars):
        return ""
    bar: Bar = chart.bars[place.bar]
    if not 0 <= place.part < len(bar.parts):
        return bar.words
    part = bar.parts[place.part]
    if part.status is None:
        return bar.words
    return f"{bar.label}: {number(part.count)} {part.words}"
