"""The desk's articles as a Qt model, in groups by the day on which they came in, with how far each
has been checked.

A group's heading is a row of its own: what is shown is one array of the ids of articles and the
(negative) codes of groups. Its beginning is read at once, on a desk of few articles all of it; the
rest, and what words mean, on another thread.
"""

from array import array
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from claimdesk.domain.arrival import ARCHIVED, ArticleGroup, grouped
from claimdesk.domain.article import ArticleRow
from claimdesk.domain.history import Changes
from claimdesk.store import queries
from claimdesk.store.sqlite.count_tables import is_complete
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.article_words import group_name, heading_in_words, origin, progress
from claimdesk.ui.models.desk_pages import DeskPages
from claimdesk.ui.models.row_changes import RowChanges, row_changes
from claimdesk.ui.widgets.status_bar_chart import progress_in_words

if TYPE_CHECKING:
    from claimdesk.ui.models.article_loader import ArticleLoader, Listed
    from claimdesk.ui.models.row_fetcher import Fetched

Index = QModelIndex | QPersistentModelIndex

FIRST = 200
"""Which articles there are is read at once of so many."""
PAINTED_FIRST = 30
"""And so many of them whole, which is what a window shows."""
_FEW = 8
"""Up to how many changed articles are read at once."""


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    ARTICLE = Qt.ItemDataRole.UserRole
    HEADING = Qt.ItemDataRole.UserRole + 1


class Heading(NamedTuple):
    """A group as its heading shows it; without a count while not all articles are known."""

    code: int
    name: str
    articles: int | None
    is_open: bool


