"""Two wordings word by word: what of the old one goes, and what of the new one is new."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST = 2_000
"""How many words are compared one by one; longer wordings are taken as all new."""

_WORD = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together in one wording; 'changed' where the other one lacks them."""

    words: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """The parts of both wordings, each in its own order."""

    old: tuple[Part, ...]
    new: tuple[Part, ...]

    @property
    def added(self) -> str:
        """The words of the new one that the old one lacks, an ellipsis where words between them
        stayed; all of the new one where nothing was only added or replaced."""
        fresh = [part.words.strip() for part in self.new if part.changed and part.words.strip()]
        return " … ".join(fresh) or "".join(part.words for part in self.new)


def difference(old: str, new: str) -> Difference:
    """How two wordings differ. A blank between two changed words is changed with them."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > LONGEST:
        return Difference((Part(old, True),), (Part(new, True),))
    blocks = SequenceMatcher(_is_blank, before, after, autojunk=False).get_matching_blocks()
    return Difference(
        _parts(before, ((block.a, block.size) for block in blocks)),
        _parts(after, ((block.b, block.size) for block in blocks)),
    )


def _is_blank(word: str) -> bool:
    return word.isspace()


def _parts(words: list[str], same: Iterator[tuple[int, int]]) -> tuple[Part, ...]:
    changed = [True] * len(words)
    for start, size in same:
        changed[start : start + size] = [False] * size
    _join(words, changed)
    parts: list[Part] = []
    for word, is_changed in zip(words, changed, strict=True):
        if parts and parts[-1].changed == is_changed:
            parts[-1] = Part(parts[-1].words + word, is_changed)
        else:
            parts.append(Part(word, is_changed))
    return tuple(parts)


def _join(words: list[str], changed: list[bool]) -> None:
    """Take a blank for changed where the words at both its sides are, and for kept where none
    is."""
    for at, word in enumerate(words):
        if word.isspace():
            sides = changed[at - 1 : at] + changed[at + 1 : at + 2]
            changed[at] = all(sides) and bool(sides)
