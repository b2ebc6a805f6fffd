from collections.abc import Callable
from dataclasses import replace

import pytest

from claimdesk.commands.find_claims import FindClaims
from claimdesk.commands.place_claim import AddClaimAt
from claimdesk.commands.revert import Revert
from claimdesk.commands.review_remarks import DismissRemark, KeepRemark
from claimdesk.commands.review_suggestions import (
    AcceptReworded,
    AcceptSuggestions,
    NoFactThere,
    RejectSuggestions,
)
from claimdesk.domain.claim import Kind
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.recognition import Marker
from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.domain.review import ReviewRow
from claimdesk.domain.status import Status
from claimdesk.domain.suggestion import (
    Figure,
    NotCheckable,
    Proposal,
    Reason,
    ReasonKind,
    Suggestion,
    SuggestionState,
)
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]
SPANS = ((0, 10), (11, 20), (30, 44))


def found(reader: Reader, *spans: tuple[int, int]) -> tuple[Proposal, ...]:
    text = reader("SELECT text FROM revision WHERE id = 1")[0][0]
    marker = Marker(text)
    return tuple(
        marker(one)
        for one in (
            Suggestion(
                start,
                end,
                text[start:end],
                f"Satz {start}",
                Kind.LAW_INSTITUTION,
                3,
                "Amt",
                (Figure("12", 12.0),),
                (Reason(ReasonKind.FIGURE, "12"),),
            )
            for start, end in spans or SPANS
        )
    )


def slip(quote: str = "Öl") -> Remark:
    message = Message("The parts add up to {right}, not {written}: {sum}.", {"right": "3"})
    return Remark(RemarkKind.SUM, message, ((0, 2), (11, 13)), (quote, quote))


def slips(reader: Reader) -> list[ReviewRow]:
    return [row for row in queries.review_rows(reader, 1) if row.remark]


@pytest.fixture
def waiting(run: Run, reader: Reader) -> Callable[[], list[str]]:
    """The marks of what waits."""
    return lambda: [row.mark for row in queries.review_rows(reader, 1) if row.kind]


