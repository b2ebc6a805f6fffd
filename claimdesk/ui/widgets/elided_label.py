"""A label of one line that ends in an ellipsis where it is too narrow, and then tells all in its
tooltip. QLabel cuts without a word.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from claimdesk.ui.widgets.tooltip import plain_tooltip

_FEWEST_CHARACTERS = 4


class ElidedLabel(QLabel):
    """Plain text on one line, in the palette's colour."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        super().setText(text)
        self._tell_rest()

    def elided(self) -> str:
        """What of the text can be seen."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * _FEWEST_CHARACTERS
        return QSize(min(size.width(), few), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.elided(),
            QPalette.ColorRole.WindowText,
        )

    def _tell_rest(self) -> None:
        self.setToolTip("" if self.elided() == self.text() else plain_tooltip(self.text()))
