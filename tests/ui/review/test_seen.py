"""Keys decide on what is seen, and the focus is where they lead."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from claimdesk.commands.import_article import ImportArticle
from claimdesk.services.importers.intake import read_text
from claimdesk.store import Store, create_desk
from claimdesk.ui.main_window import MainWindow
from tests.support.review import ADA, TEXT, Press, Review


@pytest.fixture
def covered(review: Review) -> Review:
    """Somebody has accepted one, and looks at its claim."""
    review.press("A")
    [claim] = review.claims
    review.workspace.selection.choose(claim.id)
    assert not review.reviewing.is_seen
    return review


@pytest.mark.parametrize("keys", ["A", "R", "E", "X", "Shift+A"])
def test_no_key_decides_what_nobody_sees(covered: Review, keys: str) -> None:
    waiting = [row.mark for row in covered.reviewing._listed]
    covered.press(keys)
    assert len(covered.claims) == 1
    assert [row.mark for row in covered.reviewing._listed] == waiting
    assert QApplication.activeModalWidget() is None
    assert not covered.panel.card.editor.isVisible()


@pytest.mark.parametrize("keys", ["Ctrl+4", "Escape", "Space", "J"])
def test_the_panel_is_back_at_once(covered: Review, keys: str) -> None:
    at = covered.at
    covered.press(keys)
    assert covered.reviewing.is_seen
    assert covered.at == at
    assert QApplication.focusWidget() is covered.panel.list
    covered.press("A")
    assert len(covered.claims) == 2


def test_escape_leads_back_from_the_inspector(covered: Review) -> None:
    inspector = covered.workspace.inspector
    assert inspector
    covered.press("F2")
    field = QApplication.focusWidget()
    assert field is not None
    assert inspector.isAncestorOf(field)
    covered.press("Escape")
    assert not covered.reviewing.is_seen
    covered.press("Escape")
    assert covered.reviewing.is_seen


def test_an_accepted_one_done_again_stays_in_the_review(review: Review) -> None:
    review.press("E")
    QTest.keyClicks(QApplication.focusWidget(), " und mehr")
    review.press("Ctrl+Return", "R", "A", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert review.claims == []
    review.press("Ctrl+Shift+Z")
    assert len(review.claims) == 1
    assert review.reviewing.is_seen
    review.press("A")
    assert len(review.claims) == 2


def test_a_claim_of_words_shows_it_and_decides_nothing_more(review: Review) -> None:
    text = review.workspace.text
    assert text
    start = TEXT.index("Man muss")
    cursor = text._pane.textCursor()
    cursor.setPosition(text._pane.shown.position(start))
    cursor.setPosition(text._pane.shown.position(start + 8), cursor.MoveMode.KeepAnchor)
    text._pane.setTextCursor(cursor)
    text._pane.setFocus()
    waiting = len(review.rows)
    review.press("B")
    assert not review.reviewing.is_seen
    review.press("R", "A")
    assert len(review.claims) == 1
    assert len(review.reviewing._listed) == waiting


def test_shown_it_has_the_focus(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    review = Review(window, press)
    search = next(one for one in window.findChildren(QAbstractButton) if one.text() == "Search")
    search.setFocus()
    review.press("Ctrl+4")
    assert QApplication.focusWidget() is review.panel.list
    first, second = review.rows[:2]
    review.press("Down")
    assert review.at == second
    review.press("Up")
    assert review.at == first


def test_shown_already_it_has_the_focus_again(review: Review) -> None:
    table = review.workspace.list.table
    table.setFocus()
    review.press("Ctrl+4")
    assert QApplication.focusWidget() is review.panel.list
    review.press("E", "Ctrl+4")
    assert QApplication.focusWidget() is review.panel.card.editor.field


def test_words_left_for_a_claim_are_a_draft(review: Review) -> None:
    first = review.at
    review.press("A", "E")
    QTest.keyClicks(QApplication.focusWidget(), " und mehr")
    [claim] = review.claims
    review.workspace.selection.choose(claim.id)
    review.press("Ctrl+4")
    assert review.at.mark != first.mark
    assert not review.panel.card.editor.isVisible()
    assert review.panel.card.draft.words.startswith("Draft: ")
    assert QApplication.focusWidget() is review.panel.list


def test_what_is_found_later_has_the_focus(
    window_on: Callable[[Path], MainWindow], tmp_path: Path, press: Press, qtbot: QtBot
) -> None:
    path = tmp_path / "empty.claimdesk"
    create_desk(path, title="Hafen")
    with Store(path) as store:
        store.run(ImportArticle(read_text(TEXT)), ADA)
    review = Review(window_on(path), press)
    press("Ctrl+D")
    qtbot.waitUntil(lambda: bool(review.rows), timeout=30_000)
    assert QApplication.focusWidget() is review.panel.list
    second = review.rows[1]
    review.press("Down")
    assert review.at.mark == second.mark
    qtbot.waitUntil(lambda: review.workspace.finding.run is None, timeout=30_000)


def test_when_all_is_decided_space_presses_nothing(review: Review) -> None:
    while review.reviewing.current:
        review.press("R")
    assert not isinstance(QApplication.focusWidget(), QAbstractButton)
    review.press("Space", "Space")
    assert review.reading.mode == "review"
    assert review.reviewing.is_seen
    assert "no suggestion" in review.window.messages.sentence()
    review.press("Ctrl+Z")
    assert QApplication.focusWidget() is review.panel.list
