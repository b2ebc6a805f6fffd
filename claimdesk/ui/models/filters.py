"""The filters that are at hand for the article under check: what is left, each mark that some
claim of it bears, and those that were saved; with how many claims each lets through.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.domain.claim import Badge, ClaimFilter
from claimdesk.domain.saved_filter import conditions_of
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex


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
    """Counts are of one article, None for nothing."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = desk.read
        self.article: int | None = None
        self.rows: list[FilterRow] = []

    def row_of(self, wanted: Callable[[FilterRow], bool]) -> int | None:
        """The first row that meets a condition."""
        return next((at for at, row in enumerate(self.rows) if wanted(row)), None)

    def show_article(self, article: int | None) -> None:
        """Count the claims of this one."""
        self.article = article
        self.look()

    def look(self) -> None:
        """Take in what the desk holds now."""
        fresh = self._fresh() if self.article is not None else []
        if [_identity(row) for row in fresh] == [_identity(row) for row in self.rows]:
            for at, row in enumerate(fresh):
                if row != self.rows[at]:
                    self.rows[at] = row
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

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

    def _fresh(self) -> list[FilterRow]:
        left = ClaimFilter(left=True)
        standing = [FilterRow(_("All that is left"), left, self._count(left))]
        for badge in Badge:
            conditions = ClaimFilter(badges=frozenset({badge}))
            if count := self._count(conditions):
                standing.append(FilterRow(badge.label, conditions, count, badge=badge))
        saved = [
            FilterRow(one.name, one.conditions, self._count(one.conditions), saved=one.id)
            for one in queries.saved_filters(self._read)
        ]
        return [*standing, *saved]

    def _count(self, conditions: ClaimFilter) -> int:
        return queries.claim_count(self._read, replace(conditions, article=self.article))


def _identity(row: FilterRow) -> tuple[int | None, ClaimFilter]:
    return row.saved, conditions_of(row.conditions)
