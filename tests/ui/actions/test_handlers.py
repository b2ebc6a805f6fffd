"""Every action has somebody who carries it out, whatever is open."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from claimdesk.store import queries
from claimdesk.ui.actions.handlers import IN_WORKSPACE, WITH_FILES, handlers
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.desk_files import DeskFiles
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.workspace import Workspace


def test_each_action_has_a_handler_and_no_handler_is_left_over(window: MainWindow) -> None:
    assert set(handlers(window)) == {action.id for action in ACTIONS}


def test_methods_have_the_actions_names() -> None:
    assert [name for name in IN_WORKSPACE if not callable(getattr(Workspace, name, None))] == []
    assert [name for name in WITH_FILES if not callable(getattr(DeskFiles, name, None))] == []


def test_without_a_desk_what_needs_one_does_nothing(
    window_on: Callable[[Path | None], MainWindow],
) -> None:
    window = window_on(None)
    needing = [action for action in ACTIONS if action.needs]
    table = handlers(window)
    for action in needing:
        table[action.id](*([True] if action.checkable else []))
    QApplication.processEvents()
    assert window.workspace is None
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("name", ["list_left", "list_below", "list_auto"])
def test_arrangements_are_told_apart(window: MainWindow, name: str) -> None:
    window.actions_[name].trigger()
    assert window.workspace
    assert window.workspace.arrangement == name.removeprefix("list_")
    assert window.actions_[name].isChecked()


def test_undo_and_redo_reach_the_desk(window: MainWindow, press: Any) -> None:
    desk = window.workspace and window.workspace.desk
    assert desk
    before = len(queries.events(desk.read))
    for key in ("4", "Ctrl+Z", "Ctrl+Y"):
        press(key)
        assert desk.settle()
    assert len(queries.events(desk.read)) == before + 3


def test_quit_closes_the_window(window: MainWindow, press: Any) -> None:
    press("Ctrl+Q")
    assert not window.isVisible()
    assert window.workspace is None
