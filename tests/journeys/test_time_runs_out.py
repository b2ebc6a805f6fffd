"""Fifteen minutes left. I sort by what would hurt most, check those, and mark the rest 'left
unchecked on purpose' with a reason. The report says so."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from claimdesk.domain.status import Status
from claimdesk.services.exporters.export import export
from claimdesk.store import queries
from claimdesk.ui.dialogs.reason import ReasonDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups

REASON = "Zu wenig Zeit bis zum Andruck"
IN_TIME = 5


def _orders(checker: Any, words: str) -> None:
    """Two clicks: the order, and which one."""
    button = checker.workspace.list.head._order_button

    def chooses() -> None:  # the button waits for its menu
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text() == words)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    QTimer.singleShot(200, button, chooses)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    checker.keys += 2
    checker.is_back()
    checker.workspace.list.table.setFocus()


def test_what_hurts_most_first_and_the_rest_left_on_purpose(
    sits_down: Callable[[Path], Any], fresh_desk: Path, tmp_path: Path
) -> None:
    checker = sits_down(fresh_desk)
    _orders(checker, "by check-worthiness")
    _orders(checker, "Reversed")
    assert checker.keys <= 4
    model = checker.workspace.list.model
    weights = [model.row_at(row).check_worthiness for row in range(model.rowCount())]
    assert weights == sorted(weights, reverse=True)

    checker.workspace.selection.choose(checker.workspace.list.first_claim())
    checked = []
    for _claim in range(IN_TIME):
        checked.append(checker.stands_on)
        before = checker.keys
        checker.presses("2")
        checker.waits()
        assert checker.keys - before == 1
    assert {checker.claim(number).check_worthiness for number in checked} == {3}

    before = checker.keys
    checker.presses("L")
    checker.waits()
    checker.workspace.list.table.setFocus()
    checker.presses("Ctrl+A", "9")
    checker.is_asked(ReasonDialog)
    checker.types(REASON)
    checker.presses("Ctrl+Return")
    checker.is_back()
    checker.waits()
    assert checker.keys - before <= 4
    left = [row for row in checker.claims() if row.status is Status.LEFT_OUT]
    assert len(left) == len(checker.claims()) - IN_TIME
    assert {row.number for row in checker.claims()} - {row.number for row in left} == set(checked)

    assert "175" in checker.window.actions_["undo"].text(), "it is one step, with a name"
    _the_report_says_so(checker, tmp_path / "report.html", len(left))
    checker.presses("Ctrl+Z")
    checker.waits()
    assert not [row for row in checker.claims() if row.status is Status.LEFT_OUT]


def _the_report_says_so(checker: Any, report: Path, count: int) -> None:
    desk = checker.workspace.desk
    dossier = queries.dossier(desk.read, checker.workspace.selection.article)
    export(dossier, "html", report, language="de", made_at="2022-03-28T10:00:00Z")
    said = report.read_text(encoding="utf-8")
    assert REASON in said
    assert str(count) in said
    assert "bewusst nicht geprüft" in said
