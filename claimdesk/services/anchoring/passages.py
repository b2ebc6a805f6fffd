"""Passages that are known only by their hash, for those who have the text and those who have not.

A passage is so many words with a certain hash over them; 'word' says about where they stand.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimdesk.services.anchoring.words import Words

Span = tuple[int, int]

_ENOUGH = 0.8
"""Which share of its passages must be there for a text to be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Passage:
    """So many words with this hash, near the word of this index."""

    name: str
    word: int
    words: int
    sha256: str


def read_passages(file: Path, group: str) -> list[Passage]:
    """The passages of a file's group, by number or id."""
    held = json.loads(file.read_text(encoding="utf-8"))
    return [_passage(entry) for entry in held[group]]


def might_be(text: str, passages: Sequence[Passage]) -> bool:
    """Whether a text is about as long as the one that is meant, and so worth hashing."""
    last = max((passage.word + passage.words for passage in passages), default=0)
    return last <= 2 * len(text.split()) + 100 <= 8 * last + 1000


def locate(text: str, passages: Sequence[Passage]) -> dict[str, Span]:
    """Where the passages stand in a text, by their names; those that do not are left out."""
    words = Words.of(text)
    runs = _runs(words, {passage.words for passage in passages})
    found = {}
    for passage in passages:
        if places := runs[passage.words].get(passage.sha256):
            first = min(places, key=lambda place: abs(place - passage.word))
            spans = words.spans
            found[passage.name] = (spans[first][0], spans[first + passage.words - 1][1])
    return found


def is_meant(found: Mapping[str, Span], passages: Sequence[Passage]) -> bool:
    """Whether so many of the passages were found that this is their text."""
    return bool(passages) and len(found) >= _ENOUGH * len(passages)


def _runs(words: Words, sizes: Iterable[int]) -> dict[int, dict[str, list[int]]]:
    """The hashes of all runs of words of these sizes, and where they begin."""
    runs: dict[int, dict[str, list[int]]] = {}
    for size in sizes:
        hashes: dict[str, list[int]] = defaultdict(list)
        for first in range(len(words.words) - size + 1):
            run = " ".join(words.words[first : first + size])
            hashes[hashlib.sha256(run.encode()).hexdigest()].append(first)
        runs[size] = hashes
    return runs


def _passage(entry: Mapping[str, Any]) -> Passage:
    name = str(entry.get("number", entry.get("id")))
    return Passage(name, entry["word"], entry["words"], entry["sha256"])
