"""The report for machines: the whole dossier, versioned, in the same bytes for the same desk.

Rows are named by their public ids, statuses and the like by their identifiers, offsets count
code points of the revision's text. That text and the anchors' quotes stay as stored, since
offsets and SHA-256 speak of them; what could mislead or break a reader is written as an escape.
Every other string is clean.

The format is described by resources/reports/report.schema.json; services/importers/dossier.py
reads it back.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import Revision
from claimdesk.domain.correction import Correction
from claimdesk.domain.coverage import SentenceState
from claimdesk.domain.dossier import ClaimDetail, Dossier, Relation
from claimdesk.domain.note import Note
from claimdesk.domain.question import Question
from claimdesk.domain.source import Evidence, Source
from claimdesk.domain.status import Status
from claimdesk.domain.structure import Structure
from claimdesk.services.exporters.content import not_looked_at, sentence_states, text_order
from claimdesk.services.exporters.hygiene import clean

FORMAT = "claimdesk-report"
VERSION = 1

_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def to_json(dossier: Dossier, *, made_at: str) -> str:
    """The dossier as indented JSON with sorted keys, ending in a line break."""
    return written(_document(dossier, made_at))


def written(document: dict[str, Any]) -> str:
    """A document as indented JSON in which nothing misleads or breaks a reader."""
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _document(dossier: Dossier, made_at: str) -> dict[str, Any]:
    claims = text_order(dossier.claims)
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": clean(made_at),
        "desk": _desk(dossier),
        "article": _article(dossier),
        "revision": dossier.revision and _revision(dossier.revision),
        "counts": _counts(claims),
        "people": sorted(map(clean, dossier.people)),
        "first_event": dossier.first_event and clean(dossier.first_event),
        "last_event": dossier.last_event and clean(dossier.last_event),
        "heads": _heads(dossier),
        "erasures": [
            _cleaned({"time": one.time, "person": one.person, "reason": one.reason})
            for one in dossier.erasures
        ],
        "claims": [_claim(claim, dossier.revision) for claim in claims],
        "notes": _notes(dossier.notes),
        "questions": [_question(question) for question in dossier.questions],
        "sources": _sources(dossier),
        "coverage": _coverage(dossier),
        "left_out": list(dossier.left_out),
        "masked": dossier.masked,
    }


def _coverage(dossier: Dossier) -> dict[str, Any]:
    """How many sentences are in which state, those that nobody looked at, and who looked where."""
    states = [sentence.state for sentence in sentence_states(dossier)]
    return {
        "counts": {state.value: states.count(state) for state in SentenceState},
        "not_looked_at": [
            {"start": start, "end": end, "quote": words}
            for start, end, words in not_looked_at(dossier)
        ],
        "looked": [
            _cleaned(
                {
                    "kind": one.kind.value,
                    "start": one.start,
                    "end": one.end,
                    "person": one.person,
                    "made_at": one.made_at,
                    "remark": one.remark,
                }
            )
            for one in dossier.looked
        ],
    }


def _desk(dossier: Dossier) -> dict[str, Any]:
    desk = dossier.desk
    return _cleaned(
        {
            "id": desk.public_id,
            "title": desk.title,
            "sample": desk.sample,
            "made_at": desk.made_at,
        }
    )


def _article(dossier: Dossier) -> dict[str, Any]:
    data = dossier.article.data
    return _cleaned(
        {
            "id": dossier.article.public_id,
            "title": data.title,
            "author": data.author,
            "publisher": data.publisher,
            "published": data.published,
            "language": data.language,
            "url": data.url,
            "archived": dossier.article.archived,
            "tags": [clean(tag) for tag in dossier.article.tags],
        }
    )


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "id": revision.public_id,
        "number": revision.number,
        "text": revision.text,
        "sha256": revision.sha256,
        "made_at": clean(revision.made_at),
        "origin": clean(revision.origin),
        "structure": json.loads(Structure.from_json(revision.structure).to_json()),
    }


def _counts(claims: Iterable[ClaimDetail]) -> dict[str, int]:
    statuses = [claim.row.status for claim in claims]
    return {status.value: statuses.count(status) for status in Status}


def _heads(dossier: Dossier) -> list[dict[str, Any]]:
    heads = (
        {"writer": head.writer, "events": head.events, "time": head.time, "link": head.link}
        for head in dossier.heads
    )
    return sorted(map(_cleaned, heads), key=lambda head: (head["writer"], head["link"]))


def _claim(claim: ClaimDetail, revision: Revision | None) -> dict[str, Any]:
    row = claim.row
    described = {
        "id": row.public_id,
        "number": row.number,
        "statement": row.statement,
        "kind": row.kind.value,
        "status": row.status.value,
        "check_worthiness": row.check_worthiness,
        "attributed_to": row.attributed_to,
        "figures": [clean(figure) for figure in row.figures],
        "as_of": row.as_of,
        "tags": [clean(tag) for tag in row.tags],
        "badges": [badge.value for badge in row.badges],
        "changed_at": row.changed_at,
        "changed_by": row.changed_by,
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "corrections": [_correction(correction) for correction in claim.corrections],
        "questions": [_question(question) for question in claim.questions],
        "relations": [_relation(relation) for relation in claim.relations],
    }
    current = revision is not None and claim.revision == revision.id
    return _cleaned(described) | {
        "notes": _notes(claim.notes),
        "anchor": claim.anchor and _anchor(claim.anchor, current),
        "passage_state": claim.passage_state and claim.passage_state.value,
        "to_confirm": bool(row.passages_reworded or row.passages_with_another_fact),
    }


def _anchor(anchor: Anchor, current: bool) -> dict[str, Any]:
    """'current' is false where the anchor stands in an older revision than the one given."""
    return {
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "current": current,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return _cleaned(
        {
            "id": evidence.public_id,
            "source": evidence.source.public_id,
            "stance": evidence.stance.value,
            "locator": evidence.locator,
            "excerpt": evidence.excerpt,
            "looked": evidence.looked,
            "remark": evidence.remark,
            "snapshot_sha256": evidence.snapshot_sha256,
            "timing": evidence.timing.value,
        }
    )


def _correction(correction: Correction) -> dict[str, Any]:
    return _cleaned(
        {
            "id": correction.public_id,
            "old_wording": correction.old_wording,
            "new_wording": correction.new_wording,
            "why": correction.why,
            "state": correction.state.value,
            "proposed_by": correction.proposed_by,
            "proposed_at": correction.proposed_at,
            "decided_by": correction.decided_by,
            "decided_at": correction.decided_at,
            "reason": correction.reason,
        }
    )


def _question(question: Question) -> dict[str, Any]:
    return _cleaned(
        {
            "id": question.public_id,
            "addressee": question.addressee.value,
            "name": question.name,
            "text": question.text,
            "asked_by": question.asked_by,
            "asked_at": question.asked_at,
            "answer": question.answer,
            "answered_by": question.answered_by,
            "answered_at": question.answered_at,
        }
    )


def _relation(relation: Relation) -> dict[str, Any]:
    return _cleaned(
        {
            "id": relation.public_id,
            "kind": relation.kind.value,
            "backwards": relation.backwards,
            "other": relation.other_public_id,
            "other_number": relation.other_number,
            "remark": relation.remark,
        }
    )


def _notes(notes: Iterable[Note]) -> list[dict[str, Any]]:
    return [
        _cleaned(
            {
                "id": note.public_id,
                "role": note.role.value,
                "text": note.text,
                "person": note.person,
                "made_at": note.made_at,
                "start": note.start,
                "end": note.end,
            }
        )
        for note in sorted(notes, key=lambda note: note.made_at)
    ]


def _sources(dossier: Dossier) -> list[dict[str, Any]]:
    cited = {e.source.public_id: e.source for claim in dossier.claims for e in claim.evidence}
    sources = cited | {source.public_id: source for source in dossier.sources}
    return [_source(sources[public_id]) for public_id in sorted(sources)]


def _source(source: Source) -> dict[str, Any]:
    data = source.data
    return _cleaned(
        {
            "id": source.public_id,
            "title": data.title,
            "title_seen": data.title_seen,
            "type": data.type.value,
            "rank": data.rank.value,
            "author": data.author,
            "publisher": data.publisher,
            "published": data.published,
            "date_basis": data.date_basis,
            "url": data.url,
            "language": data.language,
            "summary": data.summary,
            "remark": data.remark,
            "read_as": data.read_as,
            "csl": data.csl,
            "confidential": data.confidential,
            "contact": data.contact,
        }
    )


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: clean(value) if isinstance(value, str) else value for key, value in fields.items()}
