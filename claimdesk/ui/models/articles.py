"""The desk's articles as a Qt model, with how far each has been checked."""

from array import array
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.domain.article import ArticleRow
from claimdesk.domain.history import Changes
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.when import partial_date
from claimdesk.ui.widgets.status_bar_chart import progress_in_words

Index = QModelIndex | QPersistentModelIndex


_PAGE = 50
_HELD = 2_000
"""How many rows are held before they are let go of."""
_SINGLY = 20
"""Up to how many rows are put in and taken out one by one; more reset the model."""


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    ARTICLE = Qt.ItemDataRole.UserRole


_ROLES = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Role.ARTICLE),
    }
)


class ArticlesModel(QAbstractListModel):
    """The articles, the newest first; archived ones only where asked for. Rows are read a page at a
    time, when looked at."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = desk.read
        self.shows_archived = False
        self._ids = self._wanted()
        self._rows: dict[int, ArticleRow] = {}
        desk.changed.connect(self._on_changed)

    def show_archived(self, shown: bool) -> None:
        """List the archived ones, too."""
        self.shows_archived = shown
        self._take_list()

    def _wanted(self) -> "array[int]":
        return queries.article_ids(self._read, archived=self.shows_archived)

    def row_of(self, article: int | None) -> int | None:
        """The row of an article."""
        return None if article is None or article not in self._ids else self._ids.index(article)

    def id_at(self, row: int) -> int:
        """The article in a row."""
        return self._ids[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids) or role not in _ROLES:
            return None
        row = self._at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.data.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.data.title, origin(row), progress_in_words(row.counts)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.data.title}, {progress(row)}"
        return row

    def _at(self, place: int) -> ArticleRow | None:
        article = self._ids[place]
        if article not in self._rows:
            if len(self._rows) > _HELD:
                self._rows.clear()
            start = place - place % _PAGE
            page = self._ids[start : start + _PAGE]
            self._rows.update((row.id, row) for row in queries.article_rows(self._read, page))
        return self._rows.get(article)

    def _on_changed(self, changes: Changes) -> None:
        if "article" in changes.entities:
            self._take_list()
        for article in changes.articles:
            self._rows.pop(article, None)
            row = self.row_of(article)
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _take_list(self) -> None:
        """Take in which articles there are now; their order never changes."""
        fresh = self._wanted()
        if abs(len(fresh) - len(self._ids)) > _SINGLY:
            self.beginResetModel()
            self._ids = fresh
            self.endResetModel()
            return
        there = frozenset(fresh)
        for row in reversed([at for at, one in enumerate(self._ids) if one not in there]):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._ids[row]
            self.endRemoveRows()
        known = frozenset(self._ids)
        for row in [at for at, one in enumerate(fresh) if one not in known]:
            self.beginInsertRows(QModelIndex(), row, row)
            self._ids.insert(row, fresh[row])
            self.endInsertRows()


def origin(row: ArticleRow) -> str:
    """Where and when it appeared; that it has no text yet where that is so."""
    published = partial_date(row.data.published) if row.data.published else None
    parts = [row.data.publisher, published] if row.revision else [_("without text")]
    if row.archived:
        parts.insert(0, _("archived"))
    parts += [f"#{tag}" for tag in row.tags]
    return " · ".join(part for part in parts if part)


def progress(row: ArticleRow) -> str:
    """'90 of 180 checked'."""
    return _("{checked} of {total} checked").format(checked=row.checked, total=row.claims)
