"""All open questions: listed, answered, copied."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.propose_correction import ProposeCorrection
from claimdesk.domain.article import ArticleData
from claimdesk.domain.question import Addressee
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.ask import AskDialog, RewordQuestionDialog
from claimdesk.ui.dialogs.questions import QuestionsDialog

Show = Callable[[QDialog], None]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot, show: Show) -> QuestionsDialog:
    """Over a question to a source, one to the author, and one on another article."""
    desk.run(AskQuestion("Wie lang?", Addressee.SOURCE, (10,), name="Hafenamt"))
    desk.run(AskQuestion("Woher?", claims=(11,)))
    desk.run(AddArticle(ArticleData("Anderes")))
    assert desk.settle()
    other = max(row.id for row in queries.article_rows(desk.read))
    desk.run(AskQuestion("Wer?", article=other))
    assert desk.settle()
    made = QuestionsDialog(desk, 1)
    qtbot.addWidget(made)
    show(made)
    return made


def texts(dialog: QuestionsDialog) -> list[str]:
    return [question.text for question in dialog.model.questions]


def press(button: QPushButton, qtbot: QtBot) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_article_s_questions_come_by_those_they_go_to(dialog: QuestionsDialog) -> None:
    assert texts(dialog) == ["Woher?", "Wie lang?"]
    assert dialog.count.text() == "2 open questions"
    assert dialog.list.hasFocus()
    index = dialog.model.index(1)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "To a source: Hafenamt · Claim 10\nWie lang?"


def test_the_whole_desk_s_name_their_articles(dialog: QuestionsDialog) -> None:
    dialog.whole.setChecked(True)
    assert set(texts(dialog)) == {"Woher?", "Wie lang?", "Wer?"}
    said = [dialog.model.index(row).data() for row in range(3)]
    assert any("Article as a whole · Anderes" in one for one in said)


def test_answering_goes_on_to_the_next(dialog: QuestionsDialog, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.words.hasFocus()
    qtbot.keyClicks(dialog.words, "Vom Amt.")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert queries.claim_detail(desk.read, 11).questions[0].answer == "Vom Amt."
    assert texts(dialog) == ["Wie lang?"]
    assert dialog.chosen is not None
    assert dialog.words.words == ""
    assert dialog.list.hasFocus()


def test_half_written_answers_wait_for_their_question(
    dialog: QuestionsDialog, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.words, "Halb")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.words.words == ""
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.words.words == "Halb"


def test_a_refused_answer_stays_typed(dialog: QuestionsDialog, desk: Desk, qtbot: QtBot) -> None:
    question = dialog.chosen
    assert question is not None
    dialog.answered.setChecked(True)
    qtbot.keyClicks(dialog.words, "Meine")
    desk.run(AnswerQuestion(question.id, "Andere"))
    dialog.answer()
    assert desk.settle()
    assert dialog.words.words == "Meine"
    assert "Andere" in dialog.said.text()


def test_answered_ones_are_shown_when_asked_for(
    dialog: QuestionsDialog, desk: Desk, qtbot: QtBot
) -> None:
    assert dialog.chosen is not None
    desk.run(AnswerQuestion(dialog.chosen.id, "Vom Amt."))
    assert desk.settle()
    dialog.answered.setChecked(True)
    assert set(texts(dialog)) == {"Woher?", "Wie lang?"}
    dialog.list.setCurrentIndex(dialog.model.index(texts(dialog).index("Woher?")))
    assert dialog.words.words == "Vom Amt."
    assert "“Vom Amt.”" in dialog.list.currentIndex().data()


def test_all_that_was_asked_in_the_whole_desk_is_read_on_another_thread(
    dialog: QuestionsDialog, desk: Desk, qtbot: QtBot
) -> None:
    question = dialog.chosen
    assert question is not None
    desk.run(AnswerQuestion(question.id, "Vom Amt."))
    assert desk.settle()
    dialog.whole.setChecked(True)
    dialog.answered.setChecked(True)
    assert set(texts(dialog)) == {"Wie lang?", "Wer?"}, "as before, until all are read"
    qtbot.waitUntil(lambda: set(texts(dialog)) == {"Woher?", "Wie lang?", "Wer?"})
    dialog.answered.setChecked(False)
    dialog.answered.setChecked(True)
    dialog.answered.setChecked(False)
    qtbot.wait(100)
    assert set(texts(dialog)) == {"Wie lang?", "Wer?"}, "what came too late is not shown"


def test_the_chosen_one_of_very_many_stays_in_sight(
    dialog: QuestionsDialog, desk: Desk, qtbot: QtBot
) -> None:
    desk.run(AskQuestion("Stimmt das?", claims=tuple(range(12, 160))))
    assert desk.settle()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 150)
    dialog.list.setCurrentIndex(dialog.model.index(140))
    dialog.fill()
    assert dialog.list.currentIndex().row() == 140

    def is_in_sight() -> bool:
        seen = dialog.list.visualRect(dialog.list.currentIndex())
        return dialog.list.viewport().rect().contains(seen)

    qtbot.waitUntil(is_in_sight)


def test_all_open_ones_are_copied(dialog: QuestionsDialog, desk: Desk, qtbot: QtBot) -> None:
    desk.run(ProposeCorrection(10, "rund 400 Meter"))
    assert desk.settle()
    press(dialog.copy_all, qtbot)
    qtbot.waitUntil(lambda: "copied" in dialog.said.text())
    copied = QGuiApplication.clipboard().text()
    assert copied.index("To the author") < copied.index("To a source: Hafenamt")
    assert queries.passage_words(desk.read, 11) in copied
    assert "New: “rund 400 Meter”" in copied
    assert dialog.said.text() == "2 questions copied. 67 corrections copied."


def test_of_the_whole_desk_all_articles_are_copied(dialog: QuestionsDialog, qtbot: QtBot) -> None:
    dialog.whole.setChecked(True)
    press(dialog.copy_all, qtbot)
    qtbot.waitUntil(lambda: "copied" in dialog.said.text())
    assert "“Anderes”\n\n1. Wer?" in QGuiApplication.clipboard().text()
    assert dialog.said.text() == "3 questions copied. 66 corrections copied."


def test_one_is_reworded_and_set_aside(dialog: QuestionsDialog, desk: Desk, qtbot: QtBot) -> None:
    press(dialog.reword, qtbot)
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, RewordQuestionDialog)
    assert asking.text.words == "Woher?"
    asking.reject()
    press(dialog.aside, qtbot)
    assert desk.settle()
    assert texts(dialog) == ["Wie lang?"]


def test_the_article_is_asked_about(dialog: QuestionsDialog, desk: Desk, qtbot: QtBot) -> None:
    press(dialog.ask, qtbot)
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, AskDialog)
    asking.text.setPlainText("Was fehlt?")
    asking.accept()
    assert desk.settle()
    assert "Was fehlt?" in texts(dialog)
    dialog.list.setCurrentIndex(dialog.model.index(texts(dialog).index("Was fehlt?")))
    assert not dialog.go.isEnabled()


def test_the_claim_is_turned_to(dialog: QuestionsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.claim_wanted) as wanted:
        press(dialog.go, qtbot)
    assert wanted.args == [1, 11]
    assert not dialog.isVisible()


def test_nothing_open_says_how_to_ask(desk: Desk, qtbot: QtBot) -> None:
    dialog = QuestionsDialog(desk, 1)
    qtbot.addWidget(dialog)
    assert "Q asks" in dialog.count.text()
    for widget in (dialog.words, dialog.store, dialog.aside, dialog.copy_all, dialog.go):
        assert not widget.isEnabled()
