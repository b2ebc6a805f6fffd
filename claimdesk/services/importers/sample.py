"""The sample: a real article's claims with a real check of them, put together from shipped data.

The article is its publisher's and not here. The sample's text is a summary instead: the claims'
own statements, paragraph by paragraph, so that every claim still has a passage to stand at.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import ArticleData, stored_text
from claimdesk.domain.claim import Kind, RelationKind
from claimdesk.domain.note import NoteRole
from claimdesk.domain.person import Person
from claimdesk.domain.source import SourceData, SourceRank, SourceType, Stance
from claimdesk.domain.status import Status
from claimdesk.i18n import _, language, pgettext, speaking
from claimdesk.paths import RESOURCES

FOLDER = RESOURCES / "sample"

_Entry = Mapping[str, Any]
_Entries = Sequence[_Entry]


@dataclass(frozen=True, slots=True)
class SampleClaim:
    """A claim of the sample, anchored at its own statement without the full stop."""

    number: int
    statement: str
    kind: Kind
    check_worthiness: int
    attributed_to: str | None
    figures: tuple[str, ...]
    status: Status
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class SampleEvidence:
    """A source, named by its key, for or against a claim, named by its number."""

    claim: int
    source: str
    stance: Stance
    excerpt: str | None


@dataclass(frozen=True, slots=True)
class SampleNote:
    """A note on the claim of a number, or on the article."""

    claim: int | None
    role: NoteRole
    text: str


@dataclass(frozen=True, slots=True)
class SampleCorrection:
    """A new wording for the passage of a claim, named by its number."""

    claim: int
    old_wording: str
    new_wording: str


@dataclass(frozen=True, slots=True)
class SampleRelation:
    """A tie between the claims of two numbers."""

    claim: int
    other: int
    kind: RelationKind
    remark: str | None


@dataclass(frozen=True, slots=True)
class Sample:
    """All that the sample desk is made of, in one language."""

    article: ArticleData
    text: str
    origin: str
    checker: Person
    claims: tuple[SampleClaim, ...]
    sources: Mapping[str, SourceData]
    evidence: tuple[SampleEvidence, ...]
    notes: tuple[SampleNote, ...]
    corrections: tuple[SampleCorrection, ...]
    relations: tuple[SampleRelation, ...]


def read_sample(spoken: str, *, unchecked: bool = False, folder: Path = FOLDER) -> Sample:
    """The sample in one of i18n.LANGUAGES. Unchecked, it lacks what the check found: statuses,
    notes, evidence and corrections; leads, sources and relations stay, to practise on."""
    book = _load(folder, "claims")
    findings = () if unchecked else _load(folder, "findings")["findings"]
    with speaking(spoken):
        text, anchors = _summary(book["claims"])
        claims = _claims(book["claims"], anchors, _statuses(findings))
        return Sample(
            article=ArticleData(**{**book["article"], "language": spoken}),
            text=text,
            origin=_("Summary made of the claims; the article itself is not included"),
            checker=checker(spoken),
            claims=claims,
            sources={entry["key"]: _source(entry) for entry in _load(folder, "sources")["sources"]},
            evidence=tuple(_evidence(findings)),
            notes=(*_findings_notes(findings), *_leads(book), *_passage_notes(book)),
            corrections=tuple(_corrections(findings, claims)),
            relations=(*_same_facts(book), *_contradictions(book)),
        )


def checker(spoken: str) -> Person:
    """Who did the sample's check: nobody who works on the desk."""
    with speaking(spoken):
        return Person.named(_("Research desk (sample)"))


