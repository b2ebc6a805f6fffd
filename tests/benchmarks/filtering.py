"""One filter with a sort that an index has ready, on the whole desk: how long until the count and
the first page of rows are there, for every such filter in every such order, both ways.

Beside the milliseconds stand those that the thread itself worked: where others use the processor
too, the first say little.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from big_desk import BigDesk
from figure import Figure

if TYPE_CHECKING:
    from claimdesk.domain.claim import ClaimFilter, ClaimSort
    from claimdesk.store.sqlite.connection import Reader

RUNS = 3
TAGGED = {"1 in 100": 100, "1 in 1,000": 1_000}


class Taken(NamedTuple):
    """Milliseconds of work, and until the first page was there, for what."""

    worked: float
    taken: float
    what: str


def measure(big: BigDesk) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        _tag(big.path)
        yield from _measure(big.path)


def _tag(desk: Path) -> None:
    from claimdesk.commands.tag_claims import TagClaims
    from claimdesk.domain.person import Person
    from claimdesk.store import Store, queries
    from claimdesk.store.sqlite.connection import Reader

    with Reader(desk) as read:
        every = sorted(queries.claim_ids(read))
    with Store(desk) as store:
        for tag, apart in TAGGED.items():
            store.run(TagClaims(tuple(every[::apart]), (tag,)), Person.named("Bench"))


def _measure(desk: Path) -> Iterator[Figure]:
    from claimdesk.domain.claim import ClaimColumn, ClaimSort
    from claimdesk.store.sqlite import lists
    from claimdesk.store.sqlite.connection import Reader

    lists.build(desk)
    indexed = (
        ClaimColumn.CHANGED_AT,
        ClaimColumn.STATUS,
        ClaimColumn.CHECK_WORTHINESS,
        ClaimColumn.ARTICLE,
        ClaimColumn.NUMBER,
    )
    orders = [ClaimSort(column, down) for column in indexed for down in (False, True)]
    with Reader(desk) as read:
        for name, filters in _filters(read).items():
            slowest = max(
                _taken(read, words, chosen, order)
                for words, chosen in filters.items()
                for order in orders
            )
            yield Figure(f"one filter, {name}: {slowest.what}", slowest.taken, None, "100 ms")
            yield Figure("    the thread worked of it", slowest.worked, None, "100 ms")


def _filters(read: "Reader") -> "Mapping[str, Mapping[str, ClaimFilter]]":
    from claimdesk.domain.claim import WORTHINESS, Badge, ClaimFilter, Kind
    from claimdesk.domain.period import Period
    from claimdesk.domain.status import Status

    def each(name: str, members: Iterable[object]) -> dict[str, ClaimFilter]:
        return {
            str(one): ClaimFilter(**{name: frozenset({one})})  # type: ignore[arg-type]
            for one in members
        }

    articles = [row[0] for row in read("SELECT public_id FROM article ORDER BY id")]
    people = [row[0] for row in read("SELECT DISTINCT name FROM person ORDER BY id")]
    return {
        "none": {"all": ClaimFilter()},
        "status": each("statuses", Status),
        "kind": each("kinds", Kind),
        "weight": each("worthiness", WORTHINESS),
        "person": each("people", people),
        "article": {
            "one": ClaimFilter(articles=frozenset(articles[-1:])),
            "every 100th": ClaimFilter(articles=frozenset(articles[::100])),
        },
        "source": {str(has): ClaimFilter(sourced=has) for has in (True, False)},
        "changed": {f"{days} d": ClaimFilter(changed=Period(days)) for days in (7, 30, 365, 3650)},
        "mark": each("badges", (Badge.OPEN_QUESTION, Badge.PASSAGE_CHANGED)),
        "tag": each("tags", TAGGED),
    }


def _taken(read: "Reader", words: str, chosen: "ClaimFilter", order: "ClaimSort") -> Taken:
    runs = [_run(read, chosen, order) for _ in range(RUNS)]
    taken, worked = (statistics.median(values) for values in zip(*runs, strict=True))
    return Taken(worked, taken, f"{words}, {order.column}{' down' if order.descending else ''}")


def _run(read: "Reader", chosen: "ClaimFilter", order: "ClaimSort") -> tuple[float, float]:
    from claimdesk.store import queries
    from claimdesk.store.sqlite import list_reading
    from claimdesk.store.sqlite.list_reading import Loaded

    shown: list[tuple[float, float]] = []

    def show(first: Loaded) -> None:
        queries.claim_rows(read, first.ids[: list_reading.FIRST])
        shown.append(((time.perf_counter() - began) * 1000, (time.thread_time() - working) * 1000))

    began, working = time.perf_counter(), time.thread_time()
    whole = list_reading.load(read.path, chosen, order, tell=show, stopped=lambda: bool(shown))
    if not shown and whole is not None:
        show(whole)
    return shown[0]
