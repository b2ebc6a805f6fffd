"""Which article something belongs to: the newest ones to choose from, any other one is found by a
part of its title."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.store import queries
from claimdesk.store.queries.choices import ArticleChoice
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.choose_article import ChooseArticleDialog
from claimdesk.ui.dialogs.fields import widen

NEWEST = 20
"""So many articles are listed: a desk may have thousands."""


class ArticleBox(QWidget):
    """A list of articles, and where there are more a button that finds one."""

    changed = Signal()

    def __init__(
        self, desk: Desk, name: str, parent: QWidget, *, words: str = "{title}", none: str = ""
    ) -> None:
        """'words' say what the choice of an article means, 'none' names that of no article, where
        there is one."""
        super().__init__(parent)
        self._desk, self._words = desk, words
        self.setAccessibleName(name)
        self.combo = QComboBox(self)
        self.combo.setAccessibleName(name)
        widen(self.combo)
        self._first = 1 if none else 0
        if none:
            self.combo.addItem(none, None)
        self.more = QPushButton(_("Find …"), self)
        self.more.setAccessibleName(_("Find another article"))
        self.more.setToolTip(_("Find another article"))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._find)
        self._fill()
        self.combo.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.setFocusProxy(self.combo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.combo, 1)
        row.addWidget(self.more)

    @property
    def chosen(self) -> int | None:
        """The article; None for none."""
        held: int | None = self.combo.currentData()
        return held

    def offer(self, article: int | None) -> None:
        """List an article, which may be an old one."""
        if article is not None and self.combo.findData(article) < 0:
            title = queries.article(self._desk.read, article).data.title
            self.combo.insertItem(self._first, self._named(title), article)

    def choose(self, article: int | None) -> None:
        """Choose an article, or none."""
        self.offer(article)
        self.combo.setCurrentIndex(max(0, self.combo.findData(article)))

    def _fill(self) -> None:
        titles = queries.article_titles(self._desk.read, NEWEST + 1)
        for article, title in titles[:NEWEST]:
            self.combo.addItem(self._named(title), article)
        self.more.setVisible(len(titles) > NEWEST)

    def _named(self, title: str) -> str:
        return self._words.format(title=" ".join(clean(title).split()))

    def _find(self) -> None:
        dialog = ChooseArticleDialog(self._desk, _("Find an article"), _("Choose"), self.window())
        dialog.given.connect(self._on_given)
        dialog.open()

    def _on_given(self, given: ArticleChoice) -> None:
        self.choose(given.id)
        self.combo.setFocus()
