"""The claim's statement, edited where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.domain.claim import ClaimRow
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import interface_font
from claimdesk.ui.icons import icon
from claimdesk.ui.views.inspector.drafts import Draft, Drafts, Place
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.widgets.words import Words

_SIZE = 18


class _Statement(Words):
    """The words, which a double click opens."""

    double_clicked = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.double_clicked.emit()


class StatementBox(QWidget):
    """The statement, or the field in which it is rewritten."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._drafts = desk, drafts
        self._row: ClaimRow | None = None
        font = interface_font(_SIZE, QFont.Weight.DemiBold)
        self.label = _Statement(font, parent=self)
        self.label.double_clicked.connect(self.edit)
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
        self._put_together()

    def fill(self, row: ClaimRow) -> None:
        """Show a claim's statement; what is being typed for it stays."""
        if self._row is None or row.id != self._row.id:
            self.editor.keep()
        self._row = row
        self.label.show_words(row.statement)
        self.pencil.setIcon(icon("pencil"))
        if self._drafts.at(_place(row)):
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
        whole.addWidget(self.editor)


def _place(row: ClaimRow) -> Place:
    return Place(row.id, "statement")


def _store(place: Place, draft: Draft) -> Edit:
    """A statement is one line, whatever was pasted."""
    return EditStatement(place.claim, " ".join(draft.words.split()), draft.base)
