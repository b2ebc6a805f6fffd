"""The claim's history and its 'take back'."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.status import Status
from claimdesk.store.queries import details
from claimdesk.ui.desk import Desk
from claimdesk.ui.views.inspector import InspectorView, history
from claimdesk.ui.views.inspector.history import SHOWN, EventRow

Choose = Callable[[int], int]
Find = Callable[[int], ClaimRow]


def rows(inspector: InspectorView) -> list[EventRow]:
    pool = inspector.history.pool
    return pool.rows[: pool.shown]


def test_newest_stands_first_with_person(
    inspector: InspectorView, choose: Choose, desk: Desk
) -> None:
    claim = choose(44)
    desk.run(SetStatus((claim,), Status.FALSE))
    desk.run(SetStatus((claim,), Status.VERIFIED))
    assert desk.settle()
    assert [row.label.words for row in rows(inspector)] == [
        "Marked claim 44 verified",
        "Marked claim 44 false",
        "Made the sample",
    ]
    assert "Ada Ärmel" in rows(inspector)[0].when.words


def test_take_back_reverts_and_strikes(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    row = choose(44)
    desk.run(SetStatus((row,), Status.FALSE))
    assert desk.settle()
    assert claim(44).status is Status.FALSE
    qtbot.mouseClick(rows(inspector)[0].back, Qt.MouseButton.LeftButton)
    assert desk.settle()
    assert claim(44).status is Status.INACCURATE
    newest, struck = rows(inspector)[:2]
    assert not newest.label.font().strikeOut()
    assert struck.label.font().strikeOut()
    assert not struck.back.isVisible()
    assert "taken back" in struck.when.words
    qtbot.mouseClick(newest.back, Qt.MouseButton.LeftButton)
    assert desk.settle()
    assert claim(44).status is Status.FALSE


def test_event_of_many_claims_says_so(inspector: InspectorView, choose: Choose, desk: Desk) -> None:
    claim = choose(44)
    desk.run(SetStatus((claim, claim + 1), Status.FALSE))
    assert desk.settle()
    assert "2 claims" in rows(inspector)[0].when.words


def test_event_of_very_many_claims_counts_only_some(
    inspector: InspectorView, choose: Choose, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(details, "MOST_CLAIMS", 3)
    monkeypatch.setattr(history, "MOST_CLAIMS", 3)
    claim = choose(44)
    desk.run(SetStatus(tuple(range(claim, claim + 5)), Status.FALSE))
    assert desk.settle()
    assert "3 claims or more" in rows(inspector)[0].when.words


def test_making_of_the_claim_is_not_taken_back_here(
    inspector: InspectorView, choose: Choose
) -> None:
    choose(44)
    assert not rows(inspector)[-1].back.isVisible()


def test_older_ones_are_folded(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(44)
    for place in range(SHOWN + 2):
        desk.run(SetStatus((claim,), (Status.FALSE, Status.VERIFIED)[place % 2]))
    assert desk.settle()
    assert len(rows(inspector)) == SHOWN
    assert inspector.history.more.text() == "3 older"
    qtbot.mouseClick(inspector.history.more, Qt.MouseButton.LeftButton)
    assert len(rows(inspector)) == SHOWN + 3
    assert not inspector.history.more.isVisible()
