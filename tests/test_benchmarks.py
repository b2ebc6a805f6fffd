"""What the benchmarks stand on: desks that are sound, and figures that say whether they are met."""

import sys
from pathlib import Path

import pytest

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

import make_desk
from figure import Figure


def test_a_made_desk_is_sound_and_as_large_as_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "made.claimdesk"
    articles = make_desk.make(path, 120, seed=1)
    assert examine(path) == []
    read = Reader(path)
    assert queries.claim_count(read, ClaimFilter()) == 120
    assert len(queries.article_ids(read)) == articles == 5
    counts = queries.status_counts(read, ClaimFilter())
    assert counts[Status.UNCHECKED]
    assert counts[Status.VERIFIED]
    years = {event.time[:4] for event in queries.events(read)}
    assert len(years) > make_desk.YEARS / 2
    read.close()


@pytest.mark.parametrize(
    ("measured", "floor", "budget", "met"),
    [
        (20.0, 10.0, "2.0 x", True),
        (20.1, 10.0, "2.0 x", False),
        (20.0, None, "2.0 x", False),
        (99.0, None, "100 ms", True),
        (101.0, 1.0, "100 ms", False),
        (2900.0, None, "3000 words/s", False),
        (3100.0, None, "3000 words/s", True),
        (1.0, 1.0, "–", None),
    ],
)
def test_a_budget_is_met_or_not(
    measured: float, floor: float | None, budget: str, met: bool | None
) -> None:
    assert Figure("what", measured, floor, budget).met is met
