"""The desk as the window has it: edits in order, answers, undo."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_claim import EditStatement
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.history import Changes
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.writer import UNDO_DEPTH

Claim = Callable[[int], ClaimRow]
BEN = Person.named("Ben Ohm")


def mark(desk: Desk, row: ClaimRow, status: Status, **then: Any) -> None:
    desk.run(SetStatus((row.id,), status), **then)


def elsewhere(desk: Desk, edit: Any) -> Changes:
    """Carry an edit out as another program would."""
    with Store(desk.path) as store:
        return store.run(edit, BEN)


def labels(desk: Desk) -> list[str]:
    return [event.message.words for event in queries.events(desk.read)][1:]


# edits


def test_edits_are_carried_out_in_the_order_asked(desk: Desk, claim: Claim) -> None:
    for status in (Status.FALSE, Status.DISPUTED, Status.UNVERIFIABLE, Status.NOT_CHECKABLE):
        mark(desk, claim(44), status)
    assert not desk.is_settled
    assert desk.settle()
    assert [label.removeprefix("Mark claim 44 ") for label in labels(desk)] == [
        "false",
        "disputed, sources conflict",
        "unverifiable",
        "not checkable",
    ]
    assert claim(44).status is Status.NOT_CHECKABLE


def test_what_changed_is_told_before_the_asker_hears(desk: Desk, claim: Claim, heard: Any) -> None:
    order: list[tuple[str, Changes]] = []
    desk.changed.connect(lambda changes: order.append(("changed", changes)))
    row = claim(44)
    mark(desk, row, Status.FALSE, then=lambda changes: order.append(("then", changes)))
    assert desk.settle()
    [(first, told), (second, given)] = order
    assert (first, second) == ("changed", "then")
    assert told == given
    assert (told.claims, told.articles) == ({row.id}, {row.article})
    assert told.entities >= {"claim"}
    assert told.message
    assert told.message.words == "Mark claim 44 false"
    assert not heard.sentences


def test_answers_come_on_the_window_s_thread(desk: Desk, claim: Claim) -> None:
    threads: list[QThread] = []

    def hear(_given: object) -> None:
        threads.append(QThread.currentThread())

    desk.changed.connect(hear)
    mark(desk, claim(44), Status.FALSE, then=hear)
    mark(desk, claim(44), Status.LEFT_OUT, otherwise=hear)
    assert desk.settle()
    assert threads == [desk.thread()] * 3


def test_an_edit_that_changes_nothing_completes_without_an_event(
    desk: Desk, claim: Claim, heard: Any
) -> None:
    given: list[Changes] = []
    mark(desk, claim(44), claim(44).status, then=given.append)
    assert desk.settle()
    assert given == [Changes()]
    assert not heard.changes
    assert not labels(desk)
    assert desk.undo_message is None
    assert desk.saved_at is None


def test_a_refused_edit_says_why_and_the_next_goes_through(
    desk: Desk, claim: Claim, heard: Any
) -> None:
    refused: list[str] = []
    never: list[Changes] = []
    row = claim(44)
    edit = EditStatement(row.id, "New words", "Not what stood there")
    desk.run(edit, never.append, refused.append)
    mark(desk, row, Status.FALSE)
    assert desk.settle()
    assert refused == heard.sentences
    assert refused[0].startswith("Meanwhile this was changed to “")
    assert not never
    assert labels(desk) == ["Mark claim 44 false"]


def test_an_edit_that_breaks_is_answered_and_the_next_goes_through(
    desk: Desk, claim: Claim, heard: Any, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def apply(self, _work: object) -> Any:
            raise ZeroDivisionError

    desk.run(Broken())
    mark(desk, claim(44), Status.FALSE)
    assert desk.settle()
    assert heard.sentences == ["This could not be stored; the desk is as it was."]
    assert labels(desk) == ["Mark claim 44 false"]


def test_many_claims_are_one_event(desk: Desk, claim: Claim, heard: Any) -> None:
    rows = [claim(number) for number in range(1, 101)]
    desk.run(SetStatus(tuple(row.id for row in rows), Status.DISPUTED))
    assert desk.settle()
    assert labels(desk) == ["Mark 100 claims disputed, sources conflict"]
    assert heard.changes[0].claims == {row.id for row in rows if row.status is not Status.DISPUTED}


def test_saving_is_told(desk: Desk, claim: Claim, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.saved):
        mark(desk, claim(44), Status.FALSE)
    assert desk.saved_at is not None


# undo


def test_undo_and_redo_are_said_in_words(desk: Desk, claim: Claim) -> None:
    before = claim(44).status
    mark(desk, claim(44), Status.FALSE)
    assert desk.settle()
    assert desk.undo_message
    assert desk.undo_message.words == "Mark claim 44 false"
    assert desk.redo_message is None
    desk.undo()
    assert desk.settle()
    assert claim(44).status is before
    assert desk.undo_message is None
    assert desk.redo_message
    assert desk.redo_message.words == "Mark claim 44 false"
    desk.redo()
    assert desk.settle()
    assert claim(44).status is Status.FALSE
    assert desk.undo_message.words == "Mark claim 44 false"
    assert desk.redo_message is None


def test_undo_pressed_at_once_takes_back_that_very_edit(desk: Desk, claim: Claim) -> None:
    before = claim(45).status
    mark(desk, claim(44), Status.FALSE)
    mark(desk, claim(45), Status.FALSE)
    desk.undo()
    assert desk.settle()
    assert claim(44).status is Status.FALSE
    assert claim(45).status is before


def test_a_hundred_steps_go_back_and_forth(desk: Desk, claim: Claim) -> None:
    before = {number: claim(number).status for number in range(1, 51)}
    for turn in (1, 2):
        for number, status in before.items():
            mark(desk, claim(number), list(Status)[(status.key + turn) % 9])
    assert desk.settle(30_000)
    after = {number: claim(number).status for number in before}
    assert len(labels(desk)) == 100 <= UNDO_DEPTH
    for _step in range(100):
        desk.undo()
    assert desk.settle(30_000)
    assert {number: claim(number).status for number in before} == before
    assert desk.undo_message is None
    for _step in range(100):
        desk.redo()
    assert desk.settle(30_000)
    assert {number: claim(number).status for number in before} == after
    assert len(labels(desk)) == 300


def test_a_new_edit_ends_what_could_be_done_again(desk: Desk, claim: Claim) -> None:
    mark(desk, claim(44), Status.FALSE)
    desk.undo()
    mark(desk, claim(45), Status.FALSE)
    desk.redo()
    assert desk.settle()
    assert labels(desk) == [
        "Mark claim 44 false",
        "Take back: Mark claim 44 false",
        "Mark claim 45 false",
    ]


def test_with_nothing_to_take_back_nothing_happens(desk: Desk, heard: Any) -> None:
    desk.undo()
    desk.redo()
    assert desk.settle()
    assert not heard.changes
    assert not heard.sentences
    assert not labels(desk)


def test_a_refused_undo_leaves_the_list_and_says_why(desk: Desk, claim: Claim, heard: Any) -> None:
    mark(desk, claim(45), Status.FALSE)
    mark(desk, claim(44), Status.FALSE)
    assert desk.settle()
    elsewhere(desk, SetStatus((claim(44).id,), Status.DISPUTED))
    desk.undo()
    assert desk.settle()
    [sentence] = heard.sentences
    assert sentence.startswith("This cannot be taken back: it was changed since, by Ben Ohm")
    assert claim(44).status is Status.DISPUTED
    assert desk.undo_message
    assert desk.undo_message.words == "Mark claim 45 false"
    assert desk.redo_message is None
