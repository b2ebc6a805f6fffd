"""What the filter menu offers beside kind, marks and weight: people, days, sources."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_as_of import SetAsOf
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import ClaimFilter, ClaimRow
from claimdesk.domain.period import Period
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_list import ClaimListView
from tests.support.claim_list import shown
from tests.ui.conftest import ADA

Find = Callable[[int], ClaimRow]


@pytest.fixture
def menu(view: ClaimListView) -> Any:
    view.head.menu.aboutToShow.emit()
    return view.head.menu


@pytest.fixture
def edited(desk: Desk, claim: Find, view: ClaimListView, selection: Selection) -> tuple[int, ...]:
    """Two claims that Ada changed just now; one holds as of today."""
    ids = (claim(44).id, claim(45).id)
    desk.run(SetStatus(ids, Status.DISPUTED))
    desk.run(SetAsOf(ids[:1], datetime.now(UTC).astimezone().date().isoformat()))
    assert desk.settle()
    return ids


def tick(menu: QMenu, value: object) -> None:
    next(one for one in menu.actions() if one.data() == value).trigger()


def test_who_changed_a_claim_last_can_be_asked_for(
    view: ClaimListView, menu: Any, edited: tuple[int, ...]
) -> None:
    menu.aboutToShow.emit()
    tick(menu.people, ADA.name)
    assert tuple(view.model.ids) == edited
    assert view.head.line.chips.words() == [f"changed by {ADA.name}"]
    view.head.line.chips.chips[0].click()
    assert shown(view) == 180


@pytest.mark.parametrize("period", [Period(days=1), Period(days=7), Period(month=True)])
def test_when_a_claim_was_changed_can_be_asked_for(
    view: ClaimListView, menu: Any, desk: Desk, edited: tuple[int, ...], period: Period
) -> None:
    tick(menu.changed_when, period)
    assert view.claim_filter.changed == period
    assert set(edited) <= set(view.model.ids)
    assert list(view.model.ids) == list(queries.claim_ids(desk.read, view.claim_filter))


def test_one_stretch_of_days_takes_the_place_of_another(
    view: ClaimListView, menu: Any, edited: tuple[int, ...]
) -> None:
    tick(menu.as_of, Period(days=7))
    tick(menu.as_of, Period(days=1))
    assert view.claim_filter.as_of == Period(days=1)
    assert [one.data() for one in menu.as_of.actions() if one.isChecked()] == [Period(days=1)]
    assert tuple(view.model.ids) == edited[:1]
    tick(menu.as_of, Period(days=1))
    assert view.claim_filter.as_of is None


def test_sources_are_asked_for_or_their_lack(view: ClaimListView, menu: Any) -> None:
    tick(menu.sourced, True)
    with_source = shown(view)
    tick(menu.sourced, False)
    assert view.claim_filter.sourced is False
    assert view.head.line.chips.words() == ["without a source"]
    assert shown(view) + with_source == 180
    assert 0 < with_source < 180


def test_all_of_it_combines(
    view: ClaimListView, menu: Any, desk: Desk, edited: tuple[int, ...]
) -> None:
    menu.aboutToShow.emit()
    tick(menu.people, ADA.name)
    tick(menu.changed_when, Period(days=1))
    tick(menu.sourced, True)
    wanted = ClaimFilter(people=frozenset({ADA.name}), changed=Period(days=1), sourced=True)
    assert view.claim_filter == replace(wanted, article=view.claim_filter.article)
    assert list(view.model.ids) == list(queries.claim_ids(desk.read, view.claim_filter))
    assert len(view.head.line.chips.chips) == 3


def test_days_of_ones_own_are_asked_for_elsewhere(menu: Any, qtbot: QtBot) -> None:
    for ticks, condition in ((menu.changed_when, "changed"), (menu.as_of, "as_of")):
        with qtbot.waitSignal(menu.period_wanted, timeout=1000) as told:
            ticks.actions()[-1].trigger()
        assert told.args == [condition]
