"""What stands in a list's place while it has nothing to show: why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from claimdesk.ui.widgets.ink import ink


class EmptyList(QWidget):
    """A sentence in the middle, and perhaps a button below it."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        ink(self._sentence, "text2")
        self._action = QPushButton(self)
        self._action.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, sentence: str, action: str = "") -> None:
        """Show a sentence, with a button where there is something to press."""
        self._sentence.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))

    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()
