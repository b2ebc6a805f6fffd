"""A desk with the German sample for each test, as a file and as a window has it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.history import Changes
from claimdesk.domain.person import Person
from claimdesk.store import queries
from claimdesk.ui import theme
from claimdesk.ui.desk import Desk
from claimdesk.ui.main_window import FIRST_SIZE, MainWindow
from claimdesk.ui.workspace import Workspace
from tests.support.seat import Seat

ADA = Person.named("Ada Ärmel")


@pytest.fixture
def desk_file(sample_file: Path, tmp_path: Path) -> Path:
    """A desk file of the test's own."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(sample_file, path)
    return path


@pytest.fixture
def desk(desk_file: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The desk as a window has it, ready to write."""
    opened = Desk(desk_file, ADA)
    opened.undo()  # nothing to take back, but the writer has loaded what it needs
    assert opened.settle(30_000)
    yield opened
    opened.close()


@pytest.fixture
def claim(desk: Desk) -> Callable[[int], ClaimRow]:
    """The claim with a number, as the desk holds it."""
    return lambda number: queries.claim_rows(desk.read, [queries.claim_id(desk.read, str(number))])[
        0
    ]


class Heard:
    """What a desk told."""

    def __init__(self, desk: Desk) -> None:
        self.changes: list[Changes] = []
        self.sentences: list[str] = []
        self.waits: list[bool] = []
        desk.changed.connect(self.changes.append)
        desk.failed.connect(self.sentences.append)
        desk.waiting.connect(self.waits.append)


@pytest.fixture
def heard(desk: Desk) -> Heard:
    """What the desk tells from now on."""
    return Heard(desk)


@pytest.fixture
def window_on(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path | None], MainWindow]]:
    """Opens a window, on a desk where one is named, and waits until all of it is there."""
    theme.apply(qapp, "light")
    windows: list[MainWindow] = []

    def window_on(desk: Path | None) -> MainWindow:
        window = MainWindow(ADA)
        windows.append(window)
        if window.memory.get("geometry") is None:
            window.resize(FIRST_SIZE)  # which the screen of the tests does not hold
        if desk is None:
            window.show()
        else:
            with qtbot.waitSignal(window.ready, timeout=10_000):
                assert window.open(desk)
                window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield window_on
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(window_on: Callable[[Path | None], MainWindow], desk_file: Path) -> MainWindow:
    """The whole window on the sample."""
    return window_on(desk_file)


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    """The panes of the window on the sample."""
    assert window.workspace
    return window.workspace


@pytest.fixture
def seat(workspace: Workspace) -> Seat:
    """Where one sits at it."""
    return Seat(workspace)


def _active_window() -> QWidget:
    """Offscreen nobody activates the window when a dialog over it has closed."""
    [window] = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QApplication.processEvents()
    return QApplication.focusWidget() or window


@pytest.fixture
def press(qapp: QApplication) -> Callable[..., None]:
    """Presses keys where the focus is, or in a widget: 'J', '4', 'Ctrl+Z', 'Alt+Left'."""

    def press(*keys: str, into: QWidget | None = None) -> None:
        for key in keys:
            combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
            target = into or QApplication.focusWidget() or _active_window()
            QTest.keyClick(target, Qt.Key(combination.key()), combination.keyboardModifiers())

    return press


@pytest.fixture
def asked(qtbot: QtBot) -> Callable[[type[QDialog]], QDialog]:
    """The dialog of a kind that is open, once it has the keyboard."""

    def asked(kind: type[QDialog]) -> QDialog:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog in _with_parents(QApplication.focusWidget()))
        return dialog

    return asked


def _with_parents(widget: QWidget | None) -> list[QWidget]:
    found = []
    while widget is not None:
        found.append(widget)
        widget = widget.parentWidget()
    return found
