"""The model of claims: what it shows, and how it follows edits."""

import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion
from claimdesk.commands.edit_claim import SetKind
from claimdesk.commands.propose_correction import ProposeCorrection
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimRow, ClaimSort, Kind
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claim_columns import COLUMNS, KEYS, place
from claimdesk.ui.models.claims import ClaimsModel, Role

DISPLAY = Qt.ItemDataRole.DisplayRole
Number = Callable[[int], ClaimRow]


@pytest.fixture
def article(desk: Desk) -> int:
    return queries.article_rows(desk.read)[0].id


@pytest.fixture
def model(desk: Desk, article: int) -> ClaimsModel:
    made = ClaimsModel(desk)
    made.set_filter(ClaimFilter(article))
    return made


def numbers(model: ClaimsModel) -> list[int]:
    rows = (model.row_at(row) for row in range(model.rowCount()))
    return [row.number for row in rows if row]


def cell(model: ClaimsModel, row: int, key: str, role: int = DISPLAY) -> object:
    return model.index(row, place(key)).data(role)


def edit(desk: Desk, *edits: object) -> None:
    for one in edits:
        desk.run(one)  # type: ignore[arg-type]
    assert desk.settle()


def test_qt_finds_the_model_sound(
    model: ClaimsModel, desk: Desk, qtmodeltester: ModelTester, claim: Number, article: int
) -> None:
    qtmodeltester.check(model)
    model.set_filter(ClaimFilter(article, frozenset({Status.INACCURATE})))
    edit(desk, SetStatus((claim(44).id, claim(67).id), Status.VERIFIED))
    model.set_order(ClaimSort(ClaimColumn.STATUS))
    edit(desk, AddClaim(article, "Neu"))
    qtmodeltester.check(model)


def test_it_is_empty_until_told_what_to_show(desk: Desk) -> None:
    assert ClaimsModel(desk).rowCount() == 0


def test_all_claims_stand_in_the_texts_order(model: ClaimsModel, desk: Desk, article: int) -> None:
    assert model.rowCount() == 180
    assert list(model.ids) == list(queries.claim_ids(desk.read, ClaimFilter(article)))
    assert model.rowCount(model.index(0, 0)) == 0


def test_cells_say_what_the_claim_holds(model: ClaimsModel, claim: Number) -> None:
    row = model.row_of(claim(44).id)
    assert row is not None
    assert cell(model, row, "number") == "44"
    assert cell(model, row, "status") == "inaccurate"
    assert cell(model, row, "statement") == claim(44).statement
    assert cell(model, row, "sources") == str(claim(44).sources)
    assert cell(model, row, "check_worthiness") == "3 of 3"
    assert cell(model, row, "statement", Role.ID) == claim(44).id
    assert cell(model, row, "statement", Role.CLAIM) == claim(44)


def test_it_can_be_heard(model: ClaimsModel, claim: Number) -> None:
    row = model.row_of(claim(44).id)
    assert row is not None
    heard = str(cell(model, row, "kind", Qt.ItemDataRole.AccessibleTextRole))
    assert heard.startswith("Claim 44, inaccurate, needs correction, Bei den Unruhen")
    assert heard.endswith(", lead")


def test_tooltip_tells_the_whole_statement(model: ClaimsModel, claim: Number) -> None:
    tip = str(cell(model, 0, "statement", Qt.ItemDataRole.ToolTipRole))
    assert tip == claim(1).statement


def test_rows_are_fetched_page_by_page(desk: Desk, model: ClaimsModel, article: int) -> None:
    asked: list[str] = []
    model._pages._read = lambda sql, given=None: asked.append(sql) or desk.read(sql, given)
    model.row_at(0)
    once = len(asked)
    model.row_at(150)
    assert len(asked) == once


