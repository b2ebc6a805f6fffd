"""What the model sees of each token: the word, its shape, classes, tags, cues and neighbours."""

import re
from collections.abc import Sequence
from functools import lru_cache

from claimdesk.services.detection.cues import Cue
from claimdesk.services.detection.sentence import Sentence

_CAPITALS = re.compile(r"[A-ZÄÖÜ]")
_SMALL = re.compile(r"[a-zäöüß]+")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=8192)
def shape(text: str) -> str:
    """'Xx' for a capitalised word, 'd.d' for 1.900, and so on."""
    return _DIGITS.sub("d", _SMALL.sub("x", _CAPITALS.sub("X", text)))[:6]


@lru_cache(maxsize=16384)
def _own(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    own = ["k" + name for name in names]
    if len(text) > 3 and text[0].isalpha():
        own += ["e2" + text[-2:], "e3" + text[-3:], "p3" + text[:3]]
        if len(text) > 5:
            own += ["e4" + text[-4:], "p4" + text[:4]]
    return tuple(own)


def cue_marks(sentence: Sentence, cues: Sequence[Cue]) -> list[list[str]]:
    """The cues of each token, the first one marked as such."""
    marks: list[list[str]] = [[] for _ in sentence.tokens]
    for cue in cues:
        marks[cue.first].append("B" + cue.reason)
        for at in range(cue.first + 1, cue.last + 1):
            marks[at].append("I" + cue.reason)
        if cue.last + 1 < len(marks):
            marks[cue.last + 1].append("E" + cue.reason)
    return marks


def features_of(sentence: Sentence, cues: Sequence[Cue]) -> list[list[str]]:
    """The features of each token, as names."""
    tokens, tags = sentence.tokens, sentence.tags
    count = len(tokens)
    marks = cue_marks(sentence, cues)
    own = [
        _own(token.lower, names) for token, names in zip(tokens, sentence.classes, strict=True)
    ]
    shapes = [shape(token.text) for token in tokens]
    words = [
        token.lower if token.text[0].isalpha() or len(token.text) == 1 else form
        for token, form in zip(tokens, shapes, strict=True)
    ]
    common = ["b", "L" + sentence.language[0], "B" + sentence.block.value]
    clause = _clause_facts(sentence)
    found: list[list[str]] = []
    for i in range(count):
        here = [*common, "w=" + words[i], "s=" + shapes[i], "t=" + tags[i], *own[i]]
        age = sentence.quoted[i]
        if age:
            here.append("Q")
            here.append(f"Q{min(age, 9)}")
        here += ["c" + mark for mark in marks[i]]
        here += clause[sentence.clauses[i]]
        here.append("o%d" % min(4, i - clause.starts[sentence.clauses[i]]))
        here.append("r%d" % min(4, clause.ends[sentence.clauses[i]] - i))
        for gap, mark in _GAPS:
            j = i + gap
            if not 0 <= j < count:
                here.append(mark + "edge")
                continue
            here.append(mark + "w=" + words[j])
            here.append(mark + "t=" + tags[j])
            here += [mark + "c" + cue for cue in marks[j]] if -2<gap<2 else ()
            here += [mark + name for name in own[j] if -2 < gap < 2 or name[0] == "k"]
        before = tags[i - 1] if i else "^"
        after = tags[i + 1] if i + 1 < count else "$"
        here.append(f"t2={before},{tags[i]}")
        here.append(f"t3={tags[i]},{after}")
        here.append(f"t4={before},{tags[i]},{after}")
        here.append(f"w2={words[i - 1] if i else '^'},{words[i]}")
        here.append(f"w3={words[i]},{words[i + 1] if i + 1 < count else '$'}")
        found.append(here)
    return found


_GAPS = ((-1, "-"), (1, "+"), (-2, "--"), (2, "++"))
_TOLD = frozenset("say source cause super compare law may past neg future opinion month number".split())


class _clause_facts:
    def __init__(self, sentence: Sentence) -> None:
        top = sentence.clauses[-1] + 1 if sentence.clauses else 0
        self.sets = [set() for _ in range(top)]
        self.starts = [10**6] * top
        self.ends = [0] * top
        for i, c in enumerate(sentence.clauses):
            self.starts[c] = min(self.starts[c], i)
            self.ends[c] = i
            for n in sentence.classes[i]:
                if n in _TOLD: self.sets[c].add("x" + n)
            if sentence.tokens[i].text[0].isdigit(): self.sets[c].add("xd")
    def __getitem__(self, c): return self.sets[c]
