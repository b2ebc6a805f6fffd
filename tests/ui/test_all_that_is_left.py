"""L: all that is left, and again: what was shown before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.domain.claim import ClaimFilter, Kind
from claimdesk.domain.status import OPEN, Status
from claimdesk.store import queries
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.views.claim_list import ClaimListView

Press = Callable[..., None]
BEFORE = ClaimFilter(
    statuses=frozenset({Status.FALSE, Status.INACCURATE}),
    kinds=frozenset({Kind.QUANTITY}),
    text="e",
)


@pytest.fixture
def claims(window: MainWindow) -> ClaimListView:
    assert window.workspace
    return window.workspace.list


def shown(claims: ClaimListView, window: MainWindow) -> set[Status]:
    assert window.workspace
    rows = queries.claim_rows(window.workspace.desk.read, claims.model.ids)
    return {row.status for row in rows}


def test_l_shows_what_is_left_and_then_all(
    claims: ClaimListView, window: MainWindow, press: Press
) -> None:
    press("L")
    assert shown(claims, window) == OPEN
    assert window.actions_["show_left"].isChecked()
    assert claims.head.line.chips.words() == ["All that is left"]
    assert claims.head.line.isVisible()
    press("L")
    assert len(claims.model.ids) == 180
    assert not window.actions_["show_left"].isChecked()
    assert claims.head.line.chips.words() == []


def test_what_was_filtered_comes_back(claims: ClaimListView, press: Press) -> None:
    claims.head.ask_for(BEFORE)
    before = list(claims.model.ids)
    assert before
    press("L")
    assert claims.claim_filter.left
    assert claims.claim_filter.statuses == frozenset()
    assert claims.claim_filter.text == ""
    press("L")
    assert list(claims.model.ids) == before


def test_the_chip_switches_it_off(claims: ClaimListView, window: MainWindow, press: Press) -> None:
    claims.head.ask_for(BEFORE)
    press("L")
    claims.head.line.chips.chips[0].click()
    assert claims.claim_filter.statuses == BEFORE.statuses
    assert not window.actions_["show_left"].isChecked()


def test_another_filter_ends_it(claims: ClaimListView, window: MainWindow, press: Press) -> None:
    press("L")
    claims.head.clear()
    assert claims.head.line.chips.words() == []
    assert not window.actions_["show_left"].isChecked()
    assert len(claims.model.ids) == 180


def test_others_are_faint_in_the_text(
    claims: ClaimListView, window: MainWindow, press: Press
) -> None:
    assert window.workspace
    text = window.workspace.text
    assert text
    press("L")
    left, marks = set(claims.model.ids), text._marks
    every = [
        mark
        for claim in queries.claim_ids(window.workspace.desk.read)
        if (mark := marks.get(claim))
    ]
    assert {mark.claim in left for mark in every} == {True, False}
    assert [mark for mark in every if marks.is_faint(mark) is (mark.claim in left)] == []


def test_it_is_still_on_after_a_restart_and_still_knows_what_was_before(
    window: MainWindow,
    press: Press,
    window_on: Callable[[Path | None], MainWindow],
    desk_file: Path,
) -> None:
    assert window.workspace
    window.workspace.list.head.ask_for(BEFORE)
    press("L")
    window.close()
    again = window_on(desk_file)
    assert again.workspace
    assert again.actions_["show_left"].isChecked()
    press("L")
    assert again.workspace.list.claim_filter.statuses == BEFORE.statuses
    assert again.workspace.list.claim_filter.text == "e"
