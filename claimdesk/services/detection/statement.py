"""A statement that can be read alone: the passage with what it hangs on, names for pronouns."""

import re

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.sentence import Sentence

_LONGEST = 24
_PRONOUN = {
    "de": frozenset(("er", "sie")),
    "en": frozenset(("he", "she")),
}
_LEAD = re.compile(r"^(?:und|oder|aber|doch|denn|and|or|but|yet|so)\s+", re.I)
_EDGES = " ,;:–—-()[]"
_MARKUP = re.compile(r"\]\([^)\s]*\)+|\[(?=[^\[\]]*$)|[*_#]+")


class Topic:
    """The person that pronouns mean: the last one named, where only one was."""

    def __init__(self) -> None:
        self.name: str | None = None

    def follow(self, sentence: Sentence) -> None:
        """Read on: a sentence that names one person makes that the topic, several make none."""
        found = _people(sentence)
        if len(found) == 1:
            self.name = found[0]
        elif found:
            self.name = None


def _people(sentence: Sentence) -> list[str]:
    people: list[str] = []
    place, count = 0, len(sentence.tokens)
    while place < count:
        start = place
        while place < count and sentence.names[place] == "person":
            place += 1
        if place > start:
            people.append(sentence.between(start, place - 1))
        place += 1
    return list(dict.fromkeys(people))


def statement_of(sentence: Sentence, first: int, last: int, kind: Kind, topic: str | None) -> str:
    """The clause that the passage stands in, or its whole sentence where that is short."""
    if kind in (Kind.QUOTE, Kind.NAME_OFFICE) and last > first:
        return _clean(sentence.between(first, last))
    if len(sentence.tokens) <= _LONGEST:
        start, end = 0, len(sentence.tokens) - 1
    else:
        start, end = _reach(sentence, first, last)
    words = sentence.between(start, end)
    if topic and start < len(sentence.tokens):
        token = sentence.tokens[start]
        if token.lower in _PRONOUN[sentence.language] and _sure(sentence, start):
            words = topic + words[len(token.text) :]
    return _clean(words)


def _sure(sentence: Sentence, place: int) -> bool:
    """German 'sie' is many or one: only with a verb that says one."""
    if sentence.tokens[place].lower != "sie":
        return True
    following = sentence.tokens[place + 1].lower if place + 1 < len(sentence.tokens) else ""
    return following.endswith("t") or following in ("war", "hatte", "wurde", "sei", "habe")


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