def _load(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def _said(entry: _Entry, field: str) -> Any:
    """A field that the data has in each language."""
    return entry[f"{field}_{language()}"]


def _summary(entries: _Entries) -> tuple[str, list[Anchor]]:
    """The statements as a text in the article's order, and where each one stands in it."""
    text, spans, paragraph = "", [], None
    for entry in entries:
        if text:
            text += " " if entry["paragraph"] == paragraph else "\n\n"
        paragraph = entry["paragraph"]
        start = len(text)
        text += stored_text(_said(entry, "statement"))
        spans.append((start, len(text.removesuffix("."))))
    return text, [Anchor.at(text, *span) for span in spans]


def _statuses(findings: _Entries) -> dict[int, Status]:
    return {
        number: Status(finding.get("status_of", {}).get(str(number), finding["status"]))
        for finding in findings
        for number in finding["claims"]
    }


def _claims(
    entries: _Entries, anchors: Iterable[Anchor], statuses: Mapping[int, Status]
) -> tuple[SampleClaim, ...]:
    return tuple(
        SampleClaim(
            number=entry["number"],
            statement=stored_text(_said(entry, "statement")),
            kind=Kind(entry["kind"]),
            check_worthiness=entry["check_worthiness"],
            attributed_to=_said(entry, "attributed_to"),
            figures=tuple(entry["figures"]),
            status=statuses.get(entry["number"], Status.UNCHECKED),
            anchor=anchor,
        )
        for entry, anchor in zip(entries, anchors, strict=True)
    )


def _source(entry: _Entry) -> SourceData:
    return SourceData(
        title=entry["title"],
        type=SourceType(entry["type"]),
        rank=SourceRank(entry["kind"]),
        author=entry["author"],
        publisher=entry["publisher"],
        published=entry["published"],
        url=entry["url"],
        language=entry["language"],
        summary=entry["says_de" if language() == "de" else "says"],
        remark=_said(entry, "remark"),
        title_seen=entry["title_seen"],
        date_basis=_date_basis(entry["date_basis"]) if entry["date_basis"] else None,
        read_as=_read_as(entry["read_as"]),
    )


def _date_basis(word: str) -> str:
    return {
        "page": pgettext("date read", "on the page"),
        "address": pgettext("date read", "in the address"),
        "archive": pgettext("date read", "in an archive"),
        "commit date": pgettext("date read", "in the version history"),
    }[word]


def _read_as(word: str) -> str:
    return {
        "excerpt of a copy": _("excerpt of a copy"),
        "record read in full in a copied file": _("record read in full in a copied file"),
    }[word]


def _evidence(findings: _Entries) -> Iterable[SampleEvidence]:
    for finding in findings:
        for number in finding["claims"]:
            for entry in finding["evidence"]:
                yield SampleEvidence(
                    number, entry["source"], Stance(entry["stance"]), entry["excerpt"]
                )


def _findings_notes(findings: _Entries) -> Iterable[SampleNote]:
    for finding in findings:
        for number in finding["claims"]:
            yield SampleNote(number, NoteRole.NOTE, _said(finding, "note"))


def _corrections(findings: _Entries, claims: Iterable[SampleClaim]) -> Iterable[SampleCorrection]:
    passages = {claim.number: claim.anchor.quote for claim in claims}
    for finding in findings:
        if wording := _said(finding, "correction"):
            for number in finding["claims"]:
                yield SampleCorrection(number, passages[number], wording)


def _leads(book: _Entry) -> Iterable[SampleNote]:
    for entry in book["claims"]:
        if doubt := _said(entry, "doubt"):
            yield SampleNote(entry["number"], NoteRole.LEAD, doubt)


def _passage_notes(book: _Entry) -> Iterable[SampleNote]:
    for entry in book["not_checkable"]:
        text = _("Paragraph {paragraph} of the article, {category}: {reason}").format(
            paragraph=entry["paragraph"],
            category=_category(entry["category"]),
            reason=_said(entry, "reason"),
        )
        yield SampleNote(None, NoteRole.PASSAGE, text)


def _category(word: str) -> str:
    return {
        "advertising": pgettext("not a claim", "advertising"),
        "counterfactual": pgettext("not a claim", "what did not happen"),
        "evaluation": pgettext("not a claim", "assessment"),
        "label": pgettext("not a claim", "label"),
        "motive": pgettext("not a claim", "motive"),
        "prediction": pgettext("not a claim", "prediction"),
        "question": pgettext("not a claim", "question"),
        "rhetoric": pgettext("not a claim", "figure of speech"),
        "speculation": pgettext("not a claim", "speculation"),
        "thesis": pgettext("not a claim", "thesis"),
        "transition": pgettext("not a claim", "transition"),
        "vague": pgettext("not a claim", "vague"),
    }[word]


def _same_facts(book: _Entry) -> Iterable[SampleRelation]:
    for claim, other in book["same_fact"]:
        yield SampleRelation(claim, other, RelationKind.SAME_FACT, None)


def _contradictions(book: _Entry) -> Iterable[SampleRelation]:
    for entry in book["contradictions"]:
        for claim, other in combinations(entry["claims"], 2):
            yield SampleRelation(claim, other, RelationKind.CONTRADICTS, _said(entry, "text"))