def test_rows_are_found(model: ClaimsModel) -> None:
    last = model.rowCount() - 1
    assert [model.row_of(model.id_at(row)) for row in (last, 0, 90)] == [last, 0, 90]
    assert model.row_of(10**9) is None
    assert model.rows_of({model.id_at(7), model.id_at(3), 10**9}) == [3, 7]


def test_a_click_on_a_head_sorts(model: ClaimsModel) -> None:
    model.sort(place("number"), Qt.SortOrder.DescendingOrder)
    assert numbers(model) == list(range(180, 0, -1))
    model.sort(place("badges"))
    assert model.order == ClaimSort()


def test_an_edit_repaints_just_its_row(
    model: ClaimsModel, desk: Desk, claim: Number, qtbot: QtBot
) -> None:
    row = model.row_of(claim(44).id)
    told: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: told.append((-1, -1)))
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    edit(desk, SetStatus((claim(44).id,), Status.FALSE))
    assert told == [(row, row)]
    assert row is not None
    assert cell(model, row, "status") == "false"


def test_counts_follow(model: ClaimsModel, desk: Desk, claim: Number, article: int) -> None:
    edit(desk, SetStatus((claim(44).id,), Status.FALSE))
    assert model.counts == queries.status_counts(desk.read, ClaimFilter(article))
    edit(desk, SetAsideClaims((claim(44).id,)))
    assert model.total == 179
    assert model.counts == queries.status_counts(desk.read, ClaimFilter(article))


def test_counts_are_right_though_a_count_saw_edits_that_are_told_of_later(
    model: ClaimsModel, desk: Desk, article: int
) -> None:
    """The writer is ahead of the window: all five are stored before it hears of the first."""
    for row in range(model.rowCount()):
        model.row_at(row)
    desk._writer.done.disconnect(desk._on_done)
    told: list[tuple[Any, Any]] = []
    desk._writer.done.connect(lambda job, changes: told.append((job, changes)))
    for claim_id in model.ids[:5]:
        desk.run(SetStatus((claim_id,), Status.DISPUTED))
    deadline = time.monotonic() + 10
    while len(told) < 5 and time.monotonic() < deadline:
        QApplication.processEvents()
    for turn, (job, changes) in enumerate(told):
        if turn == 1:
            model._count()
        desk._on_done(job, changes)
    assert desk.is_settled
    assert model.counts == queries.status_counts(desk.read, ClaimFilter(article))


def test_counts_are_right_while_another_program_works_too(
    model: ClaimsModel, desk: Desk, article: int, qtbot: QtBot
) -> None:
    for row in range(model.rowCount()):
        model.row_at(row)
    theirs = Store(desk.path)
    for mine, other in zip(model.ids[:4], model.ids[4:8], strict=True):
        theirs.run(SetStatus((other,), Status.LEFT_OUT, "Zeit"), Person.named("Bo"))
        edit(desk, SetStatus((mine,), Status.DISPUTED))
    theirs.close()
    qtbot.waitUntil(lambda: _row(desk, model.ids[7]) == model.row_at(7), timeout=3000)
    counted = {status: count for status, count in model.counts.items() if count}
    assert counted == queries.status_counts(desk.read, ClaimFilter(article))


def test_claims_that_are_not_shown_count_only_where_they_should(
    model: ClaimsModel, desk: Desk, claim: Number, article: int
) -> None:
    model.row_at(0)
    for chosen in (
        ClaimFilter(article, text="gibtesnicht"),
        ClaimFilter(article, frozenset({Status.LEFT_OUT})),
    ):
        model.set_filter(chosen)
        for status in (Status.FALSE, Status.UNCHECKED):
            edit(desk, SetStatus((claim(44).id,), status))
            assert model.counts == queries.status_counts(desk.read, chosen)


