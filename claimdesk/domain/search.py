"""What is looked for, and where it stands in a text: words folded, so that one finds Müller by
'muller' and 'mueller', Straße by 'strasse', Haushaltsdefizit by 'defizit'.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimdesk.i18n import _

SHORTEST_PART = 4
"""Letters that the end of a compound needs to be found by."""
LONGEST_COMPOUND = 40
"""A longer word is no word; it is found by its beginning only."""
MOST_TERMS = 12
AROUND = 24
"""How many characters a snippet shows before the first hit."""
SEEN = 80
"""How many characters of it are seen in any case."""
SNIPPET = 180

_WORD = re.compile(r"[^\W_]+")
_PHRASE = re.compile(r"[\"“”„«»‚‘]([^\"“”„«»‚‘]*)(?:[\"“”„«»‚‘]|$)|(\S+)")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_SPELT_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"))


class Group(StrEnum):
    """Where something is found, in the order of what is shown."""

    CLAIM = "claim"
    NOTE = "note"
    SOURCE = "source"
    TEXT = "text"
    CORRECTION = "correction"
    QUESTION = "question"

    @property
    def label(self) -> str:
        """Its heading in the language spoken."""
        return {
            Group.CLAIM: _("Claims"),
            Group.NOTE: _("Notes"),
            Group.SOURCE: _("Sources"),
            Group.TEXT: _("Articles"),
            Group.CORRECTION: _("Corrections"),
            Group.QUESTION: _("Questions"),
        }[self]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other, the last one perhaps not typed to its end. Each has
    the spellings that are taken for the same."""

    words: tuple[tuple[str, ...], ...]
    begun: bool


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text, and the ranges of it that were looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: where it belongs to, and what of it fits."""

    group: Group
    row: int
    head: str
    snippet: Snippet
    article: int | None = None
    claim: int | None = None
    start: int | None = None
    """In an article's text: where the first hit stands in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one question found: the newest hits of each group, and how many there are; 'more'
    names the groups that hold more than were counted."""

    hits: tuple[Hit, ...] = ()
    counts: tuple[tuple[Group, int], ...] = ()
    more: frozenset[Group] = frozenset()


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without what makes no difference: case, accents, ß."""
    low = word.casefold()
    if low.isascii():
        return low
    split = unicodedata.normalize("NFKD", low.translate(_LETTERS))
    return "".join(sign for sign in split if sign.isalnum())


def folded(text: str) -> list[str]:
    """The words of a text, folded. Line by line: to find those of a long text at once would hold
    up every thread."""
    lines = (unicodedata.normalize("NFC", line) for line in text.splitlines())
    return [word for line in lines for word in map(fold, _WORD.findall(line)) if word]


@lru_cache(maxsize=1 << 16)
def parts(word: str) -> tuple[str, ...]:
    """The ends of a folded word that one finds it by."""
    if not 2 * SHORTEST_PART - 1 <= len(word) <= LONGEST_COMPOUND or not word.isalpha():
        return ()
    return tuple(word[at:] for at in range(3, len(word) - SHORTEST_PART + 1))


def terms(query: str) -> tuple[Term, ...]:
    """What somebody typed, as what is looked for: all of it has to be there, in quotes one after
    the other. Signs mean nothing, so that no query has a wrong form."""
    found: list[Term] = []
    for match in _PHRASE.finditer(unicodedata.normalize("NFC", query)):
        quoted, plain = match.groups()
        words = tuple(
            _spellings(word) for word in _WORD.findall(quoted or plain or "") if fold(word)
        )
        if words:
            closed = quoted is not None and match.end() > match.end(1)
            found.append(Term(words, begun=not closed and len(words[-1][0]) > 1))
    return tuple(found[:MOST_TERMS])


def _spellings(word: str) -> tuple[str, ...]:
    """A word as it is kept, and as it would be kept if its umlauts were spelt the other way."""
    plain, low = fold(word), word.casefold()
    spelt = shortened = low
    for umlaut, letters in _SPELT_OUT:
        spelt = spelt.replace(umlaut, letters)
        shortened = shortened.replace(letters, letters[0])
    return tuple(dict.fromkeys((plain, fold(spelt), fold(shortened))))


def marks(text: str, wanted: Sequence[Term]) -> list[tuple[int, int]]:
    """The ranges of a text in NFC that fit one of the terms, in order, none over another."""
    words = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    found = sorted(span for term in wanted for span in _spans(words, term))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _spans(words: Sequence[tuple[int, str]], term: Term) -> Iterator[tuple[int, int]]:
    if len(term.words) == 1:
        for start, word in words:
            if (span := _within(word, term)) is not None:
                yield start + span[0], start + span[1]
        return
    *firsts, last = term.words
    for at in range(len(words) - len(firsts)):
        if all(fold(words[at + step][1]) in one for step, one in enumerate(firsts)):
            start, word = words[at + len(firsts)]
            if (span := _within(word, Term((last,), term.begun), compounds=False)) is not None:
                yield words[at][0], start + span[1]


def _within(word: str, term: Term, *, compounds: bool = True) -> tuple[int, int] | None:
    """Where in a word a term of one word stands."""
    whole = fold(word)
    for wanted in term.words[0]:
        if whole == wanted or (term.begun and whole.startswith(wanted)):
            return _unfolded(word, 0, len(wanted))
        if compounds and term.begun and len(wanted) >= SHORTEST_PART:
            at = whole.find(wanted, 3)
            if at > 0 and parts(whole):
                return _unfolded(word, at, at + len(wanted))
    return None


def _unfolded(word: str, start: int, end: int) -> tuple[int, int]:
    """A range of a folded word as one of the word itself."""
    reached, first, last = 0, 0, len(word)
    for place, sign in enumerate(word):
        if reached <= start:
            first = place
        reached += len(fold(sign))
        if reached >= end:
            last = place + 1
            break
    return first, last


def snippet(text: str, wanted: Sequence[Term]) -> Snippet:
    """The piece of a text around its first hit, on one line; from its beginning where it has
    none. An ellipsis stands for what is left out."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    found = marks(line, wanted)
    start = max(0, found[0][0] - AROUND) if found and found[0][1] > SEEN else 0
    if start:
        start = line.find(" ", start, found[0][0]) + 1 or start
    end = min(len(line), start + SNIPPET)
    if end < len(line):
        end = max(line.rfind(" ", start + SNIPPET // 2, end), start + SNIPPET // 2)
    before, after = "… " if start else "", " …" if end < len(line) else ""
    shift = len(before) - start
    inside = ((a + shift, b + shift) for a, b in found if start <= a and b <= end)
    return Snippet(before + line[start:end] + after, tuple(inside))
