"""Typing a note: from the key to the letter painted, while the words are stored as a draft."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from figure import Figure, percentile
from in_window import opened

KEYS = 300
BETWEEN_KEYS = 30
"""Milliseconds, faster than anybody types."""


def measure() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        desk = Path(folder) / "sample.claimdesk"
        from claimdesk.commands.new_desk import new_sample

        new_sample(desk, "en")
        bare, kept = _typed(desk)
        budget = "16.7 ms"
        yield Figure("key to letter, p50", percentile(kept, 0.5), percentile(bare, 0.5), "–")
        yield Figure("key to letter, p95", percentile(kept, 0.95), percentile(bare, 0.95), budget)


def _typed(desk: Path) -> tuple[list[float], list[float]]:
    """In a bare field as the floor, and in the inspector's."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPlainTextEdit

    window, loop = opened(desk)

    class Painted(QObject):
        """Ends the loop with the first paint, and notes its moment."""

        at = 0.0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                self.at = time.perf_counter()
                QTimer.singleShot(0, loop.quit)
            return False

    def times(field: QPlainTextEdit) -> list[float]:
        painted = Painted()
        field.setFocus()
        field.setCursorWidth(0)  # its blinking paints, too
        found = []
        for step in range(KEYS):
            QTimer.singleShot(BETWEEN_KEYS, loop.quit)
            loop.exec()
            field.viewport().installEventFilter(painted)
            began = time.perf_counter()
            QTest.keyClicks(field, "words "[step % 6])
            loop.exec()
            field.viewport().removeEventFilter(painted)
            found.append((painted.at - began) * 1000)
        return found

    bare = QPlainTextEdit()
    bare.resize(360, 200)
    bare.show()
    floor = times(bare)
    bare.close()
    workspace = window.workspace
    assert workspace is not None
    workspace.selection.choose(workspace.list.first_claim())
    workspace.inspector.write_note()
    assert workspace.inspector is not None
    kept = times(workspace.inspector.notes.editor.field)
    window.close()
    return floor, kept
