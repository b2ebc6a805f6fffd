"""A second look at each passage once it is cut: which kind it is, or no claim at all. The chain
sees word by word; here the whole passage is seen, with what the chain thought of it."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from claimdesk.paths import RESOURCES
from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.model import table
from claimdesk.services.detection.model.chain import Piece
from claimdesk.services.detection.model.choice import Choice, supports
from claimdesk.services.detection.model.features import Group
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.tokens import richness
from claimdesk.services.detection.words import senses

FILE = RESOURCES / "detection" / "kinds.bin"
NONE = "none"
_WHOLE = frozenset("future opinion neg say source modal past cause".split())


class Seen(NamedTuple):
    """A sentence as the chain has seen it."""

    sentence: Sentence
    cues: Sequence[Cue]
    features: Sequence[Sequence[Group]]
    pieces: Sequence[Piece]
    kinds: Sequence[str]
    depth: float
    """Where in the text, 0 to 1."""


Traits = list[tuple[str, float]]


class Look:
    """Names of kinds, and how likely each is for a passage."""

    def __init__(self, stored: table.Table) -> None:
        self._table = stored
        self._answers: list[str] = stored.head["answers"]

    def likely(self, traits: Traits) -> dict[str, float]:
        """How likely each answer is: a kind, or NONE."""
        rows, step = self._table.rows, self._table.step
        whole = self._table.total(name for name, value in traits if value == 1)
        scores: list[float] = list(whole)
        for name, value in traits:
            if value != 1 and name in rows:
                scores = [
                    score + value * (cell - table.MIDDLE)
                    for score, cell in zip(scores, rows[name], strict=True)
                ]
        top = max(scores)
        grown = [exp((score - top) * step) for score in scores]
        total = sum(grown)
        return {answer: value / total for answer, value in zip(self._answers, grown, strict=True)}

    def again(self, seen: Seen, choices: Sequence[Choice]) -> Iterator[Choice]:
        """The same passages with the kind that is likeliest, and how likely it is."""
        for at, choice in enumerate(choices):
            likely = self.likely(traits_of(seen, choices, at))
            likely.pop(NONE, None)
            kind = max(likely, key=likely.__getitem__)
            yield choice._replace(kind=seen.kinds.index(kind), sure=likely[kind])


def traits_of(seen: Seen, choices: Sequence[Choice], at: int) -> Traits:
    """What one of the passages of a sentence is judged by."""
    choice = choices[at]
    first, last = choice.first, choice.last
    names = {
        *_inside(seen.sentence, first, last),
        *_beside(seen.sentence, first, last),
        *_cued(seen.cues, first, last),
        *("C" + name for name in seen.features[first][0]),
        *_around(seen),
        "pk" + (seen.kinds[choices[at - 1].kind] if at else "^"),
        "nk" + (seen.kinds[choices[at + 1].kind] if at + 1 < len(choices) else "$"),
    }
    return [*((name, 1.0) for name in sorted(names)), *_thought(seen, choice)]


def _inside(sentence: Sentence, first: int, last: int) -> Iterator[str]:
    tokens = sentence.tokens[first : last + 1]
    yield f"l{min(len(tokens), 8)}"
    yield f"n{min(3, sum(token.text[0].isupper() for token in tokens))}"
    yield f"m{min(3, max(sentence.mentions[first : last + 1], default=0))}"
    for at, token in enumerate(tokens, first):
        yield from _word(sentence, at, "i")
        if len(token.lower) > 3:
            yield from (f"i{end}" for end in _affixes(token.lower))
        if sentence.names[at]:
            yield "ig" + sentence.names[at]
        if sentence.quoted[at]:
            yield "iQ"
        if token.text[0].isdigit():
            yield "idigit"


def _affixes(word: str) -> tuple[str, ...]:
    return f"e3{word[-3:]}", f"e4{word[-4:]}", f"p4{word[:4]}", f"p6{word[:6]}"


def _word(sentence: Sentence, at: int, mark: str) -> Iterator[str]:
    word = sentence.tokens[at].lower
    yield f"{mark}w={word}"
    yield f"{mark}t={sentence.tags[at]}"
    for name in sentence.classes[at]:
        yield f"{mark}k{name}"
    for name in senses.lookup(sentence.language)[word]:
        yield f"{mark}v{name}"


def _beside(sentence: Sentence, first: int, last: int) -> Iterator[str]:
    for mark, at in (("-", first - 1), ("+", last + 1)):
        if 0 <= at < len(sentence.tokens):
            yield from _word(sentence, at, mark)
        else:
            yield mark + "edge"


def _cued(cues: Sequence[Cue], first: int, last: int) -> Iterator[str]:
    for cue in cues:
        common = min(cue.last, last) - max(cue.first, first) + 1
        if common > 0:
            yield "c" + cue.reason
            if 2 * common > max(cue.last, last) - min(cue.first, first) + 1:
                yield "cm" + cue.reason


def _around(seen: Seen) -> Iterator[str]:
    sentence = seen.sentence
    yield f"a{sum(token.text == '?' for token in sentence.tokens[-2:])}"
    yield f"d{int(5 * seen.depth)}"
    yield f"D{richness(sentence.text)}"
    yield f"s{min(6, len(sentence.tokens) // 6)}"
    yield from ("x" + name for names in sentence.classes for name in names if name in _WHOLE)


def _thought(seen: Seen, choice: Choice) -> Iterator[tuple[str, float]]:
    """What the chain thought: each kind's share, and how likely it is a claim at all."""
    shares, loose = supports(seen.pieces, choice.first, choice.last, len(seen.kinds))
    total = sum(shares) or 1.0
    for kind, share in zip(seen.kinds, shares, strict=True):
        yield "S" + kind, 4 * share / total
    yield "loose", loose


@cache
def read(file: Path = FILE) -> Look:
    """The shipped weights."""
    return Look(table.read(file))
