"""Notes, findings before leads, and the field in which one is written; those of the claim."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.domain.note import Note, NoteRole
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Drafts, Place, SomePlace
from claimdesk.ui.fonts import BODY, SMALL, interface_font
from claimdesk.ui.views.inspector.draft_lines import DraftLines
from claimdesk.ui.views.inspector.note_row import NoteRow
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.widgets.section import Section
from claimdesk.ui.widgets.words import Words

FIELD = "note"
"""The name of the place where drafts are kept."""

_ORDER = {NoteRole.PASSAGE: 1, NoteRole.LEAD: 2}
"""What comes after what somebody found."""


class WrittenNotes(Section, Generic[SomePlace]):
    """The notes of a claim, or of an article."""

    editor_opened = Signal(QWidget)

    WRITES_ABOVE = False
    """Whether the field stands above the notes, which may be many."""

    def __init__(
        self,
        desk: Desk,
        drafts: Drafts,
        of: Callable[[int], Sequence[SomePlace]],
        parent: QWidget | None = None,
        *,
        title: str,
        key: str = "",
    ) -> None:
        """'of' gives the places of drafts at a claim, or at an article."""
        super().__init__(title, _("Write a note"), key, parent)
        self._desk = desk
        self._owner: int | None = None
        self.action.connect(self.write)
        self.editor: PlaceEditor[SomePlace] = PlaceEditor(
            desk,
            drafts,
            self._edit_of,
            self._held,
            name=_("Note"),
            font=interface_font(BODY),
            lines=3,
            parent=self,
        )
        go_on = self._continue
        self.draft: DraftLines[SomePlace] = DraftLines(drafts, of, (FIELD,), go_on, self)
        self.draft.leave_out(self.editor)
        self.none = Words(interface_font(SMALL), "text3", self)
        self._lay_out()

    @abstractmethod
    def place_of(self, owner: int, note: int | None) -> SomePlace:
        """Where a note is written; None for a new one."""

    @abstractmethod
    def new(self, owner: int, words: str) -> Edit:
        """The edit that writes a new one."""

    @abstractmethod
    def read(self, owner: int) -> Sequence[Note]:
        """The notes as the desk holds them now."""

    def show_notes(self, owner: int, notes: Sequence[Note], shown: int | None = None) -> None:
        """Show notes, at most so many; what is being written at their owner stays."""
        if owner != self._owner:
            self.editor.keep()
        self._owner = owner
        self.set_count(len(notes) or None)
        self.pool.show(sorted(notes, key=lambda note: _ORDER.get(note.role, 0))[:shown])
        self.draft.fill(owner)

    def write(self) -> None:
        """Write a new note, on with the words that were left."""
        if self._owner is not None:
            self._open(self.place_of(self._owner, None), "")

    def keep(self) -> None:
        """Put what is being typed away as a draft."""
        self.editor.keep()

    def fill_row(self, row: NoteRow, note: Note) -> None:
        """Show a note in a row."""
        row.fill(note)

    def _edit(self, note: Note) -> None:
        if self._owner is not None:
            self._open(self.place_of(self._owner, note.id), note.text)

    def _open(self, place: SomePlace, base: str) -> None:
        self.editor.open_at(place, base)
        self.editor.field.setFocus()
        self.editor_opened.emit(self.editor)

    def _continue(self, place: SomePlace, draft: Draft) -> None:
        self._open(place, draft.base)

    def _held(self, place: SomePlace) -> str:
        return next((one.text for one in self.read(place.owner) if one.id == place.note), "")

    def _edit_of(self, place: SomePlace, draft: Draft) -> Edit:
        from claimdesk.commands.write_note import RewriteNote  # when first needed

        if place.note is None:
            return self.new(place.owner, draft.words)
        return RewriteNote(place.note, draft.words, draft.base)

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
        self.body.addWidget(self.editor)
        self.body.addWidget(self.draft)
        self.body.insertLayout(3 if self.WRITES_ABOVE else 1, rows)
        self.pool: Pool[NoteRow, Note] = Pool(rows, self._row, self.fill_row)


class NotesSection(WrittenNotes[Place]):
    """Notes, reasons and leads of the claim."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(desk, drafts, drafts.of_claim, parent, title=_("Notes"), key="N")
        self.none.show_words(_("No note yet. N writes one."))

    def fill(self, claim: int, notes: Sequence[Note]) -> None:
        """Show a claim's notes; what is being written for it stays."""
        self.show_notes(claim, notes)
        self.none.setVisible(not notes)

    def place_of(self, owner: int, note: int | None) -> Place:
        return Place(owner, FIELD, note)

    def new(self, owner: int, words: str) -> Edit:
        from claimdesk.commands.write_note import WriteNote  # when first needed

        return WriteNote(words, claim=owner)

    def read(self, owner: int) -> Sequence[Note]:
        return queries.claim_detail(self._desk.read, owner, history=0).notes
