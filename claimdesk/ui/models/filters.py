"""The filters that are at hand for the article under check, or the whole desk: what is left,
each mark that some claim of it bears, and those that were saved; with how many claims each lets
through.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import IntEnum
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

from claimdesk.domain.claim import Badge, ClaimFilter
from claimdesk.domain.errors import Stopped
from claimdesk.domain.saved_filter import conditions_of
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.store.queries import Read
from claimdesk.ui.desk import Desk
from claimdesk.ui.tasks import Task

Index = QModelIndex | QPersistentModelIndex


MANY = 2_000
"""Claims of an article that are counted on another thread."""


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    FILTER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class FilterRow:
    """One filter; 'saved' is its id where somebody saved it, 'badge' what a standing one asks."""

    name: str
    conditions: ClaimFilter
    count: int
    saved: int | None = None
    badge: Badge | None = None


class FiltersModel(QAbstractListModel):
    """Counts are of one article, None for nothing; those of the whole desk, or of very many
    claims, come when another thread has counted them."""

    counted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._path = desk.read, desk.path
        self._counting: Task | None = None
        self.whole_desk = False
        self.is_held = False
        """Whether filters of marks stay, though no claim bears them any more: nothing moves under
        the pointer."""
        self.article: int | None = None
        self.rows: list[FilterRow] = []

    def row_of(self, wanted: Callable[[FilterRow], bool]) -> int | None:
        """The first row that meets a condition."""
        return next((at for at, row in enumerate(self.rows) if wanted(row)), None)

    def show_article(self, article: int | None) -> None:
        """Count the claims of this one."""
        self.article = article
        if not self.whole_desk and self._has_many:
            self._show([])  # those of another article say nothing of this one
        self.look()

    def look(self) -> None:
        """Take in what the desk holds now."""
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        held = (
            frozenset(row.badge for row in self.rows if row.badge) if self.is_held else frozenset()
        )
        if self.whole_desk or self._has_many:
            article = None if self.whole_desk else self.article
            self._counting = Task(partial(_counted, self._path, article, held), self)
            self._counting.done.connect(self._on_counted)
            self._counting.start()
        else:
            bare = self.article is None
            self._show([] if bare else _fresh(self._read, self.article, held))

    @property
    def _has_many(self) -> bool:
        return (
            self.article is not None
            and queries.claim_count(self._read, ClaimFilter(article=self.article)) > MANY
        )

    def _on_counted(self, answer: tuple[Task, list[FilterRow]] | None) -> None:
        if answer is not None and answer[0] is self._counting:
            self._counting = None
            self._show(answer[1])

    def _show(self, fresh: list[FilterRow]) -> None:
        if [_identity(row) for row in fresh] == [_identity(row) for row in self.rows]:
            for at, row in enumerate(fresh):
                if row != self.rows[at]:
                    self.rows[at] = row
                    self.dataChanged.emit(self.index(at), self.index(at))
        else:
            self.beginResetModel()
            self.rows = fresh
            self.endResetModel()
        self.counted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            claims = ngettext("{count} claim", "{count} claims", row.count)
            return f"{row.name}, {claims}"
        return row if role == Role.FILTER else None


def _counted(
    path: Path, article: int | None, held: frozenset[Badge], task: Task
) -> tuple[Task, list[FilterRow]] | None:
    from claimdesk.store.sqlite.connection import Reader  # when first shown

    with suppress(Stopped), Reader(path) as read:
        read.stop_when(lambda: task.is_cancelled)
        return task, _fresh(read, article, held)
    return None


def _fresh(read: Read, article: int | None, held: frozenset[Badge]) -> list[FilterRow]:
    def count(conditions: ClaimFilter) -> int:
        """One that names articles is of the whole desk."""
        within = None if conditions.articles else article
        return queries.claim_count(read, replace(conditions, article=within))

    left = ClaimFilter(left=True)
    standing = [FilterRow(_("All that is left"), left, count(left))]
    for badge in Badge:
        conditions = ClaimFilter(badges=frozenset({badge}))
        if (found := count(conditions)) or badge in held:
            standing.append(FilterRow(badge.label, conditions, found, badge=badge))
    saved = [
        FilterRow(one.name, one.conditions, count(one.conditions), saved=one.id)
        for one in queries.saved_filters(read)
    ]
    return [*standing, *saved]


def _identity(row: FilterRow) -> tuple[int | None, ClaimFilter]:
    return row.saved, conditions_of(row.conditions)
