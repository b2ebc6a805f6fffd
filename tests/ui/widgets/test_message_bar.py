"""One sentence at the window's top."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from claimdesk.ui.theme import apply
from claimdesk.ui.widgets.message_bar import Importance, MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_it_has_something_to_say(bar: MessageBar) -> None:
    assert bar.isHidden()
    assert bar.sentence() == ""
    bar.say("The copy was saved.")
    assert bar.sentence() == "The copy was saved."
    assert bar.accessibleName() == "The copy was saved."
    bar.dismiss()


def test_it_stays_until_it_is_closed(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("This file is no desk.", Importance.ERROR)
    with qtbot.waitSignal(bar.closed, timeout=1000):
        qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_escape_closes_it(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("The copy was saved.")
    qtbot.keyClick(bar.findChild(QToolButton), Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_it_goes_by_itself_where_told(bar: MessageBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.closed, timeout=1000):
        bar.say("The copy was saved.", seconds=0.01)


def test_a_new_message_is_not_closed_by_the_old_ones_time(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("The copy was saved.", seconds=0.03)
    bar.say("This file is no desk.", Importance.ERROR)
    qtbot.wait(60)
    assert bar.sentence() == "This file is no desk."
    bar.dismiss()


def test_offered_action_is_told_and_closes(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("The report was saved.", actions=("Open", "Show the folder"))
    told: list[str] = []
    bar.acted.connect(told.append)
    with qtbot.waitSignals([bar.acted, bar.closed], timeout=1000):
        qtbot.mouseClick(bar.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert told == ["Show the folder"]
    bar.say("The copy was saved.")
    assert all(button.isHidden() for button in bar.findChildren(QPushButton))
    bar.dismiss()


def test_kinds_differ_by_more_than_colour(bar: MessageBar, qapp: QApplication) -> None:
    apply(qapp, "light")
    icons = set()
    for importance in Importance:
        bar.say("One sentence.", importance)
        icons.add(bar._icon.pixmap().cacheKey())
    assert len(icons) == len(Importance)
    bar.dismiss()


def test_long_sentence_wraps_and_is_not_cut(bar: MessageBar) -> None:
    bar.resize(300, 40)
    bar.say("Rindfleischetikettierungsüberwachung " * 6)
    assert bar.layout().heightForWidth(300) > 3 * bar.fontMetrics().height()
    bar.dismiss()


def test_long_path_wraps_instead_of_widening_the_window(bar: MessageBar) -> None:
    sentence = "No desk could be made in “/srv/" + "redaktion/dokumentation/" * 12 + "”."
    bar.say(sentence, Importance.ERROR)
    assert bar.minimumSizeHint().width() < 200
    assert bar.layout().heightForWidth(500) > 2 * bar.fontMetrics().height()
    assert bar.sentence() == sentence
    bar.dismiss()
