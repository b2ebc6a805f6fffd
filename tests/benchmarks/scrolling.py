"""The claim list on the whole desk, in the real table: read, filtered, sorted, scrolled."""

import gc
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from big_desk import BigDesk
from figure import Figure, percentile

if TYPE_CHECKING:
    from claimdesk.ui.models.wide_claims import WideClaimsModel
    from claimdesk.ui.views.claim_table import ClaimTable

STEPS = 10_000
JUMPS = 200
FRAME = "16.7 ms"
_KEPT: list[object] = []


def measure(big: BigDesk) -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        yield from _measure(big.path)


def _measure(path: Path) -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication

    from claimdesk.app import SWITCH_AFTER
    from claimdesk.domain.person import Person
    from claimdesk.store.sqlite import lists
    from claimdesk.ui import theme
    from claimdesk.ui.desk import Desk
    from claimdesk.ui.models.wide_claims import WideClaimsModel
    from claimdesk.ui.views.claim_table import ClaimTable

    sys.setswitchinterval(SWITCH_AFTER)
    application = QApplication.instance() or QApplication(["claimdesk"])
    assert isinstance(application, QApplication)
    _KEPT.append(application)
    theme.apply(application, "light")
    lists.build(path)
    desk = Desk(path, Person.named("Bench"))
    model = WideClaimsModel(desk)
    table = ClaimTable(model)
    table.resize(900, 600)
    table.show()
    before = _memory()
    try:
        yield from _reading(model)
        yield Figure("whole desk shown: memory more", _memory() - before, None, "150 MB", "MB")
        yield from _scrolled(table)
        yield Figure("after scrolling: memory more", _memory() - before, None, "150 MB", "MB")
    finally:
        table.close()
        desk.close()


def _reading(model: "WideClaimsModel") -> Iterator[Figure]:
    from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort, Kind
    from claimdesk.domain.status import Status

    false = ClaimFilter(statuses=frozenset({Status.FALSE}))
    quantity = ClaimFilter(kinds=frozenset({Kind.QUANTITY}))
    wanted = (
        ("one status by number", false, ClaimColumn.NUMBER, True),
        ("one kind by time of change", quantity, ClaimColumn.CHANGED_AT, True),
        ("words by passage", ClaimFilter(text="brücke"), ClaimColumn.PASSAGE, False),
        ("all that is left by weight", ClaimFilter(left=True), ClaimColumn.CHECK_WORTHINESS, False),
        ("without a source by status", ClaimFilter(sourced=False), ClaimColumn.STATUS, False),
        ("all by article", ClaimFilter(), ClaimColumn.ARTICLE, False),
        ("all by statement", ClaimFilter(), ClaimColumn.STATEMENT, True),
        ("all by passage", ClaimFilter(), ClaimColumn.PASSAGE, True),
    )
    for words, chosen, column, quick in wanted:
        first, whole = _loading(model, chosen, ClaimSort(column))
        if quick:
            yield Figure(f"{words}: count and first page", first, None, "100 ms")
        yield Figure(f"{words}: all of it", whole, None, "1500 ms")


def _loading(model: "WideClaimsModel", chosen: object, sort: object) -> tuple[float, float]:
    """Milliseconds until the beginning is shown, and until all is there."""
    model.set_filter(None)
    model.set_order(sort)  # type: ignore[arg-type]
    begun: list[float] = []
    model.modelReset.connect(lambda: begun.append(time.perf_counter()))
    began = time.perf_counter()
    model.set_filter(chosen)  # type: ignore[arg-type]
    _wait(lambda: not model.is_loading)
    ended = time.perf_counter()
    model.modelReset.disconnect()
    return ((begun[0] if begun else ended) - began) * 1000, (ended - began) * 1000


class Frame(NamedTuple):
    """Milliseconds until a frame stood there, and those that this thread worked for it: where
    others use the processor too, the first say little."""

    taken: float
    worked: float


def _scrolled(table: "ClaimTable") -> Iterator[Figure]:
    """Frames as they are painted, with whatever rows are there by then."""
    bar, chance = table.verticalScrollBar(), random.Random(1)
    far = [_frame(table, chance.randrange(bar.maximum() + 1)) for _ in range(JUMPS)]
    yield from _frames("jump anywhere", far)
    ends = [_frame(table, bar.maximum() * (at % 2)) for at in range(JUMPS)]
    yield from _frames("jump to the end and back", ends)
    middle, page = bar.maximum() // 2, bar.pageStep()
    frames, began = [], 0.0
    for at in range(STEPS):
        if at == STEPS // 10:  # as many rows are held by now as ever will be
            gc.collect()
            began = _memory()
        along = at % 1000
        frames.append(_frame(table, middle + (along if along < 500 else 1000 - along) * page))
    first, last = frames[: STEPS // 10], frames[-STEPS // 10 :]
    yield from _frames(f"{STEPS:,} pages to and fro", frames)
    yield Figure(
        "the last tenth of them beside the first, p95",
        percentile([one.worked for one in last], 0.95),
        percentile([one.worked for one in first], 0.95),
        "1.3 x",
    )
    gc.collect()
    yield Figure(
        "all but the first tenth take more memory", max(0, _memory() - began), None, "10 MB", "MB"
    )


def _frames(what: str, frames: list[Frame]) -> Iterator[Figure]:
    taken = percentile([one.taken for one in frames], 0.95)
    yield Figure(f"{what}, p95 of frames", taken, None, FRAME)
    worked = percentile([one.worked for one in frames], 0.95)
    yield Figure(f"{what}, p95 of their processor time", worked, None, FRAME)


def _frame(table: "ClaimTable", place: int) -> Frame:
    began, worked = time.perf_counter(), time.thread_time()
    table.verticalScrollBar().setValue(place)
    table.viewport().repaint()
    frame = Frame((time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000)
    _process()
    return frame


def _wait(until: Callable[[], bool]) -> None:
    while not until():
        _process()
        time.sleep(0.0005)


def _process() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()


def _memory() -> float:
    """What is held now, in MB; its peak where the system does not tell."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
