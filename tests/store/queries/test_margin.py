from collections.abc import Callable

from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion
from claimdesk.commands.propose_correction import DropPassage, ProposeCorrection
from claimdesk.commands.set_aside import SetAsideClaims, SetAsideCorrection
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.margin import MarginNote
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def notes(reader: Reader) -> dict[int, MarginNote]:
    revision = queries.article(reader, 1).revision
    assert revision is not None
    return queries.margin_notes(reader, revision)


def test_the_newest_correction_counts(run: Run, reader: Reader) -> None:
    before = set(notes(reader))
    run(ProposeCorrection(2, "398 Meter lang"))
    run(ProposeCorrection(2, "399 Meter lang"))
    found = notes(reader)
    assert set(found) == before | {2}
    assert found[2].correction is CorrectionState.PROPOSED
    assert (found[2].old_wording, found[2].new_wording) == ("412 Meter lang", "399 Meter lang")
    newest = queries.claim_detail(reader, 2).corrections[-1]
    run(SetAsideCorrection(newest.id))
    assert notes(reader)[2].new_wording == "398 Meter lang"


def test_a_dropped_passage_has_no_new_words(run: Run, reader: Reader) -> None:
    run(DropPassage(7))
    assert notes(reader)[7].correction is CorrectionState.DROPPED
    assert notes(reader)[7].new_wording == ""


def test_a_question_shows_until_it_is_answered(run: Run, reader: Reader) -> None:
    run(AskQuestion("Wann?", claims=(4,)))
    assert notes(reader)[4].has_question
    [question] = queries.claim_detail(reader, 4).questions
    run(AnswerQuestion(question.id, "Heute."))
    assert 4 not in notes(reader)


def test_a_changed_passage_shows_until_it_is_confirmed(
    reader: Reader, raw: Callable[[str], None]
) -> None:
    raw("UPDATE anchor SET origin = 'reworded' WHERE claim = 4")
    assert notes(reader)[4].is_changed
    raw("UPDATE anchor SET confirmed_at = '2026-01-01T00:00:00.000Z' WHERE claim = 4")
    assert 4 not in notes(reader)


def test_a_claim_set_aside_leaves_the_margin(run: Run, reader: Reader) -> None:
    run(AskQuestion("Wann?", claims=(4,)))
    run(SetAsideClaims((4,)))
    assert 4 not in notes(reader)


def test_those_of_some_claims_alone(run: Run, reader: Reader) -> None:
    run(AskQuestion("Wann?", claims=(4, 5)))
    revision = queries.article(reader, 1).revision
    assert revision is not None
    every = notes(reader)
    assert queries.margin_notes(reader, revision, (4,)) == {4: every[4]}
    assert queries.margin_notes(reader, revision, ()) == {}
