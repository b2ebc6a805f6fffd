"""A claim added by hand."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Kind
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.new_claim import NewClaimDialog

Show = Callable[[QDialog], None]


def test_claim_is_added_under_the_next_number(desk: Desk, qtbot: QtBot, show: Show) -> None:
    dialog = NewClaimDialog(desk, 1)
    show(dialog)
    added: list[int] = []
    dialog.added.connect(added.append)
    assert not dialog.finish.isEnabled()
    qtbot.keyClicks(dialog.statement, "Almaty lies in the south.")
    dialog.kind.setCurrentIndex(dialog.kind.findText(Kind.GEOGRAPHY.label))
    qtbot.mouseClick(dialog.worthiness.button(3), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.attributed_to, "Ada")
    qtbot.keyClick(dialog.statement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.settle()
    detail = queries.claim_detail(desk.read, added[0])
    assert detail.row.number == 181
    assert detail.row.statement == "Almaty lies in the south."
    assert detail.row.kind is Kind.GEOGRAPHY
    assert detail.row.check_worthiness == 3
    assert detail.row.attributed_to == "Ada"
    assert detail.anchor is None


def test_reason_stands_beside_the_button(desk: Desk, qtbot: QtBot) -> None:
    dialog = NewClaimDialog(desk, 1)
    qtbot.addWidget(dialog)
    assert dialog.reason.text() == "The statement is still missing."
    dialog.statement.setPlainText("  ")
    assert not dialog.finish.isEnabled()
    dialog.statement.setPlainText("x")
    assert dialog.finish.isEnabled()
    assert dialog.reason.text() == ""
