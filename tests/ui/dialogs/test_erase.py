"""Erasing for good, by the two dialogs that ask for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.erasure import ERASED
from claimdesk.store import backups, queries
from claimdesk.store.check import examine
from claimdesk.ui.dialogs.erase import EraseAgain, EraseDialog
from claimdesk.ui.main_window import MainWindow

SECRET = "Willibald Käsebier-Ostertag"

Asked = Callable[..., object]


@pytest.fixture
def secretive(window: MainWindow) -> MainWindow:
    """A window whose desk holds the secret in a note and in a backup."""
    assert window.workspace
    desk = window.workspace.desk
    window.workspace.selection.choose(44)
    desk.run(WriteNote(f"Es war {SECRET}.", claim=44))
    assert desk.settle()
    backups.keep(desk.path, backups.folder(desk.info.public_id))
    return window


def second(qtbot: QtBot) -> EraseAgain:
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), EraseAgain), timeout=10_000
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EraseAgain)
    return dialog


def told(dialog: EraseAgain) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_note_is_erased_with_its_backups(
    secretive: MainWindow, asked: Asked, qtbot: QtBot
) -> None:
    workspace = secretive.workspace
    assert workspace
    desk = workspace.desk
    place = backups.folder(desk.info.public_id)
    before = [one.path for one in backups.listed(place)]
    secretive.actions_["erase"].trigger()
    dialog = asked(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    assert not dialog.finish.isEnabled()
    [item] = [
        dialog.list.item(row)
        for row in range(dialog.list.count())
        if SECRET in dialog.list.item(row).text()
    ]
    item.setCheckState(Qt.CheckState.Checked)
    assert not dialog.finish.isEnabled()
    dialog.why.setText("Quellenschutz")
    dialog.finish.click()
    again = second(qtbot)
    for part in ("1 field", "1 entry of the history", "1 backup holds the words"):
        assert part in told(again)
    assert not again.finish.isEnabled()
    qtbot.keyClicks(again.word, "erase")
    again.finish.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert desk.settle()
    assert queries.claim_detail(desk.read, 44).notes[-1].text == ERASED
    assert not any(path.exists() for path in before)
    assert not desk.undo_message
    assert not secretive.actions_["undo"].isEnabled()
    assert holders(desk.path.parent) == []
    assert examine(desk.path) == []


def holders(folder: Path) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and SECRET.encode() in path.read_bytes()
    ]


def test_a_name_is_looked_for_everywhere(secretive: MainWindow, asked: Asked, qtbot: QtBot) -> None:
    assert secretive.workspace
    desk = secretive.workspace.desk
    desk.run(WriteNote(f"Auch hier {SECRET}!", claim=45))
    assert desk.settle()
    secretive.actions_["erase"].trigger()
    dialog = asked(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    dialog.words.setText("xy")
    dialog.why.setText("Quellenschutz")
    assert "too short" in dialog.obstacle()
    dialog.words.setText("steht nirgendwo")
    dialog.finish.click()
    qtbot.waitUntil(lambda: "nowhere" in dialog.reason.text(), timeout=10_000)
    dialog.words.setText(SECRET)
    dialog.finish.click()
    again = second(qtbot)
    assert "2 fields" in told(again)
    again.remove.setChecked(False)
    again.word.setText("ERASE")
    again.finish.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert desk.settle()
    assert queries.claim_detail(desk.read, 45).notes[-1].text == f"Auch hier {ERASED}!"


def test_leaving_either_question_erases_nothing(
    secretive: MainWindow, asked: Asked, qtbot: QtBot
) -> None:
    assert secretive.workspace
    desk = secretive.workspace.desk
    history = queries.last_event(desk.read)
    secretive.actions_["erase"].trigger()
    dialog = asked(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    dialog.words.setText(SECRET)
    dialog.why.setText("Quellenschutz")
    dialog.finish.click()
    second(qtbot).reject()
    assert desk.settle()
    assert queries.last_event(desk.read) == history


def test_a_reason_that_tells_is_refused(secretive: MainWindow, asked: Asked, qtbot: QtBot) -> None:
    secretive.actions_["erase"].trigger()
    dialog = asked(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    dialog.words.setText(SECRET)
    dialog.why.setText(f"schützt {SECRET}")
    dialog.finish.click()
    again = second(qtbot)
    again.word.setText("erase")
    again.finish.click()
    qtbot.waitUntil(lambda: "repeats" in again.reason.text())
    again.reject()
