"""How much it would matter if it were wrong, 1 to 3: a small table of weights learnt from what
people said, over kind, place in the text and classes of words; what raises it is told."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimdesk.domain.claim import Kind
from claimdesk.domain.suggestion import Reason, ReasonKind
from claimdesk.paths import RESOURCES
from claimdesk.services.detection.blocks import BlockKind
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.tokens import richness
from claimdesk.services.detection.words import senses

FILE = RESOURCES / "detection" / "worth.json"
_TOP, _END = 0.12, 0.85
GRAVE = 3
EDGES = frozenset((BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.SERVICE))
"""Who wrote and pictured it and when: in 243 of 244 such claims people said 1."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text: how deep, from 0 to 1, which block; how rich it is in figures."""

    depth: float
    block: int
    figures: int


def place_of(text: str, start: int, block: int) -> Place:
    """The place of a sentence."""
    return Place(start / max(1, len(text)), block, richness(text))


def worth_of(
    sentence: Sentence, first: int, last: int, kind: Kind, place: Place
) -> tuple[int, tuple[Reason, ...]]:
    """Check-worthiness and what raises it."""
    if sentence.block in EDGES:
        return 1, ()
    table = _table()
    scores = [0.0, 0.0, 0.0]
    for name in set(traits(sentence, first, last, kind, place)):
        for at, weight in enumerate(table.get(name, ())):
            scores[at] += weight
    worth = 1 + max(range(3), key=lambda at: (scores[at], at == 1))
    reasons: list[Reason] = []
    if worth == GRAVE:
        if place.depth < _TOP:
            reasons.append(Reason(ReasonKind.IN_HEADLINE))
        else:
            reasons.append(Reason(ReasonKind.GRAVE))
    return worth, tuple(reasons)


def traits(sentence: Sentence, first: int, last: int, kind: Kind, place: Place) -> Iterator[str]:
    """What the worth is told from."""
    top = "top" if place.depth < _TOP else "end" if place.depth > _END else "mid"
    digits = any(token.text[0].isdigit() for token in sentence.tokens[first : last + 1])
    yield from ("b", f"k{kind}", f"{kind}{top}", top, f"h{int(place.depth * 8)}")
    yield from (f"p{min(4, place.block)}", f"B{sentence.block}", f"D{place.figures}")
    yield from (f"D{place.figures}{kind}", f"L{sentence.language}", f"L{sentence.language}{kind}")
    yield f"L{sentence.language}{place.figures}"
    yield f"l{min(6, last - first + 1)}"
    yield f"y{0 if sentence.age < 0 else 1 if sentence.age < 3 else 2 if sentence.age < 20 else 3}"
    yield f"m{min(3, max(sentence.mentions[first : last + 1], default=0))}"
    if sentence.quoted[first]:
        yield from ("Q", f"Q{kind}")
    if digits:
        yield from ("d", f"d{kind}")
    about = senses.lookup(sentence.language)
    for at in range(first, last + 1):
        for name in sentence.classes[at]:
            yield from (f"c{name}", f"c{name}{kind}")
        for name in about[sentence.tokens[at].lower]:
            yield from (f"v{name}", f"v{name}{kind}")
    clause = sentence.clauses[first]
    for at, number in enumerate(sentence.clauses):
        if number == clause:
            yield from (f"x{name}" for name in sentence.classes[at])
            yield from (f"u{name}" for name in about[sentence.tokens[at].lower])
        else:
            yield from (f"U{name}" for name in about[sentence.tokens[at].lower])


@cache
def _table(file: Path = FILE) -> dict[str, Sequence[float]]:
    table: dict[str, Sequence[float]] = json.loads(file.read_text(encoding="utf-8"))
    return table


__all__ = ["BlockKind", "Place", "place_of", "traits", "worth_of"]
