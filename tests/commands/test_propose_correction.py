from collections.abc import Callable
from typing import Any

import pytest

from claimdesk.commands.propose_correction import (
    DecideCorrection,
    DropPassage,
    ExplainCorrection,
    ProposeCorrection,
    RewordCorrection,
)
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideCorrection
from claimdesk.domain.claim import Badge
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.domain.errors import Conflict, NotFound, Refused
from claimdesk.domain.person import Person
from claimdesk.store import Store, queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]

ACCEPTED, DECLINED = CorrectionState.ACCEPTED, CorrectionState.DECLINED
DROPPED, PROPOSED = CorrectionState.DROPPED, CorrectionState.PROPOSED


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def corrections(reader: Reader, claim: int = 2) -> list[Correction]:
    return list(queries.claim_detail(reader, claim).corrections)


@pytest.fixture
def proposed(run: Run, reader: Reader) -> Correction:
    """A correction of claim 2."""
    run(ProposeCorrection(2, "398 Meter lang"))
    return corrections(reader)[0]


def test_the_old_wording_is_the_passage(run: Run, reader: Reader) -> None:
    run(ProposeCorrection(2, " 398 Meter lang \n", why=" ohne Rampen "))
    (made,) = corrections(reader)
    assert (made.old_wording, made.new_wording) == ("412 Meter lang", "398 Meter lang")
    assert (made.why, made.state, made.proposed_by) == ("ohne Rampen", PROPOSED, "Cleo Süß")
    assert (made.decided_by, made.decided_at, made.reason) == (None, None, None)
    assert queries.claim_detail(reader, 2).row.badges[0] is Badge.CORRECTION_PROPOSED
    assert words(reader) == "Propose a correction of claim 2"


def test_some_words_of_the_passage_can_be_meant(run: Run, reader: Reader) -> None:
    run(ProposeCorrection(2, "398 Meter", old_wording="412 Meter"))
    assert corrections(reader)[0].old_wording == "412 Meter"


def test_a_claim_without_passage_has_no_old_wording(
    run: Run, reader: Reader, raw: Callable[[str], None]
) -> None:
    raw("UPDATE anchor SET aside = 1 WHERE claim = 2")
    run(ProposeCorrection(2, "398 Meter lang"))
    assert corrections(reader)[0].old_wording == ""


@pytest.mark.parametrize("text", ["", " \n\t\u00a0"])
def test_a_correction_without_words(run: Run, proposed: Correction, text: str) -> None:
    with pytest.raises(Refused, match="The new wording is missing"):
        run(ProposeCorrection(2, text))
    with pytest.raises(Refused, match="The new wording is missing"):
        run(RewordCorrection(proposed.id, text, proposed.new_wording))


def test_a_correction_that_changes_nothing(run: Run) -> None:
    with pytest.raises(Refused, match="is the old one"):
        run(ProposeCorrection(2, " 412 Meter lang"))


def test_accepting_says_who_and_when(run: Run, reader: Reader, proposed: Correction) -> None:
    event = run(DecideCorrection(proposed.id, ACCEPTED))
    assert words(reader) == "Accept the correction of claim 2"
    (decided,) = corrections(reader)
    assert (decided.state, decided.decided_by, decided.reason) == (ACCEPTED, "Cleo Süß", None)
    assert decided.decided_at == queries.claim_detail(reader, 2).row.changed_at
    assert Badge.CORRECTION_ACCEPTED in queries.claim_detail(reader, 2).row.badges
    run(Revert(event or ""))
    assert corrections(reader) == [proposed]


def test_declining_needs_the_reason(run: Run, reader: Reader, proposed: Correction) -> None:
    with pytest.raises(Refused, match="only with the reason"):
        run(DecideCorrection(proposed.id, DECLINED, " "))
    run(DecideCorrection(proposed.id, DECLINED, " zu genau "))
    assert (corrections(reader)[0].state, corrections(reader)[0].reason) == (DECLINED, "zu genau")
    assert words(reader) == "Decline the correction of claim 2"


def test_what_somebody_decided_meanwhile_is_not_decided_again(
    run: Run, store: Store, reader: Reader, proposed: Correction
) -> None:
    store.run(DecideCorrection(proposed.id, ACCEPTED), Person.named("Ada Ärmel"))
    with pytest.raises(Conflict, match="Meanwhile this correction is accepted"):
        run(DecideCorrection(proposed.id, DECLINED, "nein"))
    run(DecideCorrection(proposed.id, DECLINED, "nein", base=ACCEPTED))
    assert corrections(reader)[0].decided_by == "Cleo Süß"


