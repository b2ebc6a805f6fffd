"""The desk's articles as a Qt model, with how far each has been checked."""

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


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    ARTICLE = Qt.ItemDataRole.UserRole


class ArticlesModel(QAbstractListModel):
    """All articles, the newest first."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = desk.read
        self._rows = queries.article_rows(desk.read)
        desk.changed.connect(self._on_changed)

    def row_of(self, article: int | None) -> int | None:
        """The row of an article."""
        places = (row for row, held in enumerate(self._rows) if held.id == article)
        return next(places, None)

    def id_at(self, row: int) -> int:
        """The article in a row."""
        return self._rows[row].id

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.data.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.data.title, origin(row), progress_in_words(row.counts)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.data.title}, {progress(row)}"
        return row if role == Role.ARTICLE else None

    def _on_changed(self, changes: Changes) -> None:
        if "article" in changes.entities:
            self._take_list()
        for article in changes.articles:
            row = self.row_of(article)
            if row is not None:
                self._rows[row] = queries.article(self._read, article)
                self.dataChanged.emit(self.index(row), self.index(row))

    def _take_list(self) -> None:
        """Take in which articles there are now; their order never changes."""
        fresh = queries.article_rows(self._read)
        ids = {row.id for row in fresh}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].id not in ids:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, article in enumerate(fresh):
            if row >= len(self._rows) or self._rows[row].id != article.id:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, article)
                self.endInsertRows()


def origin(row: ArticleRow) -> str:
    """Where and when it appeared; that it has no text yet where that is so."""
    published = partial_date(row.data.published) if row.data.published else None
    parts = [row.data.publisher, published] if row.revision else [_("without text")]
    return " · ".join(part for part in parts if part)


def progress(row: ArticleRow) -> str:
    """'90 of 180 checked'."""
    return _("{checked} of {total} checked").format(checked=row.checked, total=row.claims)
