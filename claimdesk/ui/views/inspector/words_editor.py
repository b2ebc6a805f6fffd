"""The field in which words are typed in place: as high as they need, done with Ctrl+Enter, left
with Esc; and the field with its buttons and, after a refusal, what the desk holds by now."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from claimdesk.i18n import _
from claimdesk.ui.fonts import META, interface_font
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import Words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsField(QPlainTextEdit):
    """Plain text as high as its words."""

    finished = Signal()
    left = Signal()

    def __init__(self, font: QFont, lines: int, parent: QWidget | None = None) -> None:
        """'lines' are shown at least."""
        super().__init__(parent)
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fewest = lines
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _finishes(event):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _fit(self) -> None:
        """The layout of a QPlainTextEdit counts its height in lines."""
        lines = max(self._fewest, round(self.document().size().height()))
        margins = 2 * (self.frameWidth() + self.document().documentMargin())
        height = round(lines * self.fontMetrics().lineSpacing() + margins) + 1
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


def _finishes(event: QKeyEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier
    return event.key() in _ENTER and bool(event.modifiers() & control)


def _is_ours(event: QEvent) -> bool:
    assert isinstance(event, QKeyEvent)
    return event.key() == Qt.Key.Key_Escape or _finishes(event)


class WordsEditor(QWidget):
    """The field with what can be done with its words."""

    finished = Signal()
    """The words are to be stored."""
    left = Signal()
    """Esc, or its button: the words stay a draft."""
    discarded = Signal()
    """The words are to be thrown away."""
    theirs_taken = Signal()
    """The desk's words are to stand; one's own are given up."""

    def __init__(self, name: str, font: QFont, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = WordsField(font, lines, self)
        self.field.setAccessibleName(name)
        self.field.finished.connect(self.finished)
        self.field.left.connect(self.left)
        self.trouble = Words(interface_font(META), "danger", self)
        self.field.textChanged.connect(lambda: self.complain(""))
        self.clash = Clash(self)
        self.clash.mine_kept.connect(self.finished)
        self.clash.theirs_taken.connect(self.theirs_taken)
        self._put_together()

    @property
    def words(self) -> str:
        """What is typed."""
        return self.field.toPlainText()

    def begin(self, words: str) -> None:
        """Start with these words, the caret behind them."""
        self.wait(waiting=False)
        self.clash.hide()
        self.trouble.hide()
        self.field.setPlainText(words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def complain(self, sentence: str) -> None:
        """Say why the words cannot be stored; the next key takes it away."""
        self.trouble.show_words(sentence)

    def wait(self, *, waiting: bool) -> None:
        """Take no more words while the typed ones are being stored."""
        self.field.setReadOnly(waiting)

    def _put_together(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.field)
        whole.addWidget(self.trouble)
        whole.addWidget(self.clash)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._button(_("Done"), _("Ctrl+Enter"), self.finished))
        buttons.addWidget(self._button(_("Later"), _("keep as a draft: Esc"), self.left))
        buttons.addStretch(1)
        discard = LinkButton(_("discard"), self)
        discard.setToolTip(_("Throw the words away"))
        discard.clicked.connect(self.discarded)
        buttons.addWidget(discard)
        whole.addLayout(buttons)

    def _button(self, words: str, key: str, pressed: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(f"{words} ({key})")
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button


class Clash(QWidget):
    """What the desk holds by now, where one's own words started from others: both are shown, and
    one of them is chosen."""

    mine_kept = Signal()
    theirs_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held = Words(interface_font(META), "text", self, selectable=True)
        mine = LinkButton(_("Store mine all the same"), self)
        mine.clicked.connect(self.mine_kept)
        theirs = LinkButton(_("Take those of the desk"), self)
        theirs.clicked.connect(self.theirs_taken)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(mine)
        row.addWidget(theirs)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.held)
        whole.addLayout(row)
        self.hide()

    def show_held(self, held: str) -> None:
        """Tell what the desk holds."""
        self.held.show_words(
            _("Changed meanwhile; the desk holds: “{held}”").format(held=held)
            if held
            else _("Changed meanwhile; the desk holds nothing here.")
        )
        self.show()
