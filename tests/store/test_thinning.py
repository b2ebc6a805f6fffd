"""Which backups go when room or time asks for it: thinned by rule."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.store import backups
from claimdesk.store.backups import ALL, DAILY, WEEKLY, Backup

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
PLENTY = 10**12
AGES = st.lists(
    st.tuples(st.floats(0, 900 * 24), st.integers(1, 1000)), min_size=1, max_size=60
).map(lambda rows: [one for age, size in rows for one in at(age, size=size)])


def at(*hours: float, size: int = 1) -> list[Backup]:
    """Backups so many hours old."""
    return [
        Backup(Path(f"{index}"), NOW - timedelta(hours=age), 1, size)
        for index, age in enumerate(hours)
    ]


def unique(kept: Iterable[Backup]) -> list[Backup]:
    return [
        Backup(Path(str(index)), one.made_at, one.schema, one.size)
        for index, one in enumerate(kept)
    ]


@given(AGES.map(unique), st.integers(1, 20_000))
def test_the_newest_stays_and_the_rest_fits(kept: list[Backup], room: int) -> None:
    gone = backups.thinned(kept, NOW, room)
    stay = [one for one in kept if one not in gone]
    assert set(gone) <= set(kept)
    assert max(kept, key=lambda one: one.made_at).made_at in {one.made_at for one in stay}
    assert len(stay) == 1 or sum(one.size for one in stay) < room


@given(AGES.map(unique))
def test_with_room_enough_all_of_two_days_stays_and_one_of_each_period(kept: list[Backup]) -> None:
    gone = set(backups.thinned(kept, NOW, PLENTY))
    assert not any(NOW - one.made_at <= ALL for one in gone)
    stay = sorted(set(kept) - gone, key=lambda one: one.made_at)
    old = [one for one in stay[:-1] if NOW - one.made_at > ALL]
    for one, other in pairwise(old):
        youngest = NOW - other.made_at
        same_day = one.made_at.date() == other.made_at.date()
        assert not same_day or (NOW - one.made_at > DAILY) != (youngest > DAILY)
    monthly = [one.made_at for one in old if NOW - one.made_at > WEEKLY]
    months = [(when.year, when.month) for when in monthly]
    assert len(months) == len(set(months))
    assert {(one.made_at.year, one.made_at.month) for one in kept} == {
        (one.made_at.year, one.made_at.month) for one in stay
    }


@given(AGES.map(unique), st.integers(1, 20_000))
def test_thinning_twice_takes_no_more(kept: list[Backup], room: int) -> None:
    gone = backups.thinned(kept, NOW, room)
    stay = [one for one in kept if one not in gone]
    assert backups.thinned(stay, NOW, room) == []
    random.shuffle(kept)
    assert set(backups.thinned(kept, NOW, room)) == set(gone) or len(
        {one.made_at for one in kept}
    ) < len(kept)


def test_where_room_lacks_the_oldest_of_the_densest_group_goes_first() -> None:
    kept = at(0, 1, 2, 3, 4, 80, 24 * 30, 24 * 90, size=10)
    assert [one.path.name for one in backups.thinned(kept, NOW, 71)] == ["4"]
    assert [one.path.name for one in backups.thinned(kept, NOW, 61)] == ["3", "4"]


@pytest.mark.parametrize("share", [5, 25])
def test_in_a_year_s_work_some_grow_old(share: int) -> None:
    """Eight hours a day, five days a week, a backup each half an hour of a desk of one size."""
    kept: list[Backup] = []
    start = NOW - timedelta(days=365)
    for day in range(365):
        if (start + timedelta(days=day)).weekday() >= 5:
            continue
        for half in range(16):
            moment = start + timedelta(days=day, minutes=30 * half)
            kept.append(Backup(Path(f"{day}-{half}"), moment, 1, 100))
            gone = set(backups.thinned(kept, moment, share * 100))
            kept = [one for one in kept if one not in gone]
            assert sum(one.size for one in kept) < share * 100
    ages = [kept[-1].made_at - one.made_at for one in kept]
    assert any(age > ALL for age in ages)
    assert any(timedelta(days=5) < age for age in ages)
    if share > 5:
        assert any(age > WEEKLY for age in ages)
