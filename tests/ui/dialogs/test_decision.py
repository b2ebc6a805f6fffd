"""Why a correction is declined, or a passage dropped."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.domain.correction import CorrectionState
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.decision import declining, dropping

Show = Callable[[QDialog], None]

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_declining_needs_the_reason(desk: Desk, qtbot: QtBot, show: Show) -> None:
    [correction] = queries.claim_detail(desk.read, 44).corrections
    dialog = declining(desk, correction, None)
    show(dialog)
    assert not dialog.finish.isEnabled()
    assert dialog.reason.text()
    qtbot.keyClicks(dialog.words, "zu genau")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    [declined] = queries.claim_detail(desk.read, 44).corrections
    assert (declined.state, declined.reason) == (CorrectionState.DECLINED, "zu genau")


def test_dropping_does_not(desk: Desk, qtbot: QtBot, show: Show) -> None:
    dialog = dropping(desk, 44, None)
    show(dialog)
    qtbot.mouseClick(dialog.finish, Qt.MouseButton.LeftButton)
    assert desk.settle()
    [dropped] = queries.claim_detail(desk.read, 44).corrections
    assert (dropped.state, dropped.reason) == (CorrectionState.DROPPED, None)
