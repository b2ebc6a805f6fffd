"""Whatever was asked in between, my keys go on where I was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

DIALOGS = ("attach_source", "new_claim", "article_data", "status_left_out", "about")


@pytest.mark.parametrize("action", DIALOGS)
def test_the_focus_returns_to_the_list(
    sits_down: Callable[[Path], Any], checked_desk: Path, qtbot: Any, action: str
) -> None:
    checker = sits_down(checked_desk)
    checker.chooses(44)
    checker.workspace.list.table.setFocus()
    checker.window.actions_[action].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(checker.window.isActiveWindow)
    assert checker.window.focusWidget() is checker.workspace.list.table
    checker.presses("J")
    assert checker.stands_on == 45
