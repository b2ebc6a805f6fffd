"""Labels for words that others wrote. They are never read as HTML, also not in a tooltip; they
break inside a long address, and what is copied is what was written."""

import re
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from claimdesk.i18n import _
from claimdesk.ui.fonts import BODY, META, interface_font
from claimdesk.ui.widgets.ink import Place, ink

_LONGEST_WORD = 32
_BREAK = "\u200b"
"""Invisible, and a line may break here."""

_PROBE = "n"

_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_BREAKABLE = re.compile(r"(?<=[/?&=._\-])(?=\w)|(?<=\w{24})(?=\w)")


@runtime_checkable
class HasMenu(Protocol):
    """Something that more can be done with than to copy its words."""

    def add_to_menu(self, menu: QMenu) -> None:
        """Add what can be done."""
        ...


class Words(QLabel):
    """Words over as many lines as they need; hidden where there are none."""

    def __init__(
        self,
        font: QFont,
        place: Place = "text",
        parent: QWidget | None = None,
        *,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(1, 1)  # or its height for a width of 1 would count
        self._selectable = selectable
        if place != "text":
            ink(self, place)

    def show_words(self, words: str) -> None:
        """Show these words."""
        if words != self.words:
            self.words = words
            if not self.underMouse():
                self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self.setText(breakable(words))
        self.setVisible(bool(words))

    def enterEvent(self, event: QEnterEvent) -> None:
        """What can be marked costs a label five times the time to fill, so only one under the
        mouse can be."""
        if self._selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy"), self._copy)
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, HasMenu):
            parent = parent.parentWidget()
        if isinstance(parent, HasMenu):
            parent.add_to_menu(menu)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        chosen = self.selectedText().replace("\u2029", "\n").replace(_BREAK, "")
        QGuiApplication.clipboard().setText(chosen or self.words)


def breakable(words: str) -> str:
    """The words with places where a line may break inside long ones."""
    if len(words) < _LONGEST_WORD:
        return words
    return _LONG_WORD.sub(lambda match: _BREAKABLE.sub(_BREAK, match[0]), words)


def meta(parent: QWidget | None = None) -> Words:
    """A small line that says when, where, by whom."""
    return Words(interface_font(META), "text3", parent)


def body(parent: QWidget | None = None, place: Place = "text", *, selectable: bool = True) -> Words:
    """Ordinary words."""
    return Words(interface_font(BODY), place, parent, selectable=selectable)


def flush(button: QToolButton, beside: QWidget | None = None) -> QHBoxLayout:
    """A row in which the button's words, not its frame, begin where the text does."""
    probe = QToolButton()
    probe.setFont(button.font())
    probe.setText(_PROBE)
    frame = (probe.sizeHint().width() - probe.fontMetrics().horizontalAdvance(_PROBE)) // 2
    row = QHBoxLayout()
    row.addSpacing(-frame)
    row.addWidget(button)
    if beside is None:
        row.addStretch(1)
    else:
        row.addWidget(beside, 1)
    return row


def shorten(words: str, length: int) -> str:
    """The words' beginning, with an ellipsis where more follows."""
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


def on_button(words: str) -> str:
    """Words for a button, where '&' would mark a key."""
    return words.replace("&", "&&")
