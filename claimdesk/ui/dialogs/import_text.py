"""Look at a text before it is stored: what was read, what looks odd, whose it is."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from claimdesk.domain.article import ArticleData
from claimdesk.domain.imported import ImportedText
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.arrivals import Arrival, arrival
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.article_box import ArticleBox
from claimdesk.ui.dialogs.article_data import language_field
from claimdesk.ui.dialogs.edit_dialog import AskingDialog
from claimdesk.ui.dialogs.fields import DateLine, Line, form
from claimdesk.ui.dialogs.import_summary import ReadSummary
from claimdesk.ui.views.manuscript import ManuscriptView
from claimdesk.ui.widgets.words import Words

_SIZE = QSize(1060, 700)
_LEFT = 380
_ENCODINGS = ("utf-8", "utf-16", "cp1252", "iso8859-15", "mac-roman")
_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
    "iso8859-15": "ISO 8859-15",
    "mac-roman": "Mac Roman",
}


class ImportDialog(AskingDialog):
    """Bibliographic data and findings at the left, the text at the right."""

    wanted = Signal(object, object, bool)
    """ArticleData; the id of the article it is a revision of, or None; whether the house notices
    are left out of the check."""
    encoding_wanted = Signal(str)
    """The file is to be read with another encoding."""

    def __init__(
        self,
        desk: Desk,
        article: int | None,
        parent: QWidget | None = None,
        shown: int | None = None,
    ) -> None:
        """'article' is proposed as the one that this is a revision of; the one that is 'shown' is
        offered, however old it is."""
        super().__init__(_("Import a text"), _("Import"), parent)
        self._desk = desk
        self._text: ImportedText | None = None
        self._before = ""
        self._data = ArticleData("")
        self._make_fields()
        self.target.offer(shown)
        self.target.choose(article)
        self._put_parts_together()
        self.resize(_SIZE)
        self.check()

    def show_text(self, text: ImportedText, before: str = "") -> None:
        """Show what was read; 'before' says, in a sentence, that this very file is there
        already."""
        first = self._text is None
        self._text, self._before = text, before
        if first:
            self._propose(text.data)
            self._propose_article(text.article)
        self.known.show_words(before)
        self._summarise()
        self.notices.setVisible(bool(text.structure.notices))
        self._show_encoding(text.file.encoding)
        self.preview.set_text(text.text, structure=text.structure)
        self.check()

    @property
    def imported(self) -> ImportedText | None:
        """What is shown; None while it is being read."""
        return self._text

    @property
    def article(self) -> int | None:
        """The article that it is a revision of; None for a new one."""
        return self.target.chosen

    @property
    def data(self) -> ArticleData:
        """What is typed."""
        return replace(
            self._data,
            title=self.title.words,
            author=self.author.words_or_none,
            publisher=self.publisher.words_or_none,
            published=self.published.date_or_none,
            language=self.language.currentData(),
            url=self.url.words_or_none,
        )

    def obstacle(self) -> str:
        if self._text is None:
            return _("The text is being read …")
        if self.article is None and not self.title.words:
            return _("The title is still missing.")
        if self.article is None and self.published.obstacle():
            return _("The date of publication is no date yet.")
        return ""

    def conclude(self) -> None:
        self.finish.setEnabled(False)
        self.wanted.emit(self.data, self.article, self.notices.isChecked())

    def refused(self, sentence: str) -> None:
        """The desk did not take it: say why, and let it be tried again."""
        self.check()
        self.reason.setText(sentence)

    # how it is made

    def _make_fields(self) -> None:
        words = _("Revision of “{title}”")
        none = _("New article")
        self.target = ArticleBox(self._desk, _("Import as"), self, words=words, none=none)
        self.title = Line(_("Title"), "", self)
        self.author = Line(_("Author"), "", self)
        self.publisher = Line(_("Publisher"), "", self)
        self.published = DateLine(_("Published"), "", self)
        self.language = language_field("de", self)
        self.url = Line(_("Address"), "", self)
        self.url.setPlaceholderText("https://")
        self.encoding = QComboBox(self)
        self.encoding.setAccessibleName(_("Encoding"))
        self.encoding.activated.connect(
            lambda _row: self.encoding_wanted.emit(self.encoding.currentData())
        )
        self.title.textChanged.connect(self.check)
        self.published.changed.connect(self.check)
        self.known = Words(self.font(), "danger", self)
        self.known.show_words("")
        self.summary = ReadSummary(self)
        self.summary.place_wanted.connect(self._show_place)
        self.notices = QCheckBox(_("Notices at the end are not part of the article"), self)
        self.notices.setChecked(True)
        self.proposing = QCheckBox(_("Propose what to check"), self)
        self.proposing.setToolTip(_("Claimdesk reads the text and lists suggestions to review"))
        self.proposing.setChecked(True)
        self.preview = ManuscriptView(self)
        self.preview.set_placeholder(_("The text is being read …"))
        self.preview.setAccessibleName(_("Preview"))

    def _put_parts_together(self) -> None:
        fields = form()
        fields.addRow(_("Import as"), self.target)
        for field in (self.title, self.author, self.publisher):
            fields.addRow(field.accessibleName(), field)
        fields.addRow(_("Published"), self.published)
        fields.addRow(_("Language"), self.language)
        fields.addRow(_("Address"), self.url)
        fields.addRow(_("Encoding"), self.encoding)
        self._fields = fields
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.known)
        column.addLayout(fields)
        column.addWidget(self.summary)
        column.addWidget(self.notices)
        column.addWidget(self.proposing)
        column.addStretch(1)
        scrolled = QScrollArea(self)
        scrolled.setWidget(left)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Nothing scrolls sideways, so be as wide as what stands in it.
        bar = scrolled.verticalScrollBar().sizeHint().width()
        scrolled.setMinimumWidth(left.minimumSizeHint().width() + bar)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(scrolled)
        panes.addWidget(self.preview)
        panes.setStretchFactor(1, 1)
        panes.setSizes([_LEFT, _SIZE.width() - _LEFT])
        panes.setChildrenCollapsible(False)
        row = QHBoxLayout()
        row.addWidget(panes)
        self.body.addLayout(row)
        self.target.changed.connect(self._on_target)
        self._on_target()

    def _on_target(self) -> None:
        """A revision keeps its article's data."""
        is_new = self.article is None
        for field in (self.title, self.author, self.publisher, self.published, self.url):
            field.setEnabled(is_new)
        self.language.setEnabled(is_new)
        self._summarise()
        self.check()

    def _summarise(self) -> None:
        """Say what was read, and what follows from it."""
        brought = Arrival()
        if self._text is not None:
            brought = arrival(self._desk.read, self._text, self.article)
            self.summary.fill(self._text, brought.lines)
        compares = self.article is not None and brought.is_new
        self.finish.setText(_("Import and compare") if compares else _("Import"))

    def _propose_article(self, public_id: str | None) -> None:
        """A file that went out from here comes back to its article."""
        held = queries.article_known_as(self._desk.read, public_id) if public_id else None
        if held is not None and self.article is None:
            self.target.choose(held)

    def _propose(self, data: ArticleData) -> None:
        self._data = data
        self.title.setText(data.title)
        self.author.setText(data.author or "")
        self.publisher.setText(data.publisher or "")
        self.published.show_date(data.published)
        self.url.setText(data.url or "")
        row = self.language.findData(data.language)
        if row < 0:
            self.language.addItem(data.language, data.language)
            row = self.language.count() - 1
        self.language.setCurrentIndex(row)
        for line in (self.title, self.author, self.publisher, self.url):
            line.setCursorPosition(0)

    def _show_encoding(self, encoding: str | None) -> None:
        self._fields.setRowVisible(self.encoding, encoding is not None)
        self.encoding.clear()
        if encoding is None:
            return
        for name in dict.fromkeys((encoding, *_ENCODINGS)):
            self.encoding.addItem(_NAMES.get(name, name.upper()), name)

    def _show_place(self, start: int) -> None:
        self.preview.go_to((start, self.preview.height() // 3))
