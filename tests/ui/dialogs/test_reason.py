"""The reason for leaving claims unchecked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.reason import ReasonDialog

Show = Callable[[QDialog], None]


def test_reason_is_told(desk: Desk, qtbot: QtBot, show: Show) -> None:
    dialog = ReasonDialog(desk, 1, 1)
    given: list[str] = []
    dialog.given.connect(given.append)
    show(dialog)
    assert not dialog.finish.isEnabled()
    assert dialog.reason.text() == "The report needs a reason."
    qtbot.keyClicks(dialog.words, " no time ")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given == ["no time"]
    assert not dialog.isVisible()


def test_escape_tells_nothing(desk: Desk, qtbot: QtBot, show: Show) -> None:
    dialog = ReasonDialog(desk, 1, 2)
    given: list[str] = []
    dialog.given.connect(given.append)
    show(dialog)
    qtbot.keyClicks(dialog.words, "no")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert given == []


def test_reasons_given_before_are_offered(desk: Desk, qtbot: QtBot, show: Show) -> None:
    desk.run(SetStatus((1, 2), Status.LEFT_OUT, "no time"))
    desk.run(SetStatus((3,), Status.LEFT_OUT, "checked by the desk in Berlin"))
    assert desk.settle()
    assert queries.reasons(desk.read, 1) == ["checked by the desk in Berlin", "no time"]
    dialog = ReasonDialog(desk, 1, 1)
    given: list[str] = []
    dialog.given.connect(given.append)
    show(dialog)
    dialog.before.setFocus()
    dialog.before.setCurrentRow(1)
    assert dialog.words.words == "no time"
    dialog.finish.click()
    assert given == ["no time"]


def test_nothing_given_before_offers_nothing(desk: Desk, qtbot: QtBot) -> None:
    dialog = ReasonDialog(desk, None, 1)
    qtbot.addWidget(dialog)
    assert dialog.before.isHidden()
