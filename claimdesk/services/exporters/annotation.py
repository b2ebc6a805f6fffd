"""The claims' passages as annotations that other programs can lay over the text: W3C Web
Annotation (https://www.w3.org/TR/annotation-model/), with a TextQuoteSelector and a
TextPositionSelector each.

Offsets and quotes are those of the revision's text as stored; a passage that the text no longer
holds is left out.
"""

from collections.abc import Iterator
from typing import Any

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import Revision
from claimdesk.domain.dossier import ClaimDetail, Dossier
from claimdesk.domain.note import NoteRole
from claimdesk.services.exporters.content import text_order
from claimdesk.services.exporters.hygiene import clean, link
from claimdesk.services.exporters.json_report import written

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FINDINGS = (NoteRole.NOTE, NoteRole.PASSAGE, NoteRole.REASON)


def annotations(dossier: Dossier, *, made_at: str) -> str:
    """The passages as a JSON-LD page of annotations, in the text's order."""
    revision = dossier.revision
    items = [
        _annotation(claim, claim.anchor, revision, dossier)
        for claim in text_order(dossier.claims)
        if revision and claim.anchor and claim.revision == revision.id
    ]
    page = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{dossier.article.public_id}",
        "type": "AnnotationPage",
        "generated": clean(made_at),
        "startIndex": 0,
        "items": items,
    }
    return written(page)


def _annotation(
    claim: ClaimDetail, anchor: Anchor, revision: Revision, dossier: Dossier
) -> dict[str, Any]:
    row = claim.row
    person = clean(row.changed_by)
    return {
        "id": f"urn:uuid:{row.public_id}",
        "type": "Annotation",
        "motivation": "assessing",
        "modified": clean(row.changed_at),
        **({"creator": {"type": "Person", "name": person}} if person else {}),
        "body": [*_bodies(claim)],
        "target": _target(anchor, revision, dossier),
    }


def _bodies(claim: ClaimDetail) -> Iterator[dict[str, str]]:
    """The statement, the verdict, what was found, and where it was looked up."""
    yield _text("describing", clean(claim.row.statement))
    yield _text("assessing", claim.row.status.label)
    for note in claim.notes:
        if note.role in _FINDINGS:
            yield _text("commenting", clean(note.text))
    for evidence in claim.evidence:
        address = evidence.source.data.url
        if address and (where := link(address)):
            yield {"type": "SpecificResource", "purpose": "linking", "source": where}


def _text(purpose: str, words: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words}


def _target(anchor: Anchor, revision: Revision, dossier: Dossier) -> dict[str, Any]:
    """The article's page where it has one, else the revision of its text."""
    address = dossier.article.data.url
    return {
        "type": "SpecificResource",
        "source": (address and link(address)) or f"urn:uuid:{revision.public_id}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.quote,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ],
    }