def last(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_what_is_stored_comes_back_as_it_was_found(run: Run, reader: Reader) -> None:
    run(FindClaims(1, found(reader), (slip(),)))
    rows = queries.review_rows(reader, 1)
    assert [row.mark for row in rows if row.kind] == [one.mark for one in found(reader)]
    for one in found(reader):
        assert queries.suggestion(reader, 1, one.mark) == one.suggestion
    [row] = slips(reader)
    assert (row.remark, row.words, row.spans) == (RemarkKind.SUM, slip().text, slip().spans)
    assert queries.suggestion(reader, 1, "?") is None
    assert last(reader).startswith("Find claims in “")


def test_a_second_run_changes_nothing_and_brings_nothing_decided_back(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    assert run(FindClaims(1, found(reader), (slip(),)))
    assert run(FindClaims(1, found(reader), (slip(),))) is None
    first, second, third = waiting()
    run(AcceptSuggestions(1, (first,)))
    run(RejectSuggestions(1, (second,)))
    [notice] = slips(reader)
    run(DismissRemark(1, notice.mark))
    assert run(FindClaims(1, found(reader), (slip(),))) is None
    assert waiting() == [third]
    assert not slips(reader)
    assert queries.suggestion_counts(reader, 1) == {
        SuggestionState.ACCEPTED: 1,
        SuggestionState.REJECTED: 1,
        SuggestionState.OPEN: 1,
    }
    assert examine(reader.path) == []


def test_what_is_not_found_again_goes(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    run(FindClaims(1, found(reader)))
    event = run(FindClaims(1, found(reader, SPANS[0])))
    assert len(waiting()) == 1
    run(Revert(event or ""))
    assert len(waiting()) == 3


def test_a_text_read_in_part_leaves_the_rest_as_it_was(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    run(FindClaims(1, found(reader), (slip(),)))
    run(FindClaims(1, found(reader, SPANS[0]), until=25))
    assert [row.start for row in queries.review_rows(reader, 1) if row.kind] == [0, 30]
    assert slips(reader)


def test_accepting_makes_a_claim_and_is_undone(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    run(FindClaims(1, found(reader)))
    before = len(reader("SELECT id FROM claim WHERE NOT aside"))
    event = run(AcceptSuggestions(1, tuple(waiting())))
    rows = reader(
        "SELECT c.statement, c.kind, c.figures, c.attributed_to, a.start FROM claim c "
        "JOIN anchor a ON a.claim = c.id AND a.revision = 1 ORDER BY c.id DESC LIMIT 1"
    )
    assert tuple(rows[0]) == ("Satz 30", "law_institution", '["12"]', "Amt", 30)
    assert last(reader) == "Accept 3 suggestions"
    with pytest.raises(Refused, match="decided meanwhile"):
        run(RejectSuggestions(1, ("?",)))
    assert examine(reader.path) == []
    run(Revert(event or ""))
    assert len(waiting()) == 3
    assert len(reader("SELECT id FROM claim WHERE NOT aside")) == before
    assert examine(reader.path) == []


def test_a_claim_accepted_as_not_checkable_is_marked_so(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    [one] = found(reader, SPANS[0])
    opinion = replace(one.suggestion, not_checkable=NotCheckable.OPINION)
    run(FindClaims(1, (Proposal("a", opinion),)))
    run(AcceptSuggestions(1, tuple(waiting())))
    rows = reader("SELECT status FROM claim ORDER BY id DESC LIMIT 1")
    assert rows[0][0] == Status.NOT_CHECKABLE


def test_reworded_or_split_it_is_one_step(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    run(FindClaims(1, found(reader)))
    run(AcceptReworded(1, waiting()[0], (" In eigenen  Worten ",)))
    assert last(reader).startswith("Accept a suggestion, reworded, as claim")
    event = run(AcceptReworded(1, waiting()[0], ("Erstens", "Zweitens")))
    rows = reader(
        "SELECT c.statement, a.start FROM claim c JOIN anchor a ON a.claim = c.id "
        "AND a.revision = 1 ORDER BY c.id DESC LIMIT 2"
    )
    assert [tuple(row) for row in rows] == [("Zweitens", 11), ("Erstens", 11)]
    assert last(reader).startswith("Split a suggestion: claims")
    with pytest.raises(Refused, match="statement"):
        run(AcceptReworded(1, waiting()[0], (" ",)))
    run(Revert(event or ""))
    assert len(waiting()) == 2


def test_some_are_accepted_in_other_words(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    run(FindClaims(1, found(reader)))
    first, second, third = waiting()
    run(AcceptSuggestions(1, (first,), {first: "Anders"}))
    assert last(reader).startswith("Accept a suggestion, reworded, as claim")
    run(AcceptSuggestions(1, (second, third), {third: "Noch anders"}))
    rows = reader("SELECT statement FROM claim ORDER BY id DESC LIMIT 3")
    assert [rows[0][0], rows[2][0]] == ["Noch anders", "Anders"]
    assert last(reader) == "Accept 2 suggestions"
    assert not waiting()


def test_no_fact_in_a_sentence_rejects_what_is_proposed_there(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    run(FindClaims(1, found(reader)))
    event = run(NoFactThere(1, 1, (0, 25), tuple(waiting()[:2])))
    assert len(waiting()) == 1
    assert (0, 25) in [(one.start, one.end) for one in queries.looked(reader, 1)]
    assert last(reader).startswith("No fact in “")
    run(Revert(event or ""))
    assert len(waiting()) == 3


def test_what_a_claim_states_already_is_not_proposed(
    run: Run, reader: Reader, waiting: Callable[[], list[str]]
) -> None:
    run(AddClaimAt(1, 1, 0, 12, "Das Amt", Kind.LAW_INSTITUTION))
    run(AddClaimAt(1, 1, 11, 20, "Etwas anderes", Kind.DATE))
    run(AddClaimAt(1, 1, 30, 44, "Wie markiert"))
    run(FindClaims(1, found(reader)))
    assert [row.start for row in queries.review_rows(reader, 1) if row.kind] == [11]


def test_a_kept_remark_is_a_note_on_the_article(run: Run, reader: Reader) -> None:
    run(FindClaims(1, found(reader), (slip(),)))
    [notice] = slips(reader)
    event = run(KeepRemark(1, notice.mark))
    assert queries.article_notes(reader, 1)[-1].text.startswith("The parts add up to 3")
    assert last(reader).startswith("Keep as a note: The parts add up to 3")
    assert not slips(reader)
    with pytest.raises(Refused, match="decided meanwhile"):
        run(DismissRemark(1, notice.mark))
    assert run(FindClaims(1, found(reader), (slip(),))) is None
    assert examine(reader.path) == []
    run(Revert(event or ""))
    assert slips(reader) == [notice]


def test_a_kept_remark_is_a_note_on_the_claim_that_it_stands_in(run: Run, reader: Reader) -> None:
    run(AddClaimAt(1, 1, 0, 60, "Der lange", Kind.EVENT))
    run(AddClaimAt(1, 1, 11, 19, "Der nahe", Kind.DATE))
    run(FindClaims(1, found(reader), (slip(),)))
    [notice] = slips(reader)
    event = run(KeepRemark(1, notice.mark))
    number = max(row.number for row in queries.claim_rows(reader, queries.claim_ids(reader))) - 1
    assert last(reader).startswith(f"Keep as a note on claim {number}: The parts add up to 3")
    [note] = queries.claim_detail(reader, queries.claim_id(reader, str(number))).notes
    words, *passages = note.text.split("\n")
    assert words.startswith("The parts add up to 3")
    text = queries.revision(reader, 1).text
    assert passages == [f"- {text[start:end]}" for start, end in ((0, 2), (11, 13))]
    assert note.id not in [one.id for one in queries.article_notes(reader, 1)]
    assert examine(reader.path) == []
    run(Revert(event or ""))
    assert slips(reader) == [notice]


def test_a_run_on_other_words_is_refused(run: Run, reader: Reader) -> None:
    with pytest.raises(Refused, match="changed meanwhile"):
        run(FindClaims(1, (Proposal("a", Suggestion(0, 4, "?", "?", Kind.EVENT, 1)),)))
    assert not queries.review_rows(reader, 1)
