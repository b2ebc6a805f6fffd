"""Words that somebody began to write at a suggestion."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from claimdesk.domain.person import Person
from claimdesk.paths import installation
from claimdesk.store import queries
from tests.support.review import Review


def begin(review: Review, words: str) -> None:
    """Begin to reword what is looked at, and leave it."""
    review.press("E")
    QTest.keyClicks(QApplication.focusWidget(), words)
    review.press("Escape")


def test_a_draft_is_shown_and_takes_no_keys(review: Review) -> None:
    first = review.at
    review.press("E")
    QTest.keyClicks(QApplication.focusWidget(), " und mehr")
    review.panel.list.setFocus()  # left by a click, not with Esc
    card = review.panel.card
    review.press("J", "K")
    assert review.at == first
    assert not card.editor.isVisible()
    assert card.statement.words == first.words
    assert card.draft.words == f"Draft: {first.words} und mehr (E goes on writing)"
    assert QApplication.focusWidget() is review.panel.list
    review.press("K", "R")
    assert first.mark not in {row.mark for row in review.rows}
    review.press("Ctrl+Z")
    assert review.at.mark == first.mark
    assert card.draft.words.startswith(f"Draft: {first.words} und mehr")
    review.press("E")
    assert card.editor.words == f"{first.words} und mehr"
    assert not card.draft.isVisible()


def test_a_takes_the_words_of_the_draft(review: Review) -> None:
    words = f"{review.at.words} und mehr"
    begin(review, " und mehr")
    review.press("A")
    [claim] = review.claims
    assert claim.statement == words
    desk = review.workspace.desk
    assert desk.undo_message
    assert desk.undo_message.words == "Accept a suggestion, reworded, as claim 1"
    assert review.window.messages.sentence() == "Accepted in the words of your draft."
    assert not desk.drafts.of_article(1)
    assert queries.drafts(desk.read, installation(), desk.person.name) == []


def test_all_of_a_sentence_keeps_the_words_of_drafts(review: Review) -> None:
    review.goes_to("412")
    words = f"{review.at.words} und mehr"
    begin(review, " und mehr")
    review.press("Shift+A")
    assert len(review.claims) > 1
    assert words in {claim.statement for claim in review.claims}
    assert review.window.messages.sentence() == "Accepted in the words of your draft."
    assert not review.workspace.desk.drafts.of_article(1)


def test_what_is_refused_leaves_the_draft(review: Review) -> None:
    from claimdesk.commands.review_suggestions import RejectSuggestions
    from claimdesk.store import Store

    begin(review, " und mehr")
    with Store(review.workspace.desk.path) as store:
        store.run(RejectSuggestions(1, (review.at.mark,)), Person.named("Eva Test"))
    review.press("A")
    assert review.claims == []
    assert len(review.workspace.desk.drafts.of_article(1)) == 1


def test_a_claim_needs_words(review: Review) -> None:
    first = review.at
    review.press("E", "Ctrl+A", "Delete", "Ctrl+Return")
    editor = review.panel.card.editor
    assert editor.isVisible()
    assert editor.trouble.words == "A claim needs words."
    assert review.claims == []
    QTest.keyClicks(QApplication.focusWidget(), "Neu")
    assert editor.trouble.words == ""
    review.press("Ctrl+Return")
    assert [claim.statement for claim in review.claims] == ["Neu"]
    assert first.mark not in {row.mark for row in review.rows}
