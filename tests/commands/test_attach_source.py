from collections.abc import Callable
from dataclasses import replace

import pytest

from claimdesk.commands.attach_source import AttachSource, EditEvidence, EvidenceData
from claimdesk.commands.revert import Revert
from claimdesk.domain.errors import NotFound, Refused
from claimdesk.domain.source import SourceData, SourceRank, SourceType, Stance
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]
SOURCE = SourceData(
    " Hafenchronik ",
    SourceType.BOOK,
    SourceRank.PRIMARY,
    author="Ünal",
    published="2020-02",
    url=" ",
    title_seen=False,
)


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_a_new_source(run: Run, reader: Reader) -> None:
    run(AttachSource((7,), SOURCE, EvidenceData(Stance.REFUTES, " S. 3 ", looked="2024-01-31")))
    (evidence,) = queries.claim_detail(reader, 7).evidence
    assert evidence.source.data == replace(SOURCE, title="Hafenchronik", url=None)
    assert (evidence.stance, evidence.locator, evidence.looked) == (
        Stance.REFUTES,
        "S. 3",
        "2024-01-31",
    )
    assert words(reader) == "Attach “Hafenchronik” to claim 7"


def test_one_of_the_library_to_several_claims(run: Run, reader: Reader) -> None:
    before = len(queries.sources(reader))
    run(AttachSource((5, 6, 7), 1, EvidenceData(Stance.CONTEXT)))
    assert len(queries.sources(reader)) == before
    assert queries.source(reader, 1).claims == 5
    assert words(reader) == "Attach “Brückenverzeichnis” to 3 claims"


@pytest.mark.parametrize(
    ("kind", "edit"),
    [
        (Refused, AttachSource((7,), SourceData(" "), EvidenceData())),
        (Refused, AttachSource((7,), SourceData("x", published="Mai"), EvidenceData())),
        (Refused, AttachSource((7,), SourceData("x", published="2021-02-30"), EvidenceData())),
        (Refused, AttachSource((7,), 1, EvidenceData(looked="gestern"))),
        (NotFound, AttachSource((7,), 99, EvidenceData())),
        (NotFound, AttachSource((99,), 1, EvidenceData())),
        (NotFound, EditEvidence(99, EvidenceData())),
    ],
)
def test_what_cannot_be_attached(
    run: Run, reader: Reader, kind: type[Exception], edit: Edit
) -> None:
    before = queries.sources(reader)
    with pytest.raises(kind):
        run(edit)
    assert queries.sources(reader) == before


def test_a_source_that_was_taken_back_is_not_attached(run: Run, reader: Reader) -> None:
    attached = run(AttachSource((7,), SOURCE, EvidenceData()))
    source = queries.claim_detail(reader, 7).evidence[0].source.id
    run(Revert(attached or ""))
    with pytest.raises(NotFound, match="source is not in the desk"):
        run(AttachSource((7,), source, EvidenceData()))


def test_evidence_is_edited_with_its_source(run: Run, reader: Reader) -> None:
    data = EvidenceData(Stance.QUALIFIES, "S. 13", "wörtlich", "2022", "schwach")
    run(EditEvidence(3, data, replace(SOURCE, title="Chronik, zweite Auflage")))
    (evidence,) = queries.claim_detail(reader, 3).evidence
    assert evidence.source.data.title == "Chronik, zweite Auflage"
    assert (evidence.stance, evidence.excerpt, evidence.remark) == (
        Stance.QUALIFIES,
        "wörtlich",
        "schwach",
    )
    assert words(reader) == "Edit evidence of claim 3"
    assert run(EditEvidence(3, data)) is None


def test_editing_keeps_the_snapshot(run: Run, reader: Reader) -> None:
    before = queries.claim_detail(reader, 1).evidence[0].snapshot_sha256
    run(EditEvidence(1, EvidenceData(Stance.CONTEXT)))
    assert queries.claim_detail(reader, 1).evidence[0].snapshot_sha256 == before is not None
