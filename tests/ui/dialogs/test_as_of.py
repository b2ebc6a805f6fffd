"""The as-of date of one claim, or of several at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_as_of import SetAsOf
from claimdesk.domain.claim import ClaimRow
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.as_of import AsOfDialog

Show = Callable[[QDialog], None]
Find = Callable[[int], ClaimRow]


def test_several_claims_get_it_at_once(desk: Desk, show: Show, claim: Find, qtbot: QtBot) -> None:
    dialog = AsOfDialog(desk, [claim(44).id, claim(45).id])
    show(dialog)
    line = dialog.day.line
    qtbot.keyClicks(line, "31.02.2022")
    assert not dialog.finish.isEnabled()
    assert "28 March 2022" in dialog.reason.text()
    line.selectAll()
    qtbot.keyClicks(line, "28.03.2022")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.settle()
    assert claim(44).as_of == claim(45).as_of == "2022-03-28"


def test_what_they_have_alike_stands_there_and_can_go(
    desk: Desk, show: Show, claim: Find, qtbot: QtBot
) -> None:
    ids = (claim(44).id, claim(45).id)
    desk.run(SetAsOf(ids, "2022-03"))
    assert desk.settle()
    dialog = AsOfDialog(desk, ids)
    show(dialog)
    assert dialog.day.line.selectedText() == "March 2022"
    qtbot.keyClick(dialog.day.line, Qt.Key.Key_Delete)
    qtbot.keyClick(dialog.day.line, Qt.Key.Key_Return)
    assert desk.settle()
    assert claim(44).as_of is claim(45).as_of is None
