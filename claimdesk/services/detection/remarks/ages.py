"""Ages that do not fit a birth, or each other: '61', and soon '64'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.calendar import YEAR, amount
from claimdesk.services.detection.remarks.making import Span, plain, remark
from claimdesk.services.detection.sentence import Sentence

_BORN = {
    "de": re.compile(r"\b(?:geboren\w*|zur Welt|Jahrgang)\b", re.I),
    "en": re.compile(r"\b(?:was born|born)\b", re.I),
}
_AGES = {
    "de": re.compile(
        r"(?:\bmit\s+(\w+)\s+Jahren\b|\bim Alter von\s+(\w+)|\b(\d{1,3})[-\s]?[Jj]ährige?[nrs]?\b|"
        r"(?<=[a-zäöüß]),\s(\d{2,3}),|\b(\d{2,3})\s+Jahre alt\b)"
    ),
    "en": re.compile(
        r"(?:\bat the age of\s+([\w-]+)|\baged\s+([\w-]+)|\b(\d{1,3})-year-old\b|"
        r"(?<=[a-z]),\s(\d{2,3}),|\bat\s+(\d{2})\b(?!\s*(?:per|%|degrees|p\.?m|a\.?m)))"
    ),
}
_TURNS = {
    "de": re.compile(r"\bwird\s+(?:sie|er)\s+(\d{2,3})\b|\b(?:wird|wurde)\s+(\d{2,3})[.,]"),
    "en": re.compile(r"\b(?:turns|will turn|will be|turned)\s+(\d{2,3})\b(?!\s*(?:per|%))"),
}
_BESIDE = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß-]+\s)?(?P<name>[A-ZÄÖÜ][a-zäöüß-]+)(?:, (?P<age>\d{2}),(?!\d))"
)
_OWN_AGE = re.compile(r"\b[Mm]it (?:ihren|seinen) (?P<age>\d{2}) Jahren\b")
_THEN = re.compile(r"\b(?:damals|seinerzeit|when|was then|at the time|als (?:er|sie))\b", re.I)
_UNLIKELY = 15
"""Years that no slip makes: then it is somebody else."""
_PRONOUNS = frozenset("er sie he she ihr sein his her".split())
_NEAR, _FULL_NAME = 4, 3


@dataclass(frozen=True, slots=True)
class _Age:
    """An age with its place; 'beside' a name: ', 61,'."""

    span: Span
    value: float
    beside: bool


def ages(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Compares with the one birth that the text tells, and 'turns' with an age before."""
    yield from _with_birth(sentences)
    yield from _next_birthday(sentences)
    yield from _told_twice(sentences)


def _with_birth(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    births = [
        (at, years[0])
        for at, sentence in enumerate(sentences)
        if _BORN[sentence.language].search(sentence.words)
        for years in (_years(sentence),)
        if len(years) == 1 and _is_beside(sentence, years[0])
    ]
    if len(births) != 1:
        return
    ((birth, year),) = births
    people = _names(sentences[birth])
    latest = max(int(found) for found in YEAR.findall(sentences[0].text))
    for at, sentence in enumerate(sentences):
        near = abs(at - birth) < _NEAR and len(_names(sentence) - people) <= _FULL_NAME
        if not (near or people & _names(sentence) or _told_of_one(sentence)):
            continue
        years = [] if at == birth else _years(sentence)
        when = int(years[0].group()) if len(years) == 1 else latest
        slack = 0 if len(years) == 1 else 1
        for age in _ages(sentence):
            right = when - int(year.group())
            if len(years) < 2 and not right - 1 - slack <= age.value <= right + slack:
                yield remark(
                    RemarkKind.AGE_DIFFERS,
                    "age_of_birth",
                    sentence.text,
                    sorted([year.span(), age.span]),
                    born=year.group(),
                    year=str(when),
                    right=plain(right, sentence.language),
                    written=plain(age.value, sentence.language),
                )


def _is_beside(sentence: Sentence, year: re.Match[str]) -> bool:
    """Whether the year stands in the clause of the birth."""
    born = _BORN[sentence.language].search(sentence.text, sentence.start, sentence.end)
    clauses = {
        clause
        for token, clause in zip(sentence.tokens, sentence.clauses, strict=True)
        if token.start == year.start() or (born and token.start == born.start())
    }
    return len(clauses) == 1


def _years(sentence: Sentence) -> list[re.Match[str]]:
    return list(YEAR.finditer(sentence.text, sentence.start, sentence.end))


def _next_birthday(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """'Pohlmann, 61, leitet …' and at the end 'Im Mai wird sie 64': one age in the text."""
    before: list[_Age] = []
    for sentence in sentences:
        for found in _TURNS[sentence.language].finditer(
            sentence.text, sentence.start, sentence.end
        ):
            turned = float(next(group for group in found.groups() if group))
            if len(before) != 1 or not 18 <= before[0].value <= 110:
                continue
            if YEAR.search(sentence.words) or before[0].value <= turned <= before[0].value + 1:
                continue
            yield remark(
                RemarkKind.AGE_DIFFERS,
                "ages",
                sentence.text,
                [before[0].span, found.span()],
                one=plain(before[0].value, sentence.language),
                other=plain(turned, sentence.language),
            )
        before += [age for age in _ages(sentence) if age.beside]


def _told_twice(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """'Krall, 73,' and 'Krall, 71,', or 'mit ihren 71 Jahren' where one age alone was told."""
    told: dict[str, re.Match[str]] = {}
    for sentence in sentences:
        if YEAR.search(sentence.words) or _THEN.search(sentence.words):
            continue
        own = _OWN_AGE.search(sentence.text, sentence.start, sentence.end)
        before = next(iter(told.values())) if len(told) == 1 else None
        found = list(_BESIDE.finditer(sentence.text, sentence.start, sentence.end))
        pairs = [(told[one["name"]], one) for one in found if one["name"] in told]
        if own and before and not found:
            pairs.append((before, own))
        for first, second in pairs:
            if 0 < abs(int(first["age"]) - int(second["age"])) < _UNLIKELY:
                yield remark(
                    RemarkKind.AGE_DIFFERS,
                    "ages",
                    sentence.text,
                    [first.span(), second.span()],
                    one=first["age"],
                    other=second["age"],
                )
        for one in found:
            told.setdefault(one["name"], one)


def _ages(sentence: Sentence) -> Iterator[_Age]:
    for found in _AGES[sentence.language].finditer(sentence.text, sentence.start, sentence.end):
        word = next(group for group in found.groups() if group)
        value = amount(word, sentence.language)
        if value is not None and 1 < value < 120:
            yield _Age(found.span(), value, found.group().startswith(","))


def _names(sentence: Sentence) -> set[str]:
    return {
        token.text
        for token, name in zip(sentence.tokens, sentence.names, strict=True)
        if name == "person"
    }


def _told_of_one(sentence: Sentence) -> bool:
    """Whether it speaks of somebody by a pronoun, naming nobody."""
    return not _names(sentence) and any(token.lower in _PRONOUNS for token in sentence.tokens)
