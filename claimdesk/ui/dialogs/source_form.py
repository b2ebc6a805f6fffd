"""The fields of a source."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from claimdesk.domain.source import Source, SourceData, SourceRank, SourceType
from claimdesk.i18n import _
from claimdesk.ui.dialogs.fields import Choice, DateLine, Line, form, note, side_by_side
from claimdesk.ui.dialogs.library import citation
from claimdesk.ui.links import openable, title_from
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import flush

FindDuplicate = Callable[[str], Source | None]


class SourceForm(QWidget):
    """Edits a SourceData; fields that it does not show are handed through."""

    changed = Signal()
    duplicate_wanted = Signal(object)
    """The source that has this address already is to be taken."""

    def __init__(
        self, data: SourceData, duplicate: FindDuplicate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._data, self._duplicate = data, duplicate
        self._guessed = False
        self.title = Line(_("Title"), data.title, self)
        self.seen = QCheckBox(_("Title read on the source itself"), self)
        self.seen.setChecked(data.title_seen)
        self.url = Line(_("Address"), data.url, self)
        self.url.setPlaceholderText("https://")
        self.type = Choice(_("Type"), SourceType, data.type, self)
        self.rank = Choice(_("Rank"), SourceRank, data.rank, self)
        self.author = Line(_("Author"), data.author, self)
        self.publisher = Line(_("Publisher"), data.publisher, self)
        self.published = DateLine(_("Published"), data.published, self)
        self.language = Line(_("Language"), data.language, self)
        hint(self.language, _("de, en …"))
        self.language.setMaximumWidth(90)
        self.contact = Line(_("Contact"), data.contact, self)
        hint(self.contact, _("telephone, mail; in no report"))
        self.confidential = QCheckBox(_("Confidential: no report names it"), self)
        self.confidential.setChecked(data.confidential)
        self.address_note = note(self)
        self.duplicate = LinkButton(_("Take that one"), self)
        self.duplicate.clicked.connect(self._take_duplicate)
        self.title.textEdited.connect(self._take_title)
        for line in (self.title, self.url):
            line.textChanged.connect(self.look)
        self.published.changed.connect(self.changed)
        self._put_together()
        self.look()

    def data(self) -> SourceData:
        """What the fields say."""
        return replace(
            self._data,
            title=self.title.words,
            title_seen=self.seen.isChecked(),
            url=self.url.words_or_none,
            type=self.type.chosen,
            rank=self.rank.chosen,
            author=self.author.words_or_none,
            publisher=self.publisher.words_or_none,
            published=self.published.date_or_none,
            language=self.language.words_or_none,
            contact=self.contact.words_or_none,
            confidential=self.confidential.isChecked(),
        )

    def take_address(self, url: str) -> None:
        """Describe a page that so far only its address is known of: that tells a title, too, until
        somebody types the one that he sees."""
        self.url.setText(url)
        if not self.title.words:
            self.title.setText(title_from(url))
            self.seen.setChecked(False)
            self._guessed = True

    def _take_title(self) -> None:
        if self._guessed:
            self._guessed = False
            self.seen.setChecked(True)

    def obstacle(self) -> str:
        """Why they cannot be stored yet, in a sentence."""
        if not self.title.words:
            return _("The title is still missing.")
        if self.published.obstacle():
            return _("The date of publication is no date yet.")
        return ""

    def look(self) -> None:
        """Look again at what the address says."""
        known = self._duplicate(self.url.words) if self.url.words else None
        if known is not None:
            words = _("This address is in the library already: {source}").format(
                source=citation(known)
            )
        elif self.url.words and openable(self.url.words) is None:
            words = _("This is no web or mail address, so it will not be opened from here.")
        else:
            words = ""
        self.address_note.setText(words)
        self.address_note.setVisible(bool(words))
        self.duplicate.setVisible(known is not None)
        self.changed.emit()

    def _take_duplicate(self) -> None:
        known = self._duplicate(self.url.words)
        if known is not None:
            self.duplicate_wanted.emit(known)

    def _address(self) -> QWidget:
        """The address with what is to be said of it below."""
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.url, self.address_note):
            column.addWidget(part)
        column.addLayout(flush(self.duplicate))
        return whole

    def _put_together(self) -> None:
        fields = form()
        fields.setContentsMargins(12, 12, 12, 12)
        fields.addRow(_("Title"), self.title)
        fields.addRow("", self.seen)
        fields.addRow(_("Address"), self._address())
        fields.addRow(_("Type"), side_by_side(self.type, _("Rank"), self.rank))
        fields.addRow(_("Author"), self.author)
        fields.addRow(_("Publisher"), self.publisher)
        fields.addRow(_("Published"), side_by_side(self.published, _("Language"), self.language))
        fields.addRow(_("Contact"), self.contact)
        fields.addRow("", self.confidential)
        self.setLayout(fields)
