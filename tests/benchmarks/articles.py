"""The sidebar of a big desk: its articles read, narrowed by words, opened, scrolled; a text that
comes in beside them; and how long all of it holds the GUI thread: the longest gap between two beats
of a timer.
"""

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from big_desk import BigDesk
from figure import Figure, percentile
from in_window import opened

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop, Signal

    from claimdesk.ui.main_window import MainWindow

WORDS = ("b", "br", "brücken", "brücken em", "brücken emden", "öztürk", "nordhafen", "xyzzy")
BEAT = 1
"""Milliseconds."""
JUMPS = 40


class Held:
    """How long the event loop was held at most since 'begin'."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self.begin()
        self._timer = QTimer(interval=BEAT)
        self._timer.timeout.connect(self._beats)
        self._timer.start()

    def _beats(self) -> None:
        now = time.perf_counter()
        self._most = max(self._most, (now - self._last) * 1000 - BEAT)
        self._last = now

    def begin(self) -> None:
        self._most, self._last = 0.0, time.perf_counter()

    def longest(self) -> float:
        self._beats()
        return self._most


def measure(big: BigDesk) -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    desk = big.path
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        window, loop = opened(desk)
        _wait(loop, 3_000)
        gc.freeze()  # as the program itself does
        yield from _measured(window, loop)
        window.close()


def _measured(window: "MainWindow", loop: "QEventLoop") -> Iterator[Figure]:
    from claimdesk.domain.arrival import ARCHIVED

    workspace = window.workspace
    assert workspace
    workspace.show_sidebar(True)
    _wait(loop, 300)
    model, view, held = workspace.sidebar.model, workspace.sidebar.list, Held()
    name = f"sidebar of {model.count:,} articles"
    held.begin()
    took = _until(loop, model.listed, model._look)
    yield Figure(f"{name}: read anew", took, None, "–")
    yield Figure(f"{name}: GUI thread held meanwhile", held.longest(), None, "50 ms")
    model.prepare()
    _wait(loop, 1_000)
    held.begin()
    first = _until(loop, model.listed, lambda: model.search("a"))
    yield Figure(f"{name}: first letter typed to shown", first, None, "–")
    typed = [_until(loop, model.listed, lambda w=words: model.search(w)) for words in WORDS]
    yield Figure(f"{name}: letter typed to shown, p95", percentile(typed, 0.95), None, "100 ms")
    yield Figure(f"{name}: GUI thread held meanwhile", held.longest(), None, "50 ms")
    _until(loop, model.listed, lambda: model.search(""))
    held.begin()
    for opens in (True, False, True):
        model.open_group(ARCHIVED, opens)
        _wait(loop, 100)
    yield Figure(f"{name}: archive opened, closed", held.longest(), None, "50 ms")
    held.begin()
    bar = view.verticalScrollBar()
    for jump in range(JUMPS):
        bar.setValue(bar.maximum() * jump // JUMPS)
        _wait(loop, 30)
    yield Figure(f"{name}: scrolled, GUI thread held", held.longest(), None, "50 ms")
    for time_ in ("first", "second"):
        held.begin()
        _import_a_text(window, loop)
        words = f"import dialog beside them, {time_} opening: GUI thread held"
        yield Figure(words, held.longest(), None, "50 ms")


def _import_a_text(window: "MainWindow", loop: "QEventLoop") -> None:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QApplication, QDialog

    clip = QMimeData()
    clip.setText("Der Hafen\n\nIm Hafen lagen 412 Schiffe.")
    window.intake.take_clip(clip)
    _wait(loop, 1_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()


def _until(loop: "QEventLoop", told: "Signal", begin: Callable[[], object]) -> float:
    """Milliseconds from the beginning to the signal, and the paint that follows."""
    told.connect(loop.quit)
    began = time.perf_counter()
    begin()
    loop.exec()
    took = (time.perf_counter() - began) * 1000
    told.disconnect(loop.quit)
    _wait(loop, 50)
    return took


def _wait(loop: "QEventLoop", milliseconds: int) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
