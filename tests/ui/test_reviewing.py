"""The review of suggestions at the real window, with real keys: one key a decision, on to the
next, and each taken back by Ctrl+Z."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from claimdesk.commands.find_claims import FindClaims
from claimdesk.commands.import_article import ImportArticle
from claimdesk.commands.import_revision import ImportRevision
from claimdesk.domain.claim import ClaimFilter, ClaimRow, Kind
from claimdesk.domain.person import Person
from claimdesk.domain.review import ReviewFilter, ReviewRow, Sort
from claimdesk.domain.status import Status
from claimdesk.domain.suggestion import NotCheckable, Proposal
from claimdesk.services.finding.gathering import Gathering, Known
from claimdesk.services.finding.worker import answers
from claimdesk.services.importers.intake import read_text
from claimdesk.store import Store, create_desk, queries
from claimdesk.store.check import examine
from claimdesk.ui import reviewing, waiting
from claimdesk.ui.dialogs.split_claim import SplitDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.reviewing import Reviewing
from claimdesk.ui.views.review.panel import ReviewPanel

Press = Callable[..., None]
Open = Callable[[Path | None], MainWindow]

TEXT = """Der Hafen wächst

Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt. Die Brücke ist 7000 Meter lang. \
Das sind 40 Prozent mehr als 2019, sagte Bürgermeisterin Ayse Öztürk am Montag.

Die Fähre legt täglich um acht Uhr ab und trägt 38 Wagen. Man muss das gesehen haben.

„Der Neubau kostet uns nichts, sagte die Bürgermeisterin. Der Bau dauerte 26 Monate.
"""
ADA = Person.named("Ada Ärmel")


def find(text: str, revision: int) -> FindClaims:
    gathering = Gathering(text, "de", Known())
    for one in answers(gathering.request):
        gathering.take(one)
    *proposals, last = gathering.proposals
    opinion = replace(last.suggestion, not_checkable=NotCheckable.OPINION)
    return FindClaims(revision, (*proposals, Proposal(last.mark, opinion)), gathering.remarks)


@pytest.fixture(scope="module")
def found_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a text in which claims were found; nobody writes to it."""
    path = tmp_path_factory.mktemp("found") / "desk.claimdesk"
    create_desk(path, title="Hafen")
    with Store(path) as store:
        store.run(ImportArticle(read_text(TEXT)), ADA)
        store.run(find(TEXT.strip("\n"), 1), ADA)
    return path


@pytest.fixture
def desk_file(found_desk: Path, tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    path.write_bytes(found_desk.read_bytes())
    return path


class Review:
    """Somebody who reviews."""

    def __init__(self, window: MainWindow, press: Press) -> None:
        self.window, self._press = window, press
        assert window.workspace
        assert window.workspace.reading
        self.workspace = window.workspace
        self.reading = window.workspace.reading

    @property
    def reviewing(self) -> Reviewing:
        return self.reading.reviewing

    @property
    def panel(self) -> ReviewPanel:
        return self.reviewing.panel

    @property
    def at(self) -> ReviewRow:
        """The one that is looked at."""
        assert self.reviewing.current
        return self.reviewing.current

    @property
    def rows(self) -> list[ReviewRow]:
        return self.panel.rows

    def press(self, *keys: str) -> None:
        for key in keys:
            self._press(key)
            assert self.workspace.desk.settle(20_000)
            QApplication.processEvents()

    def goes_to(self, words: str) -> None:
        """Turn to the suggestion with these words."""
        row = next(row for row in self.rows if words in row.quote)
        while self.at.mark != row.mark:
            self.press("J" if self.rows.index(self.at) < self.rows.index(row) else "K")

    def goes_to_a_remark(self) -> None:
        while self.at.remark is None:
            self.press("J")

    @property
    def claims(self) -> list[ClaimRow]:
        read = self.workspace.desk.read
        return queries.claim_rows(read, queries.claim_ids(read, ClaimFilter(1)))


@pytest.fixture
def review(window: MainWindow, press: Press) -> Review:
    made = Review(window, press)
    made.press("Ctrl+4")
    return made


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
    assert queries.article_notes(review.workspace.desk.read, 1)[-1].text == words
    review.press("Ctrl+Z")
    assert review.at.words == words
    review.press("R")
    assert words not in [row.words for row in review.rows]


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
    review.press("Ctrl+4")
    qtbot.waitUntil(lambda: bool(review.rows))
    first, count = review.at, len(review.rows)
    review.press("A", "R")
    assert len(review.rows) == count - 2
    review.press("Ctrl+Z", "Ctrl+Z")
    qtbot.waitUntil(lambda: len(review.rows) == count)
    qtbot.waitUntil(lambda: review.at == first)
    assert review.claims == []


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
