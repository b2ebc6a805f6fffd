"""From likely pieces to the passages that are proposed: those that a person's list would match
most often, none overlapping another."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from claimdesk.services.detection.model.chain import Piece
from claimdesk.services.detection.model.phrases import range_from, whole
from claimdesk.services.detection.sentence import Sentence

_ALIKE, _HALF = 0.3, 0.5
"""Intersection over union from which two passages are the same claim."""
_LOOSE = 0.4
"""What a passage alike counts that has half in common at most: the halves of a claim would
otherwise be worth more than the claim."""
_LONGEST = 7

THRESHOLD, ANY_KIND, SPARSE = 0.1, 0.6, 0.06


class Choice(NamedTuple):
    """Tokens first to last (with it), a kind by its number, and how sure that is."""

    first: int
    last: int
    kind: int
    sure: float


def cut(
    sentence: Sentence,
    pieces: Sequence[Piece],
    threshold: float = THRESHOLD,
    any_kind: float = ANY_KIND,
    sparse: float = SPARSE,
) -> list[Choice]:
    """The best passages of a sentence; then, less strictly ('sparse'), those of clauses that are
    still empty."""
    clauses = sentence.clauses
    found = choose(pieces, threshold, any_kind)
    full = {clauses[at] for one in found for at in range(one.first, one.last + 1)}
    empty = [piece for piece in pieces if full.isdisjoint(clauses[piece.first : piece.last + 1])]
    found = _ranges(sentence, joined(sorted(found + choose(empty, sparse, any_kind)), clauses))
    spans = whole(sentence, [(one.first, one.last) for one in found])
    return [
        one._replace(first=span[0], last=span[1])
        for one, span in zip(found, spans, strict=True)
        if span
    ]


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


def supports(
    pieces: Sequence[Piece], first: int, last: int, kinds: int
) -> tuple[list[float], float]:
    """How likely a claim like this passage is of each kind, and of any."""
    masses: defaultdict[tuple[int, int], float] = defaultdict(float)
    by_kind: list[dict[tuple[int, int], float]] = [{} for _ in range(kinds)]
    for piece in pieces:
        if piece.last >= first and piece.first <= last:
            masses[piece.first, piece.last] += piece.likely
            by_kind[piece.kind][piece.first, piece.last] = piece.likely
    span = first, last
    return [_support(span, spans) for spans in by_kind], _support(span, masses)


def joined(choices: Sequence[Choice], clauses: Sequence[int]) -> list[Choice]:
    """Neighbours of one kind in one clause are one claim, unless that gets long."""
    found: list[Choice] = []
    for one in choices:
        before = found[-1] if found else None
        if (
            before
            and before.last + 1 == one.first
            and before.kind == one.kind
            and clauses[before.first] == clauses[one.last]
            and one.last - before.first < _LONGEST
        ):
            found[-1] = before._replace(last=one.last, sure=max(before.sure, one.sure))
        else:
            found.append(one)
    return found


def _ranges(sentence: Sentence, choices: Sequence[Choice]) -> list[Choice]:
    """With both halves of a range in one passage."""
    found: list[Choice] = []
    for one in choices:
        before = found[-1] if found else None
        begins = before and range_from(sentence, before[:2], one[:2])
        if before and begins is not None:
            free = found[-2].last + 1 if len(found) > 1 else 0
            first = max(free, min(before.first, begins))
            found[-1] = before._replace(first=first, last=one.last)
        else:
            found.append(one)
    return found


def _support(span: tuple[int, int], spans: dict[tuple[int, int], float]) -> float:
    """How likely a claim like it is: those alike count, less where half is not in common."""
    first, last = span
    total = 0.0
    for (start, end), likely in spans.items():
        common = min(last, end) - max(first, start) + 1
        if common > 0:
            fit = common / (max(last, end) - min(first, start) + 1)
            if fit >= _ALIKE:
                total += likely * (0.9 + 0.1 * fit if fit > _HALF else _LOOSE)
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
