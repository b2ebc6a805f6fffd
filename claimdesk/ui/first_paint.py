"""Tells when a widget has been painted for the first time."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

AT_THE_LATEST = 500
"""Milliseconds: a window that opens minimised is never painted."""


class FirstPaint(QObject):
    """Watches a widget until it is painted."""

    seen = Signal()

    def __init__(self, widget: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._widget: QWidget | None = widget
        widget.installEventFilter(self)
        widget.destroyed.connect(self._lose)
        self._timer = QTimer(self, singleShot=True, interval=AT_THE_LATEST)
        self._timer.timeout.connect(self._tell)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._widget is not None:
            self._stop_watching()
            # The event is still on its way to the widget.
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _lose(self) -> None:
        """The widget went before it was ever painted."""
        self._widget = None

    def _stop_watching(self) -> None:
        if self._widget is not None:
            self._widget.removeEventFilter(self)
            self._widget = None

    def _tell(self) -> None:
        self._stop_watching()
        self.seen.emit()
        self.deleteLater()
