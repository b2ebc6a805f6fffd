"""The claims of one article, or of the whole desk: then the list is read on another thread, told
as soon as its beginning is known, and kept in step claim by claim.

The list is right as of some event. What came after it names the claims that may stand elsewhere
now; each is taken out and put where it belongs, found by looking at a few others (DeskPlaces).
Where many changed at once, the list is read again, and the one shown stays until then.
"""

from array import array
from collections.abc import Collection, Iterator, Set
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from claimdesk.domain.claim import ClaimFilter, ClaimRow, ClaimSort
from claimdesk.domain.history import Changes
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.queries import Read
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claim_columns import COLUMNS
from claimdesk.ui.models.claim_order import find
from claimdesk.ui.models.claims import ClaimsModel, takes_back

if TYPE_CHECKING:
    from claimdesk.store.sqlite.connection import Reader
    from claimdesk.store.sqlite.list_reading import Loaded
    from claimdesk.ui.models.desk_loader import DeskLoader
    from claimdesk.ui.models.desk_pages import DeskPages
    from claimdesk.ui.models.desk_places import DeskPlaces
    from claimdesk.ui.models.row_fetcher import Fetched

Index = QModelIndex | QPersistentModelIndex

_FAR = frozenset({"source", "revision", "tag", "person", "article"})
"""An edit of these changes lists without naming each claim."""
_AFTER = 150
"""Milliseconds that let several edits be counted as one."""
_STRIDES = (200, 2_000)
"""How many claims the desk is asked about for the next unchecked one: at first, and then on."""
_FEW = 8
"""Up to how many changed claims are looked for one by one."""
_AT_ONCE = 500
"""Up to how many changed rows it is looked which claims they are of."""


