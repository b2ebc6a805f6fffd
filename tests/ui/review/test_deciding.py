"""The review of suggestions at the real window, with real keys: one key a decision, on to the
next, and each taken back by Ctrl+Z."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.commands.import_revision import ImportRevision
from claimdesk.domain.review import ReviewFilter, Sort
from claimdesk.domain.status import Status
from claimdesk.services.importers.intake import read_text
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.ui.dialogs import sure
from claimdesk.ui.dialogs.split_claim import SplitDialog
from claimdesk.ui.dialogs.sure import SureDialog
from tests.support.review import TEXT, Review, find


def test_the_first_is_shown_with_its_reasons_and_ringed_in_the_text(review: Review) -> None:
    first = min(review.rows, key=lambda row: (row.start, row.end))
    assert review.at == first
    assert [row.start for row in review.rows] == sorted(row.start for row in review.rows)
    count = sum(row.kind is not None for row in review.rows)
    assert review.panel.head.words.startswith(f"{count} suggestions left, ")
    assert review.panel.card.statement.words == first.words
    assert review.panel.card.why.words.startswith("Why: ")
    text = review.workspace.text
    assert text
    proposals = text._pane.layer.proposals
    assert proposals
    assert proposals.current == first.mark
    assert text.caret == first.start
    assert f"{count} suggestions to review" in review.window.status._counts.text()


def test_a_accepts_and_goes_on(review: Review) -> None:
    first, second, count = review.rows[0], review.rows[1], len(review.rows)
    review.press("A")
    assert review.at.mark == second.mark
    assert len(review.rows) == count - 1
    [claim] = review.claims
    assert (claim.statement, claim.kind) == (first.words, first.kind)
    assert review.panel.done.words == "1 accepted, 0 rejected"
    [passage] = queries.passages(review.workspace.desk.read, 1)
    assert (passage.start, passage.end) == (first.start, first.end)
    review.press("Ctrl+Z")
    assert review.claims == []
    assert review.at.mark == first.mark
    review.press("Ctrl+Shift+Z")
    assert len(review.claims) == 1


def test_r_rejects_for_good_also_in_the_next_revision(review: Review) -> None:
    review.goes_to("7000 Meter")
    mark = review.at.mark
    review.press("R")
    assert mark not in {row.mark for row in review.rows}
    desk, newer = review.workspace.desk, f"Vorab: {TEXT}"
    desk.run(ImportRevision(1, read_text(newer)))
    desk.run(find(newer.strip("\n"), 2))
    assert desk.settle(20_000)
    QApplication.processEvents()
    assert mark not in {row.mark for row in review.rows}
    assert any("412" in row.quote for row in review.rows)
    assert examine(desk.path) == []


def test_a_rejection_holds_where_another_figure_of_its_sentence_changes(review: Review) -> None:
    review.goes_to("2021")
    rejected = review.at
    review.press("R")
    desk, newer = review.workspace.desk, TEXT.replace("412", "413")
    desk.run(ImportRevision(1, read_text(newer)))
    desk.run(find(newer.strip("\n"), 2))
    assert desk.settle(20_000)
    QApplication.processEvents()
    shown = {(row.quote, row.kind) for row in review.rows}
    assert (rejected.quote, rejected.kind) not in shown
    assert any("413" in quote for quote, _kind in shown)
    assert examine(desk.path) == []


def test_undo_of_a_rejection_brings_it_back_and_turns_to_it(review: Review) -> None:
    review.goes_to("38 Wagen")
    mark = review.at.mark
    review.press("R", "J")
    assert review.at.mark != mark
    review.press("Ctrl+Z")
    assert review.at.mark == mark
    assert review.panel.done.words == ""


def test_e_rewords_in_place(review: Review) -> None:
    review.goes_to("412")
    review.press("E")
    field = QApplication.focusWidget()
    assert field is review.panel.card.editor.field
    field.setPlainText("412 Schiffe legten an")
    review.press("Ctrl+Return")
    [claim] = review.claims
    assert claim.statement == "412 Schiffe legten an"
    assert review.workspace.desk.undo_message
    assert review.workspace.desk.undo_message.words == ("Accept a suggestion, reworded, as claim 1")
    assert not review.panel.card.editor.isVisible()
    review.press("J")  # the keys go on
    assert review.at


def test_half_written_words_wait_at_their_suggestion(review: Review) -> None:
    review.goes_to("412")
    review.press("E")
    QTest.keyClicks(QApplication.focusWidget(), " und mehr")
    review.press("Escape")
    assert not review.panel.card.editor.isVisible()
    review.press("J", "K", "E")
    assert review.panel.card.editor.words.endswith(" und mehr")
    review.panel.card.editor.discarded.emit()
    review.press("E")
    assert review.panel.card.editor.words == review.at.words
    review.press("Escape")
    assert review.claims == []


def test_x_splits(review: Review, asked: Callable[[type], SplitDialog], qtbot: QtBot) -> None:
    review.goes_to("412")
    review.press("X")
    dialog = asked(SplitDialog)
    dialog.first.setPlainText("2021 waren es 412 Schiffe")
    dialog.second.setPlainText("Alle wurden abgefertigt")
    dialog.finish.click()
    qtbot.waitUntil(lambda: len(review.claims) == 2)
    assert [row.statement for row in review.claims] == [
        "2021 waren es 412 Schiffe",
        "Alle wurden abgefertigt",
    ]
    qtbot.waitUntil(lambda: not any("412" in row.quote for row in review.rows))


def test_space_says_that_the_sentence_holds_no_fact(review: Review) -> None:
    review.goes_to("7000 Meter")
    review.press("Space")
    bridge = TEXT.index("Die Brücke"), TEXT.index("Das sind 40")
    assert not [row for row in review.rows if row.kind and bridge[0] <= row.start < bridge[1]]
    [one] = queries.looked(review.workspace.desk.read, 1)
    words = TEXT[one.start : one.end]
    assert words == "Die Brücke ist 7000 Meter lang."
    assert review.at.start >= bridge[1]
    review.press("Ctrl+Z")
    assert "7000 Meter" in review.at.quote
    assert not queries.looked(review.workspace.desk.read, 1)


def test_all_of_a_sentence_at_once(review: Review) -> None:
    review.goes_to("412")
    end = TEXT.index("Die Brücke")
    within = [row for row in review.rows if row.kind and 18 <= row.start < end]
    assert len(within) > 1
    review.press("Shift+A")
    assert len(review.claims) == len(within)
    review.press("Ctrl+Z")
    assert review.claims == []


@pytest.mark.parametrize("name", ["accept_important", "accept_kind"])
def test_all_that_matter_or_are_of_a_kind(review: Review, name: str) -> None:
    kind = review.at.kind
    wanted = [
        row
        for row in review.rows
        if (row.check_worthiness == 3 if name == "accept_important" else row.kind is kind)
    ]
    review.window.actions_[name].trigger()
    review.press()
    assert review.workspace.desk.settle(20_000)
    assert len(review.claims) == len(wanted) > 0
    assert review.workspace.desk.undo_message
    review.press("Ctrl+Z")
    assert review.claims == []


def test_very_many_are_asked_about_once_more(
    review: Review, asked: Callable[[type], SureDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sure, "MOST_UNASKED", 1)
    count = sum(row.check_worthiness == 3 for row in review.rows)
    review.window.actions_["accept_important"].trigger()
    dialog = asked(SureDialog)
    assert dialog.question.text() == f"Accept {count} suggestions?"
    assert not dialog.standing.isVisible()
    review.press("Return")
    assert QApplication.activeModalWidget() is None
    assert review.claims == []
    review.window.actions_["accept_important"].trigger()
    asked(SureDialog).finish.click()
    review.press()
    assert review.workspace.desk.settle(20_000)
    assert len(review.claims) == count > 1


def test_what_is_not_checkable_says_why_and_becomes_such_a_claim(review: Review) -> None:
    review.reviewing._on_filter(ReviewFilter(Sort.NOT_CHECKABLE))
    assert review.rows
    assert "not checkable: " in review.panel.card.facts.words
    review.press("A")
    [claim] = review.claims
    assert claim.status is Status.NOT_CHECKABLE


def test_a_remark_shows_its_passages_and_is_kept_as_a_note(review: Review) -> None:
    review.goes_to_a_remark()
    card = review.panel.card
    shown = [button.text() for button in card.places if button.isVisible()]
    assert len(shown) == len(review.at.quotes)
    assert card.of_remark.isVisible()
    assert not card.of_suggestion.isVisible()
    card.places[0].click()
    words = review.at.words
    review.press("E", "X", "Space")
    assert review.at.words == words
    assert "kept as a note" in review.window.messages.sentence()
    review.press("A")
    [note] = queries.article_notes(review.workspace.desk.read, 1)
    assert note.text.startswith(words)
    review.window.actions_["article_notes"].trigger()
    section = review.workspace.inspector.article_notes
    assert section.isVisible()
    [row] = [row for row in section.pool.rows if row.isVisible()]
    assert row.text.words == note.text
    assert row.edit.isVisible()
    row.place.click()
    row.aside.click()
    assert review.workspace.desk.settle(20_000)
    assert not row.isVisible()
    assert section.none.isVisible()
    review.press("Ctrl+Z", "Ctrl+4")
    review.press("Ctrl+Z")
    assert review.at.words == words
    review.press("R")
    assert words not in [row.words for row in review.rows]
