"""Labels for words that others wrote."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.ui.fonts import interface_font
from claimdesk.ui.widgets.tooltip import plain_tooltip
from claimdesk.ui.widgets.words import Words, breakable, on_button, shorten

ADDRESS = "https://example.org/a/very/long/path/that/never/ends?and=goes&on=and_on#until.it-does"


@pytest.fixture
def words(qtbot: QtBot) -> Words:
    made = Words(interface_font(), selectable=True)
    qtbot.addWidget(made)
    return made


def test_nothing_to_say_is_hidden(words: Words) -> None:
    words.show_words("")
    assert words.isHidden()
    words.show_words("a")
    assert not words.isHidden()
    words.close()


def test_html_is_shown_as_written(words: Words) -> None:
    words.show_words("<b>bold</b> & <img src='x'>")
    assert words.text() == "<b>bold</b> & <img src='x'>"
    assert words.textFormat() == Qt.TextFormat.PlainText
    words.close()


def test_long_address_breaks(words: Words) -> None:
    words.show_words(ADDRESS)
    line = words.fontMetrics().lineSpacing()
    assert words.heightForWidth(200) > 2 * line
    assert words.text().replace("\u200b", "") == ADDRESS
    words.close()


def test_long_word_without_a_place_to_break_breaks_too() -> None:
    assert "\u200b" in breakable("a" * 100)
    assert breakable("Donaudampfschifffahrt") == "Donaudampfschifffahrt"


def test_what_is_copied_is_what_was_written(words: Words, qtbot: QtBot) -> None:
    words.show_words(ADDRESS)
    place = QPointF(2, 2)
    QApplication.sendEvent(words, QEnterEvent(place, place, place))
    words.setSelection(0, len(words.text()))
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ADDRESS
    words.close()


def test_words_can_be_marked_only_under_the_mouse(words: Words) -> None:
    marking = Qt.TextInteractionFlag.TextSelectableByMouse
    words.show_words("a")
    assert not words.textInteractionFlags() & marking
    place = QPointF(2, 2)
    QApplication.sendEvent(words, QEnterEvent(place, place, place))
    assert words.textInteractionFlags() & marking
    QApplication.sendEvent(words, QEvent(QEvent.Type.Leave))
    words.show_words("b")
    assert not words.textInteractionFlags() & marking
    words.close()


def test_tooltip_shows_the_words_only() -> None:
    assert plain_tooltip("") == ""
    assert "<img" not in plain_tooltip("<img src='file:///etc/hostname'>")
    assert "&lt;img" in plain_tooltip("<img>")


def test_ampersand_marks_no_key() -> None:
    assert on_button("A & B") == "A && B"


def test_shortened_words_say_so() -> None:
    assert shorten("interfax.com", 12) == "interfax.com"
    assert shorten("interfax.com", 9) == "interfax…"
