"""Lets layouts take in what changed while they were handing out room."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def settle(widget: QWidget) -> None:
    """Lay a widget and those around it out once more, after this turn: of what arranges itself
    anew when it is resized, Qt asks no other height before somebody resizes it again."""
    QTimer.singleShot(0, widget, lambda: _lay_out(widget))


def _lay_out(widget: QWidget) -> None:
    widget.updateGeometry()
    around: QWidget | None = widget
    while around is not None and not around.isWindow():
        if (layout := around.layout()) is not None:
            layout.activate()
        around = around.parentWidget()
