"""Below the head of the list: words to look for, the filters that are on, and the way back."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from claimdesk.domain.claim import ClaimFilter
from claimdesk.i18n import _
from claimdesk.ui.filter_words import Titles, without_one
from claimdesk.ui.fonts import SMALL, interface_font, scaled
from claimdesk.ui.widgets.chip_line import Chip, ChipLine
from claimdesk.ui.widgets.link_button import LinkButton

TYPING = 150
"""Milliseconds after the last key until a typed filter takes effect."""

_ROOM_FOR_WORDS = 160


class FilterLine(QWidget):
    """Tells what is wanted instead of what is shown; it keeps only the words."""

    changed = Signal()
    """Other words are looked for."""
    wanted = Signal(ClaimFilter)
    """A chip was switched off: this filter remains."""
    left_unwanted = Signal()
    cleared = Signal()
    left = Signal()
    """Esc or Enter in the words: back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FilterField(self)
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self._take_text)
        self._text = ""
        self._in_one_row: bool | None = None
        self._shown: ClaimFilter | None = None
        self.titles: Titles = lambda _ids: {}
        """Asked where articles are chosen."""
        self.chips = ChipLine(self)
        self._clear = LinkButton(_("Show all"), self)
        self._clear.setAccessibleName(_("Clear the filter and show all claims"))
        self._clear.clicked.connect(self.cleared)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._clear, 0, 2)
        self.setFocusProxy(self.field)
        QWidget.setTabOrder(self.field, self.chips)
        QWidget.setTabOrder(self.chips, self._clear)
        self.show_filter(ClaimFilter())

    def text(self) -> str:
        """The words looked for."""
        return self._text

    def set_text(self, text: str) -> None:
        """Look for these, without telling."""
        self._text = text
        if self.field.text() != text:
            self.field.setText(text)
        self._typing.stop()

    def show_filter(self, chosen: ClaimFilter) -> None:
        """Show what is on, and the button that clears where there is something to clear."""
        if chosen == self._shown:
            return
        self._shown = chosen
        self._clear.setVisible(chosen.is_narrowed)
        self.chips.show_chips(list(self._chips(chosen)))
        self._place()

    def focus(self) -> None:
        """Put the caret into the words."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _chips(self, chosen: ClaimFilter) -> Iterator[Chip]:
        if chosen.left:
            yield _("All that is left"), self.left_unwanted.emit
        for words, rest in without_one(chosen, self.titles):
            yield words, partial(self.wanted.emit, rest)

    def _place(self) -> None:
        """Chips stand before the words where all of them fit there, else below."""
        room = self.width() - self._clear.sizeHint().width() - scaled(_ROOM_FOR_WORDS)
        in_one_row = self.chips.width_in_one_line() <= room
        if in_one_row is self._in_one_row:
            return
        self._in_one_row = in_one_row
        for part in (self.chips, self.field):
            self._grid.removeWidget(part)
        if in_one_row:
            self._grid.addWidget(self.chips, 0, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self.field, 0, 1)
        else:
            self._grid.addWidget(self.field, 0, 0, 1, 2)
            self._grid.addWidget(self.chips, 1, 0, 1, 3)

    def _on_typed(self) -> None:
        self._typing.start()

    def _take_text(self) -> None:
        self._typing.stop()
        if self.field.text() != self._text:
            self._text = self.field.text()
            self.changed.emit()

    def _on_left(self, leaves_words: bool) -> None:
        if not leaves_words:
            self.field.clear()
        self._take_text()
        self.left.emit()


class FilterField(QLineEdit):
    """Enter goes to the list with the words; Esc empties the field, and once empty leaves it."""

    left = Signal(bool)
    """The words stay (True) or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Words, figures or a number"))
        self.setAccessibleName(_("Filter claims by words, figures or number"))
        self.setClearButtonEnabled(True)
        self.setFont(interface_font(SMALL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            super().keyPressEvent(event)
