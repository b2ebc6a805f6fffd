"""What the model sees of each token: the word, its shape, classes, senses, tags, cues, neighbours.

Features that always come together are one group, the same tuple each time: the weights add up a
group once and remember the sum."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.tokens import richness
from claimdesk.services.detection.words import senses

Group = tuple[str, ...]
_CAPITALS = re.compile(r"[A-ZÄÖÜ]")
_SMALL = re.compile(r"[a-zäöüß]+")
_DIGITS = re.compile(r"\d+")
_GAPS = ((-1, "-"), (1, "+"), (-2, "--"), (2, "++"))
_TOLD = frozenset(
    "say source cause super compare law may past neg future opinion month number".split()
)


def features_of(sentence: Sentence, cues: Sequence[Cue]) -> list[list[Group]]:
    """The features of each token, as groups of names."""
    about = senses.lookup(sentence.language)
    words = [
        (token.text, names, tag, about[token.lower])
        for token, names, tag in zip(sentence.tokens, sentence.classes, sentence.tags, strict=True)
    ]
    marks = _marks(sentence, cues)
    clauses = _clauses(sentence)
    places = _places(sentence)
    found = []
    for at, word in enumerate(words):
        groups = [clauses[sentence.clauses[at]], places[at], _word("", *word), *_pairs(at, words)]
        if marks[at]:
            groups.append(tuple(marks[at]))
        for gap, mark in _GAPS:
            other = at + gap
            if not 0 <= other < len(words):
                groups.append((mark + "edge",))
                continue
            groups.append(_word(mark, *words[other]))
            if len(mark) == 1 and marks[other]:
                groups.append(tuple(mark + name for name in marks[other]))
        found.append(groups)
    return found


_Word = tuple[str, tuple[str, ...], str, tuple[str, ...]]


@lru_cache(maxsize=32768)
def _word(mark: str, text: str, names: tuple[str, ...], tag: str, about: tuple[str, ...]) -> Group:
    """What is seen of a word itself; of one further away less."""
    far = len(mark) > 1
    own = [f"w={_spelt(text)}", "t=" + tag]
    own += ["k" + name for name in names]
    own += ["v" + name for name in about]
    lower = text.lower()
    if not far and len(lower) > 3 and lower[0].isalpha():
        own += ("e2" + lower[-2:], "e3" + lower[-3:], "p3" + lower[:3])
        if len(lower) > 5:
            own += ("e4" + lower[-4:], "p4" + lower[:4])
    if not mark:
        own.append("s=" + _shape(text))
    return tuple(mark + name for name in own)


@lru_cache(maxsize=8192)
def _spelt(text: str) -> str:
    return text.lower() if text[0].isalpha() or len(text) == 1 else _shape(text)


def _pairs(at: int, words: Sequence[_Word]) -> tuple[Group, Group, Group]:
    """The word and its tag with those beside it."""
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    word, tag = _spelt(words[at][0]), words[at][2]
    return (
        _tags(before[2] if before else "^", tag, after[2] if after else "$"),
        (f"w2={_spelt(before[0]) if before else '^'},{word}",),
        (f"w3={word},{_spelt(after[0]) if after else '$'}",),
    )


@lru_cache(maxsize=8192)
def _tags(before: str, tag: str, after: str) -> Group:
    return f"t2={before},{tag}", f"t3={tag},{after}", f"t4={before},{tag},{after}"


def _clauses(sentence: Sentence) -> list[Group]:
    """What is told in each clause: its classes, what its small words are about, its figures."""
    about = senses.lookup(sentence.language)
    count = sentence.clauses[-1] + 1 if sentence.clauses else 0
    told: list[set[str]] = [set() for _ in range(count)]
    for at, clause in enumerate(sentence.clauses):
        token = sentence.tokens[at]
        told[clause].update("x" + name for name in sentence.classes[at] if name in _TOLD)
        kind = "vc" if at == 0 or token.text[0].islower() else "nc"
        told[clause].update(kind + name for name in about[token.lower])
        if token.text[0].isdigit():
            told[clause].add("xdigit")
    rich, language = richness(sentence.text), sentence.language
    of_text = ("b", "L" + language, f"D{rich}", f"D{min(2, rich // 2)}{language}")
    common = (*of_text, "B" + sentence.block.value, _past(sentence.age))
    return [(*common, *sorted(names)) for names in told]


def _places(sentence: Sentence) -> list[Group]:
    """Where in its clause and quotation each token stands, and what the text knows of it."""
    count = sentence.clauses[-1] + 1 if sentence.clauses else 0
    starts, ends = [len(sentence.tokens)] * count, [0] * count
    for at, clause in enumerate(sentence.clauses):
        starts[clause], ends[clause] = min(starts[clause], at), at
    return [
        (
            f"o{min(4, at - starts[clause])}",
            f"r{min(4, ends[clause] - at)}",
            *_known(sentence.quoted[at], sentence.mentions[at], sentence.names[at]),
        )
        for at, clause in enumerate(sentence.clauses)
    ]


def _known(age: int, mention: int, name: str) -> Iterator[str]:
    if age:
        yield from ("Q", f"Q{min(age, 9)}")
    if mention:
        yield f"m{min(3, mention)}"
    if name:
        yield "g" + name


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
