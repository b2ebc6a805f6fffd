"""A desk of many claims: searched as one types, filtered, sorted, edited in bulk."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from big_desk import BigDesk
from figure import Figure, percentile

TYPED = (
    "Krankenhaus",
    "Ausgaben von",
    "Windräder",
    "\u201eDer Rat von",
    "verbot neue",
    "7.000",
    "haltestelle",
    "mueller",
)
"""Typed letter by letter from the second one on."""
BULK = 100_000


def measure(big: BigDesk) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        desk = big.path
        yield from _index(desk)
        yield from _search(desk)
        yield from _lists(desk)
        yield from _bulk(desk)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _index(desk: Path) -> Iterator[Figure]:
    from claimdesk.store.sqlite import fts

    yield Figure("search index built anew", _timed(lambda: fts.rebuild(desk)), None, "\u2013")


def _search(desk: Path) -> Iterator[Figure]:
    from claimdesk.store.sqlite.connection import Reader
    from claimdesk.store.sqlite.search import search

    reader = Reader(desk)
    times = [
        _timed(lambda typed=words[:end]: search(reader, typed))
        for words in TYPED
        for end in range(2, len(words) + 1)
    ]
    reader.close()
    yield Figure("search as one types, p50", percentile(times, 0.5), None, "\u2013")
    yield Figure("search as one types, p95", percentile(times, 0.95), None, "100 ms")
    yield Figure("search as one types, slowest", max(times), None, "\u2013")


def _lists(desk: Path) -> Iterator[Figure]:
    """As the window reads them: by what is kept for it."""
    from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort
    from claimdesk.domain.status import Status
    from claimdesk.store import queries
    from claimdesk.store.sqlite import lists
    from claimdesk.store.sqlite.connection import Reader
    from claimdesk.store.sqlite.list_reading import Loaded, load

    lists.build(desk)
    read = Reader(desk)

    def read_list(chosen: ClaimFilter, sort: ClaimSort) -> tuple[float, float]:
        """Milliseconds to count and first page, and to all of it."""
        began, first = time.perf_counter(), [0.0]

        def page(found: Loaded) -> None:
            queries.claim_rows(read, found.ids[:200])
            first[0] = first[0] or (time.perf_counter() - began) * 1000

        whole = load(desk, chosen, sort, tell=page)
        assert whole is not None
        page(whole)
        return first[0], (time.perf_counter() - began) * 1000

    false = ClaimFilter(statuses=frozenset({Status.FALSE}))
    one, _ = read_list(false, ClaimSort(ClaimColumn.NUMBER))
    yield Figure("whole desk, one status: count and first page", one, None, "100 ms")
    for column in ClaimColumn:
        first, whole = read_list(ClaimFilter(), ClaimSort(column))
        budget = "1500 ms" if column is ClaimColumn.CHANGED_BY else "100 ms"  # no index has names
        yield Figure(f"whole desk by {column}: count and first page", first, None, budget)
        yield Figure(f"whole desk by {column}: all of it", whole, None, "1500 ms")
    counted = _timed(lambda: queries.status_counts(read, ClaimFilter()))
    yield Figure("whole desk: counts by status", counted, None, "\u2013")
    read.close()


def _bulk(desk: Path) -> Iterator[Figure]:
    from claimdesk.commands.set_status import SetStatus
    from claimdesk.commands.tag_claims import TagClaims
    from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort
    from claimdesk.domain.person import Person
    from claimdesk.domain.status import Status
    from claimdesk.store import Store, queries
    from claimdesk.store.sqlite.connection import Reader

    read = Reader(desk)
    every = queries.claim_ids(read, ClaimFilter(), ClaimSort(ClaimColumn.NUMBER))
    some = tuple(every[:BULK])
    read.close()
    person = Person.named("Bench")
    with Store(desk) as store:
        store.warm_up()
        status = _timed(lambda: store.run(SetStatus(some, Status.IN_PROGRESS), person))
        yield Figure(f"status of {len(some):,} claims in one edit", status, None, "\u2013")
        tag = _timed(lambda: store.run(TagClaims(some, ("bench",)), person))
        yield Figure(f"tag on {len(some):,} claims in one edit", tag, None, "\u2013")
