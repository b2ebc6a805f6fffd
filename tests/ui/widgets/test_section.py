"""The inspector's section heads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from claimdesk.ui.theme import apply, theme
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.key_cap import KeyCap
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.section import Section


def test_head_has_title_count_action_and_key(qtbot: QtBot) -> None:
    section = Section("Evidence", "Attach a source", "S")
    qtbot.addWidget(section)
    section.set_count(8)
    assert [label.text() for label in section.findChildren(ElidedLabel)] == ["8", "Evidence"]
    assert len(section.findChildren(KeyCap)) == 1
    assert section.findChild(LinkButton).accessibleName() == "Attach a source, key S"
    section.set_count(None)
    assert section.findChildren(ElidedLabel)[0].text() == ""


def test_action_is_told_by_mouse_and_key(qtbot: QtBot) -> None:
    section = Section("Notes", "Write a note", "N")
    qtbot.addWidget(section)
    button = section.findChild(LinkButton)
    with qtbot.waitSignal(section.action, timeout=1000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(section.action, timeout=1000):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_section_without_action_has_no_button(qtbot: QtBot) -> None:
    section = Section("History")
    qtbot.addWidget(section)
    assert section.findChild(LinkButton) is None


def test_body_stands_below_the_head(qtbot: QtBot) -> None:
    section = Section("History")
    qtbot.addWidget(section)
    line = QLabel("14:06")
    section.body.addWidget(line)
    section.show()
    assert line.y() > section.findChildren(ElidedLabel)[-1].y()
    section.close()


def test_rule_and_words_follow_the_scheme(qapp: QApplication, qtbot: QtBot) -> None:
    apply(qapp, "light")
    section = Section("History", "Take back")
    qtbot.addWidget(section)
    section.resize(200, 60)
    button = section.findChild(LinkButton)
    for scheme in ("dark", "light"):
        apply(qapp, scheme)
        assert button.palette().buttonText().color() == theme().accent
        assert section.grab().toImage().pixelColor(100, 0) == theme().line
