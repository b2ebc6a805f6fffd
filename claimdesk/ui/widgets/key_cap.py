"""The small drawn key that stands beside what it does."""

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.fonts import META, interface_font
from claimdesk.ui.theme import notifier, theme

_SIDE_MARGIN = 5
_RADIUS = 3


_JOINT = re.compile(r"(?<=.)\+(?=.)")
"""A plus that joins two keys, and is none itself."""


def key_parts(key: str) -> tuple[str, ...]:
    """The keys to be pressed together, each in the system's and the language's words."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return tuple(_JOINT.split(native))


def key_cap_size(key: str) -> QSize:
    """How much room a key takes."""
    metrics = QFontMetrics(interface_font(META))
    height = metrics.height() + 3
    return QSize(max(height, metrics.horizontalAdvance(key) + 2 * _SIDE_MARGIN), height)


def paint_key_cap(painter: QPainter, rect: QRectF, key: str, ink: QColor | None = None) -> None:
    """Draw a key into a rectangle."""
    colours = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.line, 1))
    painter.setBrush(colours.window)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setPen(ink or colours.text3)
    painter.setFont(interface_font(META))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class KeyCap(QWidget):
    """A key as a widget; told by what it stands beside, so not to be focused or read out."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return key_cap_size(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        paint_key_cap(painter, QRectF(self.rect()), self._key)