def test_a_claim_that_no_longer_fits_leaves_alone(
    model: ClaimsModel, desk: Desk, claim: Number, article: int
) -> None:
    model.set_filter(ClaimFilter(article, frozenset({Status.INACCURATE})))
    row = model.row_of(claim(67).id)
    gone: list[int] = []
    model.modelReset.connect(lambda: gone.append(-1))
    model.rowsRemoved.connect(lambda _parent, first, _last: gone.append(first))
    edit(desk, SetStatus((claim(67).id,), Status.VERIFIED))
    assert gone == [row]
    assert 67 not in numbers(model)


def test_a_held_claim_stays_until_it_is_let_go(
    model: ClaimsModel, desk: Desk, claim: Number, article: int
) -> None:
    model.set_filter(ClaimFilter(article, frozenset({Status.INACCURATE})))
    before = numbers(model)
    model.hold((claim(67).id,))
    edit(desk, SetStatus((claim(67).id,), Status.VERIFIED))
    assert numbers(model) == before
    assert cell(model, before.index(67), "status") == "verified"
    model.hold((claim(44).id,))
    assert numbers(model) == [number for number in before if number != 67]


def test_a_held_claim_keeps_its_place_in_the_order(
    model: ClaimsModel, desk: Desk, claim: Number
) -> None:
    model.set_order(ClaimSort(ClaimColumn.STATUS))
    before = numbers(model)
    model.hold((claim(44).id,))
    edit(desk, SetStatus((claim(44).id,), Status.UNCHECKED))
    assert numbers(model) == before
    model.hold(())
    assert numbers(model) != before
    assert numbers(model).index(44) < 20


def test_a_held_claim_that_is_set_aside_goes(model: ClaimsModel, desk: Desk, claim: Number) -> None:
    model.hold((claim(44).id,))
    edit(desk, SetAsideClaims((claim(44).id,)))
    assert 44 not in numbers(model)
    desk.undo()
    assert desk.settle()
    assert numbers(model).index(44) == 43


def test_a_claim_held_against_the_filter_and_then_set_aside_goes(
    model: ClaimsModel, desk: Desk, claim: Number, article: int
) -> None:
    model.set_filter(ClaimFilter(article, frozenset({Status.INACCURATE})))
    model.hold((claim(67).id,))
    edit(desk, SetStatus((claim(67).id,), Status.VERIFIED))
    assert 67 in numbers(model)
    edit(desk, SetAsideClaims((claim(67).id,)))
    assert 67 not in numbers(model)
    assert model.counts == queries.status_counts(desk.read, ClaimFilter(article))


def test_working_through_one_status_does_not_ask_for_the_list(
    model: ClaimsModel, desk: Desk, article: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.set_filter(ClaimFilter(article, frozenset({Status.INACCURATE})))
    model.row_at(0)
    first, second = model.ids[:2]
    model.hold((first,))
    asked: list[str] = []
    monkeypatch.setattr(
        model, "_read", lambda sql, given=None: asked.append(sql) or desk.read(sql, given)
    )
    edit(desk, SetStatus((first,), Status.VERIFIED))
    model.hold((second,))
    assert model.id_at(0) == second
    assert asked
    lists = [sql for sql in asked if sql.startswith("SELECT c.id FROM claim")]
    assert not lists, "the row alone is read, and the counts"
    assert model.counts == queries.status_counts(desk.read, ClaimFilter(article))


def test_all_that_is_left_gets_less(
    model: ClaimsModel, desk: Desk, claim: Number, article: int
) -> None:
    left = ClaimFilter(article, left=True)
    model.set_filter(left)
    first = model.id_at(0)
    assert first is not None
    before = model.rowCount()
    edit(desk, SetStatus((first,), Status.VERIFIED))
    assert model.rowCount() == before - 1
    assert {status: n for status, n in model.counts.items() if n} == queries.status_counts(
        desk.read, left
    )
    assert model.total == 180


def test_a_badge_that_comes_and_goes(
    model: ClaimsModel, desk: Desk, claim: Number, article: int
) -> None:
    model.set_filter(ClaimFilter(article, badges=frozenset({Badge.OPEN_QUESTION})))
    assert numbers(model) == []
    edit(desk, AskQuestion("Woher?", claims=(claim(44).id, claim(67).id)))
    assert numbers(model) == [44, 67]
    question = queries.open_questions(desk.read)[0].id
    edit(desk, AnswerQuestion(question, "Vom Amt."))
    assert numbers(model) == [67]


def test_setting_the_filter_again_lets_go(
    model: ClaimsModel, desk: Desk, claim: Number, article: int
) -> None:
    chosen = ClaimFilter(article, frozenset({Status.INACCURATE}))
    model.set_filter(chosen)
    model.hold((claim(67).id,))
    edit(desk, SetStatus((claim(67).id,), Status.VERIFIED))
    model.set_filter(chosen)
    assert 67 not in numbers(model)


def test_a_new_claim_appears(model: ClaimsModel, desk: Desk, article: int) -> None:
    came: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, _last: came.append(first))
    edit(desk, AddClaim(article, "Die Erde ist rund."))
    assert came == [180]
    assert numbers(model)[-1] == 181


