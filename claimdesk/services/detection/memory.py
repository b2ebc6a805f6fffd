"""What a text tells of its own names: who is a person, what a place; and of its time."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimdesk.services.detection.words.lexicon import lookup

_YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b")
_WORD = re.compile(r"[\w’'-]+")
_PLACE_BEFORE = {
    "de": frozenset("in aus nach bei von bis".split()),
    "en": frozenset("in from to at near of".split()),
}


@dataclass(frozen=True, slots=True)
class Memory:
    """The names of a text with what they seem to be, and the year it was written in."""

    names: dict[str, str] = field(default_factory=dict)
    year: int | None = None


def remember(text: str, language: str) -> Memory:
    """Read a text once for its names and its latest year."""
    classes = lookup(language)
    years = [int(found) for found in _YEAR.findall(text)]
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    words = ["", "", *_WORD.findall(text), ""]
    for place in range(2, len(words) - 1):
        name = words[place].lower()
        if len(name) > 2 and words[place][0].isupper() and not classes[name]:
            around = _Around(*(words[at] for at in (place - 2, place - 1, place + 1)))
            votes[name].update(_votes(around, language))
    names = {name: counts.most_common(1)[0][0] for name, counts in votes.items() if counts}
    return Memory(names, max((year for year in years if year < 2100), default=None))


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a name."""

    office: str
    before: str
    after: str


def _votes(around: _Around, language: str) -> Iterator[str]:
    """What the words around a name say of it."""
    classes = lookup(language)
    before = classes[around.before.lower()]
    full = around.before[:1].isupper() and "title" in classes[around.office.lower()]
    if full or "title" in before:
        yield from ("person", "person")
    acts = any(kind in classes[around.after.lower()] for kind in ("say", "aux", "verb"))
    if acts and "det" not in before and "prep" not in before:
        yield "person"
    if around.before.lower() in _PLACE_BEFORE[language]:
        yield "place"
    if "det" in before:
        yield "thing"
