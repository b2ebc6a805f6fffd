"""The scale of three shows what the desk holds."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import WORTHINESS
from claimdesk.ui.widgets.worthiness import Worthiness


def test_click_asks_and_shows_nothing_as_done(qtbot: QtBot) -> None:
    scale = Worthiness()
    qtbot.addWidget(scale)
    scale.show_level(3)
    asked: list[int] = []
    scale.chosen.connect(asked.append)
    scale.resize(scale.sizeHint())
    scale.show()
    qtbot.mouseClick(scale.button(1), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(scale.button(3), Qt.MouseButton.LeftButton)
    scale.close()
    assert asked == [1, 3]
    assert [level for level in WORTHINESS if scale.button(level).isChecked()] == [3]


def test_levels_are_named(qtbot: QtBot) -> None:
    scale = Worthiness()
    qtbot.addWidget(scale)
    assert [scale.button(level).text() for level in WORTHINESS] == ["low", "medium", "high"]
    assert scale.button(2).accessibleName() == "check-worthiness 2 of 3"
