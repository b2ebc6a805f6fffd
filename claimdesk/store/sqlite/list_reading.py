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
_MANY = 250_000
"""The first of as many are picked out within 100 ms, and it does not take long to put all of them
in order after it."""
_PATIENCE = 0.02
"""Seconds along an index: where those that pass stand far behind, the first are picked out of
them instead."""


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
    first = wanted.beginning(count) if count else None
    if first is not None:
        tell(Loaded(event, first, count or 0))
    found: Counter[str] = Counter()
    for rows in read.some_at_a_time(*wanted.all(), _STRIDE):
        if wanted.tells_statuses:
            found.update([row[1] for row in rows])
        ids.extend(wanted.passing(rows))
        if count and first is None:
            first = ids[:FIRST]
            tell(Loaded(event, first, count))
        progress(len(ids), count or 0)
    if wanted.tells_statuses:
        statuses = {Status(status): number for status, number in found.items()}
    else:
        statuses = wanted.statuses()
    total = listing.claim_count(read, ClaimFilter()) if chosen.is_narrowed else len(ids)
    return Loaded(event, ids, len(ids), statuses, total)


def counts(read: Reader, chosen: ClaimFilter) -> tuple[dict[Status, int], int]:
    """How many claims pass a filter, by status, the filter's own statuses left aside; and how
    many the desk has."""
    return _List(read, chosen, ClaimSort()).statuses(), listing.claim_count(read, ClaimFilter())


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
        return listing.claim_count(self.read, self.chosen) if _is_known(self.chosen) else None

    def beginning(self, count: int) -> "array[int] | None":
        """The first claims of so many, where they can be told before all of them are in order."""
        if not self._kept or count <= _FEW:
            return None
        first = None
        with suppress(Stopped), self.read.for_a_while(_PATIENCE):
            first = self._along_index()
        if first is None and count <= _MANY:
            first = self._picked_out()
        return first

    def _along_index(self) -> "array[int] | None":
        way = self._way()
        if way is None:
            return None
        met, parameters = listing.conditions(self.chosen, far=False, source=_HAS_SOURCE)
        if self._sort.column is ClaimColumn.STATUS and self.chosen.statuses:
            met = _by_scale(met, self.chosen.statuses)
        sql = f"SELECT c.id FROM {way.joined} WHERE {met} ORDER BY {way.sql} LIMIT {FIRST}"
        return array("q", [row[0] for row in self.read(sql, parameters)])

    def _picked_out(self) -> "array[int]":
        """The plus keeps SQLite from going along the index once more."""
        order = self._order()
        first, *others = order.terms
        order = order._replace(terms=(first._replace(sql=f"+{first.sql}"), *others))
        claims, met, parameters = self._passing(self.chosen, order.joined)
        sql = f"SELECT c.id FROM {claims} WHERE {met} ORDER BY {order.sql} LIMIT {FIRST}"
        return array("q", [row[0] for row in self.read(sql, parameters)])

    @property
    def tells_statuses(self) -> bool:
        """Whether each claim comes with its status, whatever that is: no index would count them,
        and to look at all of them once more would take as long again."""
        return not _is_known(self.chosen)

    def passing(self, rows: list[Any]) -> list[int]:
        """The claims of those rows that have one of the statuses asked for."""
        if not self.tells_statuses or not self.chosen.statuses:
            return [row[0] for row in rows]
        statuses = {status.value for status in self.chosen.statuses}
        return [row[0] for row in rows if row[1] in statuses]

    def all(self) -> tuple[str, dict[str, Any]]:
        """The query of all claims, in order; of all statuses where 'tells_statuses'."""
        order = self._order()
        if self.chosen == ClaimFilter() and order.joined == _JOINED:
            return f"SELECT o.claim FROM {ORDER} o ORDER BY {order.sql}", {}
        columns = "c.id, c.status" if self.tells_statuses else "c.id"
        chosen = self.chosen
        if self.tells_statuses:
            chosen = replace(chosen, statuses=frozenset())
        claims, met, parameters = self._passing(chosen, order.joined)
        return f"SELECT {columns} FROM {claims} WHERE {met} ORDER BY {order.sql}", parameters

    def statuses(self) -> dict[Status, int]:
        """How many claims pass, by status, the filter's own statuses left aside."""
        claims, met, parameters = self._passing(replace(self.chosen, statuses=frozenset()))
        sql = f"SELECT c.status, count(*) FROM {claims} WHERE {met} GROUP BY c.status"
        return {Status(status): count for status, count in self.read(sql, parameters)}

    def _passing(self, chosen: ClaimFilter, joined: str = "") -> tuple[str, str, dict[str, Any]]:
        """Which tables to go through, and what claims that pass meet there. SQLite takes any
        index for a short cut: where each claim has to be looked at, it is told to go through
        them as they lie in the file."""
        if not self._kept:
            met, parameters = listing.conditions(chosen)
        else:
            met, parameters = listing.conditions(chosen, source="(o.sources > 0)")
            if "o.sources" in met and joined != _JOINED:
                joined = f"{_JOINED} {joined}"
        is_led = chosen != _not_led(chosen)
        if joined == _BY_TITLE and not is_led:
            return _ALONG_TITLES, met, parameters
        if is_led or not chosen.is_narrowed:
            return f"claim c {joined}", met, parameters
        in_file = joined.replace(_JOINED, f"CROSS {_JOINED}")
        return f"claim c NOT INDEXED {in_file}", met, parameters

    def _way(self) -> Order | None:
        """The order along an index; 'joined' is what is gone through."""
        column = self._sort.column
        if column is ClaimColumn.ARTICLE:
            return self._order()._replace(joined=_ALONG_TITLES)
        index = _INDEXES.get(column)
        if column is ClaimColumn.CHANGED_AT and self.chosen.people:
            index = "list_claim_person_changed"
        if index:
            return listing.order_of(self._sort)._replace(joined=f"claim c INDEXED BY {index}")
        if order := _kept_order(self._sort):
            index = f"list_order_{column}"
            joined = f"{ORDER} o INDEXED BY {index} CROSS JOIN claim c ON c.id = o.claim"
            return order._replace(joined=joined)
        return None

    def _order(self) -> Order:
        """The same as listing's, by what is kept for it; with names put in order once, not for
        each claim."""
        if self._sort.column is ClaimColumn.CHANGED_BY:
            return Order(listing.by_column("b.place", self._sort.descending), _BY_PERSON)
        order = _kept_order(self._sort) if self._kept else None
        return order or listing.order_of(self._sort)


