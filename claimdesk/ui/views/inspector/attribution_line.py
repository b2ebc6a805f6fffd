"""A line that stores what is typed when it is left."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class AttributionLine(QLineEdit):
    """Enter and leaving store, Esc leaves what was typed as a draft."""

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escapes and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escapes and event.type() == QEvent.Type.KeyPress:
            self.given_up.emit()
            return True
        return super().event(event)
