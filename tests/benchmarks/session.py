"""A session at the window: how long the GUI thread is held at a stretch, and by what.

Each step is begun from the event loop like a key or a click; every dispatch of an event that
comes from outside or from a timer counts as one slice, from waking up to going back to sleep.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from figure import Figure, percentile
from in_window import opened

BETWEEN = 120
"""Milliseconds from one step to the next, so that what a step set off counts to it."""


def measure() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        desk = Path(folder) / "sample.claimdesk"
        from claimdesk.commands.new_desk import new_sample

        new_sample(desk, "de")
        yield from _session(desk, Path(folder))


class Slices:
    """How long the loop was awake at a stretch, by the step that it belongs to."""

    def __init__(self) -> None:
        from PySide6.QtCore import QAbstractEventDispatcher

        self.step = "open"
        self.longest: dict[str, float] = {}
        self._woke: float | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._awake)
        dispatcher.aboutToBlock.connect(self._ends)

    def _awake(self) -> None:
        """Told at each turn of the loop, whether or not it slept."""
        self._ends()
        self._woke = time.perf_counter()

    def _ends(self) -> None:
        if self._woke is not None:
            took = (time.perf_counter() - self._woke) * 1000
            self.longest[self.step] = max(took, self.longest.get(self.step, 0.0))
        self._woke = None

    def begins(self, step: str) -> None:
        """From here on it belongs to this step."""
        self._ends()
        self.step = step
        self._woke = time.perf_counter()


def _session(desk: Path, folder: Path) -> Iterator[Figure]:
    from PySide6.QtCore import QTimer

    window, loop = opened(desk)
    QTimer.singleShot(1000, loop.quit)
    loop.exec()
    slices = Slices()
    for name, step in _steps(window, folder):
        QTimer.singleShot(BETWEEN, loop.quit)
        QTimer.singleShot(0, lambda name=name, step=step: (slices.begins(name), step()))
        loop.exec()
        slices.begins("between")
    held = {name: took for name, took in slices.longest.items() if name not in ("between", "open")}
    worst = sorted(held, key=lambda name: -held[name])
    for name in worst[:8]:
        yield Figure(f"GUI thread held: {name}", held[name], None, "50 ms")
    yield Figure("GUI thread held, p95 of steps", percentile([*held.values()], 0.95), None, "–")
    window.close()


def _steps(  # noqa: C901, PLR0915  one list of steps
    window: object, folder: Path
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Looks up widgets only when a step is done: a change of language makes them anew."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QDialog

    from claimdesk import settings
    from claimdesk.settings import Settings

    def focus() -> object:
        return QApplication.focusWidget() or window

    def key(name: str) -> Callable[[], object]:
        return lambda: QTest.keyClick(focus(), getattr(Qt.Key, f"Key_{name}"))

    def action(name: str) -> Callable[[], object]:
        return lambda: window.actions_[name].trigger()  # noqa: PLW0108  made anew meanwhile

    def shut() -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.done(0)

    def scroll(to: float) -> Callable[[], object]:
        def turn() -> None:
            bar = window.workspace.list.table.verticalScrollBar()
            bar.setValue(round(bar.maximum() * to))

        return turn

    def export() -> None:
        """By the dialog that is open, into a file of the benchmark's own."""
        dialog = QApplication.activeModalWidget()
        dialog.file.setText(str(folder / "report.html"))
        dialog.finish.click()

    def settle(chosen: Settings) -> Callable[[], object]:
        def take() -> None:
            dialog = window.aids.made_settings()
            dialog.open()
            dialog.changed.emit(chosen)
            shut()

        return take

    yield "list to the middle", scroll(0.5)
    yield "list to the end", scroll(1.0)
    yield "list to the top", scroll(0.0)
    yield (
        "first claim",
        lambda: window.workspace.selection.choose(window.workspace.list.first_claim()),
    )
    for status in range(9):
        yield f"status {status}", key(str(status))
    for step in range(5):
        yield f"next claim ({step + 1})", key("J")
    yield "undo", action("undo")
    yield "redo", action("redo")
    yield "filter", action("filter_claims")
    for letter in "PREIS":
        yield f"filter: {letter}", key(letter)
    yield "filter: clear", key("Escape")
    yield "show what is left", action("show_left")
    yield "show all", action("show_left")
    yield "list", lambda: window.workspace.list.table.setFocus()  # noqa: PLW0108
    yield "note: begin", key("N")
    for letter in "NOTIZ":
        yield f"note: {letter}", key(letter)
    yield "note: leave", key("Escape")
    for time_ in ("first", "second"):
        yield f"palette, {time_} opening", action("palette")
        for letter in "SET":
            yield f"palette: {letter}", key(letter)
        yield "palette: close", key("Escape")
    for name in ("shortcuts", "settings", "attach_source", "new_claim", "article_data", "backups"):
        yield f"dialog {name}", action(name)
        yield f"dialog {name} closed", shut
    yield "theme dark", settle(Settings("", "", "", "dark"))
    yield "theme light", settle(Settings("", "", "", "light"))
    yield "language German", settle(Settings("", "", "de", "light"))
    yield "language English", settle(Settings("", "", "en", "light"))
    yield "dialog export_report", action("export_report")
    yield "export", export
    yield "dialog export_report closed", shut
    yield "overview", action("show_overview")
    yield "overview closed", shut
    yield "back to the system's", lambda: settings.write(Settings("", "", "", ""))
