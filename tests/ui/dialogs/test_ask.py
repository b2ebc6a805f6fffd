"""Questions about several claims, or about the article as a whole."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.domain.question import Addressee
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.ask import AskDialog, RewordQuestionDialog

Show = Callable[[QDialog], None]

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_one_question_goes_to_several_claims_in_one_event(
    desk: Desk, qtbot: QtBot, show: Show
) -> None:
    before = queries.last_event(desk.read)
    dialog = AskDialog(desk, claims=(10, 11))
    show(dialog)
    assert dialog.windowTitle() == "Question about 2 claims"
    assert dialog.text.hasFocus()
    assert not dialog.finish.isEnabled()
    qtbot.keyClicks(dialog.text, "Stimmt das?")
    dialog.to.choose(Addressee.SOURCE)
    qtbot.keyClicks(dialog.who, "Hafenamt")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    found = queries.open_questions(desk.read)
    assert [(one.claim, one.addressee, one.name) for one in found] == [
        (10, Addressee.SOURCE, "Hafenamt"),
        (11, Addressee.SOURCE, "Hafenamt"),
    ]
    assert queries.last_event(desk.read) == before + 1


def test_the_article_is_asked_about(desk: Desk, qtbot: QtBot, show: Show) -> None:
    dialog = AskDialog(desk, article=1)
    show(dialog)
    qtbot.keyClicks(dialog.text, "Was fehlt?")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    [question] = queries.article_questions(desk.read, 1)
    assert (question.text, question.claim) == ("Was fehlt?", None)


def test_a_question_gets_other_words(desk: Desk, qtbot: QtBot, show: Show) -> None:
    desk.run(AskQuestion("Wo?", article=1))
    assert desk.settle()
    dialog = RewordQuestionDialog(desk, queries.article_questions(desk.read, 1)[0])
    show(dialog)
    dialog.text.clear()
    assert not dialog.finish.isEnabled()
    qtbot.keyClicks(dialog.text, "Wann?")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert queries.article_questions(desk.read, 1)[0].text == "Wann?"
