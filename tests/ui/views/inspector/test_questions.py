"""Questions: asked, answered where they stand, reworded, set aside."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion
from claimdesk.domain.question import Addressee, Question
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.views.inspector import InspectorView
from claimdesk.ui.views.inspector.question_row import QuestionRow

Choose = Callable[[int], int]

CONTROL = Qt.KeyboardModifier.ControlModifier
CLAIM = 10


def held(desk: Desk, claim: int = CLAIM) -> list[Question]:
    return list(queries.claim_detail(desk.read, claim).questions)


def rows(inspector: InspectorView) -> list[QuestionRow]:
    pool = inspector.questions.pool
    return pool.rows[: pool.shown]


@pytest.fixture
def asked(inspector: InspectorView, choose: Choose, desk: Desk) -> QuestionRow:
    """A question on the claim that is shown."""
    claim = choose(CLAIM)
    desk.run(AskQuestion("Woher die Zahl?", claims=(claim,)))
    assert desk.settle()
    [row] = rows(inspector)
    return row


def test_the_author_is_asked_unless_told(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    choose(CLAIM)
    inspector.ask_question()
    field = inspector.questions.editor.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Woher?")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    [question] = held(desk)
    assert (question.text, question.addressee, question.name) == (
        "Woher?",
        Addressee.AUTHOR,
        None,
    )
    [row] = rows(inspector)
    assert row.to.words == "To the author"
    assert "Ada Ärmel" in row.signed.words
    assert not inspector.questions.editor.isVisible()


def test_a_source_is_asked_by_name(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    choose(CLAIM)
    inspector.ask_question()
    editor = inspector.questions.editor
    qtbot.keyClicks(editor.field, "Wie lang?")
    qtbot.keyClick(editor.to, Qt.Key.Key_End)
    qtbot.keyClicks(editor.who, "Hafenamt")
    qtbot.keyClick(editor.who, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert (held(desk)[0].addressee, held(desk)[0].name) == (Addressee.SOURCE, "Hafenamt")
    assert rows(inspector)[0].to.words == "To a source: Hafenamt"
    inspector.ask_question()
    assert (editor.to.chosen, editor.who.words) == (Addressee.AUTHOR, "")


def test_escape_leaves_a_draft_with_whom_it_goes_to(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(CLAIM)
    inspector.ask_question()
    editor = inspector.questions.editor
    qtbot.keyClicks(editor.field, "Halb")
    editor.to.choose(Addressee.EDITOR)
    qtbot.keyClicks(editor.who, "Chefin")
    qtbot.keyClick(editor.who, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    choose(44)
    assert not inspector.questions.draft.isVisible()
    choose(CLAIM)
    qtbot.mouseClick(inspector.questions.draft.pool.rows[0].go_on, Qt.MouseButton.LeftButton)
    assert (editor.words, editor.who.words) == ("Halb", "Chefin")
    assert editor.to.chosen is Addressee.EDITOR


def test_the_answer_is_written_below_its_question(
    inspector: InspectorView, asked: QuestionRow, desk: Desk, qtbot: QtBot
) -> None:
    assert asked.answer.text() == "answer"
    qtbot.mouseClick(asked.answer, Qt.MouseButton.LeftButton)
    field = inspector.questions.answers.field
    assert field.hasFocus()
    assert asked.isAncestorOf(field)
    qtbot.keyClicks(field, "Vom Amt.")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert held(desk)[0].answer == "Vom Amt."
    assert asked.answer_words.words == "“Vom Amt.”"
    assert "answer noted by Ada Ärmel" in asked.signed.words
    assert asked.answer.text() == "reword the answer"


def test_the_field_stays_with_its_question_when_rows_change(
    inspector: InspectorView, asked: QuestionRow, desk: Desk, qtbot: QtBot
) -> None:
    desk.run(AskQuestion("Wann?", claims=(queries.claim_id(desk.read, str(CLAIM)),)))
    assert desk.settle()
    first, second = rows(inspector)
    qtbot.mouseClick(second.answer, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(inspector.questions.answers.field, "Halb")
    assert first.question is not None
    desk.run(AnswerQuestion(first.question.id, "Vom Amt."))
    assert desk.settle()
    assert [row.text.words for row in rows(inspector)] == ["Wann?", "Woher die Zahl?"]
    field = inspector.questions.answers.field
    assert rows(inspector)[0].isAncestorOf(field)
    assert field.toPlainText() == "Halb"
    assert field.isVisible()


def test_a_question_is_reworded(
    inspector: InspectorView, asked: QuestionRow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(asked.edit, Qt.MouseButton.LeftButton)
    editor = inspector.questions.editor
    assert editor.words == "Woher die Zahl?"
    assert not editor.to.isVisible()
    editor.field.selectAll()
    qtbot.keyClicks(editor.field, "Wessen Zahl?")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert held(desk)[0].text == "Wessen Zahl?"


def test_a_question_is_set_aside(
    inspector: InspectorView, asked: QuestionRow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(asked.aside, Qt.MouseButton.LeftButton)
    assert desk.settle()
    assert held(desk) == rows(inspector) == []


def test_each_button_says_which_question_it_is_about(asked: QuestionRow) -> None:
    for button in (asked.answer, asked.edit, asked.aside):
        assert "Woher die Zahl?" in button.accessibleName()
