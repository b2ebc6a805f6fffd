"""One of the articles of a desk, found by a part of its title."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from claimdesk.domain.search import folded
from claimdesk.i18n import _, ngettext
from claimdesk.services.exporters.hygiene import clean
from claimdesk.store import queries
from claimdesk.store.queries.choices import ArticleChoice
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import AskingDialog
from claimdesk.ui.dialogs.fields import note
from claimdesk.ui.dialogs.search_line import FoundList, SearchLine
from claimdesk.ui.dialogs.sizes import at_least, begin_with
from claimdesk.ui.tasks import Task
from claimdesk.ui.when import partial_date
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.ink import ink

MOST = 200
"""How many articles are offered at once."""

_WIDTH, _HEIGHT = 520, 420

_Index = QModelIndex | QPersistentModelIndex
_Known = list[tuple[str, ArticleChoice]]
"""Articles, each with its folded title."""


class ArticlesFound(QAbstractListModel):
    """The articles that can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ArticleChoice] = ()

    def show(self, rows: Sequence[ArticleChoice]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, index: _Index) -> ArticleChoice | None:
        """The article of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if row is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        title = " ".join(clean(row.title).split())
        return f"{title} ({partial_date(row.published)})" if row.published else title


class ChooseArticleDialog(AskingDialog):
    """The articles are read on another thread; typing only looks through their titles."""

    given = Signal(object)
    """The ArticleChoice."""

    def __init__(self, desk: Desk, title: str, finish: str, parent: QWidget | None = None) -> None:
        super().__init__(title, finish, parent)
        self._known: _Known | None = None
        self.found = ArticlesFound(self)
        self.list = FoundList(self.found, _("Articles"), self)
        self.list.activated.connect(self.accept)
        self.search = SearchLine(self.list, self)
        hint(self.search, _("part of the title"))
        self.search.setAccessibleName(_("Find the article"))
        self.search.textChanged.connect(self._find)
        self.said = note(self)
        ink(self.said, "text2")
        for part in (self.search, self.list, self.said):
            self.body.addWidget(part)
        at_least(self, _WIDTH)
        begin_with(self, _WIDTH, _HEIGHT)
        self.list.selectionModel().currentChanged.connect(lambda *_given: self.check())
        self._reading = Task(partial(_known, desk.path), self)
        self._reading.done.connect(self._on_read)
        self._reading.failed.connect(self.said.setText)
        self._reading.start()
        self.search.setFocus()
        self.check()

    @property
    def chosen(self) -> ArticleChoice | None:
        """The article that is marked."""
        return self.found.at(self.list.currentIndex())

    def obstacle(self) -> str:
        if self._known is None:
            return _("The articles are being read …")
        return "" if self.chosen else _("Choose an article.")

    def conclude(self) -> None:
        chosen = self.chosen
        assert chosen is not None
        self.done(self.DialogCode.Accepted)
        self.given.emit(chosen)

    def _on_read(self, known: _Known) -> None:
        self._known = known
        self._find()

    def _find(self) -> None:
        """What fits comes in the order of the sidebar; the first is chosen once one has typed."""
        if self._known is None:
            return
        typed = folded(self.search.text())
        fitting = [one for words, one in self._known if all(word in words for word in typed)]
        self.found.show(fitting[:MOST])
        if typed and fitting:
            self.list.setCurrentIndex(self.found.index(0))
        more = len(fitting) - MOST
        self.said.setText(
            ngettext("{count} more article; type on.", "{count} more articles; type on.", more)
            if more > 0
            else ""
        )
        self.said.setVisible(more > 0)
        self.check()


def _known(path: Path, _task: Task) -> _Known:
    from claimdesk.store.sqlite.connection import Reader  # when asked for

    with Reader(path) as read:
        return [(" ".join(folded(one.title)), one) for one in queries.article_choices(read)]
