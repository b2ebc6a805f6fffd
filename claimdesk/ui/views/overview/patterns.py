"""Statuses as filled shapes: colour, and a pattern of lines, so that no colour is needed to tell
them apart. Lines are cut to the shape by hand: a picture as SVG knows no clipping.
"""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from claimdesk.domain.status import Status
from claimdesk.ui.theme import theme

_FAINT = 80
"""How strongly the lines show, of 255."""
_DENSE, _WIDE = 5.0, 8.0
_LIGHT = 108
"""A ground lighter than that takes dark words."""
_SMALLEST = 6.0
"""What is narrower shows no pattern."""


def fill(painter: QPainter, rect: QRectF, status: Status | None, *, outlined: bool = True) -> None:
    """Fill a rectangle as a status, or as a plain number; what is unchecked is hollow, and
    'outlined' where it stands alone."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    if status is Status.UNCHECKED:
        _hollow(painter, rect, outlined=outlined)
    else:
        painter.fillRect(rect, theme().status[status or Status.UNCHECKED].mark)
        if status is not None and min(rect.width(), rect.height()) >= _SMALLEST:
            _hatch(painter, rect, status)
    painter.restore()


def ink_on(status: Status | None) -> QColor:
    """What can be read on it."""
    if status is Status.UNCHECKED:
        return theme().text
    return _readable(theme().status[status or Status.UNCHECKED].mark)


def _readable(ground: QColor) -> QColor:
    light = 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue()
    return QColor("#1C1D1F") if light > _LIGHT else QColor("#FFFFFF")


def ground_of(status: Status) -> QColor:
    """What it is filled with."""
    colours = theme().status[status]
    return colours.fill if status is Status.UNCHECKED else colours.mark


def _hollow(painter: QPainter, rect: QRectF, *, outlined: bool) -> None:
    colours = theme().status[Status.UNCHECKED]
    painter.fillRect(rect, colours.fill)
    if outlined and rect.width() > 2:
        painter.setPen(QPen(colours.mark, 1, Qt.PenStyle.DashLine))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _hatch(painter: QPainter, rect: QRectF, status: Status) -> None:
    colour = _readable(theme().status[status].mark)
    colour.setAlpha(_FAINT)
    dotted = status is Status.NOT_CHECKABLE
    pen = QPen(colour, 1.2)
    pen.setDashPattern([1, 3]) if dotted else None
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawLines(list(_lines(rect, status)))


def _lines(rect: QRectF, status: Status) -> Iterator[QLineF]:
    match status:
        case Status.VERIFIED_WITH_CAVEAT:
            yield from _slanted(rect, _WIDE, rising=True)
        case Status.INACCURATE:
            yield from _slanted(rect, _DENSE, rising=False)
        case Status.FALSE:
            yield from _slanted(rect, _DENSE, rising=False)
            yield from _slanted(rect, _DENSE, rising=True)
        case Status.DISPUTED:
            yield from _upright(rect, _DENSE)
        case Status.UNVERIFIABLE | Status.NOT_CHECKABLE:
            yield from _level(rect, _DENSE)
        case Status.LEFT_OUT:
            yield from _upright(rect, _WIDE)
            yield from _level(rect, _WIDE)
        case Status.IN_PROGRESS:
            yield from _upright(rect, _WIDE)


def _upright(rect: QRectF, apart: float) -> Iterator[QLineF]:
    x = rect.left() + apart / 2
    while x < rect.right():
        yield QLineF(x, rect.top(), x, rect.bottom())
        x += apart


def _level(rect: QRectF, apart: float) -> Iterator[QLineF]:
    y = rect.top() + apart / 2
    while y < rect.bottom():
        yield QLineF(rect.left(), y, rect.right(), y)
        y += apart


def _slanted(rect: QRectF, apart: float, *, rising: bool) -> Iterator[QLineF]:
    """Lines at 45 degrees, each from where it enters the rectangle to where it leaves it."""
    width, height = rect.width(), rect.height()
    shift = apart / 2
    while shift < width + height:
        x1, x2 = max(0.0, shift - height), min(width, shift)
        y1, y2 = shift - x1, shift - x2
        if rising:
            y1, y2 = height - y1, height - y2
        yield QLineF(rect.left() + x1, rect.top() + y1, rect.left() + x2, rect.top() + y2)
        shift += apart * 1.4
