"""A statement that can be read alone: the passage with what it hangs on, names for pronouns, a
place for 'there' and a year for 'last year', each only where it is certain."""

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


_HEADER = 600
_DATED = re.compile(
    r"^.*\b(?:stand|updated|aktualisiert|veröffentlicht|published)\b.*?\b((?:19|20)\d\d)\b",
    re.I | re.M,
)
_YEARS = (
    (re.compile(r"\b(?:im (?:vergangenen|vorigen|letzten) Jahr|(?:letztes|voriges) Jahr|"
                r"last year)\b(?! \()", re.I), -1),
    (re.compile(r"\b(?:im (?:kommenden|nächsten) Jahr|(?:kommendes|nächstes) Jahr|next year)\b"
                r"(?! \()", re.I), 1),
    (re.compile(r"\b(?:in diesem Jahr|dieses Jahr|this year)\b(?! \()", re.I), 0),
)  # fmt: skip
_WHERE = frozenset(("in", "nach", "aus"))
_PLACE_CLASSES = frozenset(("country", "geo"))


class Topic:
    """What pronouns mean: the person named last, where only one was; the place of the sentence
    before, where only one was; the year that the text is dated."""

    def __init__(self, text: str = "") -> None:
        self.name: str | None = None
        self.place: str | None = None
        dated = _DATED.search(text[:_HEADER])
        self.year = int(dated[1]) if dated else None

    def follow(self, sentence: Sentence) -> None:
        """Read on: a sentence that names one person makes that the topic, several make none."""
        found = _people(sentence)
        if len(found) == 1:
            self.name = found[0]
        elif found:
            self.name = None
        places = _places(sentence)
        self.place = places[0] if len(places) == 1 else None


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


def _places(sentence: Sentence) -> list[str]:
    """Names after 'in', 'nach' or 'aus' without an article, that are no time."""
    found = [
        token.text
        for before, token, names in zip(
            sentence.tokens, sentence.tokens[1:], sentence.classes[1:], strict=False
        )
        if before.lower in _WHERE and token.text[0].isupper() and _PLACE_CLASSES.issuperset(names)
    ]
    return list(dict.fromkeys(found))


def statement_of(sentence: Sentence, first: int, last: int, kind: Kind, topic: Topic) -> str:
    """The clause that the passage stands in, or its whole sentence where that is short."""
    if kind in (Kind.QUOTE, Kind.NAME_OFFICE) and last > first:
        return _clean(sentence.between(first, last))
    if len(sentence.tokens) <= _LONGEST:
        start, end = 0, len(sentence.tokens) - 1
    else:
        start, end = _reach(sentence, first, last)
    words = sentence.between(start, end)
    token = sentence.tokens[start]
    if topic.name and token.lower in _PRONOUN[sentence.language] and _sure(sentence, start):
        words = topic.name + words[len(token.text) :]
    elif topic.place and sentence.language == "de" and token.text == "Dort":
        words = f"In {topic.place}" + words[len(token.text) :]
    return _clean(_with_year(words, topic.year))


def _with_year(words: str, year: int | None) -> str:
    """'im vergangenen Jahr (2021)'."""
    if year is not None:
        for form, step in _YEARS:
            words = form.sub(rf"\g<0> ({year + step})", words)
    return words


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
