"""Two wordings beside each other: what differs is marked in shape, not only in colour."""

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.wording import Part, difference
from claimdesk.ui.widgets.wording import Side, Wording

OLD, NEW = "kamen wenigstens 250 Menschen um", "kamen mindestens 230 Menschen um"


@pytest.fixture
def both(qtbot: QtBot) -> tuple[Wording, Wording]:
    old, new = Wording(Side.OLD), Wording(Side.NEW)
    parts = difference(OLD, NEW)
    for wording, shown in ((old, parts.old), (new, parts.new)):
        qtbot.addWidget(wording)
        wording.resize(300, 60)
        wording.show_parts(shown)
    return old, new


def drawn(wording: Wording) -> QImage:
    return wording.grab().toImage()


def test_each_says_which_one_it_is(both: tuple[Wording, Wording]) -> None:
    old, new = both
    assert old.accessibleName() == f"Old wording: {OLD}"
    assert new.accessibleName() == f"New wording: {NEW}"
    assert (old.words, new.words) == (OLD, NEW)
    assert new.font().italic()
    assert not old.font().italic()


def test_what_goes_is_struck_and_what_is_new_underlined(both: tuple[Wording, Wording]) -> None:
    struck, underlined = (wording._formats() for wording in both)
    assert [mark.format.fontStrikeOut() for mark in struck] == [True]
    assert [mark.format.fontUnderline() for mark in underlined] == [True]
    [mark] = struck
    assert OLD[mark.start : mark.start + mark.length] == "wenigstens 250"


def test_letters_of_two_units_shift_no_mark(qtbot: QtBot) -> None:
    wording = Wording(Side.OLD)
    qtbot.addWidget(wording)
    wording.show_parts([Part("🚢 fuhr ", False), Part("weit", True)])
    [mark] = wording._formats()
    assert (mark.start, mark.length) == (8, 4)


def test_a_mark_changes_the_picture(both: tuple[Wording, Wording]) -> None:
    old, _new = both
    marked = drawn(old)
    old.show_parts([Part(OLD, False)])
    assert drawn(old) != marked


def test_it_takes_the_lines_it_needs(both: tuple[Wording, Wording]) -> None:
    old, _new = both
    assert old.heightForWidth(100) >= 2 * old.heightForWidth(600)
    assert old.sizeHint().height() == old.heightForWidth(300)


def test_no_words_are_hidden(both: tuple[Wording, Wording]) -> None:
    old, _new = both
    old.show_parts([])
    assert old.isHidden()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups
def test_its_words_are_copied(both: tuple[Wording, Wording], qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent

    old, _new = both
    place = QPoint(2, 2)
    QApplication.sendEvent(
        old, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, old.mapToGlobal(place))
    )
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == OLD
