"""Fill a new desk with the sample, as one event."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.article import text_sha256
from claimdesk.domain.history import Message
from claimdesk.domain.source import SourceData
from claimdesk.i18n import N_
from claimdesk.services.importers.sample import Sample, SampleClaim, SampleNote, read_sample

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_Ids = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class CreateSample:
    """Add the sample's article with everything that hangs on it, in German or English;
    'unchecked' without what the check found, to practise on."""

    language: str
    unchecked: bool = False

    def apply(self, work: "Work") -> Message:
        sample = read_sample(self.language, unchecked=self.unchecked)
        article = work.add("article", **asdict(sample.article))
        revision = _add_revision(work, article, sample)
        claims = _add_claims(work, article, sample)
        work.add_all("anchor", [_anchor(claims, revision, claim) for claim in sample.claims])
        _add_evidence(work, claims, sample)
        person = work.person_named(sample.checker)
        work.add_all("note", list(_notes(sample.notes, article, claims, person, work.now)))
        work.add_all("correction", list(_corrections(claims, sample, person, work.now)))
        work.add_all("relation", _relations(claims, sample))
        return Message(N_("Make the sample"))


def _add_revision(work: "Work", article: int, sample: Sample) -> int:
    return work.add(
        "revision",
        article=article,
        number=1,
        text=sample.text,
        sha256=text_sha256(sample.text),
        made_at=work.now,
        origin=sample.origin,
    )


def _add_claims(work: "Work", article: int, sample: Sample) -> _Ids:
    """The claims' ids by their numbers."""
    rows = [
        {
            "article": article,
            "number": claim.number,
            "statement": claim.statement,
            "kind": claim.kind.value,
            "attributed_to": claim.attributed_to,
            "figures": json.dumps(claim.figures, ensure_ascii=False),
            "check_worthiness": claim.check_worthiness,
            "status": claim.status.value,
        }
        for claim in sample.claims
    ]
    ids = work.add_all("claim", rows)
    return {claim.number: id_ for claim, id_ in zip(sample.claims, ids, strict=True)}


def _anchor(claims: _Ids, revision: int, claim: SampleClaim) -> dict[str, Any]:
    place = {"claim": claims[claim.number], "revision": revision}
    return {**place, **asdict(claim.anchor), "origin": AnchorOrigin.MADE.value}


def _add_evidence(work: "Work", claims: _Ids, sample: Sample) -> None:
    ids = work.add_all("source", [_source(data) for data in sample.sources.values()])
    sources = dict(zip(sample.sources, ids, strict=True))
    rows = [
        {
            "claim": claims[one.claim],
            "source": sources[one.source],
            "stance": one.stance.value,
            "excerpt": one.excerpt,
        }
        for one in sample.evidence
    ]
    work.add_all("evidence", rows)


def _source(data: SourceData) -> dict[str, Any]:
    return {**asdict(data), "type": data.type.value, "rank": data.rank.value}


def _notes(
    notes: Iterable[SampleNote], article: int, claims: _Ids, person: int, now: str
) -> Iterable[dict[str, Any]]:
    for note in notes:
        yield {
            "claim": None if note.claim is None else claims[note.claim],
            "article": article if note.claim is None else None,
            "person": person,
            "role": note.role.value,
            "text": note.text,
            "made_at": now,
        }


def _corrections(claims: _Ids, sample: Sample, person: int, now: str) -> Iterable[dict[str, Any]]:
    for correction in sample.corrections:
        yield {
            "claim": claims[correction.claim],
            "old_wording": correction.old_wording,
            "new_wording": correction.new_wording,
            "proposed_by": person,
            "proposed_at": now,
        }


def _relations(claims: _Ids, sample: Sample) -> list[dict[str, Any]]:
    return [
        {
            "claim": claims[tie.claim],
            "other": claims[tie.other],
            "kind": tie.kind.value,
            "remark": tie.remark,
        }
        for tie in sample.relations
    ]
