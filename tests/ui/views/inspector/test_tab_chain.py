"""Tab into a field that was made late."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.ui.views.inspector import InspectorView

Choose = Callable[[int], int]


def _tabbed(qtbot: QtBot, count: int) -> list[QWidget]:
    found = []
    for _step in range(count):
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    return found


def test_tab_goes_down_a_late_field(inspector: InspectorView, choose: Choose, qtbot: QtBot) -> None:
    choose(10)
    inspector.propose_correction("zwei Worte")
    editor = inspector.corrections.editor
    tabbed = _tabbed(qtbot, 6)
    assert tabbed[:2] == [editor.field, editor.why]
    inside = [editor.isAncestorOf(widget) for widget in tabbed]
    assert inside == [True] * 5 + [False]
    assert inspector.questions.isAncestorOf(tabbed[5]), "on to the next section"


def test_whom_it_goes_to_stands_before_the_question(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(10)
    inspector.ask_question()
    editor = inspector.questions.editor
    editor.to.setFocus()
    assert _tabbed(qtbot, 3) == [editor.to, editor.who, editor.field]
