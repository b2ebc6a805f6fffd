"""One sentence in a bar at the window's top, instead of a dialog: it asks for nothing and stays
until it is closed, or as long as told.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.ui.icons import icon, pixmap
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.widgets.tooltip import plain_tooltip

_ICON = 16

_BREAKABLE = re.compile(r"[/\\_.-](?=\w)")
"""Where a path may go on in the next line, instead of widening the window."""


class Importance(StrEnum):
    """How much a message matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_ICONS = {
    Importance.INFO: "info-circle",
    Importance.WARNING: "alert-triangle",
    Importance.ERROR: "alert-circle",
}


class MessageBar(QWidget):
    """Hidden until it has something to say; a new message takes the old one's place."""

    acted = Signal(str)
    """An action that the message offered was pressed: its words."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importance = Importance.INFO
        self._icon = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(1)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions: list[QPushButton] = []
        self._close = self._closing()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self._put_together()
        notifier.changed.connect(self._draw_icons)
        self.hide()

    def say(
        self,
        sentence: str,
        importance: Importance = Importance.INFO,
        *,
        actions: Sequence[str] = (),
        seconds: float = 0,
    ) -> None:
        """Show a sentence; with actions to press, and for a time, if told."""
        self._importance = importance
        self._sentence.setText(_BREAKABLE.sub("\\g<0>\u200b", sentence))
        self._sentence.setAccessibleName(sentence)
        self._sentence.setToolTip(plain_tooltip(sentence))
        self.setAccessibleName(sentence)
        self._offer(actions)
        self._draw_icons()
        self.show()
        self._timer.stop()
        if seconds:
            self._timer.start(round(seconds * 1000))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def sentence(self) -> str:
        """What it says now; empty when it is closed."""
        return "" if self.isHidden() else self.accessibleName()

    def dismiss(self) -> None:
        """Close it."""
        if self.isHidden():
            return
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground())
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().line)

    def _put_together(self) -> None:
        self._offered = QHBoxLayout()
        self._offered.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addLayout(self._offered)
        row.addWidget(self._close)

    def _closing(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(_("Close message"))
        button.setToolTip(_("Close message"))
        button.clicked.connect(self.dismiss)
        return button

    def _offer(self, actions: Sequence[str]) -> None:
        for button in self._actions:
            button.hide()
            button.deleteLater()  # it may be the one that is being pressed
        self._actions = [QPushButton(words, self) for words in actions]
        for button, words in zip(self._actions, actions, strict=True):
            self._offered.addWidget(button)
            button.clicked.connect(partial(self._act, words))

    def _act(self, words: str, _checked: bool = False) -> None:
        # Whoever waits for the bar to be free says something else in it: first things first.
        self._timer.stop()
        self.hide()
        self.acted.emit(words)
        self.closed.emit()

    def _draw_icons(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(_ICONS[self._importance], _ICON, self._mark(), ratio))
        self._close.setIcon(icon("x"))

    def _mark(self) -> QColor:
        colours = theme()
        return {
            Importance.INFO: colours.accent,
            Importance.WARNING: colours.status[Status.INACCURATE].mark,
            Importance.ERROR: colours.danger,
        }[self._importance]

    def _ground(self) -> QColor:
        """Never yellow, which marks passages that nobody looked at."""
        colours = theme()
        return {
            Importance.INFO: colours.selection,
            Importance.WARNING: colours.status[Status.INACCURATE].fill,
            Importance.ERROR: colours.status[Status.FALSE].fill,
        }[self._importance]
