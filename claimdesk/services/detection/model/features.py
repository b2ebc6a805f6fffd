"""What the model sees of each token: the word, its shape, classes, tags, cues and neighbours."""

import re
from collections.abc import Sequence
from functools import lru_cache

from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.sentence import Sentence

_CAPITALS = re.compile(r"[A-ZÄÖÜ]")
_SMALL = re.compile(r"[a-zäöüß]+")
_DIGITS = re.compile(r"\d+")
_GAPS = ((-1, "-"), (1, "+"), (-2, "--"), (2, "++"))
_TOLD = frozenset(
    "say source cause super compare law may past neg future opinion month number".split()
)


def features_of(sentence: Sentence, cues: Sequence[Cue]) -> list[list[str]]:
    """The features of each token, as names."""
    own = [
        [*_of_word(token.lower, names), "t=" + tag]
        for token, names, tag in zip(sentence.tokens, sentence.classes, sentence.tags, strict=True)
    ]
    shapes = [_shape(token.text) for token in sentence.tokens]
    words = [
        token.lower if token.text[0].isalpha() or len(token.text) == 1 else shape
        for token, shape in zip(sentence.tokens, shapes, strict=True)
    ]
    marks = _marks(sentence, cues)
    near = [
        [f"w={word}", *features, *mark]
        for word, features, mark in zip(words, own, marks, strict=True)
    ]
    far = [
        [f"w={word}", *(name for name in features if name[0] in "kt")]
        for word, features in zip(words, own, strict=True)
    ]
    around = _around(sentence)
    return [
        [
            *around[place],
            "s=" + shapes[place],
            *near[place],
            *_neighbours(place, near, far),
            *_pairs(place, sentence.tags, words),
        ]
        for place in range(len(words))
    ]


def _neighbours(place: int, near: list[list[str]], far: list[list[str]]) -> list[str]:
    found: list[str] = []
    for gap, mark in _GAPS:
        other = place + gap
        if not 0 <= other < len(near):
            found.append(mark + "edge")
        else:
            source = near if -2 < gap < 2 else far
            found += [mark + name for name in source[other]]
    return found


def _pairs(place: int, tags: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    first, last = place == 0, place + 1 == len(words)
    before, after = "^" if first else tags[place - 1], "$" if last else tags[place + 1]
    return (
        f"t2={before},{tags[place]}",
        f"t3={tags[place]},{after}",
        f"t4={before},{tags[place]},{after}",
        f"w2={'^' if first else words[place - 1]},{words[place]}",
        f"w3={words[place]},{'$' if last else words[place + 1]}",
    )


def _around(sentence: Sentence) -> list[list[str]]:
    """Block, time, clause and quotation that each token is in."""
    common = ["b", "L" + sentence.language, "B" + sentence.block.value, _past(sentence.age)]
    count = sentence.clauses[-1] + 1 if sentence.clauses else 0
    told: list[set[str]] = [set() for _ in range(count)]
    starts, ends = [len(sentence.tokens)] * count, [0] * count
    for place, clause in enumerate(sentence.clauses):
        starts[clause], ends[clause] = min(starts[clause], place), place
        told[clause].update("x" + name for name in sentence.classes[place] if name in _TOLD)
        if sentence.tokens[place].text[0].isdigit():
            told[clause].add("xdigit")
    found = []
    for place, clause in enumerate(sentence.clauses):
        here = [*common, *sorted(told[clause])]
        here.append(f"o{min(4, place - starts[clause])}")
        here.append(f"r{min(4, ends[clause] - place)}")
        if age := sentence.quoted[place]:
            here += ("Q", f"Q{min(age, 9)}")
        if mention := sentence.mentions[place]:
            here.append(f"m{min(3, mention)}")
        if name := sentence.names[place]:
            here.append("g" + name)
        found.append(here)
    return found


def _past(age: int) -> str:
    if age < 0:
        return "y?"
    return "y0" if age < 2 else "y1" if age < 8 else "y2" if age < 30 else "y3"


def _marks(sentence: Sentence, cues: Sequence[Cue]) -> list[list[str]]:
    """The cues of each token: where one begins, goes on, has just ended."""
    marks: list[list[str]] = [[] for _ in sentence.tokens]
    for cue in cues:
        marks[cue.first].append("cB" + cue.reason)
        for place in range(cue.first + 1, cue.last + 1):
            marks[place].append("cI" + cue.reason)
        if cue.last + 1 < len(marks):
            marks[cue.last + 1].append("cE" + cue.reason)
    return marks


@lru_cache(maxsize=8192)
def _shape(text: str) -> str:
    """'Xx' for a capitalised word, 'd.d' for 1.900, and so on."""
    return _DIGITS.sub("d", _SMALL.sub("x", _CAPITALS.sub("X", text)))[:6]


@lru_cache(maxsize=16384)
def _of_word(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Its classes, how it begins and how it ends."""
    own = ["k" + name for name in names]
    if len(text) > 3 and text[0].isalpha():
        own += ("e2" + text[-2:], "e3" + text[-3:], "p3" + text[:3])
        if len(text) > 5:
            own += ("e4" + text[-4:], "p4" + text[:4])
    return tuple(own)
