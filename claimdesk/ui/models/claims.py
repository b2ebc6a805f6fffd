"""The claims of one article as a Qt model: an array of ids, and pages of rows behind it.

On a change only the rows it names are read again. The list itself is asked for anew only where
the change can have moved something, and then single rows are put in and taken out, so that the
selection stays.
"""

from array import array
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from enum import IntEnum
from itertools import chain
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimRow, ClaimSort
from claimdesk.domain.history import Changes
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claim_columns import COLUMNS, alignment, in_words, tip
from claimdesk.ui.models.claim_order import (
    QUICKEST,
    find,
    holding,
    is_out,
    looks_the_same,
    may_move,
    moved,
    still_there,
)
from claimdesk.ui.models.claim_pages import PAGE, ClaimPages, Pages

Index = QModelIndex | QPersistentModelIndex

SINGLY = 20
"""Up to how many rows are put in and taken out one by one; more reset the model."""


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    CLAIM = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1
    DRAFT = Qt.ItemDataRole.UserRole + 2


class ClaimsModel(QAbstractTableModel):
    """Empty until set_filter tells what to show."""

    counted = Signal()
    """The number of claims of some status changed."""
    came_back = Signal(int)
    """An undo put just this claim back into the list."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = desk.read
        self._pages: Pages[ClaimRow] = ClaimPages(desk.read)
        self._ids = array("q")
        self._last_row = 0
        self._held: frozenset[int] = frozenset()
        self._unsettled: set[int] = set()
        self._drafts: frozenset[int] = frozenset()
        self._changing = False
        self.chosen: ClaimFilter | None = None
        self.order = ClaimSort()
        self.counts: dict[Status, int] = {}
        self.total = 0
        desk.changed.connect(self._on_changed)

    # what it holds

    @property
    def ids(self) -> "array[int]":
        """The claims shown, in order; not to be changed."""
        return self._ids

    def id_at(self, row: int) -> int:
        """The claim in a row."""
        return self._ids[row]

    def row_at(self, row: int) -> ClaimRow | None:
        """What is shown in a row."""
        return self._pages.row(self._ids, row)

    def has_draft(self, row: int) -> bool:
        """Whether words are half written at the claim in a row."""
        return self._ids[row] in self._drafts

    def row_of(self, claim: int) -> int | None:
        """The row of a claim. Looked for first where the last one was found: the next one asked
        for is mostly near."""
        near = max(0, self._last_row - PAGE)
        try:
            found: int | None = self._ids.index(claim, near, self._last_row + PAGE)
        except ValueError:
            found = find(self._ids, claim)
        if found is not None:
            self._last_row = found
        return found

    def rows_of(self, claims: Collection[int]) -> list[int]:
        """The rows of those of the claims that are shown, in order."""
        if len(claims) <= SINGLY:
            found = (self.row_of(claim) for claim in claims)
            return sorted(row for row in found if row is not None)
        wanted = frozenset(claims)
        return [row for row, claim in enumerate(self._ids) if claim in wanted]

    def row_behind(self, claim: int) -> int:
        """The row of the first claim that comes after this one in the order, also where a filter
        hides this one; the number of rows where none does, 0 where the desk has no such claim."""
        row = self.row_of(claim)
        if row is not None:
            return row + 1
        whole = queries.claim_ids(self._read, self._unnarrowed(), self.order)
        if claim not in whole:
            return 0
        shown = frozenset(self._ids)
        following = (one for one in whole[whole.index(claim) + 1 :] if one in shown)
        row = self.row_of(next(following, claim))
        return len(self._ids) if row is None else row

    def _unnarrowed(self) -> ClaimFilter:
        return ClaimFilter(self.chosen.article if self.chosen else None)

    def next_unchecked(self, after: int | None, skipping: Collection[int] = ()) -> int | None:
        """The next unchecked claim in the list's order, from its beginning after its end. The
        nearest rows are looked at first; only from afar is the desk asked."""
        if self.chosen is None:
            return None
        start = self.row_behind(after) if after is not None else 0
        for place in range(start, min(start + PAGE, len(self._ids))):
            held = self.row_at(place)
            if held and held.status is Status.UNCHECKED and held.id not in skipping:
                return held.id
        return self._from_afar(start, {*skipping, after})

    def _from_afar(self, start: int, skipping: Collection[int | None]) -> int | None:
        unchecked = replace(self._unnarrowed(), statuses=_UNCHECKED)
        found = set(queries.claim_ids(self._read, unchecked, QUICKEST)).difference(skipping)
        around = chain(self._ids[start:], self._ids[:start])
        return next((claim for claim in around if claim in found), None) if found else None

    # what it shows

    def set_filter(self, chosen: ClaimFilter | None) -> None:
        """Show just these claims; None for nothing. Claims held in place are let go."""
        self.chosen = chosen
        self._reset()
        self._count()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by one of COLUMNS; by passage where there is none such."""
        wanted = COLUMNS[column].sort if 0 <= column < len(COLUMNS) else None
        descending = order == Qt.SortOrder.DescendingOrder
        self.set_order(ClaimSort(wanted or ClaimColumn.PASSAGE, descending))

    def set_order(self, order: ClaimSort) -> None:
        """Order the list."""
        if order != self.order:
            self.order = order
            self._reset()

    def hold(self, claims: Collection[int]) -> None:
        """Keep these claims where they are, also when they no longer fit; let go of others."""
        self._held = frozenset(claims)
        self._settle()

    def mark_drafts(self, claims: Collection[int]) -> None:
        """Show that words are half written at just these claims."""
        before, self._drafts = self._drafts, frozenset(claims)
        self._repaint(before ^ self._drafts)

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == Role.ID:
            return self._ids[index.row()]
        if role == Role.DRAFT:
            return self._ids[index.row()] in self._drafts
        read = _DATA.get(role)
        row = self.row_at(index.row()) if read else None
        given = read(row, index.column()) if read and row else None
        if given and role == Qt.ItemDataRole.AccessibleTextRole and index.data(Role.DRAFT):
            return ", ".join((given, _("half written")))
        return given

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].head
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _(COLUMNS[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(section)
        return None

    # changes

    def _on_changed(self, changes: Changes) -> None:
        before = {claim: self._pages.held(claim) for claim in changes.claims}
        if "article" in changes.entities:
            self._pages.clear()  # each row names its article
        if len(changes.claims) > SINGLY:
            self._take_many(changes.claims)
            return
        rows = queries.claim_rows(self._read, changes.claims)
        self._pages.put(rows)
        if self.chosen is None:
            return
        mine = [row for row in rows if self.chosen.article in (None, row.article)]
        self._repaint([row.id for row in mine])
        if not self._moves(changes, before, mine):
            self._recount(before, mine)
            return
        leaves = changes.event is not None and self._all_leave(before, mine)
        hidden = {row.id for row in mine if self.row_of(row.id) is None}
        self._take_in({row.id for row in mine}, all_leave=leaves)
        self._count()
        back = self.rows_of(hidden) if takes_back(changes) else []
        if len(back) == 1:
            self.came_back.emit(self.id_at(back[0]))

    def _all_leave(self, before: Mapping[int, ClaimRow | None], rows: Collection[ClaimRow]) -> bool:
        """Whether the rows alone tell that none of them is to be shown any longer. That spares
        asking for the whole list while somebody works through those of one status."""
        assert self.chosen is not None
        for row in rows:
            held = before[row.id]
            if held is None or looks_the_same(held, row) or not is_out(row, self.chosen):
                return False
        return True

    def _moves(
        self, changes: Changes, before: Mapping[int, ClaimRow | None], rows: list[ClaimRow]
    ) -> bool:
        """Whether the list may have changed. Where several events come at once, as those of
        other programs do, one row can hide that it was set aside as well."""
        assert self.chosen is not None
        if rows and (changes.event is None or "anchor" in changes.entities):
            return True
        for row in rows:
            held = before[row.id]
            if held is None or may_move(held, row, self.chosen, self.order):
                return True
        return False

    def _take_many(self, touched: frozenset[int]) -> None:
        self._pages.clear()
        if self.chosen is None:
            return
        if self._ids:
            last = self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self._take_in(touched)
        self._count()

    def _take_in(self, touched: Collection[int], *, all_leave: bool = False) -> None:
        mine = self.rows_of(self._held.intersection(touched))
        self._unsettled.update(self._ids[row] for row in mine)
        wanted = self._without(touched) if all_leave else self._wanted()
        self._become(wanted, touched)
        self._settle()

    def _settle(self) -> None:
        """Put in order what is no longer held."""
        free = self._unsettled - self._held
        chosen = self.chosen
        if not free or self._changing or chosen is None:
            return
        self._unsettled -= free
        all_leave = all(is_out(self._pages.held(claim), chosen) for claim in free)
        self._become(self._without(free) if all_leave else self._wanted(), free)

    def _without(self, leaving: Collection[int]) -> "array[int]":
        """The list as it is shown, without these claims but for the held ones."""
        rest = self._ids[:]
        for row in reversed(self.rows_of(frozenset(leaving) - self._unsettled)):
            del rest[row]
        return rest

    def _wanted(self) -> "array[int]":
        """The list that should be shown."""
        if self.chosen is None:
            return array("q")
        fresh = queries.claim_ids(self._read, self.chosen, self.order)
        if not self._unsettled:
            return fresh
        self._unsettled = still_there(self._read, self.chosen, self._unsettled)
        return holding(fresh, self._ids, self._unsettled)

    def _become(self, wanted: "array[int]", touched: Collection[int]) -> None:
        if wanted == self._ids:
            return
        if len(touched) <= SINGLY:
            self._changing = True
            self._change_rows(wanted, moved(self._ids, wanted, touched))
            self._changing = False
        if wanted != self._ids:
            self._replace(wanted)

    def _change_rows(self, wanted: "array[int]", going: Collection[int]) -> None:
        """Take these claims out, and put them in where they are wanted."""
        for row in reversed(self.rows_of(going)):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._ids[row]
            self.endRemoveRows()
        for row in sorted(wanted.index(claim) for claim in going if claim in wanted):
            place = min(row, len(self._ids))
            self.beginInsertRows(QModelIndex(), place, place)
            self._ids.insert(place, wanted[row])
            self.endInsertRows()

    def _reset(self) -> None:
        self._unsettled.clear()
        self._replace(self._wanted())

    def _replace(self, wanted: "array[int]") -> None:
        self.beginResetModel()
        self._ids = wanted
        self._last_row = 0
        self.endResetModel()

    def _repaint(self, claims: Collection[int]) -> None:
        for row in self.rows_of(claims):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _count(self) -> None:
        chosen = self.chosen
        self.counts = queries.status_counts(self._read, chosen) if chosen else {}
        self.total = sum(self.counts.values())
        if chosen and chosen.is_narrowed_within:
            every = queries.status_counts(self._read, self._unnarrowed())
            self.total = sum(every.values())
        self.counted.emit()

    def _recount(self, before: Mapping[int, ClaimRow | None], rows: list[ClaimRow]) -> None:
        """Count anew where a status changed. Adding up differences would go wrong: any count may
        have seen edits already that the model has yet to be told of."""
        pairs = [(held, row) for row in rows if (held := before[row.id])]
        chosen = self.chosen
        by_more = chosen is not None and (bool(chosen.badges) or chosen.left)
        if by_more or any(held.status is not row.status for held, row in pairs):
            self._count()


_UNCHECKED = frozenset({Status.UNCHECKED})


def takes_back(changes: Changes) -> bool:
    """Whether it is an undo or redo: the message of these holds another event's."""
    return changes.message is not None and "message" in changes.message.arguments


_DATA: Mapping[int, Callable[[ClaimRow, int], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda row, column: COLUMNS[column].words(row),
    int(Qt.ItemDataRole.ToolTipRole): tip,
    int(Qt.ItemDataRole.AccessibleTextRole): lambda row, _column: in_words(row),
    int(Qt.ItemDataRole.TextAlignmentRole): lambda _row, column: alignment(column),
    int(Role.CLAIM): lambda row, _column: row,
}
