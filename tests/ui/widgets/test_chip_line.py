"""Filters that are on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimdesk.ui.widgets.chip_line import ChipLine
from claimdesk.ui.widgets.flow import flow, flow_height


def test_things_flow_into_lines_that_break() -> None:
    sizes = [QSize(40, 10), QSize(40, 10), QSize(200, 12), QSize(10, 10)]
    placed = list(flow(sizes, 100, 5, 2))
    assert [(place.x(), place.y()) for place, _size in placed] == [
        (0, 0),
        (45, 0),
        (0, 12),
        (0, 26),
    ]
    assert flow_height(placed) == 36
    assert flow_height([]) == 0


def test_the_keyboard_stays_in_the_line(qtbot: QtBot) -> None:
    line, gone = ChipLine(), []
    qtbot.addWidget(line)
    line.resize(400, 40)
    words = ["one", "two", "three"]

    def show() -> None:
        line.show_chips([(word, lambda word=word: switch_off(word)) for word in words])

    def switch_off(word: str) -> None:
        gone.append(word)
        words.remove(word)
        show()

    show()
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    line.chips[1].setFocus()
    QTest.keyClick(line.chips[1], Qt.Key.Key_Space)
    assert gone == ["two"]
    assert line.words() == ["one", "three"]
    assert line.chips[1].hasFocus()
    assert line.chips[1].accessibleName() == "Switch off: three"
    QTest.keyClick(line.chips[1], Qt.Key.Key_Space)
    assert line.chips[0].hasFocus()
    QTest.keyClick(line.chips[0], Qt.Key.Key_Space)
    assert line.words() == []
    assert not line.isVisible()
