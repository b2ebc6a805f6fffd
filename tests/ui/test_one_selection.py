"""One selection for list, text and inspector, however it came about."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.workspace import Workspace
from tests.support.seat import Seat, events, settle, statuses

Press = Callable[..., None]


def _row_centre(workspace: Workspace, number: int) -> Any:
    table = workspace.list.table
    claim = queries.claim_id(workspace.desk.read, str(number))
    row = workspace.list.model.row_of(claim)
    assert row is not None
    table.scrollTo(table.model().index(row, 2))
    return table.visualRect(table.model().index(row, 2)).center()


def _agrees(workspace: Workspace, claim: int) -> bool:
    assert workspace.text
    assert workspace.inspector
    current = workspace.list.table.currentIndex()
    return (
        workspace.selection.claim == claim
        and workspace.list.model.id_at(current.row()) == claim
        and workspace.inspector._shown == claim
        and workspace.text._marks.chosen == claim
    )


def test_a_click_in_the_list_selects_everywhere(
    workspace: Workspace, seat: Seat, qtbot: QtBot
) -> None:
    viewport = workspace.list.table.viewport()
    centre = _row_centre(workspace, 67)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=centre)
    qtbot.waitUntil(lambda: _agrees(workspace, seat.row(67).id))


def test_a_click_on_a_passage_selects_everywhere(
    workspace: Workspace, seat: Seat, qtbot: QtBot
) -> None:
    seat.choose(8)
    QApplication.processEvents()
    assert workspace.text
    pane, claim = workspace.text._pane, seat.row(10).id
    place = next(
        place
        for place in _points(pane.viewport())
        if claim in {mark.claim for mark in pane.layer.marks_at(QPointF(place))}
    )
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: _agrees(workspace, seat.row(10).id))


def test_a_related_claim_in_the_inspector_selects_everywhere(
    workspace: Workspace, seat: Seat, qtbot: QtBot
) -> None:
    seat.choose(8)
    detail = queries.claim_detail(workspace.desk.read, seat.row(8).id)
    assert workspace.inspector
    jump = next(
        link
        for link in workspace.inspector.relations.findChildren(QAbstractButton)
        if link.accessibleName().startswith("Go to claim")
    )
    qtbot.mouseClick(jump, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _agrees(workspace, detail.relations[0].other))


def _points(widget: QWidget) -> Iterator[QPoint]:
    for y in range(4, widget.height(), 8):
        for x in range(60, widget.width(), 12):
            yield QPoint(x, y)


def test_keys_walk_the_list_and_alt_left_returns(
    workspace: Workspace, seat: Seat, press: Press
) -> None:
    seat.choose(44)
    press("J", "J", "K")
    assert seat.number == 45
    seat.choose(67)
    press("Alt+Left")
    assert seat.number == 45
    press("Alt+Left", "Alt+Left")
    assert seat.number == 45


def test_shift_click_chooses_several_for_one_status(
    workspace: Workspace, seat: Seat, press: Press, qtbot: QtBot
) -> None:
    table, made = workspace.list.table, events(workspace)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=_row_centre(workspace, 2))
    shift = Qt.KeyboardModifier.ShiftModifier
    place = _row_centre(workspace, 6)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, shift, place)
    qtbot.waitUntil(lambda: len(workspace.selection.claims) == 5)
    press("7")
    settle(workspace)
    assert {seat.row(n).status for n in range(2, 7)} == {Status.UNVERIFIABLE}
    assert events(workspace) == made + 1


def test_set_aside_turns_to_the_claim_that_follows(
    workspace: Workspace, seat: Seat, press: Press
) -> None:
    seat.choose(44)
    press("Del")
    settle(workspace)
    assert 44 not in statuses(workspace)
    assert seat.number == 45
    seat.choose(180)
    press("Del")
    settle(workspace)
    assert seat.number == 179


@pytest.mark.parametrize("narrowed", [False, True])
def test_a_claim_brought_back_is_chosen_again(
    workspace: Workspace, seat: Seat, press: Press, narrowed: bool, qtbot: QtBot
) -> None:
    if narrowed:
        workspace.list.head.ask_for(ClaimFilter(statuses=frozenset({Status.INACCURATE})))
    seat.choose(67)
    workspace.work.set_aside()
    settle(workspace)
    assert seat.number != 67
    seat.choose(44)
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: seat.number == 67)
    assert workspace.text
    assert workspace.text._marks.get(workspace.selection.claim)


def test_only_an_undo_brings_back_what_is_then_chosen(
    workspace: Workspace, seat: Seat, press: Press
) -> None:
    workspace.list.head.ask_for(ClaimFilter(statuses=frozenset({Status.FALSE})))
    seat.choose(44)
    press("5")
    seat.choose(67)
    settle(workspace)
    assert workspace.list.has_claim(seat.row(44).id)
    assert seat.number == 67


def test_two_chosen_claims_set_aside_turn_to_the_one_after_them(
    workspace: Workspace, seat: Seat, press: Press
) -> None:
    seat.choose(44, 45)
    press("Del")
    settle(workspace)
    assert not {44, 45} & statuses(workspace).keys()
    assert seat.number == 46
    press("Ctrl+Z")
    settle(workspace)
    assert {44, 45} < statuses(workspace).keys()
