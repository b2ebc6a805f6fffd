from collections.abc import Callable
from dataclasses import replace

import pytest

from claimdesk.commands.confirm_passage import ConfirmPassage
from claimdesk.commands.import_revision import ImportRevision, plan_revision
from claimdesk.commands.mark_looked import MarkLooked
from claimdesk.commands.propose_correction import DecideCorrection, ProposeCorrection
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.carry_over import Difference, Reason
from claimdesk.domain.claim import Badge, ClaimFilter
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.errors import Refused
from claimdesk.domain.status import Status
from claimdesk.services.anchoring.sentences import sentences
from claimdesk.services.importers.intake import read_text
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]
NEWER = (("412 Meter", "421 Meter"), ("wurde 1931 eröffnet", "ist 1931 eröffnet worden"))


def text_of(reader: Reader) -> str:
    return queries.revision(reader, queries.article(reader, 1).revision or 0).text


def revised(text: str, *changes: tuple[str, str]) -> Edit:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    imported = read_text(text)
    assert imported.text == text
    return ImportRevision(1, imported)


def states(reader: Reader) -> dict[int, AnchorOrigin]:
    newest = queries.article(reader, 1).revision
    return queries.passage_states(reader, newest or 0)


def status(reader: Reader, claim: int) -> Status:
    return queries.claim_rows(reader, [claim])[0].status


def test_a_newer_text_is_one_event_and_undone_in_one_step(run: Run, reader: Reader) -> None:
    before, statuses = text_of(reader), queries.status_counts(reader, ClaimFilter())
    last = queries.last_event(reader)
    event = run(revised(before, *NEWER))
    assert queries.last_event(reader) == last + 1
    assert states(reader)[2] is AnchorOrigin.FACT_CHANGED
    assert states(reader)[1] is AnchorOrigin.REWORDED
    assert {state for claim, state in states(reader).items() if claim > 3} == {AnchorOrigin.SAME}
    assert examine(reader.path) == []
    back = run(Revert(event or ""))
    assert text_of(reader) == before
    assert queries.status_counts(reader, ClaimFilter()) == statuses
    assert set(states(reader).values()) == {AnchorOrigin.MADE}
    run(Revert(back or ""))
    assert states(reader)[2] is AnchorOrigin.FACT_CHANGED
    assert examine(reader.path) == []


def test_after_an_undo_it_comes_in_again(run: Run, reader: Reader) -> None:
    before = text_of(reader)
    run(Revert(run(revised(before, *NEWER)) or ""))
    run(revised(before, *NEWER))
    assert "421" in text_of(reader)
    assert queries.revision(reader, queries.article(reader, 1).revision or 0).number == 3


def test_a_changed_fact_opens_its_claim_again_and_says_why(run: Run, reader: Reader) -> None:
    assert status(reader, 2) is Status.VERIFIED_WITH_CAVEAT
    run(revised(text_of(reader), ("412 Meter", "421 Meter"), ("7,5 Mill", "8,5 Mill")))
    assert status(reader, 2) is Status.IN_PROGRESS
    assert status(reader, 4) is Status.UNCHECKED
    stored = reader("SELECT difference FROM anchor WHERE claim = 2 AND origin = 'fact_changed'")
    assert Difference.from_json(stored[0][0]).reason is Reason.NUMBER
    [detail] = queries.claim_details(reader, [2])
    assert detail.anchor
    assert detail.anchor.quote == "421 Meter lang"
    assert Badge.PASSAGE_CHANGED in detail.row.badges
    [event] = queries.events(reader, newest_first=True, limit=1)
    assert {change.field for change in event.changes if change.entity == "claim"} == {"status"}


def test_a_reworded_claim_is_left_until_it_is_confirmed(run: Run, reader: Reader) -> None:
    run(revised(text_of(reader), NEWER[1]))
    left = ClaimFilter(left=True)
    assert status(reader, 1) is Status.VERIFIED
    assert 1 in queries.claim_ids(reader, left)
    run(ConfirmPassage((1, 2)))
    assert 1 not in queries.claim_ids(reader, left)
    assert run(ConfirmPassage((1,))) is None


def test_what_waits_to_be_confirmed_waits_on_in_the_next_version(run: Run, reader: Reader) -> None:
    run(revised(text_of(reader), NEWER[1]))
    run(revised(text_of(reader), ("Im Winter 1978", "Im Winter 1979")))
    assert states(reader)[1] is AnchorOrigin.REWORDED
    run(ConfirmPassage((1,)))
    run(revised(text_of(reader), ("Im Winter 1979", "Im Winter 1980")))
    assert states(reader)[1] is AnchorOrigin.SAME


def test_a_claim_that_is_gone_stays_and_is_found_when_its_words_return(
    run: Run, reader: Reader
) -> None:
    first = text_of(reader)
    run(revised(first, (" Zuständig ist das Land.", "")))
    assert states(reader)[8] is AnchorOrigin.GONE
    [detail] = queries.claim_details(reader, [8])
    assert (detail.anchor, detail.passage_state) == (None, AnchorOrigin.GONE)
    assert queries.passage_words(reader, 8) == "Zuständig ist das Land"
    assert 8 not in {one.claim for one in queries.passages(reader, 2)}
    assert examine(reader.path) == []
    run(revised(first, ("412", "413")))
    assert states(reader)[8] is AnchorOrigin.SAME


def test_an_accepted_correction_that_arrives_is_as_decided(run: Run, reader: Reader) -> None:
    run(ProposeCorrection(2, "421 Meter lang"))
    [held] = queries.claim_details(reader, [2])
    run(DecideCorrection(held.corrections[-1].id, CorrectionState.ACCEPTED))
    run(SetStatus((2,), Status.INACCURATE))
    run(revised(text_of(reader), ("412 Meter", "421 Meter")))
    assert states(reader)[2] is AnchorOrigin.CORRECTED
    assert status(reader, 2) is Status.INACCURATE


def test_what_was_looked_at_stays_looked_at(run: Run, reader: Reader) -> None:
    spans = sentences(text_of(reader), "de")
    run(MarkLooked(1, (spans[0], spans[-1])))
    run(revised(text_of(reader), ("412 Meter", "rund 412 Meter"), NEWER[1]))
    newest = queries.article(reader, 1).revision or 0
    text = text_of(reader)
    [one] = queries.looked(reader, newest)
    assert text[one.start : one.end] == "Zuständig ist das Land."
    assert one.person == "Cleo Süß"


def test_the_same_text_is_refused(run: Run, reader: Reader) -> None:
    with pytest.raises(Refused, match="has already"):
        run(revised(text_of(reader)))


def test_a_plan_that_the_desk_has_overtaken_is_made_anew(run: Run, reader: Reader) -> None:
    newer = read_text(text_of(reader).replace("412", "421"))
    plan = plan_revision(reader, 1, newer.text)
    assert len(plan.carried.claims) == 8
    run(ProposeCorrection(2, "421 Meter lang"))
    [held] = queries.claim_details(reader, [2])
    run(DecideCorrection(held.corrections[-1].id, CorrectionState.ACCEPTED))
    run(ImportRevision(1, newer, plan=replace(plan)))
    assert states(reader)[2] is AnchorOrigin.CORRECTED
