"""What is to be corrected, and what is decided about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from claimdesk.commands.propose_correction import (
    DecideCorrection,
    DropPassage,
    ProposeCorrection,
    RewordCorrection,
)
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.views.inspector import InspectorView
from claimdesk.ui.views.inspector.correction_row import CorrectionRow
from claimdesk.ui.widgets.link_button import LinkButton

Choose = Callable[[int], int]

CONTROL = Qt.KeyboardModifier.ControlModifier
WITH, WITHOUT = 44, 10


def held(desk: Desk, claim: int = WITH) -> list[Correction]:
    return list(queries.claim_detail(desk.read, claim).corrections)


def rows(inspector: InspectorView) -> list[CorrectionRow]:
    pool = inspector.corrections.pool
    return pool.rows[: pool.shown]


def click(qtbot: QtBot, button: QPushButton | LinkButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def finish(inspector: InspectorView, words: str, qtbot: QtBot) -> None:
    """Type over what is there, and be done."""
    field = inspector.corrections.editor.field
    assert field.hasFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)


def test_both_wordings_stand_below_each_other(
    inspector: InspectorView, choose: Choose, desk: Desk
) -> None:
    choose(WITH)
    [correction], [row] = held(desk), rows(inspector)
    assert row.old.words == correction.old_wording
    assert row.new.words == correction.new_wording
    assert row.old.y() < row.new.y()
    assert row.state.words == "proposed"
    assert row.accept.isVisible()
    assert row.decline.isVisible()
    assert not row.reopen.isVisible()


def test_a_new_wording_starts_from_the_passage(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(WITHOUT)
    inspector.propose_correction(None)
    editor = inspector.corrections.editor
    passage = queries.passage_words(desk.read, claim)
    assert editor.old.words == editor.words == passage
    assert editor.field.textCursor().selectedText() == passage
    finish(inspector, "Neue Worte", qtbot)
    assert desk.settle()
    [made] = held(desk, claim)
    assert (made.old_wording, made.new_wording, made.why) == (passage, "Neue Worte", None)
    assert not editor.isVisible()
    assert rows(inspector)[0].new.words == "Neue Worte"


def test_marked_words_are_corrected_with_the_reason(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(WITHOUT)
    inspector.propose_correction("zwei Worte")
    editor = inspector.corrections.editor
    qtbot.keyClicks(editor.field, "Neu")
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert editor.why.hasFocus()
    qtbot.keyClicks(editor.why, "so im Handbuch")
    qtbot.keyClick(editor.why, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    [made] = held(desk, claim)
    assert (made.old_wording, made.new_wording) == ("zwei Worte", "Neu")
    assert made.why == "so im Handbuch"
    inspector.propose_correction("zwei Worte")
    assert editor.why.toPlainText() == "", "the reason belongs to the wording it was written for"


def test_the_proposed_one_is_reworded(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    choose(WITH)
    [before] = held(desk)
    inspector.propose_correction(None)
    assert inspector.corrections.editor.words == before.new_wording
    assert not inspector.corrections.editor.why.isVisible()
    finish(inspector, "Knapp", qtbot)
    assert desk.settle()
    [after] = held(desk)
    assert (after.id, after.new_wording) == (before.id, "Knapp")


def test_a_decision_says_who_and_when_and_is_opened_again(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    choose(WITH)
    [row] = rows(inspector)
    click(qtbot, row.accept)
    assert desk.settle()
    assert held(desk)[0].state is CorrectionState.ACCEPTED
    assert row.state.words == "accepted"
    assert row.decided.words.startswith("Ada Ärmel, ")
    assert not row.accept.isVisible()
    click(qtbot, row.reopen)
    assert desk.settle()
    assert held(desk)[0].state is CorrectionState.PROPOSED
    assert row.decided.words == ""


def test_a_declined_one_says_why(inspector: InspectorView, choose: Choose, desk: Desk) -> None:
    choose(WITH)
    [correction] = held(desk)
    desk.run(DecideCorrection(correction.id, CorrectionState.DECLINED, "The author insists."))
    assert desk.settle()
    [row] = rows(inspector)
    assert row.state.words == "declined"
    assert row.decided.words.endswith(": The author insists.")


def test_a_dropped_passage_has_no_way_back_without_new_words(
    inspector: InspectorView, choose: Choose, desk: Desk
) -> None:
    claim = choose(WITHOUT)
    desk.run(DropPassage(claim, "Absatz entfällt"))
    assert desk.settle()
    [row] = rows(inspector)
    assert row.state.words == "passage dropped"
    assert row.old.words
    assert not row.new.isVisible()
    assert not row.reopen.isVisible()
    assert not row.edit.isVisible()


def test_why_is_said_later(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    choose(WITH)
    [row] = rows(inspector)
    click(qtbot, row.explain)
    field = inspector.corrections.why.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "laut Amt")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert held(desk)[0].why == row.why.words == "laut Amt"


def test_one_is_set_aside(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    choose(WITH)
    click(qtbot, rows(inspector)[0].aside)
    assert desk.settle()
    assert held(desk) == rows(inspector) == []


def test_declining_and_dropping_are_asked_for(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(WITH)
    [row] = rows(inspector)
    with qtbot.waitSignal(inspector.corrections.decline_wanted) as asked:
        click(qtbot, row.decline)
    assert asked.args == [row.correction]
    with qtbot.waitSignal(inspector.corrections.drop_wanted):
        click(qtbot, row.drop)


def test_escape_leaves_a_draft_that_shows(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(WITHOUT)
    inspector.propose_correction("zwei Worte")
    editor = inspector.corrections.editor
    qtbot.keyClicks(editor.field, "Halb")
    qtbot.keyClicks(editor.why, "weil")
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    choose(WITH)
    assert not inspector.corrections.draft.isVisible()
    choose(WITHOUT)
    click(qtbot, inspector.corrections.draft.pool.rows[0].go_on)
    assert (editor.words, editor.old.words) == ("Halb", "zwei Worte")
    assert editor.why.toPlainText() == "weil"


def test_words_that_somebody_changed_meanwhile_are_both_shown(
    inspector: InspectorView,
    choose: Choose,
    desk: Desk,
    elsewhere: Callable[..., None],
    qtbot: QtBot,
) -> None:
    choose(WITH)
    [correction] = held(desk)
    inspector.propose_correction(None)
    elsewhere(RewordCorrection(correction.id, "Andere", correction.new_wording))
    finish(inspector, "Meine", qtbot)
    assert desk.settle()
    editor = inspector.corrections.editor
    assert editor.words == "Meine"
    assert "Andere" in editor.clash.held.text()


def test_the_head_says_what_its_key_does(
    inspector: InspectorView, choose: Choose, desk: Desk
) -> None:
    claim = choose(WITHOUT)

    def named() -> list[str]:
        buttons = inspector.corrections.findChildren(LinkButton)
        return [one.accessibleName() for one in buttons if one.accessibleName().endswith("key C")]

    assert named() == ["Propose, key C"]
    desk.run(ProposeCorrection(claim, "Neu"))
    assert desk.settle()
    assert named() == ["Change, key C"]


def test_each_button_says_which_correction_it_is_about(
    inspector: InspectorView, choose: Choose
) -> None:
    choose(WITH)
    [row] = rows(inspector)
    start = row.new.words[:20]
    buttons = [*row.findChildren(QPushButton), *row.findChildren(LinkButton)]
    assert len(buttons) == 7
    assert all(start in button.accessibleName() for button in buttons)
