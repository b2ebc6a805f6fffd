"""The overview of a big desk: from its key to everything drawn, and how long that holds the GUI
thread; the floor is counting the rows themselves, as one would without kept counts.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from big_desk import BigDesk
from figure import Figure, percentile
from in_window import opened

TIMES = 9
_PLAIN = (
    """SELECT c.article, c.status, count(*) FROM claim c JOIN article a ON a.id = c.article
    WHERE NOT c.aside AND NOT a.archived GROUP BY c.article, c.status""",
    """SELECT c.kind, c.status, count(*) FROM claim c
    WHERE NOT c.aside AND c.status IN ('inaccurate', 'false') GROUP BY c.kind, c.status""",
    """SELECT substr(e.time, 1, 10), h.after, count(*) FROM change h
    JOIN event e ON e.id = h.event WHERE h.entity = 'claim' AND h.field = 'status' GROUP BY 1, 2""",
    """SELECT v.source, count(*) AS uses FROM evidence v WHERE NOT v.aside
    GROUP BY v.source ORDER BY uses DESC LIMIT 10""",
)


def measure(big: BigDesk) -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    desk = big.path
    floor = _plainly(desk)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        first, shown, held = _opened(desk)
    what = f"overview of {big.claims:,} claims"
    yield Figure(f"{what}: first opening, all drawn", first, floor, "300 ms")
    yield Figure(f"{what}: counted and drawn anew, p50", percentile(shown, 0.5), floor, "300 ms")
    yield Figure(f"{what}: longest hold of the GUI thread", held, None, "50 ms")


def _plainly(desk: Path) -> float:
    from claimdesk.store.sqlite.connection import Reader

    read = Reader(desk)
    began = time.perf_counter()
    for sql in _PLAIN:
        read(sql)
    took = (time.perf_counter() - began) * 1000
    read.close()
    return took


def _opened(desk: Path) -> tuple[float, list[float], float]:
    from PySide6.QtCore import QTimer

    window, loop = opened(desk)
    QTimer.singleShot(1000, loop.quit)
    loop.exec()
    began = time.perf_counter()
    window.actions_["show_overview"].trigger()
    held = [(time.perf_counter() - began) * 1000]
    overviewing = window.workspace.overviewing
    view, show = overviewing.view, overviewing.view.show_overview

    def drawn(*counted: object) -> None:
        entered = time.perf_counter()
        show(*counted)
        view.grab()
        held.append((time.perf_counter() - entered) * 1000)
        loop.quit()

    view.show_overview = drawn
    loop.exec()
    first, shown = (time.perf_counter() - began) * 1000, []
    for _ in range(TIMES):
        began = time.perf_counter()
        overviewing._count()
        loop.exec()
        shown.append((time.perf_counter() - began) * 1000)
    window.close()
    return first, shown, max(held)
