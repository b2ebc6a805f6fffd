"""What a text tells of its own names: who is a person, what a place; and of its time."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

_YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b")
_NAME = re.compile(r"(?:([\w.]+)\s+)?\b([A-ZÄÖÜ][\w’'-]+)(?:\s+([\w’'-]+))?")
_PLACE_BEFORE = {
    "de": frozenset("in aus nach bei von bis".split()),
    "en": frozenset("in from to at near of".split()),
}


@dataclass(frozen=True, slots=True)
class Memory:
    """The names of a text with what they seem to be, and the year it was written in."""

    names: dict[str, str] = field(default_factory=dict)
    year: int | None = None


def remember(text: str, language: str, classes: "dict[str, tuple[str, ...]]") -> Memory:
    """Read a text once for its names and its latest year."""
    years = [int(found) for found in _YEAR.findall(text)]
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in _NAME.finditer(text):
        before, name, after = (word or "" for word in found.groups())
        lower = name.lower()
        if len(lower) < 3 or classes[lower]:
            continue
        _vote(votes[lower], before, after, language, classes)
    names = {}
    for name, counts in votes.items():
        best = counts.most_common(1)
        if best:
            names[name] = best[0][0]
    return Memory(names, max((year for year in years if year < 2100), default=None))


def _vote(
    counts: "Counter[str]",
    before: str,
    after: str,
    language: str,
    classes: "dict[str, tuple[str, ...]]",
) -> None:
    told = classes[before.lower()]
    if "title" in told:
        counts["person"] += 2
    if any(kind in classes[after.lower()] for kind in ("say", "aux")) and "det" not in told:
        counts["person"] += 1
    if before.lower() in _PLACE_BEFORE[language]:
        counts["place"] += 1
    if "det" in told:
        counts["thing"] += 1
