"""Stretches of days that a filter asks for."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.period import Period, read, spanning

DAYS = st.dates().map(date.isoformat)
PERIODS = (
    st.builds(Period, st.integers(1, 400))
    | st.builds(spanning, DAYS | st.just(""), DAYS)
    | st.just(Period(month=True))
)


@given(PERIODS)
def test_it_comes_back_from_json(period: Period) -> None:
    assert read(json.loads(json.dumps(period.written()))) == period


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("2022", "2022", Period(first="2022-01-01", last="2022-12-31")),
        ("2024-02", "2024-02", Period(first="2024-02-01", last="2024-02-29")),
        ("2022-03-28", "", Period(first="2022-03-28")),
        ("", "2022-04", Period(last="2022-04-30")),
    ],
)
def test_years_and_months_are_meant_whole(first: str, last: str, wanted: Period) -> None:
    assert spanning(first, last) == wanted


def test_the_month_moves_with_today() -> None:
    assert Period(month=True).bounds(date(2024, 2, 17)) == ("2024-02-01", "2024-02-29")
    assert Period(month=True).bounds(date(2024, 12, 1)) == ("2024-12-01", "2024-12-31")