class ArticlesModel(QAbstractListModel):
    """The articles, the newest first. Rows are read a page at a time, when looked at."""

    changing = Signal(bool)
    """Rows are about to come and go, or have."""
    listed = Signal()
    """All is shown that the words mean."""
    toggled = Signal()
    """A group was opened or closed."""
    loading = Signal(bool)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._read = desk, desk.read
        self.words = ""
        self.is_changing = False
        self._closed = {ARCHIVED}
        self._closed_here: set[int] = set()
        self._groups: dict[int, ArticleGroup] = {}
        self._shown = array("q")
        self._moved: set[int] = set()
        self._told = 0
        self._pages: DeskPages[ArticleRow] = DeskPages(self._fetch)
        self._take_beginning()
        desk.changed.connect(self._on_changed)

    @cached_property
    def _loader(self) -> "ArticleLoader":
        from claimdesk.ui.models.article_loader import ArticleLoader  # after the first paint

        loader = ArticleLoader(self._desk, self)
        loader.listed.connect(self._on_listed)
        loader.fetched.connect(self._on_fetched)
        loader.failed.connect(self._on_failed)
        return loader

    # what is shown

    def row_of(self, one: int | None) -> int | None:
        """The row of an article, or by its code of a group's heading; None where it is not there,
        or in a group that is closed."""
        return None if one is None or one not in self._shown else self._shown.index(one)

    def id_at(self, row: int) -> int:
        """The article in a row; negative, the code of the group that it is the heading of."""
        return self._shown[row]

    def group_of(self, article: int | None) -> int | None:
        """The group that an article is in."""
        found = (one.code for one in self._groups.values() if article in one.articles)
        return next(found, None)

    @property
    def headings(self) -> list[int]:
        """The rows that are headings."""
        rows, row = [], 0
        for group in self._groups.values():
            rows.append(row)
            row += 1 + (len(group.articles) if self.is_open(group.code) else 0)
        return rows

    @property
    def count(self) -> int:
        """How many articles are listed, in open groups or not."""
        return sum(len(group.articles) for group in self._groups.values())

    def first_article(self) -> int | None:
        """The row of the first article that is shown."""
        return next((row for row, one in enumerate(self._shown) if one > 0), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be turned to, not chosen."""
        flags = super().flags(index)
        if index.isValid() and self._shown[index.row()] < 0:
            flags &= ~Qt.ItemFlag.ItemIsSelectable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        one = self._shown[index.row()]
        if one < 0:
            return self._of_heading(self._heading(one), role)
        return self._of_article(index.row(), role) if role in _ROLES else None

    def _heading(self, code: int) -> Heading:
        count = len(self._groups[code].articles) if self.is_whole else None
        return Heading(code, group_name(code), count, self.is_open(code))

    def _of_heading(self, heading: Heading, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return heading.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return heading_in_words(heading.name, heading.articles, is_open=heading.is_open)
        return heading if role == Role.HEADING else None

    def _of_article(self, place: int, role: int) -> Any:
        row = self._pages.row(self._shown, place)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.data.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.data.title, origin(row), progress_in_words(row.counts)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.data.title}, {progress(row)}"
        return row

    # groups

    def is_open(self, code: int) -> bool:
        """Whether a group's articles are shown; all of them are where words are looked for."""
        return code not in (self._closed_here if self.words else self._closed)

    def open_group(self, code: int, wanted: bool) -> None:
        """Show a group's articles, or only its heading."""
        if self.is_open(code) == wanted:
            return
        closed = self._closed_here if self.words else self._closed
        closed.symmetric_difference_update({code})
        self._become(self._flat())
        self.toggled.emit()

    @property
    def closed(self) -> list[int]:
        """The codes of the groups that are closed, to be remembered."""
        return sorted(self._closed)

    def restore_closed(self, codes: Any) -> None:
        """Close just these; whatever is no list of codes is left."""
        if isinstance(codes, list):
            self._closed = {code for code in codes if isinstance(code, int) and code < 0}
            self._become(self._flat())

    # what there is

    def _take_beginning(self) -> None:
        """Read the newest articles: enough to paint, and on a desk of few all there are."""
        self._day = date.today()
        found = queries.arrivals(self._read, FIRST)
        self.is_whole = self._is_small = len(found) < FIRST
        self._show(grouped(found, self._day))
        first = [one for one in self._shown[: 2 * PAINTED_FIRST] if one > 0][:PAINTED_FIRST]
        self._read_rows(first)

    def complete(self) -> None:
        """Read the rest, once the beginning is painted."""
        if not self.is_whole:
            self._load()

    def prepare(self) -> None:
        """Somebody is about to look for words."""
        if self._desk.is_open:
            self._loader.prepare()

    def search(self, words: str) -> None:
        """Show only what some words mean; without words all."""
        if (words := words.strip()) != self.words:
            self.words = words
            self._closed_here.clear()
            self._load()

    def _look(self) -> None:
        """Take in which articles there are now."""
        self._day = date.today()
        if "_loader" in self.__dict__:
            self._loader.forget()
        if self._is_small and not self.words:
            found = queries.arrivals(self._read, FIRST)
            if len(found) < FIRST:
                self.loading.emit(False)
                self._show(grouped(found, self._day))
                return
        self._is_small = False
        self._load()

    def look_at_the_day(self) -> None:
        """What came in today came in yesterday, once it is tomorrow."""
        if self._desk.is_open and self._day != date.today():
            self._look()

    def _load(self) -> None:
        if not self._desk.is_open:
            return
        self._loader.load(self.words)
        self.loading.emit(True)

    @property
    def is_loading(self) -> bool:
        """Whether which articles there are is being read."""
        return "_loader" in self.__dict__ and self._loader.is_loading

    def stop(self) -> None:
        """Leave it at what is shown."""
        self._loader.stop()
        self.loading.emit(False)

    def _on_listed(self, listed: "Listed") -> None:
        self.is_whole = True
        self.loading.emit(False)
        self._pages.take(listed.rows, overtaken=True)
        self._show(listed.groups)

    def _on_failed(self, sentence: str) -> None:
        self.loading.emit(False)
        self.failed.emit(sentence)

    def _show(self, groups: list[ArticleGroup]) -> None:
        self._groups = {group.code: group for group in groups}
        self._become(self._flat())
        self._moved.clear()
        self.listed.emit()

    def _flat(self) -> "array[int]":
        flat = array("q")
        for group in self._groups.values():
            flat.append(group.code)
            if self.is_open(group.code):
                flat.extend(group.articles)
        return flat

    def _become(self, wanted: "array[int]") -> None:
        """Rows that stay keep selection and scroll as they are."""
        with self._while_changing():
            changes = row_changes(self._shown, wanted, self._moved)
            if changes is None:
                self.beginResetModel()
                self._shown = wanted
                self.endResetModel()
                return
            self._apply(changes, wanted)
        self._repaint(self.headings)

    def _apply(self, changes: RowChanges, wanted: "array[int]") -> None:
        for run in changes.out:
            self.beginRemoveRows(QModelIndex(), run.start, run.stop - 1)
            del self._shown[run.start : run.stop]
            self.endRemoveRows()
        for run in changes.into:
            self.beginInsertRows(QModelIndex(), run.start, run.stop - 1)
            self._shown[run.start : run.start] = wanted[run.start : run.stop]
            self.endInsertRows()

    @contextmanager
    def _while_changing(self) -> Iterator[None]:
        self.is_changing = True
        self.changing.emit(True)
        try:
            yield
        finally:
            self.is_changing = False
            self.changing.emit(False)

    # rows

    def _read_rows(self, articles: Collection[int]) -> None:
        counted = is_complete(self._read)
        rows = queries.article_rows(self._read, articles, counted=counted)
        self._pages.take(rows, overtaken=False)

    def _fetch(self, articles: tuple[int, ...]) -> None:
        self._loader.fetch(articles)

    def _on_fetched(self, fetched: "Fetched") -> None:
        self._pages.take(fetched.rows, overtaken=fetched.event < self._told)
        self._repaint_all()

    def _on_changed(self, changes: Changes) -> None:
        self._told = queries.last_event(self._read)
        if len(changes.articles) <= _FEW:
            self._read_rows(changes.articles)
            found = (self.row_of(article) for article in changes.articles)
            self._repaint([row for row in found if row is not None])
        else:
            self._pages.grow_old()
            self._repaint_all()
        if "article" in changes.entities:
            self._moved |= changes.articles
            self._look()

    def _repaint(self, rows: Collection[int]) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _repaint_all(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))


_ROLES = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Role.ARTICLE),
    }
)
