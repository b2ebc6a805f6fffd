"""The notes that belong to the article and to no claim, shown while no claim is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.domain.note import Note, NoteRole
from claimdesk.i18n import _, number
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.views.inspector.note_row import NoteRow
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.widgets.section import Section
from claimdesk.ui.widgets.words import Words

_MOST = 50
"""A text may come with hundreds of comments and links; the report has them all."""


class ArticleNotesSection(Section):
    """What was found before the text's own leads."""

    place_wanted = Signal(int)
    """Where in the text the passage of a note begins."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes on the article"), parent=parent)
        self._desk = desk
        self._revision: int | None = None
        self.none = Words(interface_font(SMALL), "text3", self)
        self.further = Words(interface_font(SMALL), "text3", self)
        rows = QVBoxLayout()
        rows.setSpacing(10)
        self.body.addWidget(self.none)
        self.body.addLayout(rows)
        self.body.addWidget(self.further)
        self.pool: Pool[NoteRow, Note] = Pool(rows, self._row, self._fill_row)

    def fill(self, notes: Sequence[Note], revision: int | None) -> None:
        """Show an article's notes; those of the revision that is read lead to their passage."""
        self._revision = revision
        self.set_count(len(notes) or None)
        self.none.show_words("" if notes else _("No note on the whole article yet."))
        self.pool.show(sorted(notes, key=lambda note: note.role is NoteRole.LEAD)[:_MOST])
        more = len(notes) - _MOST
        self.further.show_words(
            _("{count} more stand in the report.").format(count=number(more)) if more > 0 else ""
        )

    def _row(self) -> NoteRow:
        row = NoteRow(self)
        row.edit.hide()
        row.place_wanted.connect(lambda note: self.place_wanted.emit(note.start))
        row.aside_wanted.connect(self._set_aside)
        return row

    def _fill_row(self, row: NoteRow, note: Note) -> None:
        row.fill(note)
        row.place.setVisible(note.start is not None and note.revision == self._revision)

    def _set_aside(self, note: Note) -> None:
        from claimdesk.commands.set_aside import SetAsideNote  # when first needed

        self._desk.run(SetAsideNote(note.id))
