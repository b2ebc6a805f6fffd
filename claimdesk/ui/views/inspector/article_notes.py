"""The notes that belong to the article and to no claim, shown while no claim is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from claimdesk.commands.edit import Edit
from claimdesk.domain.note import Note
from claimdesk.i18n import _, number
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import ArticlePlace, Drafts
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.views.inspector.note_row import NoteRow
from claimdesk.ui.views.inspector.notes import FIELD, WrittenNotes
from claimdesk.ui.widgets.words import Words

_MOST = 50
"""A text may come with hundreds of comments and links; the report has them all."""


class ArticleNotesSection(WrittenNotes[ArticlePlace]):
    """What was found, before the passages that are no claims and the text's own leads."""

    place_wanted = Signal(int)
    """Where in the text the passage of a note begins."""

    WRITES_ABOVE = True

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        title = _("Notes on the article")
        super().__init__(desk, drafts, drafts.of_article, parent, title=title)
        self._revision: int | None = None
        self.further = Words(interface_font(SMALL), "text3", self)
        self.body.addWidget(self.further)

    def fill(self, article: int, notes: Sequence[Note], revision: int | None) -> None:
        """Show an article's notes; those of the revision that is read lead to their passage."""
        self._revision = revision
        self.none.show_words("" if notes else _("No note on the whole article yet."))
        self.show_notes(article, notes, _MOST)
        more = len(notes) - _MOST
        self.further.show_words(
            _("{count} more stand in the report.").format(count=number(more)) if more > 0 else ""
        )

    def place_of(self, owner: int, note: int | None) -> ArticlePlace:
        return ArticlePlace(owner, FIELD, note)

    def new(self, owner: int, words: str) -> Edit:
        from claimdesk.commands.write_note import WriteNote  # when first needed

        return WriteNote(words, article=owner)

    def read(self, owner: int) -> Sequence[Note]:
        return queries.article_notes(self._desk.read, owner)

    def fill_row(self, row: NoteRow, note: Note) -> None:
        super().fill_row(row, note)
        row.place.setVisible(note.start is not None and note.revision == self._revision)

    def _row(self) -> NoteRow:
        row = super()._row()
        row.place_wanted.connect(lambda note: self.place_wanted.emit(note.start))
        return row
