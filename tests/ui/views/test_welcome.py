"""The window without a desk: one question, three answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from claimdesk.i18n import LANGUAGES, use_language
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.views.welcome import Welcome


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_each_answer_names_an_action_that_needs_no_desk(qtbot: QtBot, spoken: str) -> None:
    use_language(spoken)
    page = Welcome()
    qtbot.addWidget(page)
    page.show()
    wanted: list[str] = []
    page.wanted.connect(wanted.append)
    for button in page.findChildren(QPushButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == ["open_desk", "new_desk", "open_sample"]
    assert not [a.id for a in ACTIONS if a.id in wanted and a.needs]


def test_it_is_answered_by_keyboard(qtbot: QtBot) -> None:
    page = Welcome()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    [first, *_] = page.findChildren(QPushButton)
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert wanted.args == ["new_desk"]


def test_nothing_is_cut_off_in_a_small_window(qtbot: QtBot) -> None:
    use_language("de")
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(480, 360)
    page.show()
    for widget in (*page.findChildren(QLabel), *page.findChildren(QPushButton)):
        assert page.rect().contains(widget.geometry()), widget.text()
        assert widget.height() >= widget.heightForWidth(widget.width())
