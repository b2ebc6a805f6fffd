"""The way back to half-written words, and Tab into a field made late."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.ui.views.inspector import InspectorView
from claimdesk.ui.views.inspector.draft_link import DraftLink, first_begun
from claimdesk.ui.views.inspector.drafts import Draft, Drafts, Place

Choose = Callable[[int], int]


def test_the_first_place_with_words_counts() -> None:
    drafts, place = Drafts(), Place(1, "answer", 7)
    drafts.keep(place, Draft("Halb", ""))
    places = [Place(1, "question"), place, Place(1, "answer", 8)]
    assert first_begun(drafts, places) == (place, Draft("Halb", ""))
    assert first_begun(drafts, places[:1]) is None


def test_it_says_how_the_words_begin(qtbot: QtBot) -> None:
    link = DraftLink()
    qtbot.addWidget(link)
    link.show_begun((Place(1, "answer", 7), Draft("Halb  &\nfertig", "")))
    assert link.text() == "Continue the draft “Halb && fertig …”"
    link.show_begun(None)
    assert link.isHidden()


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
    tabbed = _tabbed(qtbot, 5)
    assert tabbed[:2] == [editor.field, editor.why]
    assert all(editor.isAncestorOf(widget) for widget in tabbed[:4])
    assert inspector.questions.isAncestorOf(tabbed[4]), "on to the next section"


def test_whom_it_goes_to_stands_before_the_question(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(10)
    inspector.ask_question()
    editor = inspector.questions.editor
    editor.to.setFocus()
    assert _tabbed(qtbot, 3) == [editor.to, editor.who, editor.field]
