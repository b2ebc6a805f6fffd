"""Reads lists of the whole desk: first how many claims there are and the beginning, where indexes
know them, then all of it.

SQLite does not know how many claims pass a filter. Where many do, the beginning is found by going
along the index that has the order, past those that do not pass; where few do, by putting them in
order. So they are counted first.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.errors import Stopped
from claimdesk.domain.status import Status
from claimdesk.store.queries import listing
from claimdesk.store.queries.listing import Order
from claimdesk.store.queries.watch import last_event
from claimdesk.store.sqlite import lists
from claimdesk.store.sqlite.connection import Reader
from claimdesk.store.sqlite.list_tables import ORDER, TITLE

FIRST = 200
"""How many claims are told before the others."""

_STRIDE = 4_096
_FEW = 10_000
"""As many are put in order as quickly as others are found along an index."""
_PATIENCE = 1_000_000
"""Steps of SQLite's machine along an index, some 25 ms: where those that pass stand far behind,
all of them are put in order instead."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A list as it was right after an event; of one that is not whole yet only the first ids
    are there, and 'count' says how many there will be."""

    event: int
    ids: "array[int]"
    count: int
    counts: dict[Status, int] = field(default_factory=dict)
    total: int = 0


def load(
    path: Path,
    chosen: ClaimFilter,
    sort: ClaimSort,
    *,
    tell: Callable[[Loaded], None] = lambda _first: None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Loaded | None:
    """Read a list of the whole desk; 'tell' gets its beginning as soon as that is known with the
    count of all. None where it was stopped."""
    try:
        with Reader(path) as reader:
            reader.stop_when(stopped)
            with reader.at_one_moment():
                return _load(_List(reader, chosen, sort), tell, progress)
    except Stopped:
        return None


def _load(
    wanted: "_List", tell: Callable[[Loaded], None], progress: Callable[[int, int], None]
) -> Loaded:
    read, chosen = wanted.read, wanted.chosen
    event, ids, count = last_event(read), array("q"), wanted.count()
    is_told = count is None
    if count is not None and (first := wanted.beginning(count)) is not None:
        tell(Loaded(event, first, count))
        is_told = True
    found: Counter[str] = Counter()
    for rows in read.some_at_a_time(*wanted.all(count), _STRIDE):
        ids.extend([row[0] for row in rows])
        if not is_told and count is not None:
            tell(Loaded(event, ids[:FIRST], count))
            is_told = True
        if count is None:
            found.update([row[1] for row in rows])
        progress(len(ids), count or 0)
    if count is None and not chosen.statuses:
        counts = {Status(status): number for status, number in found.items()}
    else:
        counts = listing.status_counts(read, chosen)
    total = listing.claim_count(read, ClaimFilter()) if chosen.is_narrowed else len(ids)
    return Loaded(event, ids, len(ids), counts, total)


class _List:
    """What is asked for one list."""

    def __init__(self, read: Reader, chosen: ClaimFilter, sort: ClaimSort) -> None:
        self.read, self.chosen = read, chosen
        self._sort = sort
        self._kept = lists.is_complete(read)

    def count(self) -> int | None:
        """How many claims there are, where an index knows."""
        if self._kept and self.chosen == ClaimFilter(sourced=self.chosen.sourced):
            met = {True: "> 0", False: "= 0", None: ">= 0"}[self.chosen.sourced]
            [(count,)] = self.read(f"SELECT count(*) FROM {ORDER} WHERE sources {met}")
            return int(count)
        return listing.claim_count(self.read, self.chosen) if self._is_counted_quickly else None

    def beginning(self, count: int) -> "array[int] | None":
        """The first claims of so many, where an index has them in order and they stand near its
        beginning."""
        way = self._way() if self._kept and count > _FEW else None
        if way is None:
            return None
        met, parameters = self._conditions(far=False)
        if self._sort.column is ClaimColumn.STATUS and self.chosen.statuses:
            met = _by_scale(met, self.chosen.statuses)
        sql = f"SELECT c.id {way.joined} WHERE {met} ORDER BY {way.sql} LIMIT {FIRST}"
        with suppress(Stopped), self.read.for_a_while(_PATIENCE):
            return array("q", [row[0] for row in self.read(sql, parameters)])
        return None

    def all(self, count: int | None) -> tuple[str, dict[str, Any]]:
        """The query of all claims, in order; with their statuses where they are not counted yet.
        SQLite takes any index for a short cut: where each claim has to be looked at, it is told
        to go through them as they lie in the file."""
        met, parameters = self._conditions(far=True)
        columns = "c.id, c.status" if count is None else "c.id"
        order = self._order()
        if self.chosen == ClaimFilter() and order.joined == _JOINED:
            return f"SELECT o.claim FROM {ORDER} o ORDER BY {order.sql}", {}
        claims = "claim c" if self._is_found_by_index else "claim c NOT INDEXED"
        if order.joined == _JOINED and not self._is_found_by_index:
            order = order._replace(joined=f"CROSS {order.joined}")
        sql = f"SELECT {columns} FROM {claims} {order.joined} WHERE {met} ORDER BY {order.sql}"
        return sql, parameters

    def _conditions(self, *, far: bool) -> tuple[str, dict[str, Any]]:
        if not self._kept:
            return listing.conditions(self.chosen, far=far)
        return listing.conditions(self.chosen, far=far, source=_HAS_SOURCE)

    def _way(self) -> Order | None:
        """The order along an index; 'joined' is what is gone through."""
        column = self._sort.column
        if column is ClaimColumn.ARTICLE:
            return Order(_by_title(self._sort), f"FROM {TITLE} b CROSS JOIN {_OF_TITLE}")
        if index := _INDEXES.get(column):
            return listing.order_of(self._sort)._replace(joined=f"FROM claim c INDEXED BY {index}")
        if order := _kept_order(self._sort):
            index = f"list_order_{column}"
            joined = f"FROM {ORDER} o INDEXED BY {index} CROSS JOIN claim c ON c.id = o.claim"
            return order._replace(joined=joined)
        return None

    def _order(self) -> Order:
        """The same as listing's, by what is kept for it; with names put in order once, not for
        each claim."""
        if self._sort.column is ClaimColumn.CHANGED_BY:
            return Order(listing.by_column("b.place", self._sort.descending), _BY_PERSON)
        if not self._kept:
            return listing.order_of(self._sort)
        if self._sort.column is ClaimColumn.ARTICLE:
            return Order(_by_title(self._sort), f"JOIN {TITLE} b ON b.article = c.article")
        return _kept_order(self._sort) or listing.order_of(self._sort)

    @property
    def _is_found_by_index(self) -> bool:
        """Whether all claims are meant, or an index leads to those that are."""
        chosen = self.chosen
        led = (
            chosen.statuses,
            chosen.kinds,
            chosen.worthiness,
            chosen.people,
            chosen.changed,
            chosen.articles,
            chosen.tags,
            chosen.badges and chosen.badges <= _FOUND,
        )
        return any(led) or not chosen.is_narrowed

    @property
    def _is_counted_quickly(self) -> bool:
        """Whether an index answers, instead of each claim."""
        chosen = self.chosen
        rest = replace(
            chosen,
            statuses=frozenset(),
            kinds=frozenset(),
            worthiness=frozenset(),
            people=frozenset(),
            articles=frozenset(),
            tags=frozenset(),
            changed=None,
            badges=chosen.badges - _FOUND,
        )
        return not rest.is_narrowed


_INDEXES = {
    ClaimColumn.NUMBER: "list_claim_number",
    ClaimColumn.STATUS: "list_claim_scale",
    ClaimColumn.KIND: "list_claim_kind",
    ClaimColumn.CHECK_WORTHINESS: "list_claim_worthiness",
    ClaimColumn.CHANGED_AT: "list_claim_changed",
    ClaimColumn.AS_OF: "list_claim_as_of",
}
"""Which index of the claims themselves has which order."""
_KEPT = frozenset(
    {ClaimColumn.STATEMENT, ClaimColumn.FIGURES, ClaimColumn.SOURCES, ClaimColumn.NOTES}
)
"""What ORDER has an index of."""
_FOUND = frozenset(Badge) - {Badge.NO_EVIDENCE, Badge.ONLY_SECONDARY, Badge.PASSAGE_CHANGED}
"""Badges that rows of other tables lead to."""
_HAS_SOURCE = f"(SELECT k.sources > 0 FROM {ORDER} k WHERE k.claim = c.id)"
_JOINED = f"JOIN {ORDER} o ON o.claim = c.id"
_OF_TITLE = "claim c INDEXED BY sqlite_autoindex_claim_1 ON c.article = b.article"
_BY_PERSON = """JOIN (SELECT p.id, dense_rank() OVER (ORDER BY dictionary_key(p.name)) AS place
    FROM person p UNION ALL SELECT NULL, 0) b ON b.id IS c.changed_by"""


def _by_scale(met: str, statuses: Collection[Status]) -> str:
    """Statuses as the index has them that is gone along. The plus keeps SQLite from putting a
    single one in place of the column, and then knowing the index no more."""
    places = [place for place, status in enumerate(Status) if status in statuses]
    scale = listing.EXPRESSIONS[ClaimColumn.STATUS]
    met = met.replace("c.status IN", "+c.status IN")
    return f"{met} AND {scale} BETWEEN {places[0]} AND {places[-1]}"


def _by_title(sort: ClaimSort) -> tuple[listing.Term, ...]:
    title, article, number = listing.by_column("b.title", sort.descending)
    return title, article._replace(sql="b.article"), number


def _kept_order(sort: ClaimSort) -> Order | None:
    """The same order as listing's, by what is kept for it."""
    if sort.column is ClaimColumn.PASSAGE:
        terms = listing.by_passage("o.gone", "o.start", 'o."end"', sort.descending, "o")
        return Order(terms, _JOINED)
    if sort.column in _KEPT:
        return Order(listing.by_column(f"o.{sort.column}", sort.descending, "o"), _JOINED)
    return None
