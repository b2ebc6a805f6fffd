"""Below the head of the list: words to look for, the filters that are on, and the way back."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from claimdesk.domain.claim import ClaimFilter
from claimdesk.i18n import _
from claimdesk.ui.filter_words import Titles, without_one
from claimdesk.ui.fonts import SMALL, interface_font, scaled
from claimdesk.ui.widgets.chip_line import Chip, ChipLine
from claimdesk.ui.widgets.link_button import LinkButton

TYPING = 150
"""Milliseconds after the last key until a typed filter takes effect."""

_ROOM_FOR_WORDS = 160
_LEAST_FOR_WORDS = 60
_BETWEEN, _BETWEEN_LINES = 8, 4


class FilterLine(QWidget):
    """Tells what is wanted instead of what is shown; it keeps only the words. Its height follows
    from its width, so that no chip is ever left without room."""

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
        self._shown: ClaimFilter | None = None
        self.titles: Titles = lambda _ids: {}
        """Asked where articles are chosen."""
        self.chips = ChipLine(self)
        self._clear = LinkButton(_("Show all"), self)
        self._clear.setAccessibleName(_("Clear the filter and show all claims"))
        self._clear.clicked.connect(self.cleared)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        self.updateGeometry()

    def focus(self) -> None:
        """Put the caret into the words."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for _part, place in self._places(width))

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        least = scaled(_LEAST_FOR_WORDS) + _BETWEEN + self._clear.sizeHint().width()
        return QSize(least, self.field.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _chips(self, chosen: ClaimFilter) -> Iterator[Chip]:
        if chosen.left:
            yield _("All that is left"), self.left_unwanted.emit
        for words, rest in without_one(chosen, self.titles):
            yield words, partial(self.wanted.emit, rest)

    def _place(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(place)

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        """Chips stand before the words where all of them fit there, else below."""
        clear, high = self._clear.sizeHint(), self.field.sizeHint().height()
        taken = clear.width() + _BETWEEN if self._shown and self._shown.is_narrowed else 0
        yield self._clear, QRect(width - clear.width(), 0, clear.width(), high)
        chips = self.chips.width_in_one_line()
        if chips <= width - taken - scaled(_ROOM_FOR_WORDS):
            across = chips + _BETWEEN if chips else 0
            tall = self.chips.heightForWidth(chips)
            yield self.chips, QRect(0, (high - tall) // 2, chips, tall)
            yield self.field, QRect(across, 0, width - taken - across, high)
        else:
            yield self.field, QRect(0, 0, width - taken, high)
            tall = self.chips.heightForWidth(width)
            yield self.chips, QRect(0, high + _BETWEEN_LINES, width, tall)

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