def test_many_at_once(model: ClaimsModel, desk: Desk, article: int) -> None:
    model.set_filter(ClaimFilter(article, frozenset({Status.VERIFIED})))
    shown = tuple(model.ids)
    model.hold(shown[:5])
    edit(desk, SetStatus(shown[:60], Status.DISPUTED))
    assert list(model.ids[:5]) == list(shown[:5])
    assert len(model.ids) == len(shown) - 55
    model.hold(())
    assert list(model.ids) == list(shown[60:])


def test_what_another_program_did_is_shown(
    model: ClaimsModel, desk: Desk, claim: Number, qtbot: QtBot
) -> None:
    with Store(desk.path) as store:
        store.run(SetAsideClaims((claim(44).id,)), desk.person)
    qtbot.waitUntil(lambda: 44 not in numbers(model), timeout=5000)


def test_a_note_changes_the_count_of_notes(model: ClaimsModel, desk: Desk, claim: Number) -> None:
    before = claim(44).notes
    edit(desk, WriteNote("Angerufen.", claim=claim(44).id))
    assert cell(model, 43, "notes") == str(before + 1)


class TestNextUnchecked:
    def test_it_is_the_next_in_the_list_and_wraps(self, model: ClaimsModel, desk: Desk) -> None:
        unchecked = [
            claim_id for claim_id in model.ids if _row(desk, claim_id).status is Status.UNCHECKED
        ]
        assert model.next_unchecked(None) == unchecked[0]
        assert model.next_unchecked(unchecked[0]) == unchecked[1]
        assert model.next_unchecked(unchecked[-1]) == unchecked[0]
        assert model.next_unchecked(unchecked[0], skipping={unchecked[1]}) == unchecked[2]

    def test_there_may_be_none(self, model: ClaimsModel, article: int) -> None:
        model.set_filter(ClaimFilter(article, frozenset({Status.FALSE})))
        assert model.next_unchecked(model.id_at(0)) is None

    def test_behind_a_claim_that_the_filter_hides_the_order_goes_on(
        self, model: ClaimsModel, article: int
    ) -> None:
        whole = list(model.ids)
        model.set_filter(ClaimFilter(article, frozenset({Status.UNCHECKED})))
        hidden = next(
            one for one in whole[whole.index(model.id_at(0)) + 1 :] if one not in model.ids
        )
        following = next(one for one in whole[whole.index(hidden) :] if one in model.ids)
        assert model.next_unchecked(hidden) == following != model.id_at(0)
        model.set_order(ClaimSort(ClaimColumn.NUMBER, descending=True))
        lower = [one for one in model.ids if one < hidden]
        assert model.next_unchecked(hidden) == lower[0]

    def test_behind_the_last_shown_it_begins_anew(self, model: ClaimsModel, article: int) -> None:
        last = model.ids[-1]
        model.set_filter(ClaimFilter(article, frozenset({Status.UNCHECKED})))
        if last not in model.ids:
            assert model.next_unchecked(last) == model.id_at(0)
        assert model.next_unchecked(10**9) == model.id_at(0)

    def test_it_never_returns_to_itself(self, model: ClaimsModel, desk: Desk) -> None:
        unchecked = [one for one in model.ids if _row(desk, one).status is Status.UNCHECKED]
        edit(desk, SetStatus(tuple(unchecked[1:]), Status.VERIFIED))
        assert model.next_unchecked(unchecked[0]) is None


