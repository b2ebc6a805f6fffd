"""Articles fall into groups by the day on which they came in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.arrival import (
    ARCHIVED,
    MONTH,
    TODAY,
    UNDATED,
    WEEK,
    YESTERDAY,
    grouped,
    month_of,
)

WEDNESDAY = date(2026, 11, 25)


def at(day: date, hour: int = 12) -> str:
    """An hour here, as the history has it."""
    here = datetime(day.year, day.month, day.day, hour).astimezone(UTC)
    return here.strftime("%Y-%m-%dT%H:%M:%S.000Z")


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (WEDNESDAY, TODAY),
        (WEDNESDAY + timedelta(days=1), TODAY),
        (date(2026, 11, 24), YESTERDAY),
        (date(2026, 11, 23), WEEK),
        (date(2026, 11, 22), MONTH),
        (date(2026, 11, 1), MONTH),
        (date(2026, 10, 31), -202610),
        (date(2025, 1, 1), -202501),
        (date(2024, 12, 31), -202400),
        (date(1990, 1, 1), -199000),
    ],
)
def test_each_day_has_its_group(day: date, code: int) -> None:
    for hour in (0, 23):
        [group] = grouped([(1, False, at(day, hour))], WEDNESDAY)
        assert group.code == code


@pytest.mark.parametrize(
    ("today", "day", "code"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), YESTERDAY),
        (date(2026, 11, 3), date(2026, 11, 1), MONTH),
        (date(2026, 10, 1), date(2026, 9, 29), WEEK),
        (date(2026, 10, 1), date(2026, 9, 27), -202609),
        (date(2027, 1, 1), date(2026, 12, 31), YESTERDAY),
        (date(2027, 1, 1), date(2026, 12, 27), -202612),
    ],
)
def test_a_week_may_reach_into_the_month_before(today: date, day: date, code: int) -> None:
    assert [one.code for one in grouped([(1, False, at(day))], today)] == [code]


def test_what_is_archived_comes_last_whatever_its_day() -> None:
    found = grouped(
        [
            (1, True, at(WEDNESDAY)),
            (2, False, ""),
            (3, False, at(date(2020, 5, 5))),
        ],
        WEDNESDAY,
    )
    assert [(one.code, list(one.articles)) for one in found] == [
        (-202000, [3]),
        (UNDATED, [2]),
        (ARCHIVED, [1]),
    ]


@pytest.mark.parametrize(("code", "month"), [(-202611, "2026-11"), (-202600, "2026"), (TODAY, "")])
def test_a_code_tells_its_month(code: int, month: str) -> None:
    assert month_of(code) == month


@given(
    st.lists(st.tuples(st.booleans(), st.dates(date(1990, 1, 1), date(2030, 1, 1))), max_size=30),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
)
def test_none_is_lost_and_the_newest_come_first(
    articles: list[tuple[bool, date]], today: date
) -> None:
    given_ = [(row, away, at(day)) for row, (away, day) in enumerate(articles, 1)]
    found = grouped(given_, today)
    every = sorted(one for group in found for one in group.articles)
    assert every == [article for article, _archived, _time in given_]
    assert len({group.code for group in found}) == len(found)
    times = {article: time for article, _archived, time in given_}
    there = [one for group in found if group.code != ARCHIVED for one in group.articles]
    assert [times[one] for one in there] == sorted((times[one] for one in there), reverse=True)
