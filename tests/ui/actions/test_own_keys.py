"""Enter and Space are the window's, except where the focus needs them."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.ui.actions.own_keys import OwnKeys


class _Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.offered = QAction("take", self)
        self.offered.setShortcuts(["Return", "Enter"])
        self.addAction(self.offered)
        OwnKeys(self.offered)
        self.line, self.button, self.list = QLineEdit(), QPushButton("go"), QListWidget()
        column = QVBoxLayout(self)
        for widget in (self.line, self.button, self.list):
            column.addWidget(widget)


@pytest.fixture
def panes(qtbot: QtBot) -> _Window:
    made = _Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_list_leaves_it_to_the_window(panes: _Window, press: Callable[..., None]) -> None:
    taken: list[int] = []
    panes.offered.triggered.connect(lambda: taken.append(1))
    panes.list.setFocus()
    press("Return")
    assert taken == [1]


def test_a_line_and_a_button_keep_it(panes: _Window, press: Callable[..., None]) -> None:
    taken: list[int] = []
    entered: list[int] = []
    panes.offered.triggered.connect(lambda: taken.append(1))
    panes.line.returnPressed.connect(lambda: entered.append(1))
    panes.line.setFocus()
    press("Return")
    assert (taken, entered) == ([], [1])
    panes.button.setFocus()
    press("Return")
    assert taken == []
    panes.list.setFocus()
    press("Return")
    assert taken == [1]
