from collections.abc import Callable

import pytest

from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideClaims, SetAsideEvidence, SetAsideNote
from claimdesk.domain.errors import NotFound
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_claims_are_set_aside_and_come_back_with_all_of_theirs(run: Run, reader: Reader) -> None:
    before = queries.claim_details(reader, [1, 2])
    event = run(SetAsideClaims((1, 2)))
    assert words(reader) == "Set 2 claims aside"
    assert set(queries.claim_ids(reader)).isdisjoint({1, 2})
    assert 1 not in [passage.claim for passage in queries.passages(reader, 1)]
    assert queries.article_rows(reader)[0].claims == 6
    with pytest.raises(NotFound):
        queries.claim_id(reader, "1")
    run(Revert(event or ""))
    after = queries.claim_details(reader, [1, 2])
    assert [detail.notes for detail in after] == [detail.notes for detail in before]
    assert [detail.evidence for detail in after] == [detail.evidence for detail in before]
    assert [detail.anchor for detail in after] == [detail.anchor for detail in before]


def test_notes_and_evidence_are_set_aside(run: Run, reader: Reader) -> None:
    run(SetAsideNote(1))
    assert words(reader) == "Set a note on claim 2 aside"
    assert queries.claim_detail(reader, 2).notes == ()
    run(SetAsideNote(queries.article_notes(reader, 1)[0].id))
    assert words(reader) == "Set a note on “Die Brücke von Nordhafen” aside"
    run(SetAsideEvidence(1))
    assert words(reader) == "Set evidence of claim 1 aside"
    assert queries.claim_detail(reader, 1).evidence == ()
    assert queries.source(reader, 1).claims == 1
    assert run(SetAsideEvidence(1)) is None


@pytest.mark.parametrize(
    ("kind", "edit"),
    [
        (NotFound, SetAsideClaims((1, 99))),
        (NotFound, SetAsideNote(99)),
        (NotFound, SetAsideEvidence(99)),
    ],
)
def test_what_cannot_be_done(run: Run, reader: Reader, kind: type[Exception], edit: Edit) -> None:
    before = queries.last_event(reader)
    with pytest.raises(kind):
        run(edit)
    assert queries.last_event(reader) == before
