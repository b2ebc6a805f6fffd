"""A status set on one claim is offered for those that state the same fact."""

from collections.abc import Callable

import pytest

from claimdesk.commands.relate_claims import RelateClaims
from claimdesk.commands.set_aside import SetAsideRelation
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import ClaimRow, RelationKind
from claimdesk.domain.note import NoteRole
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.same_facts import SameFacts

Claim = Callable[[int], ClaimRow]

ONE, OTHER, THIRD = 44, 45, 46


@pytest.fixture
def facts(desk: Desk) -> SameFacts:
    """Over three claims that state the same fact."""
    desk.run(RelateClaims(ONE, OTHER, RelationKind.SAME_FACT))
    desk.run(RelateClaims(THIRD, OTHER, RelationKind.SAME_FACT))
    assert desk.settle()
    return SameFacts(desk)


def mark(facts: SameFacts, desk: Desk, status: Status, reason: str = "") -> None:
    desk.run(SetStatus((ONE,), status, reason), lambda _: facts.marked((ONE,), status, reason))
    assert desk.settle()


def offered(facts: SameFacts) -> list[int]:
    return [row.number for row in facts.offer.others] if facts.offer else []


def test_the_others_take_it_over_in_one_event(facts: SameFacts, desk: Desk, claim: Claim) -> None:
    mark(facts, desk, Status.FALSE)
    assert offered(facts) == [OTHER, THIRD]
    before = queries.last_event(desk.read)
    facts.take()
    assert desk.settle()
    assert queries.last_event(desk.read) == before + 1
    assert {claim(number).status for number in (OTHER, THIRD)} == {Status.FALSE}
    assert facts.offer is None
    desk.undo()
    assert desk.settle()
    assert claim(OTHER).status is not Status.FALSE
    assert claim(ONE).status is Status.FALSE


def test_the_reason_for_leaving_out_goes_with_it(facts: SameFacts, desk: Desk) -> None:
    mark(facts, desk, Status.LEFT_OUT, "keine Zeit")
    facts.take()
    assert desk.settle()
    notes = queries.claim_detail(desk.read, THIRD).notes
    assert [note.text for note in notes if note.role is NoteRole.REASON] == ["keine Zeit"]


def test_what_has_the_status_already_is_not_offered(facts: SameFacts, desk: Desk) -> None:
    desk.run(SetStatus((OTHER,), Status.DISPUTED))
    mark(facts, desk, Status.DISPUTED)
    assert offered(facts) == [THIRD]
    desk.run(SetStatus((THIRD,), Status.DISPUTED))
    assert desk.settle()
    assert facts.offer is None


def test_a_status_taken_back_takes_the_offer_back(facts: SameFacts, desk: Desk) -> None:
    mark(facts, desk, Status.FALSE)
    desk.undo()
    assert desk.settle()
    assert facts.offer is None
    facts.take()
    assert desk.settle()
    assert queries.claim_rows(desk.read, [OTHER])[0].status is not Status.FALSE


def test_a_tie_set_aside_takes_it_from_the_offer(facts: SameFacts, desk: Desk) -> None:
    mark(facts, desk, Status.FALSE)
    tie = next(
        tie for tie in queries.claim_detail(desk.read, THIRD).relations if tie.other == OTHER
    )
    desk.run(SetAsideRelation(tie.id))
    assert desk.settle()
    assert offered(facts) == [OTHER]


def test_it_is_turned_down(facts: SameFacts, desk: Desk) -> None:
    told: list[int] = []
    facts.changed.connect(lambda: told.append(1))
    mark(facts, desk, Status.FALSE)
    facts.turn_down()
    facts.turn_down()
    assert len(told) == 2
    assert facts.offer is None


def test_a_claim_without_such_a_tie_offers_nothing(desk: Desk) -> None:
    facts = SameFacts(desk)
    mark(facts, desk, Status.FALSE)
    assert facts.offer is None
