"""Ties to other claims."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.inspector import InspectorView

Choose = Callable[[int], int]


def test_button_jumps_to_the_other_claim(
    inspector: InspectorView, selection: Selection, desk: Desk, qtbot: QtBot
) -> None:
    claim = next(n for n in range(1, 181) if queries.claim_detail(desk.read, n).relations)
    tie = queries.claim_detail(desk.read, claim).relations[0]
    selection.choose(claim)
    row = inspector.relations.pool.rows[0]
    assert row.kind.text() == tie.kind.label
    assert row.statement.words == tie.other_statement
    qtbot.mouseClick(row.jump, Qt.MouseButton.LeftButton)
    assert selection.claim == tie.other
    assert inspector.head.title.text() == f"Claim {tie.other_number}"


def test_no_ties_no_section(inspector: InspectorView, choose: Choose) -> None:
    choose(44)
    assert not inspector.relations.isVisible()
