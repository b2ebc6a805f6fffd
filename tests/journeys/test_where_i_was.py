"""I come back after lunch, after a restart, after a crash, and stand where I was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


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


def test_back_returns_to_the_claim_before(
    sits_down: Callable[[Path], Any], checked_desk: Path
) -> None:
    checker = sits_down(checked_desk)
    checker.chooses(44)
    checker.chooses(109)
    checker.presses("J")
    checker.presses("Alt+Left", "Alt+Left")
    assert checker.stands_on == 44
