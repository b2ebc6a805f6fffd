"""Scores proposed passages against those that people listed, one to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Span = tuple[int, int, int, str]
"""Start, end, check-worthiness, kind."""


@dataclass(frozen=True)
class Score:
    """How well one text's claims were found."""

    same: float
    """F1 of passages that are alike (intersection over union at least 0.3) and of one kind."""
    alike: float
    """F1 of passages that are alike."""
    overlap: float
    central: float
    """Share of the claims of worth 3 that some passage overlaps."""
    worth: tuple[int, int]
    """Of the alike ones, how many have the same worth, and how many there are."""


def fit(one: Span, other: Span) -> float:
    """Intersection over union."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


def pairs(
    gold: Sequence[Span], found: Sequence[Span], match: Callable[[Span, Span], bool]
) -> dict[int, int]:
    """The largest one-to-one pairing: for a found passage the listed one. Central ones first."""
    edges = [[at for at, one in enumerate(found) if match(claim, one)] for claim in gold]
    paired: dict[int, int] = {}

    def grow(claim: int, seen: set[int]) -> bool:
        for at in edges[claim]:
            if at in seen:
                continue
            seen.add(at)
            if at not in paired or grow(paired[at], seen):
                paired[at] = claim
                return True
        return False

    for claim in sorted(range(len(gold)), key=lambda at: -gold[at][2]):
        grow(claim, set())
    return paired


def alike(one: Span, other: Span) -> bool:
    """Whether they are the same claim, be it of another kind."""
    return fit(one, other) >= 0.3


def score(gold: Sequence[Span], found: Sequence[Span]) -> Score:
    """All figures of one text."""
    same = pairs(gold, found, lambda one, other: alike(one, other) and one[3] == other[3])
    both = pairs(gold, found, alike)
    overlap = pairs(gold, found, lambda one, other: fit(one, other) > 0)
    central = [at for at, claim in enumerate(gold) if claim[2] == 3]
    met = set(overlap.values())
    return Score(
        _f1(len(same), gold, found),
        _f1(len(both), gold, found),
        _f1(len(overlap), gold, found),
        sum(at in met for at in central) / max(1, len(central)),
        (sum(gold[claim][2] == found[at][2] for at, claim in both.items()), len(both)),
    )


def _f1(hits: int, gold: Sequence[Span], found: Sequence[Span]) -> float:
    return 2 * hits / max(1, len(gold) + len(found))
