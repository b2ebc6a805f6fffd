"""The claim's statement, edited where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.domain.anchor import Utf16
from claimdesk.domain.claim import ClaimRow
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Drafts, Place
from claimdesk.ui.fonts import interface_font
from claimdesk.ui.icons import icon
from claimdesk.ui.views.inspector.draft_lines import DraftLines
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.tooltip import plain_tooltip
from claimdesk.ui.widgets.words import Words, breakable, flush, shorten

_SIZE = 18
LINES = 8
"""How many of a long statement are shown: the status buttons stand below it."""
_SHORT = 200
"""Characters that are fewer lines in the narrowest inspector, too."""
_TOLD = 1_000
"""How many characters the tooltip has room for."""


class _Statement(Words):
    """The words, which a double click opens. Of many only the first lines, until all are asked
    for."""

    double_clicked = Signal()
    cut = Signal(bool)
    """Whether there is more than is shown, or was before all were asked for."""

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(font, parent=parent)
        self._all = False

    def show_words(self, words: str) -> None:
        if words != self.words:
            self._all = False
        super().show_words(words)
        self._cut()

    def show_all(self, shown: bool) -> None:
        """Show all lines, or only the first ones."""
        self._all = shown
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._cut()

    def _cut(self) -> None:
        """As many words as the width has lines for."""
        words = breakable(self.words)
        if len(words) <= _SHORT:
            self.setToolTip("")
            self.cut.emit(False)
            return
        end = _end_of_lines(words, self.font(), self.width())
        is_long = end < len(words)
        shown = words if self._all or not is_long else f"{words[: end - 1].rstrip()}…"
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(plain_tooltip(shorten(self.words, _TOLD)) if shown != words else "")
        self.cut.emit(is_long)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.double_clicked.emit()


class StatementBox(QWidget):
    """The statement, or the field in which it is rewritten."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._drafts = desk, drafts
        self._row: ClaimRow | None = None
        self._is_long = False
        font = interface_font(_SIZE, QFont.Weight.DemiBold)
        self.label = _Statement(font, self)
        self.label.double_clicked.connect(self.edit)
        self.whole = LinkButton(_("Whole statement"), self)
        self.whole.setCheckable(True)
        self.whole.hide()
        self.whole.toggled.connect(self.label.show_all)
        self.label.cut.connect(self._on_cut)
        self.pencil = QToolButton(self)
        self.pencil.setAutoRaise(True)
        self.pencil.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pencil.setToolTip(_("Edit the statement (F2)"))
        self.pencil.setAccessibleName(_("Edit the statement (F2)"))
        self.pencil.clicked.connect(self.edit)
        self.editor = PlaceEditor(
            desk, drafts, _store, self._held, name=_("Statement"), font=font, lines=2, parent=self
        )
        self.editor.closed.connect(self._show_mode)
        self.draft = DraftLines(
            drafts, drafts.of_claim, ("statement",), lambda *_draft: self.edit(), self
        )
        self.draft.leave_out(self.editor)
        self._put_together()

    def fill(self, row: ClaimRow) -> None:
        """Show a claim's statement; what is being typed for it stays."""
        if self._row is None or row.id != self._row.id:
            self.editor.keep()
            self.whole.setChecked(False)
        self._row = row
        self.label.show_words(row.statement)
        self.pencil.setIcon(icon("pencil"))
        self.draft.fill(row.id)
        if self._drafts.at(_place(row)) and not self._drafts.is_left(_place(row)):
            self.editor.open_at(_place(row), row.statement)
        self._show_mode()

    def edit(self) -> None:
        """Rewrite it."""
        if self._row is not None:
            self.editor.open_at(_place(self._row), self._row.statement)
            self._show_mode()
            self.editor.field.setFocus()

    def keep(self) -> None:
        """Put what is being typed away as a draft."""
        self.editor.keep()

    def _show_mode(self) -> None:
        writing = self.editor.place is not None
        self.label.setVisible(not writing)
        self.pencil.setVisible(not writing)
        self.whole.setVisible(not writing and self._is_long)

    def _on_cut(self, is_long: bool) -> None:
        self._is_long = is_long
        self._show_mode()

    def _held(self, place: Place) -> str:
        return queries.claim_detail(self._desk.read, place.claim, history=0).row.statement

    def _put_together(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.label, 1)
        row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(row)
        whole.addLayout(flush(self.whole))
        whole.addWidget(self.editor)
        whole.addWidget(self.draft)


def _end_of_lines(words: str, font: QFont, width: int) -> int:
    """Where the last line to be shown ends."""
    layout = QTextLayout(words, font)
    end = 0
    layout.beginLayout()
    for _line in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return Utf16(words).code_points(end)


def _place(row: ClaimRow) -> Place:
    return Place(row.id, "statement")


def _store(place: Place, draft: Draft) -> Edit:
    from claimdesk.commands.edit_claim import EditStatement  # when first needed

    """A statement is one line, whatever was pasted."""
    return EditStatement(place.claim, " ".join(draft.words.split()), draft.base)
