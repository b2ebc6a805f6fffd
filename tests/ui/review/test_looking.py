"""What the review lists and where it leads, alone, beside others, and of very many."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from claimdesk.commands.import_revision import ImportRevision
from claimdesk.domain.claim import Kind
from claimdesk.i18n import speaking
from claimdesk.services.importers.intake import read_text
from claimdesk.store import Store, queries
from claimdesk.ui import reviewing, waiting
from claimdesk.ui.finding import Run
from claimdesk.ui.main_window import MainWindow
from tests.support.review import ADA, TEXT, Press, Review, find


def test_a_filter_shows_one_kind_and_the_rest_is_counted(review: Review) -> None:
    panel, count = review.panel, len(review.rows)
    row = panel._sorts.index(Kind.QUANTITY)
    panel.sort.setCurrentIndex(row)
    panel.sort.activated.emit(row)
    assert {one.kind for one in review.rows} == {Kind.QUANTITY}
    assert f"{len(review.rows)} shown" in panel.done.words
    assert QApplication.focusWidget() is panel.list
    while review.rows:
        review.press("R")
    assert panel.nothing.isVisible()
    assert panel.nothing.sentence() == "None of those left is of this sort."
    panel.nothing._action.click()
    assert 0 < len(review.rows) < count
    panel.worth.setCurrentIndex(panel.worth.findData(3))
    panel.worth.activated.emit(1)
    assert {one.check_worthiness for one in review.rows} <= {3}
    assert isinstance(panel.worth, QComboBox)


def test_when_all_is_decided_it_says_what_comes_next(review: Review) -> None:
    while review.reviewing.current:
        review.press("R")
    assert review.panel.head.words == "No suggestion left"
    assert "All suggestions are decided" in review.panel.nothing.sentence()
    assert not review.window.actions_["accept_suggestion"].isEnabled()
    review.panel.nothing._action.click()
    assert review.reading.shows_coverage


def test_a_click_in_the_text_turns_to_the_suggestion(review: Review) -> None:
    text = review.workspace.text
    assert text
    last = next(row for row in review.rows if "38 Wagen" in row.quote)
    cursor = text._pane.textCursor()
    cursor.setPosition(text._pane.shown.position(last.start + 1))
    point = text._pane.cursorRect(cursor).center() + QPoint(2, 0)
    QTest.mouseClick(text._pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert review.at.start <= last.start < review.at.end
    assert review.at.words in text._pane.tooltip(point.toPointF())


def test_a_claim_chosen_shows_the_inspector_and_j_comes_back(review: Review) -> None:
    review.press("A")
    [claim] = review.claims
    review.workspace.selection.choose(claim.id)
    assert review.workspace.side.currentWidget() is review.workspace.inspector
    review.press("J")
    assert review.workspace.side.currentWidget() is review.panel
    assert review.workspace.selection.claim is None


def test_keys_of_the_review_do_nothing_elsewhere(review: Review) -> None:
    review.press("Ctrl+1", "A", "R", "Shift+A")
    assert review.claims == []
    assert not review.window.actions_["reject_suggestion"].isEnabled()
    assert review.workspace.text
    assert review.workspace.text._pane.layer.proposals is None


def test_what_another_window_decided_is_gone_here(review: Review, qtbot: QtBot) -> None:
    from claimdesk.commands.review_suggestions import RejectSuggestions

    mark = review.at.mark
    with Store(review.workspace.desk.path) as store:
        store.run(RejectSuggestions(1, (mark,)), ADA)
    qtbot.waitUntil(lambda: mark not in {row.mark for row in review.rows})


def test_what_the_desk_refuses_is_there_again(review: Review) -> None:
    from claimdesk.commands.review_suggestions import RejectSuggestions

    mark = review.at.mark
    with Store(review.workspace.desk.path) as store:
        store.run(RejectSuggestions(1, (mark,)), ADA)
    review.press("A")
    assert "decided meanwhile" in review.window.messages.sentence()
    assert review.claims == []
    assert not review.reviewing._waiting._asked


def test_a_book_is_read_off_the_gui_thread(
    window: MainWindow, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LONG", 0)
    review = Review(window, press)
    press("Ctrl+4")
    assert review.panel.nothing.sentence().startswith("There are very many suggestions")
    assert not review.panel.card.isVisible()
    qtbot.waitUntil(lambda: bool(review.rows))
    first, count = review.at, len(review.rows)
    review.press("A", "R")
    assert len(review.rows) == count - 2
    review.press("Ctrl+Z", "Ctrl+Z")
    qtbot.waitUntil(lambda: len(review.rows) == count)
    qtbot.waitUntil(lambda: review.at == first)
    assert review.claims == []


def test_what_is_decided_while_all_is_fetched_does_not_come_back(
    window: MainWindow, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LONG", 0)
    review = Review(window, press)
    press("Ctrl+4")
    qtbot.waitUntil(lambda: bool(review.rows))
    fetch, was_read, may_arrive = waiting._read, Event(), Event()

    def slowly(path: Path, revision: int, run: Run | None) -> waiting.Held:
        held = fetch(path, revision, run)
        was_read.set()
        may_arrive.wait(20)
        return held

    monkeypatch.setattr(waiting, "_read", slowly)
    held = review.reviewing._waiting
    held.read()
    assert was_read.wait(20)
    mark = review.at.mark
    review.press("R")
    may_arrive.set()
    qtbot.waitUntil(lambda: held._task is None)
    assert mark not in {row.mark for row in held.rows}


def test_of_very_many_those_around_are_listed(
    window: MainWindow, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviewing, "_BEFORE", 1)
    monkeypatch.setattr(reviewing, "_BEHIND", 2)
    review = Review(window, press)
    review.press("Ctrl+4")
    assert len(review.rows) == 2
    assert "further away" in review.panel.further.words
    seen = [review.at.mark]
    for _row in range(50):
        review.press("J")
        if review.at.mark == seen[-1]:
            break
        seen.append(review.at.mark)
    assert len(seen) == len(queries.review_rows(review.workspace.desk.read, 1))
    assert len(set(seen)) == len(seen)
    while review.at.mark != seen[0]:
        review.press("K")


def test_the_empty_list_points_to_what_is_proposed(review: Review, qtbot: QtBot) -> None:
    said = review.workspace.list.empty.sentence
    waiting = sum(row.remark is None for row in review.rows)
    assert said() == (
        f"{waiting} claims are proposed. Ctrl+4 shows what is proposed, A makes a claim of it."
    )
    while review.at.remark is not None:
        review.press("J")
    review.press("R")
    qtbot.waitUntil(lambda: said().startswith(f"{waiting - 1} claims are proposed."))


def test_the_buttons_stay_where_they_are(review: Review) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    def places() -> list[QPoint]:
        shown = [
            button
            for name in ("accept_suggestion", "reject_suggestion")
            for button in review.panel.card.findChildren(QWidget, name)
            if button.isVisible()
        ]
        return [button.mapTo(review.panel, QPoint()) for button in shown]

    before, seen = places(), set[int]()
    assert len(before) == 2
    review.press("R")
    for _ in range(len(review.rows) - 1):
        seen.add(review.panel.card.statement.height())
        assert places() == before
        review.press("J")
    assert len(seen) > 1


def test_figures_are_read_as_people_write_them_and_not_where_that_says_no_more(
    review: Review,
) -> None:
    desk = review.workspace.desk
    newer = f"{TEXT}\nEr nahm am 14. Mai 2021 rund 7,3 Millionen Tonnen auf.\n"
    desk.run(ImportRevision(1, read_text(newer)))
    desk.run(find(newer.strip("\n"), 2))
    assert desk.settle(20_000)
    QApplication.processEvents()
    figures = review.panel.card.figures
    review.goes_to("7,3 Millionen")
    assert figures.words == "7,3 Millionen Tonnen = about 7,300,000 Tonnen"
    review.goes_to("412")
    assert figures.words == ""
    review.goes_to("14. Mai")
    assert figures.words == ""
    with speaking("de"):
        review.goes_to("7,3 Millionen")
        assert figures.words == "7,3 Millionen Tonnen = rund 7.300.000 Tonnen"
