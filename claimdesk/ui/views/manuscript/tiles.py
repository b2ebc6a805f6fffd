"""Underlines as small pictures that are laid side by side: drawing dashes and waves with a pen
each time is what would cost (LOOK 5).

A tile holds whole periods and is a whole number of device pixels wide, so that none is blurred.
Flat strokes are set on device pixels; dots, waves and ticks are drawn smooth.
"""

from collections.abc import Callable
from enum import Enum, auto
from math import cos, pi

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from claimdesk.domain.status import Status
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.measures import TILE_HEIGHT

LONG = 64
"""Tiles are at least so many pixels wide, to be laid rarely."""

MIDDLE = TILE_HEIGHT / 2


class Look(Enum):
    """How a proposal is underlined: the heavier, the more it matters."""

    LOW = auto()
    MEDIUM = auto()
    HIGH = auto()
    NOT_CHECKABLE = auto()
    REMARK = auto()

    @property
    def colour(self) -> QColor:
        """In the theme in force."""
        if self is Look.REMARK:
            return theme().danger
        return theme().text3 if self is Look.NOT_CHECKABLE else theme().accent


class Tiles:
    """The underlines of statuses and proposals, drawn when first asked for."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Status | Look, int, float], QPixmap] = {}

    def get(self, status: Status, ratio: float) -> QPixmap:
        """A status' tile in the theme's colour, for a device's pixel ratio."""
        return self._tile(status, theme().status[status].mark, ratio)

    def dashed(self, look: Look, ratio: float) -> QPixmap:
        """A proposal's tile, likewise."""
        return self._tile(look, look.colour, ratio)

    def _tile(self, what: Status | Look, colour: QColor, ratio: float) -> QPixmap:
        key = what, colour.rgba(), ratio
        if key not in self._kept:
            self._kept[key] = _drawn(_STYLES[what], colour, ratio)
        return self._kept[key]


def _drawn(style: "tuple[float, Stroke]", colour: QColor, ratio: float) -> QPixmap:
    period, draw = style
    count = _periods(period, ratio)
    tile = QPixmap(QSize(round(count * period * ratio), round(TILE_HEIGHT * ratio)))
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for place in range(count):
        draw(painter, place * tile.width() / count / ratio, ratio)
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile


def _periods(period: float, ratio: float) -> int:
    """How many periods make a long tile that is nearest to whole device pixels."""
    least = -(-LONG // int(period))
    return min(
        range(least, least + 8),
        key=lambda count: abs(count * period * ratio - round(count * period * ratio)),
    )


Stroke = Callable[[QPainter, float, float], None]


def _flat(*strokes: tuple[float, float], height: float, below: float = 0) -> Stroke:
    """Level strokes, each from x for a length, on whole device pixels."""

    def draw(painter: QPainter, at: float, ratio: float) -> None:
        thick = max(1, round(height * ratio))
        top = round((MIDDLE + below) * ratio - thick / 2)
        for start, length in strokes:
            left = round((at + start) * ratio)
            right = max(left + 1, round((at + start + length) * ratio))
            painter.fillRect(QRect(left, top, right - left, thick), painter.brush())

    return draw


def _double(painter: QPainter, at: float, ratio: float) -> None:
    for below in (-1.2, 1.2):
        _flat((0, 8), height=1.2, below=below)(painter, at, ratio)


def _dot(width: float) -> Stroke:
    def draw(painter: QPainter, at: float, ratio: float) -> None:
        _smooth(painter, at, ratio)
        painter.drawEllipse(QPointF(1.5, MIDDLE), width / 2, width / 2)
        painter.restore()

    return draw


def _wave(painter: QPainter, at: float, ratio: float) -> None:
    _smooth(painter, at, ratio)
    path = QPainterPath(QPointF(-1, MIDDLE - 1.2 * cos(-pi / 3)))
    for step in range(-3, 28):
        path.lineTo(step / 4, MIDDLE - 1.2 * cos(step / 4 * pi / 3))
    _stroke(painter, path, 1.35)
    painter.restore()


def _tick(painter: QPainter, at: float, ratio: float) -> None:
    _smooth(painter, at, ratio)
    path = QPainterPath(QPointF(1.2, MIDDLE + 1.7))
    path.lineTo(4.2, MIDDLE - 1.7)
    _stroke(painter, path, 1)
    painter.restore()


def _smooth(painter: QPainter, at: float, ratio: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    painter.translate(at, 0)
    painter.setClipRect(QRectF(0, 0, 64, TILE_HEIGHT))


def _stroke(painter: QPainter, path: QPainterPath, width: float) -> None:
    painter.setClipRect(QRectF(0, 0, 6, TILE_HEIGHT))
    painter.strokePath(path, QPen(painter.brush(), width))


def _double_dash(painter: QPainter, at: float, ratio: float) -> None:
    for below in (-1.2, 1.2):
        _flat((0, 4), height=1.2, below=below)(painter, at, ratio)


_STYLES: dict[Status | Look, tuple[float, Stroke]] = {
    Status.UNCHECKED: (4, _dot(1.9)),
    Status.IN_PROGRESS: (10, _flat((0, 7), height=1.5)),
    Status.VERIFIED: (8, _flat((0, 8), height=1.4)),
    Status.VERIFIED_WITH_CAVEAT: (16, _flat((0, 8), (11, 2), height=1.5)),
    Status.INACCURATE: (6, _wave),
    Status.FALSE: (8, _flat((0, 8), height=3)),
    Status.DISPUTED: (8, _double),
    Status.UNVERIFIABLE: (7, _flat((0, 4), height=2.6)),
    Status.NOT_CHECKABLE: (6, _dot(1.6)),
    Status.LEFT_OUT: (6, _tick),
    Look.LOW: (7, _flat((0, 4), height=1)),
    Look.MEDIUM: (7, _flat((0, 4), height=1.6)),
    Look.HIGH: (7, _flat((0, 4), height=2.6)),
    Look.NOT_CHECKABLE: (7, _flat((0, 4), height=1)),
    Look.REMARK: (7, _double_dash),
}
