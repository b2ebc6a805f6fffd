"""Finds what somebody means by a few letters: beginnings of words in any order, parts of long
words (German joins them), the first letters of words that follow each other. 'ubersicht' and
'uebersicht' both find 'Übersicht'.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

INSIDE_FROM = 3
"""Letters from which on a part inside a word counts."""

WHOLE, BEGINNING, INITIALS, INSIDE = 4, 3, 2, 1
"""How well a typed word fits."""

_WORD = re.compile(r"\w+")
_SPELT = {"ä": "ae", "ö": "oe", "ü": "ue"}

Span = tuple[int, int]


class Match(NamedTuple):
    """How well a text fits, and which letters of it were meant."""

    score: float
    spans: tuple[Span, ...]


class _Folded(NamedTuple):
    """A word without case and accents, and where in the text each of its letters stands."""

    letters: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        return self.places[start], self.places[end - 1] + 1


@lru_cache(2048)
def match(query: str, text: str) -> Match | None:
    """How a text fits what was typed; None where some word of it is not found."""
    typed = _typed(query)
    if not typed:
        return Match(0, ())
    words = _words(text)
    found = [_best(part, words) for part in typed]
    if all(found):
        hits = [hit for hit in found if hit]
        score = sum(score for score, _span in hits) / len(hits)
        return Match(score, _joined(span for _score, span in hits))
    return _initials(typed[0], words) if len(typed) == 1 else None


def marks(query: str, text: str) -> tuple[Span, ...]:
    """Which letters of a text are those typed, whether or not all of them are found."""
    words = _words(text)
    hits = (_best(part, words) for part in _typed(query))
    return _joined(hit[1] for hit in hits if hit)


def _typed(query: str) -> list[str]:
    return [_fold(word.group(), word.start(), {}).letters for word in _WORD.finditer(query)]


def _best(part: str, words: tuple[tuple[_Folded, ...], ...]) -> tuple[float, Span] | None:
    """The word that fits a typed part best, with a little more for the text's first word."""
    best: tuple[float, Span] | None = None
    for place, spellings in enumerate(words):
        for word in spellings:
            start = word.letters.find(part)
            score = _score(part, word, start)
            score += 0.5 if score and place == 0 else 0
            if score and (best is None or score > best[0]):
                best = score, word.span(start, start + len(part))
    return best


def _score(part: str, word: _Folded, start: int) -> float:
    if start == 0:
        return WHOLE if len(part) == len(word.letters) else BEGINNING
    return INSIDE if start > 0 and len(part) >= INSIDE_FROM else 0


def _initials(part: str, words: tuple[tuple[_Folded, ...], ...]) -> Match | None:
    firsts = "".join(spellings[0].letters[:1] or " " for spellings in words)
    start = firsts.find(part) if len(part) > 1 else -1
    if start < 0:
        return None
    meant = [words[at][0] for at in range(start, start + len(part))]
    return Match(INITIALS, tuple(word.span(0, 1) for word in meant))


@lru_cache(2048)
def _words(text: str) -> tuple[tuple[_Folded, ...], ...]:
    """The words of a text, each in the one or two ways it may be typed."""
    return tuple(
        tuple(
            dict.fromkeys(_fold(word.group(), word.start(), spelling) for spelling in ({}, _SPELT))
        )
        for word in _WORD.finditer(text)
    )


def _fold(word: str, start: int, spelling: dict[str, str]) -> _Folded:
    letters = [
        (letter, start + place)
        for place, char in enumerate(word)
        for letter in spelling.get(char.casefold()) or _bare(char)
    ]
    return _Folded("".join(letter for letter, _at in letters), tuple(at for _letter, at in letters))


def _bare(char: str) -> str:
    if char.isascii():
        return char.lower()
    parts = unicodedata.normalize("NFKD", char.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _joined(spans: Iterator[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one."""
    joined: list[Span] = []
    for start, end in sorted(set(spans)):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
