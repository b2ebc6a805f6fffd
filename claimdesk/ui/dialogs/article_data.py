"""Bibliographic data of an article, new or there already."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.edit_article import AddArticle, EditArticle
from claimdesk.domain.article import ArticleData, ArticleRow
from claimdesk.domain.history import Changes
from claimdesk.i18n import _, language
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import DateLine, Line, form
from claimdesk.ui.dialogs.sizes import at_least

_WIDTH = 520
_OTHER = "und"
"""'Undetermined' in ISO 639-2, for a language that Claimdesk has no word for."""


class ArticleDialog(EditDialog):
    """Title, author, publisher, date, language, address."""

    added = Signal(int)
    """The new article's id."""

    def __init__(
        self, desk: Desk, article: ArticleRow | None = None, parent: QWidget | None = None
    ) -> None:
        """Without an article a new one is made."""
        title = _("Bibliographic data") if article else _("New article")
        super().__init__(desk, title, _("Store") if article else _("Add article"), parent)
        self._article = article
        self._data = article.data if article else ArticleData("", language=language())
        data = self._data
        self.title = Line(_("Title"), data.title, self)
        self.author = Line(_("Author"), data.author, self)
        self.publisher = Line(_("Publisher"), data.publisher, self)
        self.published = DateLine(_("Published"), data.published, self)
        self.language = language_field(data.language, self)
        self.url = Line(_("Address"), data.url, self)
        self.url.setPlaceholderText("https://")
        fields = form()
        for field in (self.title, self.author, self.publisher):
            fields.addRow(field.accessibleName(), field)
        fields.addRow(_("Published"), self.published)
        fields.addRow(_("Language"), self.language)
        fields.addRow(_("Address"), self.url)
        self.body.addLayout(fields)
        self.title.textChanged.connect(self.check)
        self.published.changed.connect(self.check)
        at_least(self, _WIDTH)
        self.title.setFocus()
        self.check()

    def obstacle(self) -> str:
        if not self.title.words:
            return _("The title is still missing.")
        if self.published.obstacle():
            return _("The date of publication is no date yet.")
        return ""

    def edit(self) -> Edit:
        data = replace(
            self._data,
            title=self.title.words,
            author=self.author.words_or_none,
            publisher=self.publisher.words_or_none,
            published=self.published.date_or_none,
            language=self.language.currentData(),
            url=self.url.words_or_none,
        )
        return EditArticle(self._article.id, data) if self._article else AddArticle(data)

    def stored(self, changes: Changes) -> None:
        if self._article is None:
            for article in changes.articles:
                self.added.emit(article)


def language_field(chosen: str, parent: QWidget) -> QComboBox:
    """A choice of languages; one of another code stays on the list, so that storing does not
    change it."""
    known = {"de": _("German"), "en": _("English"), _OTHER: _("another")}
    field = QComboBox(parent)
    field.setAccessibleName(_("Language"))
    for code, name in known.items():
        field.addItem(name, code)
    if chosen not in known:
        field.addItem(chosen, chosen)
    field.setCurrentIndex(field.findData(chosen))
    return field