class WideClaimsModel(ClaimsModel):
    """As ClaimsModel; a filter without an article shows the whole desk."""

    loading = Signal(int, int)
    """How many claims of how many are read; (0, 0) once that is over."""
    failed = Signal(str)
    filled = Signal(int)
    """The rows from this one on, of which only the number was known, are read."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._desk = desk
        self._near = self._pages
        self._seen = self._told = 0
        self._again = False
        self.moving: int | None = None
        """The claim that is taken out of the list to be put in elsewhere."""
        self._recount_soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._recount_soon.timeout.connect(self._ask_counts)

    @property
    def is_wide(self) -> bool:
        """Whether the whole desk is shown."""
        return self.chosen is not None and self.chosen.article is None

    @property
    def is_loading(self) -> bool:
        """Whether the list is not there yet, or not all of it."""
        return self.is_wide and self._loader.is_loading

    @cached_property
    def _loader(self) -> "DeskLoader":
        from claimdesk.ui.models.desk_loader import DeskLoader  # when first shown

        loader = DeskLoader(self._desk, self)
        loader.began.connect(self._on_began)
        loader.loaded.connect(self._on_loaded)
        loader.counted.connect(self._on_counted)
        loader.fetched.connect(self._on_fetched)
        loader.failed.connect(self._on_failed)
        loader.progress.connect(self._on_progress)
        loader.prepare()
        return loader

    @cached_property
    def _far(self) -> "DeskPages[ClaimRow]":
        from claimdesk.ui.models.desk_pages import DeskPages  # when first shown

        return DeskPages(self._loader.fetch)

    @cached_property
    def _moment(self) -> "Reader":
        """Sees the desk at one moment while claims are moved, whatever others read meanwhile."""
        from claimdesk.store.sqlite.connection import Reader  # when first edited

        reader = Reader(self._desk.path)
        self._desk.closing.connect(reader.close)
        return reader

    # what is shown

    def set_filter(self, chosen: ClaimFilter | None) -> None:
        if chosen is not None and chosen.article is None:
            if not self.is_wide:
                self._far.clear()
            self.chosen = chosen
            self._unsettled.clear()
            self._load(anew=True)
            return
        if self.is_wide:
            self._near.clear()
        if "_loader" in self.__dict__:
            self._loader.stop()
            self.loading.emit(0, 0)
        self._pages = self._near
        super().set_filter(chosen)

    def set_order(self, order: ClaimSort) -> None:
        if not self.is_wide:
            super().set_order(order)
        elif order != self.order:
            self.order = order
            self._load(anew=True)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is not read yet cannot be chosen."""
        if self.is_wide and index.isValid() and not self._ids[index.row()]:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def _load(self, *, anew: bool) -> None:
        """Read the list; 'anew' where it is to be another one, whose beginning is shown at once."""
        assert self.chosen is not None
        self._again = not anew
        self._loader.load(self.chosen, self.order)
        if anew:
            self.loading.emit(0, 1)

    def _on_began(self, first: "Loaded") -> None:
        if self._again or not self.is_wide:
            return
        ids = first.ids[:]
        ids.frombytes(bytes(ids.itemsize * (first.count - len(ids))))
        self._seen = first.event
        self._show_far(ids)

    def _on_loaded(self, loaded: "Loaded") -> None:
        if not self.is_wide:
            return
        self._again = False
        self._seen = loaded.event
        self._show_far(loaded.ids)
        self.counts, self.total = loaded.counts, loaded.total
        self.loading.emit(0, 0)
        self.counted.emit()
        self._catch_up()

    def _show_far(self, ids: "array[int]") -> None:
        """Rows that stay where they are keep scroll and selection as they are."""
        self._unsettled.clear()
        shown = self._ids
        same = self._pages is self._far and len(ids) == len(shown)
        self._pages = self._far
        read = self._read_so_far
        if same and ids[:read] == shown[:read]:
            self._ids = ids
            self._repaint_all()
            if read < len(ids):
                self.filled.emit(read)
        else:
            self._replace(ids)

    @property
    def _read_so_far(self) -> int:
        first_unread = find(self._ids, 0)
        return len(self._ids) if first_unread is None else first_unread

    def _on_counted(self, counts: dict[Status, int], total: int) -> None:
        if self.is_wide:
            self.counts, self.total = counts, total
            self.counted.emit()

    def _on_progress(self, done: int, all_: int) -> None:
        """Of a list that is not there yet; nobody waits for one that is only read again."""
        if not self._again:
            self.loading.emit(done, all_)

    def _on_failed(self, sentence: str) -> None:
        self.loading.emit(0, 0)
        self.failed.emit(sentence)

    def _ask_counts(self) -> None:
        if self.is_wide and self.chosen is not None and self._desk.is_open:
            self._loader.count(self.chosen)

    def _on_fetched(self, fetched: "Fetched") -> None:
        self._far.take(fetched.rows, overtaken=fetched.event < self._told)
        if self.is_wide:
            self._repaint_all()

    def _repaint_all(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # what comes next

    def row_behind(self, claim: int) -> int:
        if not self.is_wide:
            return super().row_behind(claim)
        row = self.row_of(claim)
        if row is not None:
            return row + 1
        return self._places(self._read).place(self._ids, claim) or 0

    def next_unchecked(self, after: int | None, skipping: Collection[int] = ()) -> int | None:
        if not self.is_wide:
            return super().next_unchecked(after, skipping)
        unchecked = ClaimFilter(statuses=frozenset({Status.UNCHECKED}))
        for some in self._strides(self.row_behind(after) if after is not None else 0):
            found = queries.fitting(self._read, unchecked, some).difference(skipping, {after})
            if found:
                return next(claim for claim in some if claim in found)
        return None

    def _strides(self, start: int) -> Iterator["array[int]"]:
        """The claims from a row on to the end, and then from the beginning."""
        first, further = _STRIDES
        yield self._ids[start : start + first]
        for place in range(start + first, len(self._ids), further):
            yield self._ids[place : place + further]
        for place in range(0, start, further):
            yield self._ids[place : min(start, place + further)]

    # changes

    def _on_changed(self, changes: Changes) -> None:
        if not self.is_wide:
            super()._on_changed(changes)
            return
        if not self._desk.is_open:
            return  # the last words are stored while it is closed
        self._told = queries.last_event(self._read)
        self._recount_soon.start()
        if changes.entities & _FAR or len(changes.claims) > _FEW:
            self._read_again()
        elif not self._loader.is_loading:
            self._catch_up(changes)
        else:
            self._far.put(queries.claim_rows(self._read, changes.claims))
            self._repaint_all()

    def _read_again(self) -> None:
        self._far.grow_old()
        self._repaint_all()
        self._load(anew=self._loader.is_loading and not self._again)

    def _catch_up(self, changes: Changes | None = None) -> None:
        """Take in what happened since the list was right: not just what is told now, for the desk
        may be further on already."""
        with self._moment.at_one_moment():
            events = queries.events_since(self._moment, self._seen)
            many = queries.has_more_changes(self._moment, events, _AT_ONCE)
            found = Changes() if many else queries.changes_of(self._moment, events)
            touched = found.claims
            if many or found.entities & _FAR or len(touched) > _FEW:
                self._read_again()
                return
            self._seen = max(events, default=self._seen)
            hidden = {claim for claim in touched if self.row_of(claim) is None}
            self._put_right(touched | (changes.claims if changes else frozenset()))
        back = self.rows_of(hidden) if changes and takes_back(changes) else []
        if len(back) == 1:
            self.came_back.emit(self.id_at(back[0]))

    def _put_right(self, touched: Set[int]) -> None:
        """Show these claims as they are now, where they belong now; held ones where they are."""
        assert self.chosen is not None
        read = self._moment
        self._far.put(queries.claim_rows(read, touched))
        there = queries.fitting(read, ClaimFilter(), touched)
        self._unsettled -= touched - there
        held = (claim for claim in self._held & touched & there if self.row_of(claim) is not None)
        self._unsettled.update(held)
        fits = queries.fitting(read, self.chosen, touched)
        self._changing = True
        self._move(touched - self._unsettled, fits)
        self._changing = False
        self._repaint(touched)
        self.counted.emit()

    def _move(self, free: Set[int], fits: Set[int]) -> None:
        """Take these claims out, and put those that fit in where they belong; one that stands
        right stays."""
        places, astray = self._places(self._moment), set(free | self._unsettled)
        for claim in sorted(free):
            row = self.row_of(claim)
            place = places.place(self._ids, claim, astray) if claim in fits else None
            astray.discard(claim)
            if place is not None and row is not None:
                if self._stands_right(row, place, astray):
                    continue
                place -= row < place
                self.moving = claim
            if row is not None:
                self._take_out(row)
            if place is not None:
                self._put_in(place, claim)
            self.moving = None

    def _stands_right(self, row: int, place: int, astray: Collection[int]) -> bool:
        """Whether between its row and its place there are none but those that tell nothing."""
        between = range(min(row, place), max(row, place))
        return len(between) <= len(astray) + 1 and all(
            at == row or self._ids[at] in astray for at in between
        )

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._ids[row]
        self.endRemoveRows()

    def _put_in(self, place: int, claim: int) -> None:
        self.beginInsertRows(QModelIndex(), place, place)
        self._ids.insert(place, claim)
        self.endInsertRows()

    def _places(self, read: Read) -> "DeskPlaces":
        from claimdesk.ui.models.desk_places import DeskPlaces  # when first edited

        return DeskPlaces(read, self.order)

    def hold(self, claims: Collection[int]) -> None:
        if not self.is_wide:
            super().hold(claims)
            return
        # Where many are chosen, the list is read again after an edit, and holds none of them.
        self._held = frozenset(claims) if len(claims) <= _FEW else frozenset()
        self._settle()

    def _settle(self) -> None:
        if not self.is_wide:
            super()._settle()
            return
        free = self._unsettled - self._held
        if free and not self._changing and not self._loader.is_loading:
            self._unsettled -= free
            with self._moment.at_one_moment():
                self._put_right(free)
