"""The crash log, to be read, copied or deleted."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from claimdesk.ui.dialogs.crash import CrashDialog


def test_its_words_can_be_copied_and_deleted(qtbot: QtBot) -> None:
    dialog = CrashDialog("Fatal <b>error</b>")
    assert dialog.text.toPlainText() == "Fatal <b>error</b>"
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "Fatal <b>error</b>"
    with qtbot.waitSignal(dialog.delete_wanted):
        dialog.delete.click()
    assert not dialog.isVisible()
