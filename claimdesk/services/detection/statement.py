"""A statement that can be read alone: the passage with what it hangs on, names for pronouns, a
place for 'there' and a year for 'last year', each only where it is certain."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.topic import RELATIVE_DAYS, Topic, day_meant

_LONGEST = 40
_LEAD = re.compile(r"^(?:und|oder|aber|doch|denn|and|or|but|yet)\s+", re.I)
_EDGES = " ,;:–—-()[]"
_MARKUP = re.compile(r"\]\([^)\s]*\)+|\[(?=[^\[\]]*$)|[*_#]+")
_QUOTED = frozenset('„“”»«"')
_YEARS = (
    (re.compile(r"\b(?:im (?:vergangenen|vorigen|letzten) Jahr|(?:letztes|voriges) Jahr|"
                r"last year)\b(?! \()", re.I), -1),
    (re.compile(r"\b(?:im (?:kommenden|nächsten) Jahr|(?:kommendes|nächstes) Jahr|next year)\b"
                r"(?! \()", re.I), 1),
    (re.compile(r"\b(?:in diesem Jahr|dieses Jahr|this year)\b(?! \()", re.I), 0),
)  # fmt: skip


class Statement(NamedTuple):
    """The words, and what was put in: 'She = Ada Penn'."""

    words: str
    put_in: tuple[str, ...] = ()


def statement_of(
    sentence: Sentence, first: int, last: int, kind: Kind, topic: Topic, *, begin: int = 0
) -> Statement:
    """The clause that the passage stands in, or its whole sentence where that is short; without
    what stands before the token 'begin', unless the passage begins there."""
    if kind in (Kind.QUOTE, Kind.NAME_OFFICE) and last > first:
        first += kind is Kind.NAME_OFFICE and sentence.tags[first] == "prep"
        return Statement(_clean(sentence.between(first, last)))
    if len(sentence.tokens) <= _LONGEST:
        start, end = 0, len(sentence.tokens) - 1
    else:
        start, end = _reach(sentence, first, last)
    start = max(start, min(begin, first))
    words, put_in = sentence.between(start, end), []
    token = sentence.tokens[start]
    if name := topic.meant(sentence, start):
        words = name + words[len(token.text) :]
        put_in.append(f"{token.text} = {name}")
    elif topic.place and sentence.language == "de" and token.text == "Dort":
        words = f"In {topic.place}" + words[len(token.text) :]
        put_in.append(f"{token.text} = {topic.place}")
    words, times = _with_times(words, topic, sentence.language)
    return Statement(_clean(words), (*put_in, *times))


def _with_times(words: str, topic: Topic, language: str) -> tuple[str, list[str]]:
    """'im vergangenen Jahr (2021)', 'gestern (27.03.2022)'; in a quotation they may be those of
    another day."""
    put_in: list[str] = []
    if not _QUOTED.isdisjoint(words):
        return words, put_in
    for form, what in _times(topic, language):
        for found in reversed(list(form.finditer(words))):
            words = f"{words[: found.end()]} ({what}){words[found.end() :]}"
            put_in.append(f"{found.group()} = {what}")
    return words, put_in


def _times(topic: Topic, language: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """What is meant by words for a time, as far as the text's own time is known."""
    if topic.year is not None:
        yield from ((form, str(topic.year + step)) for form, step in _YEARS)
    if topic.day is not None:
        for word, by in RELATIVE_DAYS[language].items():
            form = re.compile(rf"(?<!von )\b{word}\b(?! \()", re.IGNORECASE)
            yield form, day_meant(topic.day, by, language)


def _reach(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Clauses around the passage, until there are words enough."""
    low, high = sentence.clauses[first], sentence.clauses[last]
    start, end = first, last
    for _ in range(2):
        start = next(at for at, number in enumerate(sentence.clauses) if number >= low)
        end = max(at for at, number in enumerate(sentence.clauses) if number <= high)
        if end - start >= 5:
            break
        low = max(0, low - 1)
    return start, end


def _clean(words: str) -> str:
    words = _MARKUP.sub("", words).strip(_EDGES)
    words = _LEAD.sub("", words)
    return words[:1].upper() + words[1:] if words else words
