"""Work that is under way, with a way to stop it, as a line for the status bar."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from claimdesk.i18n import _
from claimdesk.ui.widgets.elided_label import ElidedLabel

AFTER = 300
"""Milliseconds of work that nobody needs to hear of."""
_WIDTH, _HEIGHT = 120, 8
_PARTS = 1_000


class ProgressLine(QWidget):
    """Hidden until work has taken a moment; 'stopped' tells that somebody wants it to end."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None, *, bar: bool = True) -> None:
        """Without a bar where nobody can tell how much of it is done."""
        super().__init__(parent)
        self.words = ElidedLabel(parent=self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_WIDTH, _HEIGHT)
        self.stop = QToolButton(self)
        self.stop.setText(_("Stop"))
        self.stop.setAutoRaise(True)
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.clicked.connect(self.stopped)
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.stop):
            row.addWidget(part)
        self.bar.setVisible(bar)
        self.hide()

    def tell(self, words: str, share: float) -> None:
        """Show what is being done, and how much of it is."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.stop.setAccessibleName(_("Stop: {work}").format(work=words))
        self.bar.setValue(round(share * _PARTS))
        if not self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def end(self) -> None:
        """Nothing is being done any more."""
        self._soon.stop()
        self.hide()
