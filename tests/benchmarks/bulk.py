"""One edit of a hundred thousand claims, at the window as a person does it: the whole desk's list,
Ctrl+A, a digit, yes; then Ctrl+Z. Beside it a bare UPDATE of as many rows with its history, as
durable, and how long the GUI thread is held meanwhile; also while another program does the same.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from big_desk import BigDesk
from figure import Figure
from in_window import opened
from session import Slices

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop

    from claimdesk.ui.main_window import MainWindow

CLAIMS = 100_000
OTHER_PROGRAM = """
import sys
from pathlib import Path
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.sqlite.connection import Reader

desk = Path(sys.argv[1])
with Reader(desk) as read:
    claims = tuple(queries.claim_ids(read))
with Store(desk) as store:
    store.run(SetStatus(claims, Status.DISPUTED), Person.named("Ben Ohm"))
"""
AFTERWARDS = 1_500
"""Milliseconds in which the window takes in what was changed."""


def measure(big: BigDesk) -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    desk = big.of(CLAIMS)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        floor = _bare_sqlite(desk)
        window, loop = opened(desk)
        yield from _in_the_window(window, loop, floor)
        window.close()


def _bare_sqlite(desk: Path) -> float:
    """UPDATE of all claims, INSERT of a row each into a history, and commit, as durable; on a copy
    of the claims, with nothing else that follows from them."""
    with closing(sqlite3.connect(desk, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE floor AS SELECT * FROM claim")
        connection.execute("CREATE TABLE past (claim INTEGER, before TEXT, after TEXT)")
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO past SELECT id, status, 'verified' FROM floor")
        connection.execute("UPDATE floor SET status = 'verified', changed_at = changed_at || '0'")
        connection.execute("COMMIT")
        took = (time.perf_counter() - began) * 1000
        connection.execute("DROP TABLE floor")
        connection.execute("DROP TABLE past")
        return took


def _in_the_window(window: "MainWindow", loop: "QEventLoop", floor: float) -> Iterator[Figure]:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from claimdesk.domain.status import Status

    workspace = window.workspace
    assert workspace is not None
    slices = Slices()

    def wait(milliseconds: int) -> None:
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def timed(step: str, work: Callable[[], object], over: Callable[[], bool]) -> float:
        poll = QTimer(interval=5)
        poll.timeout.connect(lambda: loop.quit() if over() else None)
        began = time.perf_counter()
        QTimer.singleShot(0, lambda: (slices.begins(step), work(), poll.start()))
        loop.exec()
        poll.stop()
        took = (time.perf_counter() - began) * 1000
        wait(AFTERWARDS)
        slices.begins("between")
        return took

    def key(name: str) -> Callable[[], object]:
        return lambda: QTest.keyClick(
            workspace.list.table,
            getattr(Qt.Key, f"Key_{name}"),
            Qt.KeyboardModifier.ControlModifier,
        )

    def is_stored() -> bool:
        return workspace.desk.is_settled

    def yes() -> None:
        QApplication.activeModalWidget().finish.click()

    window.actions_["show_whole_desk"].trigger()
    timed("list", lambda: None, lambda: not workspace.list.model.is_loading)
    claims = len(workspace.list.model.ids)
    chosen = timed("choose", key("A"), lambda: len(workspace.selection.claims) == claims)
    yield Figure(f"all {claims:,} claims chosen", chosen, None, "–")
    yield Figure("GUI thread held meanwhile", slices.longest["choose"], None, "50 ms")
    workspace.work.set_status(Status.IN_PROGRESS)
    stored = timed("status", yes, is_stored)
    yield Figure(f"status of {claims:,} claims, committed", stored, floor, "–")
    yield Figure("GUI thread held meanwhile", slices.longest["status"], None, "50 ms")
    undone = timed("undo", workspace.desk.undo, is_stored)
    yield Figure("undo of it, committed", undone, floor, "–")
    yield Figure("GUI thread held meanwhile", slices.longest["undo"], None, "50 ms")
    workspace.work.set_status(Status.FALSE)
    yes()
    wait(1_000)
    stopped = timed("stop", workspace.desk.stop, is_stored)
    yield Figure("stopped after a second, the desk as it was", stopped, None, "–")
    told: list[object] = []
    workspace.desk.changed.connect(told.append)
    other = subprocess.Popen([sys.executable, "-c", OTHER_PROGRAM, str(workspace.desk.path)])
    timed("other", lambda: None, lambda: bool(told))
    other.wait()
    yield Figure(
        "the same by another program, GUI thread held", slices.longest["other"], None, "50 ms"
    )
