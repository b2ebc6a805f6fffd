"""I come back after lunch, after a restart, after a crash, and stand where I was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.ui.main_window import MainWindow


def _share(checker: Any) -> float:
    """How much of the middle the first pane has."""
    first, second = checker.workspace.middle.sizes()
    return first / (first + second)


def test_claim_filter_and_arrangement_come_back(
    sits_down: Callable[[Path], Any], checked_desk: Path
) -> None:
    checker = sits_down(checked_desk)
    checker.window.resize(790, 700)
    checker.chooses(67)
    checker.window.actions_["list_left"].trigger()
    checker.window.actions_["larger_text"].trigger()
    checker.workspace.middle.setSizes([100, 300])
    checker.waits()
    before, height = _share(checker), checker.window.height()
    checker.window.close()

    again = sits_down(checked_desk)
    assert again.stands_on == 67
    assert again.window.height() == height
    assert again.workspace.arrangement == "left"
    assert again.window.actions_["list_left"].isChecked()
    assert abs(_share(again) - before) < 0.02


def test_another_window_of_the_same_user_keeps_each_desk_apart(
    sits_down: Callable[[Path], Any], checked_desk: Path, fresh_desk: Path
) -> None:
    checker = sits_down(checked_desk)
    checker.chooses(44)
    checker.window.open(fresh_desk)
    checker.chooses(110)
    checker.window.close()
    again = sits_down(checked_desk)
    assert again.stands_on == 44
    again.window.close()
    assert sits_down(fresh_desk).stands_on == 110


def _first_line(checker: Any) -> tuple[range, int]:
    """What stands in the line at the text's upper edge, and its pixels, as they are drawn."""
    QApplication.processEvents()
    pane = checker.workspace.text._pane
    cursor = pane.cursorForPosition(QPoint(pane.viewport().width() // 2, 0))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfLine)
    end = cursor.position()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
    return range(cursor.position(), end), pane.cursorRect(cursor).top()


def _is_killed(checker: Any, qtbot: QtBot) -> None:
    """What a killed process leaves is what was last remembered, a second after the change."""
    qtbot.waitUntil(lambda: not checker.window._remember.isActive(), timeout=3000)
    checker.window.memory.forget()


@pytest.mark.parametrize("killed", [True, False])
@pytest.mark.parametrize("arrangement", ["list_below", "list_left"])
def test_the_text_stands_where_i_left_it_after_every_restart(
    sits_down: Callable[[Path], Any],
    checked_desk: Path,
    qtbot: QtBot,
    killed: bool,
    arrangement: str,
) -> None:
    checker = sits_down(checked_desk)
    checker.window.resize(790, 700)
    checker.window.actions_[arrangement].trigger()
    checker.chooses(44)
    qtbot.waitUntil(lambda: not checker.window._remember.isActive(), timeout=3000)
    bar = checker.workspace.text._pane.verticalScrollBar()
    bar.setValue(bar.maximum() - 33)
    left = _first_line(checker)
    for _restart in range(3):
        if killed:
            _is_killed(checker, qtbot)
        checker.window.close()
        checker = sits_down(checked_desk)
        assert checker.stands_on == 44
        assert _first_line(checker) == left


def test_on_a_narrower_screen_the_text_does_not_wander_either(
    sits_down: Callable[[Path], Any], checked_desk: Path
) -> None:
    """The tests' screen is smaller than this window, which comes back narrower."""
    checker = sits_down(checked_desk)
    checker.window.resize(1800, 1000)
    QApplication.processEvents()
    bar = checker.workspace.text._pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    left, top = _first_line(checker)
    for _restart in range(3):
        checker.window.close()
        checker = sits_down(checked_desk)
        line, pixels = _first_line(checker)
        assert left[0] in line
        assert pixels == top


def test_killed_before_the_text_is_there_it_still_stands_where_i_left_it(
    sits_down: Callable[[Path], Any], checked_desk: Path, qtbot: QtBot
) -> None:
    checker = sits_down(checked_desk)
    checker.window.resize(790, 700)
    QApplication.processEvents()
    bar = checker.workspace.text._pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    left = _first_line(checker)
    checker.window.close()
    hasty = MainWindow(checker.window.person)
    with qtbot.waitSignal(hasty.ready):
        assert hasty.open(checked_desk)
        hasty.show()
        hasty.remember()
        hasty.memory.forget()
    hasty.close()
    hasty.deleteLater()
    assert _first_line(sits_down(checked_desk)) == left


def test_back_returns_to_the_claim_before(
    sits_down: Callable[[Path], Any], checked_desk: Path
) -> None:
    checker = sits_down(checked_desk)
    checker.chooses(44)
    checker.chooses(109)
    checker.presses("J")
    checker.presses("Alt+Left", "Alt+Left")
    assert checker.stands_on == 44
