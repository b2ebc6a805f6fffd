"""The claim's notes, findings before leads, and the field in which one is written."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.domain.note import Note, NoteRole
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Drafts, Place
from claimdesk.ui.fonts import BODY, SMALL, interface_font
from claimdesk.ui.views.inspector.draft_lines import DraftLines
from claimdesk.ui.views.inspector.note_row import NoteRow
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.widgets.section import Section
from claimdesk.ui.widgets.words import Words


class NotesSection(Section):
    """Notes, reasons and leads."""

    editor_opened = Signal(QWidget)

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes"), _("Write a note"), "N", parent)
        self._desk, self._drafts = desk, drafts
        self._claim: int | None = None
        self.action.connect(self.write)
        self.editor = PlaceEditor(
            desk,
            drafts,
            _store,
            self._held,
            name=_("Note"),
            font=interface_font(BODY),
            lines=3,
            parent=self,
        )
        self.draft = DraftLines(drafts, ("note",), self._continue, self)
        self.draft.leave_out(self.editor)
        self.none = Words(interface_font(SMALL), "text3", self)
        self.none.show_words(_("No note yet. N writes one."))
        self._lay_out()

    def fill(self, claim: int, notes: Sequence[Note]) -> None:
        """Show a claim's notes; what is being written for it stays."""
        if claim != self._claim:
            self.editor.keep()
        self._claim = claim
        self.set_count(len(notes) or None)
        self.none.setVisible(not notes)
        self.pool.show(sorted(notes, key=lambda note: note.role is NoteRole.LEAD))
        self.draft.fill(claim)

    def write(self) -> None:
        """Write a new note, on with the words that were left."""
        if self._claim is not None:
            self._open(Place(self._claim, "note"), "")

    def keep(self) -> None:
        """Put what is being typed away as a draft."""
        self.editor.keep()

    def _edit(self, note: Note) -> None:
        if self._claim is not None:
            self._open(Place(self._claim, "note", note.id), note.text)

    def _open(self, place: Place, base: str) -> None:
        self.editor.open_at(place, base)
        self.editor.field.setFocus()
        self.editor_opened.emit(self.editor)

    def _continue(self, place: Place, draft: Draft) -> None:
        self._open(place, draft.base)

    def _held(self, place: Place) -> str:
        detail = queries.claim_detail(self._desk.read, place.claim, history=0)
        return next((note.text for note in detail.notes if note.id == place.note), "")

    def _set_aside(self, note: Note) -> None:
        from claimdesk.commands.set_aside import SetAsideNote  # when first needed

        self._desk.run(SetAsideNote(note.id))

    def _row(self) -> NoteRow:
        row = NoteRow(self)
        row.edit_wanted.connect(self._edit)
        row.aside_wanted.connect(self._set_aside)
        return row

    def _lay_out(self) -> None:
        rows = QVBoxLayout()
        rows.setSpacing(10)
        self.body.addWidget(self.none)
        self.body.addLayout(rows)
        self.body.addWidget(self.editor)
        self.body.addWidget(self.draft)
        self.pool: Pool[NoteRow, Note] = Pool(rows, self._row, NoteRow.fill)


def _store(place: Place, draft: Draft) -> Edit:
    from claimdesk.commands.write_note import RewriteNote, WriteNote  # when first needed

    if place.note is None:
        return WriteNote(draft.words, claim=place.claim)
    return RewriteNote(place.note, draft.words, draft.base)
