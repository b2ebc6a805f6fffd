"""A linear chain over the tokens of a sentence: how likely each passage is a claim of each kind."""

from collections.abc import Sequence
from math import exp
from operator import mul
from typing import NamedTuple

Row = Sequence[float]


class Piece(NamedTuple):
    """Tokens first to last (with it), a kind by its number, and how likely they are just that."""

    first: int
    last: int
    kind: int
    likely: float


_UNLIKELY = 0.02
_LONGEST = 12


class Chain:
    """Labels are O, then B of each kind, then I of each kind; I only goes on from B or I."""

    def __init__(self, kinds: int, start: Row, steps: Sequence[Row]) -> None:
        self._kinds = kinds
        self._first = [exp(value) for value in start[: kinds + 1]] + [0.0] * kinds
        grown = [[exp(value) for value in row] for row in steps]
        self._into = [[row[label] for row in grown] for label in range(kinds + 1)]
        self._out = [row[: kinds + 1] for row in grown]
        self._begun = [grown[1 + kind][1 + kinds + kind] for kind in range(kinds)]
        self._going = [grown[1 + kinds + kind][1 + kinds + kind] for kind in range(kinds)]

    def pieces(self, scores: Sequence[Row]) -> list[Piece]:
        """All passages that are at least a little likely."""
        if not scores:
            return []
        weights = [[exp(value - top) for value in row] for row in scores for top in (max(row),)]
        ahead, totals = self._forward(weights)
        behind = self._backward(weights, totals)
        found: list[Piece] = []
        for place, row in enumerate(ahead):
            for kind in range(self._kinds):
                begins = row[1 + kind]
                if begins * behind[place][1 + kind] >= _UNLIKELY:
                    found += self._from(Piece(place, place, kind, begins), weights, totals, behind)
        return found

    def _forward(self, weights: list[list[float]]) -> tuple[list[list[float]], list[float]]:
        kinds = self._kinds
        row = list(map(mul, weights[0], self._first))
        total = sum(row)
        row = [value / total for value in row]
        rows, totals = [row], [total]
        for weight in weights[1:]:
            fresh = [sum(map(mul, row, column)) for column in self._into]
            fresh += [
                row[1 + kind] * self._begun[kind] + row[1 + kinds + kind] * self._going[kind]
                for kind in range(kinds)
            ]
            row = list(map(mul, fresh, weight))
            total = sum(row)
            row = [value / total for value in row]
            rows.append(row)
            totals.append(total)
        return rows, totals

    def _backward(self, weights: list[list[float]], totals: list[float]) -> list[list[float]]:
        kinds = self._kinds
        row = [1.0] * (2 * kinds + 1)
        rows = [row]
        for place in range(len(weights) - 1, 0, -1):
            total = totals[place]
            ahead = [
                weight * value / total for weight, value in zip(weights[place], row, strict=True)
            ]
            fresh = ahead[: kinds + 1]
            inner = ahead[kinds + 1 :]
            row = [sum(map(mul, fresh, out)) for out in self._out]
            for kind in range(kinds):
                row[1 + kind] += inner[kind] * self._begun[kind]
                row[1 + kinds + kind] += inner[kind] * self._going[kind]
            rows.append(row)
        rows.reverse()
        return rows

    def _from(
        self,
        begun: Piece,
        weights: list[list[float]],
        totals: list[float],
        behind: list[list[float]],
    ) -> list[Piece]:
        """The passages of a kind that begin at a place."""
        start, place, kind, reached = begun
        found, label, onward = [], 1 + kind, self._begun[kind]
        inner = 1 + self._kinds + kind
        while True:
            if place + 1 < len(weights):
                on = onward * weights[place + 1][inner] / totals[place + 1]
                ends = reached * (behind[place][label] - on * behind[place + 1][inner])
            else:
                on, ends = 0.0, reached
            if ends >= _UNLIKELY / 4:
                found.append(Piece(start, place, kind, ends))
            reached *= on
            if reached < _UNLIKELY / 8 or place - start >= _LONGEST:
                return found
            place, label, onward = place + 1, inner, self._going[kind]
