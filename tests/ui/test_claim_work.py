"""What can be done with the chosen claims, at the whole window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.relate_claims import RelateClaims
from claimdesk.domain.claim import RelationKind
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.dialogs.ask import AskDialog
from claimdesk.ui.dialogs.decision import DecisionDialog
from claimdesk.ui.dialogs.questions import QuestionsDialog
from claimdesk.ui.dialogs.relate import RelateDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.workspace import Workspace

Press = Callable[..., None]
Asked = Callable[[type[QDialog]], QDialog]

WITH, WITHOUT = 44, 10


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace
    window.workspace.selection.choose(WITHOUT)
    return window.workspace


def mark(workspace: Workspace, start: int, end: int) -> None:
    """Mark some of the text, as with the mouse."""
    assert workspace.text
    pane = workspace.text._pane
    cursor = pane.textCursor()
    cursor.setPosition(pane.shown.position(start))
    cursor.setPosition(pane.shown.position(end), cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def passage(workspace: Workspace, claim: int) -> tuple[int, int]:
    anchor = queries.claim_detail(workspace.desk.read, claim).anchor
    assert anchor
    return anchor.start, anchor.end


def editor_words(workspace: Workspace) -> str:
    assert workspace.inspector
    return workspace.inspector.corrections.editor.old.words


def test_words_marked_in_the_passage_are_corrected(workspace: Workspace, press: Press) -> None:
    start, _end = passage(workspace, WITHOUT)
    mark(workspace, start, start + 12)
    assert workspace.text
    marked = workspace.text.marked()
    assert marked
    press("C")
    assert editor_words(workspace) == marked.words == marked.words.strip()
    assert workspace.selection.claim == WITHOUT


def test_words_of_another_claim_belong_to_that_one(workspace: Workspace, press: Press) -> None:
    start, end = passage(workspace, WITH)
    mark(workspace, start, end)
    press("C")
    assert workspace.selection.claim == WITH
    assert editor_words(workspace) == queries.passage_words(workspace.desk.read, WITH)


def test_words_of_no_claim_say_so(window: MainWindow, workspace: Workspace, press: Press) -> None:
    assert workspace.text
    text = workspace.text
    free = next(
        at for at in range(5000) if not text.claims_within(at, at + 1) and text._text[at].strip()
    )
    mark(workspace, free, free + 1)
    press("C")
    assert "belong to no claim" in window.messages.sentence()


def test_without_marked_words_the_passage_is_corrected(workspace: Workspace, press: Press) -> None:
    press("C")
    assert editor_words(workspace) == queries.passage_words(workspace.desk.read, WITHOUT)


def test_decisions_by_keys(workspace: Workspace, press: Press, asked: Asked, qtbot: QtBot) -> None:
    workspace.selection.choose(WITH)
    press("Ctrl+Shift+A")
    assert workspace.desk.settle()
    [correction] = queries.claim_detail(workspace.desk.read, WITH).corrections
    assert correction.state is CorrectionState.ACCEPTED
    press("Ctrl+Z")
    assert workspace.desk.settle()
    press("Ctrl+Shift+D")
    dialog = asked(DecisionDialog)
    dialog.reject()


def test_nothing_to_decide_says_so(window: MainWindow, workspace: Workspace, press: Press) -> None:
    press("Ctrl+Shift+A")
    assert "No correction" in window.messages.sentence()


def test_dropping_asks(window: MainWindow, workspace: Workspace, asked: Asked) -> None:
    window.actions_["drop_passage"].trigger()
    asked(DecisionDialog).reject()


def test_several_claims_are_asked_about_at_once(
    window: MainWindow, workspace: Workspace, press: Press, asked: Asked
) -> None:
    workspace.selection.choose(WITHOUT, (WITHOUT, WITHOUT + 1))
    press("C")
    assert "single claim" in window.messages.sentence()
    press("Q")
    asked(AskDialog).reject()


def test_the_article_and_its_open_questions(
    window: MainWindow, workspace: Workspace, press: Press, asked: Asked
) -> None:
    window.actions_["ask_about_article"].trigger()
    dialog = asked(AskDialog)
    assert isinstance(dialog, AskDialog)
    dialog.text.setPlainText("Was fehlt?")
    dialog.accept()
    assert workspace.desk.settle()
    press("Shift+Q")
    listed = asked(QuestionsDialog)
    assert isinstance(listed, QuestionsDialog)
    assert [one.text for one in listed.model.questions] == ["Was fehlt?"]
    listed.reject()


def test_from_the_list_to_the_claim(
    window: MainWindow, workspace: Workspace, press: Press, asked: Asked
) -> None:
    press("Shift+Q")
    listed = asked(QuestionsDialog)
    assert isinstance(listed, QuestionsDialog)
    listed.claim_wanted.emit(1, WITH)
    listed.accept()
    assert workspace.selection.claim == WITH


def test_relating_asks_for_the_other_claim(
    workspace: Workspace, press: Press, asked: Asked
) -> None:
    press("Ctrl+R")
    asked(RelateDialog).reject()


def test_enter_takes_the_offer_wherever_the_focus_is(
    window: MainWindow, workspace: Workspace, press: Press
) -> None:
    assert workspace.inspector
    assert workspace.text
    desk = workspace.desk
    desk.run(RelateClaims(WITHOUT, 11, RelationKind.SAME_FACT))
    assert desk.settle()
    press("1")
    assert desk.settle()
    assert workspace.inspector.offer.isVisible()
    assert workspace.proposal == "same_status"
    workspace.text.setFocus()
    press("Return")
    assert desk.settle()
    assert queries.claim_rows(desk.read, [11])[0].status is Status.IN_PROGRESS
    assert workspace.selection.claim == WITHOUT
    assert not workspace.inspector.offer.isVisible()
    assert workspace.proposal != "same_status"


def test_another_article_ends_the_offer(window: MainWindow, workspace: Workspace) -> None:
    workspace.desk.run(RelateClaims(WITHOUT, 11, RelationKind.SAME_FACT))
    workspace.set_status(Status.IN_PROGRESS)
    assert workspace.desk.settle()
    QApplication.processEvents()
    assert workspace.work.same_facts.offer
    workspace.selection.choose_article(None)
    assert workspace.work.same_facts.offer is None