def test_deciding_the_same_anew_is_no_event(run: Run, proposed: Correction) -> None:
    run(DecideCorrection(proposed.id, ACCEPTED))
    assert run(DecideCorrection(proposed.id, ACCEPTED, base=ACCEPTED)) is None


def test_a_decision_can_be_opened_again(run: Run, reader: Reader, proposed: Correction) -> None:
    run(DecideCorrection(proposed.id, DECLINED, "zu genau"))
    run(DecideCorrection(proposed.id, PROPOSED, "doch nicht", base=DECLINED))
    assert corrections(reader) == [proposed]
    assert words(reader) == "Reopen the correction of claim 2"


def test_other_words_are_not_yet_decided(run: Run, reader: Reader, proposed: Correction) -> None:
    run(DecideCorrection(proposed.id, ACCEPTED))
    assert run(RewordCorrection(proposed.id, "398 Meter lang ", "398 Meter lang")) is None
    run(RewordCorrection(proposed.id, "400 Meter lang", "398 Meter lang"))
    (reworded,) = corrections(reader)
    assert (reworded.new_wording, reworded.state) == ("400 Meter lang", PROPOSED)
    assert (reworded.decided_by, reworded.decided_at) == (None, None)
    assert words(reader) == "Reword the correction of claim 2"


@pytest.mark.parametrize("edit", [RewordCorrection, ExplainCorrection])
def test_words_that_somebody_changed_meanwhile(
    run: Run, reader: Reader, proposed: Correction, edit: Any
) -> None:
    with pytest.raises(Conflict, match="Meanwhile this was changed"):
        run(edit(proposed.id, "neu", "was anderes"))
    assert corrections(reader) == [proposed]


def test_why_can_be_said_later(run: Run, reader: Reader, proposed: Correction) -> None:
    run(ExplainCorrection(proposed.id, " ohne Rampen", ""))
    assert corrections(reader)[0].why == "ohne Rampen"
    assert words(reader) == "Explain the correction of claim 2"
    run(ExplainCorrection(proposed.id, " ", "ohne Rampen"))
    assert corrections(reader)[0].why is None


def test_dropping_a_passage_settles_what_was_proposed_for_it(
    run: Run, reader: Reader, proposed: Correction
) -> None:
    run(ProposeCorrection(2, "kurz"))
    run(DecideCorrection(proposed.id, ACCEPTED))
    run(DropPassage(2, "Absatz entfällt"))
    accepted, dropped = corrections(reader)
    assert (accepted.state, dropped.state) == (ACCEPTED, DROPPED)
    assert (dropped.new_wording, dropped.reason) == ("kurz", "Absatz entfällt")
    assert words(reader) == "Drop the passage of claim 2"


def test_dropping_a_passage_that_nobody_corrected(run: Run, reader: Reader) -> None:
    event = run(DropPassage(7))
    (made,) = corrections(reader, 7)
    assert (made.old_wording, made.new_wording) == ("1978 war sie 9 Tage gesperrt", "")
    assert (made.state, made.decided_by) == (DROPPED, "Cleo Süß")
    assert Badge.PASSAGE_DROPPED in queries.claim_detail(reader, 7).row.badges
    for state in (ACCEPTED, DECLINED, PROPOSED):
        with pytest.raises(Refused, match="no new wording yet"):
            run(DecideCorrection(made.id, state, "weil", base=DROPPED))
    run(Revert(event or ""))
    assert corrections(reader, 7) == []


def test_a_correction_is_set_aside_and_comes_back(
    run: Run, reader: Reader, proposed: Correction
) -> None:
    event = run(SetAsideCorrection(proposed.id))
    assert words(reader) == "Set a correction of claim 2 aside"
    assert corrections(reader) == []
    assert Badge.CORRECTION_PROPOSED not in queries.claim_detail(reader, 2).row.badges
    run(Revert(event or ""))
    assert corrections(reader) == [proposed]


@pytest.mark.parametrize(
    "edit",
    [
        ProposeCorrection(99, "x"),
        RewordCorrection(99, "x", ""),
        ExplainCorrection(99, "x", ""),
        DecideCorrection(99, ACCEPTED),
        DropPassage(99),
        SetAsideCorrection(99),
    ],
)
def test_what_is_not_there(run: Run, reader: Reader, edit: Edit) -> None:
    before = queries.last_event(reader)
    with pytest.raises(NotFound):
        run(edit)
    assert queries.last_event(reader) == before
