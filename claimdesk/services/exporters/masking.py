"""Keeps out of a report who must not be in it: confidential sources, contact data, and on request
the names of those who worked on it.

A source's name may have slipped into any note, so what a confidential source is known by is
blanked wherever people wrote. The article's own text stays: it is what was, or will be, printed.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import ArticleRow, Revision
from claimdesk.domain.correction import Correction
from claimdesk.domain.coverage import Looked
from claimdesk.domain.desk import DeskInfo
from claimdesk.domain.dossier import ChainHead, Dossier
from claimdesk.domain.erasure import ERASED, SHORTEST, Erasure
from claimdesk.domain.note import Note
from claimdesk.domain.question import Question
from claimdesk.domain.source import Evidence, Source, SourceData, SourceType
from claimdesk.i18n import _

_T = TypeVar("_T")
_Texts = Callable[[str], str]

_OF_THE_TEXT = (Anchor, Revision, ArticleRow, DeskInfo, ChainHead)
_NAMES_NOBODY = {"id", "public_id", "other_public_id", "made_at", "asked_at", "answered_at"}


def masked(dossier: Dossier) -> Dossier:
    """The dossier without contact data, and without all that says who a confidential source is."""
    sources = {source.id: source for source in _sources(dossier)}
    secret = [source for source in sources.values() if source.data.confidential]
    contacts = [s.data.contact for s in sources.values() if s.data.contact]
    if not secret and not contacts:
        return dossier
    dossier = replace(dossier, masked=True)
    if not secret:
        return _with_sources(dossier, {i: _no_contact(s) for i, s in sources.items()})
    known = {source.id: _anonymous(source, at) for at, source in enumerate(secret, 1)}
    shown = {i: known.get(i) or _no_contact(source) for i, source in sources.items()}
    words = _pattern([*(word for one in secret for word in _known_by(one.data)), *contacts])
    dossier = _with_sources(dossier, shown)
    return _in_all_texts(dossier, lambda text: words.sub(ERASED, text))


def without_people(dossier: Dossier) -> Dossier:
    """The dossier with those who worked on it numbered instead of named."""
    names = {
        name: _("Checker {number}").format(number=at) for at, name in enumerate(_people(dossier), 1)
    }

    def unnamed(value: _T) -> _T:
        if not is_dataclass(value) or isinstance(value, type):
            return value
        found = {
            field: names[held]
            for field in (
                "person",
                "changed_by",
                "proposed_by",
                "decided_by",
                "asked_by",
                "answered_by",
            )
            if (held := getattr(value, field, None)) in names
        }
        return replace(value, **found) if found else value

    claims = tuple(
        replace(
            claim,
            row=unnamed(claim.row),
            notes=tuple(map(unnamed, claim.notes)),
            corrections=tuple(map(unnamed, claim.corrections)),
            questions=tuple(map(unnamed, claim.questions)),
        )
        for claim in dossier.claims
    )
    return replace(
        dossier,
        claims=claims,
        notes=tuple(map(unnamed, dossier.notes)),
        questions=tuple(map(unnamed, dossier.questions)),
        erasures=tuple(map(unnamed, dossier.erasures)),
        looked=tuple(map(unnamed, dossier.looked)),
        people=(),
    )


def _people(dossier: Dossier) -> list[str]:
    """Everybody named as having done something, in a settled order."""
    found = dict.fromkeys(dossier.people)
    for claim in dossier.claims:
        found[claim.row.changed_by] = None
        _signers([*claim.notes, *claim.corrections, *claim.questions], found)
    _signers([*dossier.notes, *dossier.questions, *dossier.erasures, *dossier.looked], found)
    found.pop("", None)
    return list(found)


def _signers(
    things: Iterable[Note | Correction | Question | Erasure | Looked], found: dict[str, None]
) -> None:
    for thing in things:
        for field in ("person", "proposed_by", "decided_by", "asked_by", "answered_by"):
            if name := getattr(thing, field, None):
                found[name] = None


def _sources(dossier: Dossier) -> list[Source]:
    cited = {e.source.id: e.source for claim in dossier.claims for e in claim.evidence}
    return list((cited | {source.id: source for source in dossier.sources}).values())


def _no_contact(source: Source) -> Source:
    if source.data.contact is None:
        return source
    return replace(source, data=replace(source.data, contact=None))


def _anonymous(source: Source, number: int) -> Source:
    data = SourceData(
        title=_("Confidential source {number}").format(number=number),
        type=source.data.type,
        rank=source.data.rank,
        confidential=True,
    )
    return replace(source, data=data)


def _with_sources(dossier: Dossier, shown: dict[int, Source]) -> Dossier:
    claims = tuple(
        replace(claim, evidence=tuple(_shown(one, shown) for one in claim.evidence))
        for claim in dossier.claims
    )
    sources = tuple(shown[source.id] for source in dossier.sources)
    return replace(dossier, claims=claims, sources=sources)


def _shown(evidence: Evidence, shown: dict[int, Source]) -> Evidence:
    source = shown[evidence.source.id]
    if not source.data.confidential:
        return evidence if source is evidence.source else replace(evidence, source=source)
    if source is evidence.source:
        return evidence
    return replace(
        evidence,
        source=source,
        locator=None,
        excerpt=None,
        looked=None,
        remark=None,
        snapshot_sha256=None,
    )


def _known_by(data: SourceData) -> Iterable[str]:
    """The words that would give a source away; of a person each part of the name."""
    for text in (data.title, data.author, data.publisher, data.url, data.summary, data.remark):
        if text:
            yield text
    names = (data.title, data.author) if data.type is SourceType.PERSON else ()
    for text in (data.contact, *names):
        yield from re.split(r"[\s,;/()<>|]+", text or "")


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Longest first, each as whole words, however it is written."""
    found = sorted({word.strip() for word in words if len(word.strip()) >= SHORTEST}, key=len)
    parts = [r"\s+".join(map(re.escape, word.split())) for word in reversed(found)]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts or ["(?!)"]) + r")(?!\w)", re.IGNORECASE)


@cache
def _text_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in _NAMES_NOBODY)


def _in_all_texts(value: _T, change: _Texts) -> _T:
    """A value with each text in it changed, down to the last field."""
    if isinstance(value, str):
        # a member of a scale stays what it is
        return cast("_T", change(value)) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(_in_all_texts(one, change) for one in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, (type, *_OF_THE_TEXT)):
        return value
    found: dict[str, Any] = {}
    for name in _text_fields(type(value)):
        before = getattr(value, name)
        if (after := _in_all_texts(before, change)) is not before:
            found[name] = after
    if isinstance(value, Correction):
        found.pop("old_wording", None)  # words of the article
    return replace(value, **found) if found else value
