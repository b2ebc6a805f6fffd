"""A checker at the window: real keys, real clicks, a real desk."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.commands.new_desk import new_sample
from claimdesk.domain.claim import ClaimFilter, ClaimRow
from claimdesk.domain.event import Event
from claimdesk.domain.person import Person
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui import theme
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.workspace import Workspace

_KEYS = {"Esc": "Escape"}


class Checker:
    """Somebody who works at the window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.keys = 0
        """How many were pressed so far, letters of typed words left out."""

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    def opens(self, desk: Path) -> None:
        with self._qtbot.waitSignal(self.window.ready, timeout=5000):
            assert self.window.open(desk)
            self.window.show()
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def presses(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is: 'J', '4', 'Ctrl+Z'."""
        for key in keys:
            self.keys += 1
            *modifiers, last = key.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= {
                    "Ctrl": Qt.KeyboardModifier.ControlModifier,
                    "Shift": Qt.KeyboardModifier.ShiftModifier,
                    "Alt": Qt.KeyboardModifier.AltModifier,
                }[modifier]
            QTest.keyClick(self.focus, getattr(Qt.Key, f"Key_{_KEYS.get(last, last)}"), held)

    def types(self, text: str) -> None:
        """Type words; umlauts come as from an input method, since QTest aborts on them."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus, event)

    def is_asked(self, kind: type[QDialog]) -> QDialog:
        """The dialog of a kind that has opened, once it has the keyboard."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        dialog.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    def is_back(self) -> None:
        """In the window: offscreen nobody activates it when a dialog over it has closed."""
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def focus(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def copies_elsewhere(self, words: str) -> None:
        """Turn to another program, copy words there, and come back."""
        back, browser = QApplication.activeWindow(), QWidget()
        self._qtbot.addWidget(browser)
        browser.show()
        browser.activateWindow()
        self._qtbot.waitUntil(browser.isActiveWindow)
        QApplication.clipboard().setText(words)
        browser.close()
        assert back
        back.activateWindow()
        self._qtbot.waitUntil(back.isActiveWindow)
        self.keys += 3

    def drops(self, file: Path) -> None:
        """Drop a file on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        place, plain = QPointF(400, 300), Qt.KeyboardModifier.NoModifier
        copied, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        self.window.dropEvent(QDropEvent(place, copied, data, left, plain))

    def waits(self) -> None:
        """Until everything asked for is stored."""
        assert self.workspace.desk.settle()
        QApplication.processEvents()

    def chooses(self, number: int) -> None:
        """Turn to a claim by its number."""
        self.workspace.selection.choose(self.claim(number).id)

    def claim(self, number: int) -> ClaimRow:
        return next(row for row in self.claims() if row.number == number)

    def claims(self) -> list[ClaimRow]:
        read = Reader(self.workspace.desk.path)
        try:
            article = self.workspace.selection.article
            return queries.claim_rows(read, queries.claim_ids(read, ClaimFilter(article)))
        finally:
            read.close()

    def history(self) -> list[Event]:
        read = Reader(self.workspace.desk.path)
        try:
            return queries.events(read)
        finally:
            read.close()

    @property
    def stands_on(self) -> int:
        """The number of the current claim."""
        claim = self.workspace.selection.claim
        return next(row.number for row in self.claims() if row.id == claim)


@pytest.fixture(scope="session")
def _samples(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bool], Path]:
    made: dict[bool, Path] = {}

    def sample(unchecked: bool) -> Path:
        if unchecked not in made:
            made[unchecked] = tmp_path_factory.mktemp("sample") / "sample.claimdesk"
            new_sample(made[unchecked], "de", unchecked=unchecked)
        return made[unchecked]

    return sample


@pytest.fixture
def checked_desk(_samples: Callable[[bool], Path], tmp_path: Path) -> Path:
    """The sample as somebody checked it."""
    return Path(shutil.copy(_samples(False), tmp_path / "checked.claimdesk"))


@pytest.fixture
def fresh_desk(_samples: Callable[[bool], Path], tmp_path: Path) -> Path:
    """The sample before anybody checked it."""
    return Path(shutil.copy(_samples(True), tmp_path / "fresh.claimdesk"))


@pytest.fixture
def sits(qtbot: QtBot) -> Iterator[Callable[[MainWindow], Checker]]:
    """A checker sits down at a window that somebody else opened."""
    windows: list[MainWindow] = []

    def sit(window: MainWindow) -> Checker:
        windows.append(window)
        return Checker(window, qtbot)

    yield sit
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def sits_down(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Checker]]:
    """A checker opens a desk; may be done several times, each in a window of its own."""
    theme.apply(qapp, "light")
    windows: list[MainWindow] = []

    def sit_down(desk: Path) -> Checker:
        window = MainWindow(Person.named("Maria Müller"))
        windows.append(window)
        checker = Checker(window, qtbot)
        checker.opens(desk)
        return checker

    yield sit_down
    for window in windows:
        window.close()
        window.deleteLater()
