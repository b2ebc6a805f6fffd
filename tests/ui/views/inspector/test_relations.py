"""Ties to other claims: shown from both sides, made and set aside."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.commands.relate_claims import RelateClaims
from claimdesk.domain.claim import RelationKind
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.inspector import InspectorView

Choose = Callable[[int], int]

ONE, OTHER = 44, 45


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


def test_a_dependence_reads_differently_from_each_side(
    inspector: InspectorView, choose: Choose, desk: Desk
) -> None:
    one, other = choose(ONE), choose(OTHER)
    desk.run(RelateClaims(one, other, RelationKind.DEPENDS_ON, "beide zählen"))
    assert desk.settle()
    row = inspector.relations.pool.rows[0]
    assert (row.kind.text(), row.jump.text()) == ("is the basis of", f"Claim {ONE}")
    choose(ONE)
    assert (row.kind.text(), row.jump.text()) == ("depends on", f"Claim {OTHER}")
    assert row.remark.words == "beide zählen"


def test_a_tie_is_set_aside(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    one = choose(ONE)
    desk.run(RelateClaims(one, one + 1, RelationKind.SAME_FACT))
    assert desk.settle()
    row = inspector.relations.pool.rows[0]
    assert "45" in row.aside.accessibleName()
    qtbot.mouseClick(row.aside, Qt.MouseButton.LeftButton)
    assert desk.settle()
    assert inspector.relations.pool.shown == 0
    assert queries.claim_detail(desk.read, one).relations == ()


def test_a_contradiction_stands_near_the_status_of_both(
    inspector: InspectorView, choose: Choose, desk: Desk, selection: Selection, qtbot: QtBot
) -> None:
    one, other = choose(OTHER), choose(ONE)
    line = inspector.contradictions
    assert not line.isVisible()
    desk.run(RelateClaims(one, other, RelationKind.CONTRADICTS))
    assert desk.settle()
    assert line.isVisible()
    assert line.links[0].text() == f"Claim {OTHER}"
    assert not line.links[1].isVisible()
    assert inspector.buttons.y() < line.y() < inspector.particulars.y()
    qtbot.mouseClick(line.links[0], Qt.MouseButton.LeftButton)
    assert selection.claim == one
    assert line.links[0].text() == f"Claim {ONE}"


def test_of_many_contradictions_the_first_are_named(
    inspector: InspectorView, choose: Choose, desk: Desk
) -> None:
    one = choose(ONE)
    for other in (1, 2, 3, 4, 5):
        desk.run(RelateClaims(one, other, RelationKind.CONTRADICTS))
    assert desk.settle()
    line = inspector.contradictions
    assert [link.isVisible() for link in line.links] == [True] * 3
    assert line.more.text() == "+2"
