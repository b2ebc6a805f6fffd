"""What the overview is made of."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.overview import STEPS, TimeSpan, over_time
from claimdesk.domain.status import Status

TODAY = date(2026, 11, 25)
DIFFERENCES = st.lists(
    st.tuples(
        st.integers(0, 4000).map(lambda days: TODAY - timedelta(days=days)),
        st.sampled_from(Status),
        st.integers(1, 50),
    ),
    min_size=1,
)


def test_a_week_is_seven_days_with_today() -> None:
    assert TimeSpan.WEEK.first_day(TODAY) == date(2026, 11, 19)
    assert TimeSpan.EVER.first_day(TODAY) is None


def test_what_was_there_before_the_first_day_counts_on_it() -> None:
    differences = [
        (date(2026, 1, 1), Status.UNCHECKED, 5),
        (date(2026, 11, 24), Status.UNCHECKED, -2),
        (date(2026, 11, 24), Status.VERIFIED, 2),
    ]
    days = over_time(differences, date(2026, 11, 23), TODAY)
    assert [one.day for one in days] == [date(2026, 11, day) for day in (23, 24, 25)]
    assert [dict(one.counts) for one in days] == [
        {Status.UNCHECKED: 5},
        {Status.UNCHECKED: 3, Status.VERIFIED: 2},
        {Status.UNCHECKED: 3, Status.VERIFIED: 2},
    ]


def test_a_young_desk_begins_with_its_first_day() -> None:
    days = over_time([(TODAY, Status.FALSE, 1)], TimeSpan.YEAR.first_day(TODAY), TODAY)
    assert [one.day for one in days] == [TODAY]
    assert over_time([], None, TODAY) == ()


@given(differences=DIFFERENCES, span=st.sampled_from(TimeSpan))
def test_the_last_step_is_today_and_holds_everything(
    differences: list[tuple[date, Status, int]], span: TimeSpan
) -> None:
    days = over_time(differences, span.first_day(TODAY), TODAY)
    assert 1 <= len(days) <= STEPS
    assert days[-1].day == TODAY
    assert sum(days[-1].counts.values()) == sum(count for _day, _status, count in differences)
    assert [one.day for one in days] == sorted(one.day for one in days)
