"""Finding claims while the window lives: when the first suggestions of an article are there after
its import, and how long the GUI thread is held while a long text is read and reviewed."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from figure import Figure
from in_window import opened

CORPUS = Path(__file__).parent.parent / "data" / "corpus"
WORDS = 700
LONG = 1_000_000
"""Characters."""
TIMES = 5
_SHOWN = 12
"""How many of the longest slices are listed."""


class Heartbeat:
    """How long the loop kept a timer waiting that beats every millisecond, by the step; and how
    long at the most without its waiting for a processor that other programs had: what it worked
    itself and what it waited for the other threads."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest: dict[str, float] = {}
        self.own: dict[str, float] = {}
        self._step, self._last, self._waited = "open", time.perf_counter(), _waited()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beats)
        self._timer.start()

    def begins(self, step: str) -> None:
        """From here on it belongs to this step."""
        self._beats()
        self._step = step

    def _beats(self) -> None:
        now, waited = time.perf_counter(), _waited()
        took = now - self._last
        for longest, held in ((self.longest, took), (self.own, took - (waited - self._waited))):
            longest[self._step] = max(held * 1000, longest.get(self._step, 0.0))
        self._last, self._waited = now, waited


_STATISTICS = Path("/proc/thread-self/schedstat")
"""Linux': nanoseconds that this thread worked, and that it waited for a processor."""


def _waited() -> float:
    """Seconds that this thread has waited for a processor so far; 0 where nobody knows."""
    return int(_STATISTICS.read_text().split()[1]) / 1e9 if _STATISTICS.exists() else 0.0


def measure() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        desk = Path(folder) / "desk.claimdesk"
        from claimdesk.store import create_desk

        create_desk(desk, title="Desk")
        yield from _measured(desk)


def _texts() -> Iterator[str]:
    """The corpus' German texts, again and again."""
    files = sorted(CORPUS.glob("*de*.txt")) or sorted(CORPUS.glob("**/*.txt"))
    return cycle([file.read_text(encoding="utf-8").strip() for file in files])


def _article() -> str:
    words = ""
    for text in _texts():
        words += f"{text}\n\n"
        if len(words.split()) >= WORDS:
            break
    return words


def _long() -> str:
    whole, parts = 0, []
    for number, text in enumerate(_texts()):
        parts.append(f"Teil {number}\n\n{text}")
        whole += len(parts[-1]) + 2
        if whole >= LONG:
            break
    return "\n\n".join(parts)


def _measured(desk: Path) -> Iterator[Figure]:
    from PySide6.QtCore import QTimer

    window, loop = opened(desk)
    QTimer.singleShot(1000, loop.quit)
    loop.exec()

    def until(reached: Callable[[], object]) -> None:
        poll = QTimer(interval=1)
        poll.timeout.connect(lambda: reached() and loop.quit())
        poll.start()
        loop.exec()
        poll.stop()

    yield from _first_suggestions(window, until)
    yield from _long_text(window, until)
    window.close()


def _read(text: str) -> object:
    """In the window, this is done on another thread."""
    from claimdesk.services.importers.intake import read_text

    return read_text(text)


def _imported(
    window: object, imported: object, until: Callable[[Callable[[], object]], None]
) -> None:
    """As the import dialog does it: the process starts while one looks at the text."""
    from claimdesk.commands.import_article import ImportArticle

    workspace = window.workspace
    workspace.finding.warm_up()
    until(lambda: True)
    wait(2_000)
    edit, stored = ImportArticle(imported, again=True), []
    workspace.desk.run(edit, stored.append)
    until(lambda: stored)
    workspace.selection.choose_article(next(iter(stored[0].articles)))


def wait(milliseconds: int) -> None:
    """Let Qt work."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _first_suggestions(
    window: object, until: Callable[[Callable[[], object]], None]
) -> Iterator[Figure]:
    took, whole = [], []
    for number in range(TIMES):
        _imported(window, _read(f"Ausgabe {number}. {_article()}"), until)
        workspace = window.workspace
        workspace.finding._known._held.clear()  # or the second time is none
        begun = time.perf_counter()
        workspace.finding.find(workspace.selection.article)
        workspace.reading.show_review(True)
        rows = workspace.reading.reviewing.panel.list
        until(lambda rows=rows: rows.rows)
        took.append((time.perf_counter() - begun) * 1000)
        until(lambda: window.workspace.finding.run is None)
        whole.append((time.perf_counter() - begun) * 1000)
    yield Figure(f"first suggestions, {WORDS} words", sorted(took)[TIMES // 2], None, "500 ms")
    yield Figure(f"all of them stored, {WORDS} words", sorted(whole)[TIMES // 2], None, "–")


def _long_text(window: object, until: Callable[[Callable[[], object]], None]) -> Iterator[Figure]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window.workspace.reading.show_text()
    long = _read(_long())
    slices = Heartbeat()
    slices.begins("importing and showing it")
    _imported(window, long, until)
    wait(2_000)
    workspace = window.workspace
    begun = time.perf_counter()
    slices.begins("asking for claims")
    workspace.finding.find(workspace.selection.article)
    workspace.reading.show_review(True)
    reviewing = workspace.reading.reviewing
    until(lambda: reviewing.panel.rows)
    slices.begins("reading the first half")
    until(lambda: (workspace.finding.run is None) or workspace.finding.run.share > 0.5)
    slices.begins("accepting one meanwhile")
    QTest.keyClick(reviewing.panel.list, Qt.Key.Key_A)
    wait(3_000)
    slices.begins("reading the second half")
    until(lambda: (workspace.finding.run is None) or workspace.finding.run.gathering.is_finished)
    slices.begins("storing all of it")
    until(lambda: workspace.finding.run is None)
    took = (time.perf_counter() - begun) * 1000
    wait(2_000)
    slices.begins("accepting one")
    QTest.keyClick(reviewing.panel.list, Qt.Key.Key_A)
    wait(2_000)
    accepted = _thousands(workspace, slices)
    slices.begins("end")
    count = len(reviewing._waiting.rows)
    held = {step: took for step, took in slices.longest.items() if step not in ("open", "end")}
    for step in sorted(held, key=lambda step: -held[step])[:_SHOWN]:
        yield Figure(f"1 MB, GUI thread held: {step}", held[step], None, "50 ms")
        yield Figure("  without what other programs took", slices.own[step], None, "50 ms")
    yield Figure(f"1 MB read, {count} suggestions stored, {accepted} accepted", took, None, "–")


def _thousands(workspace: object, slices: Heartbeat) -> int:
    """Accept all that matters most, and go to and fro; how many were accepted."""
    from PySide6.QtWidgets import QApplication

    reviewing = workspace.reading.reviewing
    slices.begins("accepting thousands")
    before = len(reviewing._waiting.rows)
    reviewing.accept_important()
    wait(500)
    QApplication.activeModalWidget().finish.click()
    wait(8_000)
    accepted = before - len(reviewing._waiting.rows)
    slices.begins("turning to another article")
    article, other = workspace.selection.article, workspace.sidebar.model.id_at(1)
    workspace.selection.choose_article(other)
    wait(1_000)
    slices.begins("turning back to it")
    workspace.selection.choose_article(article)
    wait(3_000)
    slices.begins("reading its text alone")
    workspace.reading.show_text()
    wait(2_000)
    slices.begins("its coverage")
    workspace.reading.show_coverage(True)
    wait(4_000)
    return accepted
