"""From likely pieces to the passages that are proposed: those that a person's list would match
most often, none overlapping another."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from claimdesk.services.detection.model.chain import Piece

_ALIKE = 0.3
"""Intersection over union from which two passages are the same claim."""


class Choice(NamedTuple):
    """Tokens first to last (with it), a kind by its number, and how sure that is."""

    first: int
    last: int
    kind: int
    sure: float


def choose(pieces: Sequence[Piece], threshold: float, any_kind: float) -> list[Choice]:
    """The best set of passages. A piece is worth how likely some claim of its kind is alike,
    and a little how likely one of any kind is, less the threshold."""
    masses: defaultdict[tuple[int, int], float] = defaultdict(float)
    for piece in pieces:
        masses[piece.first, piece.last] += piece.likely
    loose = {span: _support(span, masses) for span in masses}
    by_kind: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for piece in pieces:
        by_kind[piece.kind][piece.first, piece.last] = piece.likely
    best: dict[tuple[int, int], tuple[float, float, int]] = {}
    for kind, spans in by_kind.items():
        for span in spans:
            sure = _support(span, spans)
            worth = sure + any_kind * loose[span] - threshold
            if worth > 0 and (span not in best or worth > best[span][0]):
                best[span] = (worth, sure, kind)
    return _apart(best)


def _support(span: tuple[int, int], spans: dict[tuple[int, int], float]) -> float:
    """How likely a claim like it is: those alike count, the more the better they fit."""
    first, last = span
    total = 0.0
    for (start, end), likely in spans.items():
        common = min(last, end) - max(first, start) + 1
        if common > 0:
            fit = common / (max(last, end) - min(first, start) + 1)
            if fit >= _ALIKE:
                total += likely * (0.7 + 0.3 * fit)
    return total


def _apart(spans: dict[tuple[int, int], tuple[float, float, int]]) -> list[Choice]:
    """The set of spans apart from each other that is worth most."""
    ends, values = [-1], [0.0]
    chosen: list[tuple[Choice, int] | None] = [None]
    for (first, last), (worth, sure, kind) in sorted(
        spans.items(), key=lambda item: (item[0][1], item[0][0])
    ):
        before = bisect_left(ends, first) - 1
        value = values[before] + worth
        if value > values[-1]:
            ends.append(last)
            values.append(value)
            chosen.append((Choice(first, last, kind, sure), before))
    found, at = [], len(chosen) - 1
    while link := chosen[at]:
        found.append(link[0])
        at = link[1]
    return found[::-1]