def _is_known(chosen: ClaimFilter) -> bool:
    """Whether an index counts the claims that are meant, without a look at each."""
    return not _not_led(chosen).is_narrowed


def _not_led(chosen: ClaimFilter) -> ClaimFilter:
    """What of a filter no index leads to."""
    return replace(
        chosen,
        statuses=frozenset(),
        kinds=frozenset(),
        worthiness=frozenset(),
        people=frozenset(),
        articles=frozenset(),
        tags=frozenset(),
        changed=None,
        badges=frozenset() if chosen.badges <= _FOUND else chosen.badges,
    )


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
_FOUND = frozenset(Badge) - {Badge.NO_EVIDENCE, Badge.ONLY_SECONDARY}
"""Badges that rows of other tables lead to."""
_HAS_SOURCE = f"(SELECT k.sources > 0 FROM {ORDER} k WHERE k.claim = c.id)"
_JOINED = f"JOIN {ORDER} o ON o.claim = c.id"
_BY_TITLE = f"JOIN {TITLE} b ON b.article = c.article"
_ALONG_TITLES = (
    f"{TITLE} b CROSS JOIN claim c INDEXED BY sqlite_autoindex_claim_1 ON c.article = b.article"
)
"""Article by article, as the claims lie in the file."""
_BY_PERSON = """JOIN (SELECT p.id, dense_rank() OVER (ORDER BY dictionary_key(p.name)) AS place
    FROM person p UNION ALL SELECT NULL, 0) b ON b.id IS c.changed_by"""


def _by_scale(met: str, statuses: Collection[Status]) -> str:
    """Statuses as the index has them that is gone along. The plus keeps SQLite from putting a
    single one in place of the column, and then knowing the index no more."""
    places = [place for place, status in enumerate(Status) if status in statuses]
    scale = listing.EXPRESSIONS[ClaimColumn.STATUS]
    met = met.replace("c.status IN", "+c.status IN")
    return f"{met} AND {scale} BETWEEN {places[0]} AND {places[-1]}"


def _kept_order(sort: ClaimSort) -> Order | None:
    """The same order as listing's, by what is kept for it."""
    if sort.column is ClaimColumn.PASSAGE:
        terms = listing.by_passage("o.gone", "o.start", 'o."end"', sort.descending, "o")
        return Order(terms, _JOINED)
    if sort.column is ClaimColumn.ARTICLE:
        title, article, number = listing.by_column("b.title", sort.descending)
        return Order((title, article._replace(sql="b.article"), number), _BY_TITLE)
    if sort.column in _KEPT:
        return Order(listing.by_column(f"o.{sort.column}", sort.descending, "o"), _JOINED)
    return None