def _row(desk: Desk, claim: int) -> ClaimRow:
    return queries.claim_rows(desk.read, [claim])[0]


EDITS = st.one_of(
    st.tuples(
        st.just("filter"),
        st.frozensets(st.sampled_from(Status), max_size=3),
        st.sampled_from(("", "russ", "1")),
        st.frozensets(st.sampled_from(Badge), max_size=2),
        st.booleans(),
    ),
    st.tuples(st.just("sort"), st.sampled_from(ClaimColumn), st.booleans()),
    st.tuples(
        st.just("status"),
        st.sets(st.integers(0, 179), min_size=1, max_size=3),
        st.sampled_from(list(Status)[:9]),
        st.booleans(),
    ),
    st.tuples(st.just("kind"), st.integers(0, 179), st.sampled_from(Kind)),
    st.tuples(st.sampled_from(["aside", "correction", "question"]), st.integers(0, 179)),
    st.tuples(st.just("undo")),
)


def carry_out(desk: Desk, model: ClaimsModel, every: Sequence[int], step: tuple[Any, ...]) -> None:
    match step:
        case "filter", statuses, text, badges, left:
            article = model.chosen.article if model.chosen else None
            model.set_filter(ClaimFilter(article, statuses, text=text, badges=badges, left=left))
        case "sort", column, descending:
            model.set_order(ClaimSort(column, descending))
        case "status", places, status, held:
            chosen = tuple(every[at] for at in places)
            model.hold(chosen[:1] if held else ())
            edit(desk, SetStatus(chosen, status))
        case "kind", at, kind:
            edit(desk, SetKind((every[at],), kind))
        case "aside", at:
            edit(desk, SetAsideClaims((every[at],)))
        case "correction", at:
            edit(desk, ProposeCorrection(every[at], "anders"))
        case "question", at:
            edit(desk, AskQuestion("Woher?", claims=(every[at],)))
        case _:
            desk.undo()
            assert desk.settle()


@given(steps=st.lists(EDITS, min_size=1, max_size=8))
def test_it_shows_what_a_naive_list_would(
    steps: list[tuple[Any, ...]], sample_file: Path, tmp_path: Path, qapp: QApplication
) -> None:
    """Whatever is filtered, ordered, edited and undone: once nothing is held, the list is the one
    that the desk would give, and each row says what the desk holds."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(sample_file, path)
    with closing(Desk(path, Person.named("Ada B"))) as desk:
        model = ClaimsModel(desk)
        model.set_filter(ClaimFilter(queries.article_rows(desk.read)[0].id))
        every = tuple(model.ids)
        for step in steps:
            carry_out(desk, model, every, step)
        model.hold(())
        assert model.chosen is not None
        assert list(model.ids) == list(queries.claim_ids(desk.read, model.chosen, model.order))
        counted = {status: count for status, count in model.counts.items() if count}
        assert counted == queries.status_counts(desk.read, model.chosen)
        rows = [model.row_at(row) for row in range(model.rowCount())]
        assert rows == queries.claim_rows(desk.read, model.ids)


def test_columns_have_titles_in_the_language_spoken(model: ClaimsModel) -> None:
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(len(COLUMNS))]
    assert titles[:3] == ["No.", "Status", "Claim"]
    assert len(set(titles)) == len(KEYS)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(0, 0, QModelIndex()).isValid()
