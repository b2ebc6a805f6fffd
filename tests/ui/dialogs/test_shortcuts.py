"""The shortcut sheet: all keys, searched and copied."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from claimdesk.ui import languages
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.dialogs.shortcuts import ShortcutSheet
from claimdesk.ui.main_window import MainWindow

Press = Callable[..., None]


def sheet() -> ShortcutSheet:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ShortcutSheet)
    return found


def listed(sheet: ShortcutSheet) -> list[str]:
    return [str(sheet.model.index(row).data()) for row in range(sheet.model.rowCount())]


def type_question_mark(into: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """As a keyboard does: Shift+ß in Germany, Shift+/ in America, a key of its own in France."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(into, QKeyEvent(kind, key, modifiers, "?"))


def test_f1_opens_and_closes_it(window: MainWindow, press: Press) -> None:
    press("F1")
    shown = sheet()
    press("F1", into=shown)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_ssharp, Qt.KeyboardModifier.ShiftModifier),
    ],
)
@pytest.mark.parametrize("place", ["list", "text", "inspector"])
def test_a_question_mark_opens_it_on_every_keyboard(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, place: str
) -> None:
    workspace = window.workspace
    assert workspace
    assert workspace.text
    assert workspace.inspector
    into = {
        "list": workspace.list.table,
        "text": workspace.text._pane,
        "inspector": workspace.inspector.buttons,
    }[place]
    into.setFocus()
    type_question_mark(into, key, modifiers)
    sheet().reject()


def test_a_question_mark_in_a_field_is_a_letter(window: MainWindow, press: Press) -> None:
    press("Ctrl+F")
    field = QApplication.focusWidget()
    assert field
    type_question_mark(field, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("spoken", ["de", "en"])
def test_every_action_stands_there_in_both_languages(
    window: MainWindow, qapp: QApplication, spoken: str
) -> None:
    languages.speak(qapp, spoken)
    window.rebuild()
    window.actions_["shortcuts"].trigger()
    words = listed(sheet())
    assert [action.id for action in ACTIONS if action.sentence not in words] == []
    sheet().reject()
    languages.speak(qapp, "en")


def test_typing_leaves_what_is_looked_for(window: MainWindow, press: Press) -> None:
    press("F1")
    sheet().field.setText("undo")
    assert listed(sheet()) == ["Edit", "Undo"]
    sheet().reject()


def test_the_whole_sheet_is_copied_as_text(
    window: MainWindow, press: Press, qapp: QApplication, qtbot: QtBot
) -> None:
    languages.speak(qapp, "de")
    with qtbot.waitSignal(window.ready, timeout=10_000):
        window.rebuild()
    press("F1")
    sheet().field.setText("undo")
    next(button for button in sheet().buttons.buttons() if "Text" in button.text()).click()
    text = QGuiApplication.clipboard().text()
    sheet().reject()
    languages.speak(qapp, "en")
    lines = text.splitlines()
    assert lines[:2] == ["Datei", "-----"]
    line = next(line for line in lines if line.startswith("Wiederholen"))
    assert line.split("  ")[-1].strip() == "Strg+Umschalt+Z, Strg+Y"


def test_qt_finds_the_model_sound(
    window: MainWindow, press: Press, qtmodeltester: ModelTester
) -> None:
    press("F1")
    qtmodeltester.check(sheet().model)
    sheet().reject()
