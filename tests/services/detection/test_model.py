"""The chain, the choice and the shipped weights."""

from itertools import pairwise, product
from math import exp

import pytest

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.model import weights
from claimdesk.services.detection.model.chain import Chain, Piece
from claimdesk.services.detection.model.choice import Choice, choose, joined

START = [0.1, 0.4, -0.2, -1e4, -1e4]
STEPS = [
    [0.3, 0.1, 0.2, -1e4, -1e4],
    [0.2, -0.1, 0.1, 0.7, -1e4],
    [0.0, 0.3, -0.4, -1e4, 0.5],
    [0.1, 0.2, 0.0, 0.4, -1e4],
    [0.3, 0.0, 0.1, -1e4, 0.2],
]
SCORES = [
    [0.2, 1.0, 0.1, 0.0, 0.3],
    [0.1, 0.2, 0.4, 0.9, 0.2],
    [0.5, 0.0, 0.7, 0.3, 0.6],
]


def test_the_chain_agrees_with_counting_all_paths() -> None:
    expected: dict[tuple[int, int, int], float] = {}
    total = 0.0
    for path in product(range(5), repeat=3):
        score = START[path[0]] + sum(SCORES[at][label] for at, label in enumerate(path))
        score += sum(STEPS[one][other] for one, other in pairwise(path))
        weight = exp(score)
        total += weight
        for first in range(3):
            if path[first] not in (1, 2):
                continue
            last = first
            while last + 1 < 3 and path[last + 1] == path[first] + 2:
                last += 1
            key = (first, last, path[first] - 1)
            expected[key] = expected.get(key, 0.0) + weight
    found = {(p.first, p.last, p.kind): p.likely for p in Chain(2, START, STEPS).pieces(SCORES)}
    assert found
    for key, likely in found.items():
        assert likely == pytest.approx(expected[key] / total)
    assert all(key in found for key, weight in expected.items() if weight / total > 0.02)


def test_the_choice_takes_the_likeliest_that_do_not_overlap() -> None:
    pieces = [
        Piece(0, 2, 0, 0.6),
        Piece(0, 1, 0, 0.1),
        Piece(2, 5, 1, 0.1),
        Piece(6, 7, 1, 0.5),
        Piece(8, 9, 1, 0.1),
    ]
    chosen = choose(pieces, threshold=0.2, any_kind=0.0)
    assert [(one.first, one.last, one.kind) for one in chosen] == [(0, 2, 0), (6, 7, 1)]


def test_halves_of_one_kind_in_one_clause_are_joined() -> None:
    clauses = [0, 0, 0, 0, 1, 1]
    halves = [Choice(0, 1, 3, 0.4), Choice(2, 3, 3, 0.6), Choice(4, 5, 3, 0.5)]
    assert joined(halves, clauses) == [Choice(0, 3, 3, 0.6), Choice(4, 5, 3, 0.5)]
    other = [Choice(0, 1, 3, 0.4), Choice(2, 3, 2, 0.6)]
    assert joined(other, clauses) == other


def test_long_passages_are_not_joined() -> None:
    halves = [Choice(0, 4, 3, 0.4), Choice(5, 9, 3, 0.6)]
    assert joined(halves, [0] * 10) == halves


def test_nothing_likely_gives_nothing() -> None:
    assert choose([], 0.2, 0.1) == []
    assert Chain(2, START, STEPS).pieces([]) == []


def test_the_shipped_weights_are_small_and_know_all_kinds() -> None:
    assert weights.FILE.stat().st_size < 2_000_000
    assert weights.read().kinds == [kind.value for kind in Kind]
