"""The model of claims: what it shows, and how it follows edits."""

import time
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claim_columns import COLUMNS, KEYS, place
from claimdesk.ui.models.claims import ClaimsModel, Role
from tests.support.claims_model import Number, cell, edit, numbers, row_in


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


def test_a_narrow_head_is_short_and_told_whole(model: ClaimsModel) -> None:
    across, column = Qt.Orientation.Horizontal, place("check_worthiness")
    assert model.headerData(column, across) == "Check-w."
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert model.headerData(column, across, role) == "Check-worthiness"


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
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
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
    qtbot.waitUntil(lambda: row_in(desk, model.ids[7]) == model.row_at(7), timeout=3000)
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


def test_columns_have_titles_in_the_language_spoken(model: ClaimsModel) -> None:
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(len(COLUMNS))]
    assert titles[:3] == ["No.", "Status", "Claim"]
    assert len(set(titles)) == len(KEYS)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(0, 0, QModelIndex()).isValid()
