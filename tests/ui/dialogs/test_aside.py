"""The list of what was set aside: found by typing, brought back with Enter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_aside import SetAsideClaims, SetAsideNote
from claimdesk.domain.claim import ClaimRow
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.aside import AsideDialog
from claimdesk.ui.main_window import MainWindow


def test_by_keyboard(desk: Desk, claim: Callable[[int], ClaimRow], qtbot: QtBot) -> None:
    row = claim(44)
    note = queries.claim_detail(desk.read, row.id).notes[0]
    desk.run(SetAsideNote(note.id))
    desk.run(SetAsideClaims((claim(45).id,)))
    assert desk.settle()
    dialog = AsideDialog(desk)
    dialog.open()
    assert dialog.model.rowCount() == 2
    text = dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Claim, ")
    qtbot.keyClicks(dialog.search, "note")
    assert dialog.model.rowCount() == 1
    assert dialog.marked is not None
    assert dialog.marked.id == note.id
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert desk.settle()
    assert note.id in {one.id for one in queries.claim_detail(desk.read, row.id).notes}
    assert dialog.model.rowCount() == 0
    assert not dialog.back.isEnabled()
    dialog.search.clear()
    assert dialog.model.rowCount() == 1
    dialog.back.click()
    assert desk.settle()
    assert claim(45)
    assert "Nothing is set aside" in dialog.said.text()
    desk.undo()
    assert desk.settle()
    assert dialog.model.rowCount() == 1
    dialog.reject()


def test_the_menu_opens_it(window: MainWindow, asked: Callable[..., AsideDialog]) -> None:
    window.actions_["show_aside"].trigger()
    dialog = asked(AsideDialog)
    assert dialog.model.is_empty
    dialog.reject()
