"""A status edit: from the key to the commit, and to the row painted anew."""

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from figure import Figure, percentile
from in_window import opened

EDITS = 200
BETWEEN_KEYS = 40
"""Milliseconds; nobody types faster, and what the key before set off has ended."""


def measure() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        desk = Path(folder) / "sample.claimdesk"
        from claimdesk.commands.new_desk import new_sample

        new_sample(desk, "en")
        committed, repainted, many = _in_the_window(desk)
        floor = _bare_sqlite(desk)
        yield Figure("edit committed, p50", percentile(committed, 0.5), percentile(floor, 0.5), "–")
        yield Figure(
            "edit committed, p95", percentile(committed, 0.95), percentile(floor, 0.95), "10 x"
        )
        yield Figure("edit: key to repainted, p95", percentile(repainted, 0.95), None, "16.7 ms")
        yield Figure("edit of 180 claims at once, committed", percentile(many, 0.5), None, "–")


def _bare_sqlite(desk: Path) -> list[float]:
    """UPDATE, INSERT and commit on the same file, as durable and as far apart: a processor that
    slept in between is slower for both."""
    with closing(sqlite3.connect(desk, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE floor (claim INTEGER, before TEXT, after TEXT)")
        times = []
        for step in range(EDITS):
            status = ("verified", "false")[step % 2]
            time.sleep(BETWEEN_KEYS / 1000)
            began = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE claim SET status = ? WHERE id = 44", (status,))
            connection.execute("INSERT INTO floor VALUES (44, ?, ?)", (status, status))
            connection.execute("COMMIT")
            times.append((time.perf_counter() - began) * 1000)
        return times


def _in_the_window(desk: Path) -> tuple[list[float], list[float], list[float]]:
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtTest import QTest

    from claimdesk.commands.set_status import SetStatus
    from claimdesk.domain.status import Status
    from claimdesk.store import queries

    window, loop = opened(desk)
    workspace = window.workspace
    assert workspace is not None

    class Painted(QObject):
        """Notes the moment of each paint after an edit was told."""

        at = 0.0
        told = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if self.told and event.type() is QEvent.Type.Paint:
                self.at = time.perf_counter()
                self.told = False
                QTimer.singleShot(0, loop.quit)
            return False

    painted = Painted()
    workspace.list.table.viewport().installEventFilter(painted)
    moments: list[float] = []
    workspace.desk.saved.connect(lambda: setattr(painted, "told", True))
    # Called on the writer's own thread, right after the commit.
    workspace.desk._writer.done.connect(
        lambda *_: moments.append(time.perf_counter()), Qt.ConnectionType.DirectConnection
    )
    workspace.selection.choose(workspace.list.first_claim())
    committed, repainted = [], []
    for step in range(EDITS + 20):
        QTimer.singleShot(BETWEEN_KEYS, loop.quit)
        loop.exec()
        moments.clear()
        began = time.perf_counter()
        QTest.keyClick(window, (Qt.Key.Key_4, Qt.Key.Key_5)[step % 2])
        while painted.at < began:  # a paint that was late may have ended the loop
            loop.exec()
        if step >= 20:
            committed.append((moments[-1] - began) * 1000)
            repainted.append((painted.at - began) * 1000)
    many = []
    everything = tuple(queries.claim_ids(workspace.desk.read))
    for step in range(10):
        moments.clear()
        began = time.perf_counter()
        workspace.desk.run(SetStatus(everything, (Status.FALSE, Status.VERIFIED)[step % 2]))
        workspace.desk.settle()
        many.append((moments[-1] - began) * 1000)
    window.close()
    return committed, repainted, many
