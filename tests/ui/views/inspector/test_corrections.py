"""What is to be corrected."""

from collections.abc import Callable

from claimdesk.commands.propose_correction import DecideCorrection
from claimdesk.domain.correction import CorrectionState
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.views.inspector import InspectorView

Choose = Callable[[int], int]


def test_old_and_new_wording_stand_below_each_other(
    inspector: InspectorView, choose: Choose, desk: Desk
) -> None:
    choose(44)
    [correction] = queries.claim_detail(desk.read, 44).corrections
    row = inspector.corrections.pool.rows[0]
    assert inspector.corrections.isVisibleTo(inspector)
    assert row.old.words == correction.old_wording
    assert row.old.font().strikeOut()
    assert row.new.words == correction.new_wording
    assert row.state.words == "proposed"


def test_a_decision_shows_at_once(inspector: InspectorView, choose: Choose, desk: Desk) -> None:
    choose(44)
    [correction] = queries.claim_detail(desk.read, 44).corrections
    desk.run(DecideCorrection(correction.id, CorrectionState.DECLINED, "The author insists."))
    assert desk.settle()
    row = inspector.corrections.pool.rows[0]
    assert row.state.words == "declined"
    assert row.why.words == "The author insists."


def test_nothing_to_correct_no_section(inspector: InspectorView, choose: Choose) -> None:
    choose(10)
    assert not inspector.corrections.isVisibleTo(inspector)
