"""One name in two spellings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.making import Span, remark
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.words.lexicon import classes
from claimdesk.services.detection.words.senses import lookup

_ENDINGS = {
    "de": ("s", "es", "n", "en", "e", "er", "in", "innen", "ns", "ern", "r", "t", "m", "em"),
    "en": ("s", "es", "n", "an", "ian", "ed", "er", "r", "ing"),
}
_BEFORE = ("det", "prep", "adj", "number", "digits", "quant")


_RANKS = frozenset("Supt Insp Sgt Det Capt Lt Col Gen Maj Cllr Gov Sen Rep Rev Hon Pc".split())


@dataclass(slots=True)
class _Name:
    """A capitalised word: where it stands, what stands around it."""

    spans: list[Span] = field(default_factory=list)
    named: int = 0
    """How often it follows an office or a first name."""
    bare: int = 0
    """How often it stands without an article or the like before it."""
    firsts: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)
    long: bool = False
    inside: bool = False
    """Whether it stands inside a sentence, too."""


def spelling(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Pairs of names that differ by a letter or two."""
    if not sentences:
        return
    text, language = sentences[0].text, sentences[0].language
    names = _names(sentences)
    words = sorted(names)
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            if other[0] != one[0]:
                break
            near = _distance(one.lower(), other.lower(), 1) == 1
            if _is_namesake(one, other, names) or (
                _same(one, other, language)
                and (
                    _is_rare(one, other, language)
                    or _likely(
                        names[one],
                        names[other],
                        near=near,
                        english=language == "en",
                        sure=(names[one].inside and names[other].inside)
                        or _sound(one) == _sound(other),
                    )
                )
            ):
                first, second = sorted((one, other), key=lambda word: names[word].spans[0])
                spans = [names[first].spans[0], names[second].spans[0]]
                yield remark(
                    RemarkKind.NAME_SPELLING, "spelling", text, spans, one=first, other=second
                )


def _names(sentences: Sequence[Sentence]) -> dict[str, _Name]:
    names: dict[str, _Name] = {}
    small: Counter[str] = Counter()
    # Not the look-up of compounds: Steinberg is a name, however much of a place it looks.
    listed = classes(sentences[0].language)
    for sentence in sentences:
        for place, token in enumerate(sentence.tokens):
            text = token.text.removesuffix("’s").removesuffix("'s").rstrip("’'")
            if not text.isalpha() or len(text) < (3 if "ß" in text else 4):
                continue
            if text[0].islower():
                small[text] += 1
                continue
            if text.isupper() or any(name != "org" for name in listed.get(text.lower(), ())):
                continue
            name = names.setdefault(text, _Name(long=len(text) > 5))
            name.spans.append((token.start, token.start + len(text)))
            _look_around(sentence, place, name)
    return {word: name for word, name in names.items() if not small[word.lower()]}


def _look_around(sentence: Sentence, place: int, name: _Name) -> None:
    before = place - 1
    while before >= 0 and sentence.tokens[before].text == ".":
        before -= 1
    if before < 0:
        name.bare += 1
        _look_behind(sentence, place, name)
        return
    name.inside = True
    told, tag = sentence.classes[before], sentence.tags[before]
    if "title" in told or sentence.tokens[before].text in _RANKS:
        name.named += 1
    elif sentence.tokens[before].text[0].isupper() and not told:
        name.named += before > 0 or sentence.names[place] == "person"
        if not lookup(sentence.language)[sentence.tokens[before].lower]:
            name.firsts.add(sentence.tokens[before].text)
    _look_behind(sentence, place, name)
    following = place + 1 < len(sentence.tokens) and sentence.tokens[place + 1].text[0].isupper()
    if following and sentence.language == "en" and sentence.names[place] == "person":
        name.named += 1
    if tag not in _BEFORE and not any(kind in told for kind in _BEFORE):
        name.bare += 1


def _look_behind(sentence: Sentence, place: int, name: _Name) -> None:
    if place + 1 < len(sentence.tokens):
        last = sentence.tokens[place + 1].text
        if last[0].isupper() and not sentence.classes[place + 1]:
            name.lasts.add(last)


def _is_namesake(one: str, other: str, names: dict[str, _Name]) -> bool:
    """Whether they differ by a sign after the same first name, and not by a genitive."""
    short, long = sorted((one, other), key=len)
    shared = names[one].firsts & names[other].firsts
    return bool(shared) and long != short + "s" and _distance(one.lower(), other.lower(), 1) == 1


def _is_rare(one: str, other: str, language: str) -> bool:
    """Whether both sound alike and neither is about anything: a river, a street, a firm."""
    about = lookup(language)
    alike = _sound(one) == _sound(other) and abs(len(one) - len(other)) == 1
    return alike and not about[one.lower()] and not about[other.lower()]


def _likely(one: _Name, other: _Name, *, near: bool, english: bool, sure: bool) -> bool:
    """Whether both are names of people, and not of two people with two first names."""
    if one.lasts & other.lasts and not (one.firsts or other.firsts):
        return True
    if not (one.named or other.named or (near and english and sure and one.long and other.long)):
        return False
    if one.firsts and other.firsts and not (one.firsts & other.firsts):
        return False
    for name, partner in ((one, other), (other, one)):
        if not (name.bare or name.named) and not (partner.named and partner.long and near):
            return False
    return True


def _same(one: str, other: str, language: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.replace("ß", "ss") == short.replace("ß", "ss"):
        return True
    if len(short) < 4 or len(long) - len(short) > 1 + (_sound(short) == _sound(long)):
        return False
    if long.startswith(short) and long[len(short) :] in _ENDINGS[language]:
        return False
    if _stem_differs_by_ending(short, long, language):
        return False
    if _sound(short) == _sound(long):
        return True
    about = lookup(language)
    known = about[short.lower()] or about[long.lower()]
    allowed = 2 if len(short) >= (8 if known else 7) else 1
    return _distance(short.lower(), long.lower(), allowed) <= allowed


_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("dt", "t"), ("tz", "z"), ("ck", "k"), ("c", "k"), ("ß", "s"),
    ("ay", "ei"), ("ai", "ei"), ("ey", "ei"), ("eu", "oi"), ("äu", "oi"), ("y", "i"), ("ie", "i"),
    ("v", "f"), ("w", "f"), ("ä", "e"), ("j", "i"),
)  # fmt: skip


def _sound(name: str) -> str:
    """How it sounds, roughly: Meyer and Maier are one."""
    lower = re.sub(r"ai(\w)$", r"a\1e", name.lower())
    for sign, sound in _SOUNDS:
        lower = lower.replace(sign, sound)
    lower = re.sub(r"(?<=[aeiouöü])h", "", lower)
    lower = re.sub(r"(?<=e)k$", "z", lower) if name.endswith("c") else lower
    return re.sub(r"(.)\1+", r"\1", lower)


def _stem_differs_by_ending(one: str, other: str, language: str) -> bool:
    """'Kasachische' and 'Kasachischen', 'Berliner' and 'Berlins'."""
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    rest = one[common:], other[common:]
    return all(part == "" or part in _ENDINGS[language] for part in rest)


def _distance(one: str, other: str, limit: int) -> int:
    """Edit distance, given up beyond the limit."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        fresh = [number]
        for place, sign in enumerate(other, start=1):
            fresh.append(min(row[place] + 1, fresh[-1] + 1, row[place - 1] + (letter != sign)))
        row = fresh
        if min(row) > limit:
            return limit + 1
    return row[-1]
