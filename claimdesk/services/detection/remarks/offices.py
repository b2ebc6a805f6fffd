"""One person in two offices that nobody holds at once: the minister who was the deputy minister a
page before, the building commissioner who is now the one for schools."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.making import Span, remark
from claimdesk.services.detection.sentence import Sentence

_DEPUTY = r"(?:(?:stellvertretende[rnms]?|deputy|vice|assistant|under-?)[\s-]+)"
_FIELDS = (
    "foreign|finance|health|energy|interior|defence|defense|education|home|justice|trade|"
    "transport|environment|agriculture|labour|labor|economy|culture|housing|prime|social|water"
)
_NAME = r"[A-ZÄÖÜ][a-zäöüß’'-]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
_LATE = (
    r"(?:ehemalig|früher|einstig|damal|einst\b|ex-|alt-|former|then\b|erstwhile|late\b|später|later\b|"
    r"zuvor|vorher|previous|künftig|designiert|incoming|outgoing|neue[rn]?\b|new\b|nachfolg|succe|"
    r"wurde\b|became|become|ernannt|appoint|promot|beförder|gewählt|elected|wechsel|bis \d{4}|"
    r"until|kandid|candidate|zugleich|gleichzeitig|also\b|auch\b|both\b|doppel)"
)
_OFFICES = {
    "de": (
        r"(?P<office>(?P<rank>" + _DEPUTY + r"|Vize-?|Unter)?"
        r"(?P<field>[A-ZÄÖÜa-zäöü][a-zäöüß-]*?)?(?P<head>[Mm]inister|[Dd]ezernent|[Ss]enator|"
        r"[Ss]taatssekretär|[Kk]ämmerer|[Kk]ämmer(?=in)|[Ll]andrat|[Ll]andrät(?=in)|[Pp]räsident|"
        r"[Kk]ommissar|[Dd]irektor|[Rr]ektor|[Dd]ekan|[Vv]orsitzende)(?:in|r|n)?)"
    ),
    "en": (
        r"(?P<office>(?P<rank>" + _DEPUTY + r")?(?:(?P<field>" + _FIELDS + r")\s)?"
        r"(?P<head>minister|secretary|commissioner|mayor|governor|provost|dean|treasurer|"
        r"superintendent|sheriff|director|president|chairman|chairwoman|chair))"
    ),
}
_WITH_FIELDS = frozenset(("minister", "dezernent", "senator", "secretary", "commissioner"))
"""Whoever has one field has no other."""
_NATION = re.compile(r"^(?:bundes|landes)")
_FORMS = {
    "de": (
        rf"\b{_OFFICES['de']}\s+(?:{_NAME}\s+)?(?P<last>{_NAME})",
        rf"(?P<last>{_NAME}),\s(?:(?:der|die)\s(?:als\s)?)?{_OFFICES['de']}\b",
    ),
    "en": (
        rf"\b(?i:{_OFFICES['en']})\s+(?:{_NAME}\s+)?(?P<last>{_NAME})",
        rf"(?P<last>{_NAME}),\s(?:(?:the|a|who as)\s)?(?i:{_OFFICES['en']})\b",
    ),
}
_COMPILED = {name: tuple(map(re.compile, forms)) for name, forms in _FORMS.items()}
_NO_FIRST = re.compile(
    r"^(?:Herrn?|Frau|Mrs?|Ms|Miss|Dr|Prof|Professor\w*)$|"
    r"(?i:minister|dezernent|senator|sekretär|präsident|kommissar|direktor|rektor|dekan|landr[aä]t|"
    r"vorsitzende|secretary|commissioner|mayor|governor|provost|dean|treasurer|superintendent|"
    r"sheriff|director|president|chair)"
)
_OUTDATED = re.compile(_LATE, re.IGNORECASE)


class _Held(NamedTuple):
    """An office that somebody is said to hold."""

    last: str
    rank: bool
    field: str
    head: str
    span: Span
    words: str


def offices(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Compares what each name is called, where neither is said to be past or to come."""
    held: dict[str, list[_Held]] = {}
    for sentence in sentences:
        for one in _held(sentence):
            held.setdefault(one.last, []).append(one)
    for last, found in held.items():
        for one, other in itertools.combinations(found, 2):
            if _exclude(one, other) and _is_one_person(last, sentences[0].text):
                yield remark(
                    RemarkKind.OFFICE_DIFFERS,
                    "offices",
                    sentences[0].text,
                    sorted((one.span, other.span)),
                    name=last,
                    one=one.words,
                    other=other.words,
                )
                break


def _held(sentence: Sentence) -> Iterator[_Held]:
    if _OUTDATED.search(sentence.words):
        return
    for form in _COMPILED[sentence.language]:
        for found in form.finditer(sentence.text, sentence.start, sentence.end):
            starts = [found.start(part) for part in ("rank", "field", "head") if found[part]]
            yield _Held(
                found["last"],
                bool(found["rank"]),
                _NATION.sub("", (found["field"] or "").lower()).rstrip("s-"),
                found["head"].lower(),
                found.span(),
                sentence.text[min(starts) : found.end("office")],
            )


def _exclude(one: _Held, other: _Held) -> bool:
    """Whether nobody is both."""
    if one.head != other.head or one.span[0] == other.span[0]:
        return False
    if one.rank != other.rank:
        return one.field == other.field
    apart = one.field not in other.field and other.field not in one.field
    return bool(one.head in _WITH_FIELDS and one.field and other.field and apart)


def _is_one_person(last: str, text: str) -> bool:
    """Whether the text gives the name no two first names."""
    before = re.findall(rf"\b({_NAME})\s+{re.escape(last)}\b", text)
    return len({word for word in before if not _NO_FIRST.search(word)}) <= 1
