"""The chain, the choice and the shipped weights."""

from itertools import pairwise, product
from math import exp
from pathlib import Path

import pytest

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.model import kinds, table, weights
from claimdesk.services.detection.model.chain import Chain, Piece
from claimdesk.services.detection.model.choice import Choice, choose, joined, supports

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


def test_what_is_thought_of_a_passage_counts_those_like_it() -> None:
    pieces = [Piece(0, 2, 0, 0.6), Piece(0, 1, 1, 0.2), Piece(6, 7, 1, 0.5)]
    shares, any_of_them = supports(pieces, 0, 2, 3)
    assert shares[0] == pytest.approx(0.6)
    assert 0 < shares[1] < 0.2
    assert shares[2] == 0
    assert any_of_them == pytest.approx(shares[0] + shares[1])


def test_a_stored_table_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "table.bin"
    table.write({"width": 3, "step": 0.5, "why": "ü"}, ["one", "two"], bytes(range(126, 132)), file)
    held = table.read(file)
    assert held.head["why"] == "ü"
    assert held.total(["one", "two", "unknown"]) == (-2 + 1, -1 + 2, 0 + 3)
    assert held.total([]) == (0, 0, 0)


def test_the_second_look_weighs_names_and_how_much_of_them() -> None:
    cells = bytes([129, 128, 128, 130])
    look = kinds.Look(
        table.Table({"width": 2, "step": 1.0, "answers": ["date", "none"]}, ["a", "b"], cells)
    )
    odds = {name: exp(1.0) if name == "date" else exp(2 * 0.25) for name in ("date", "none")}
    expected = {name: value / sum(odds.values()) for name, value in odds.items()}
    assert look.likely([("a", 1.0), ("b", 0.25), ("c", 1.0)]) == pytest.approx(expected)


def test_the_shipped_second_look_knows_all_kinds_and_none() -> None:
    answers = kinds.read().likely([])
    assert set(answers) == {*(kind.value for kind in Kind), kinds.NONE}
    assert sum(answers.values()) == pytest.approx(1)


def test_the_shipped_weights_are_small_and_know_all_kinds() -> None:
    assert weights.FILE.stat().st_size + kinds.FILE.stat().st_size < 2_000_000
    assert weights.read().kinds == [kind.value for kind in Kind]
