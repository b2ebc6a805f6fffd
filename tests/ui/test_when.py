"""Times and dates as the window shows them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from claimdesk import i18n
from claimdesk.i18n import speaking
from claimdesk.ui.when import date_obstacle, moment, partial_date

BERLIN = timezone(timedelta(hours=1))
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        ("2026-11-25T13:06:22.123Z", "14:06"),
        ("2026-11-24T23:30:00.000Z", "00:30"),
        ("2026-11-24T22:59:00.000Z", "24 November 2026, 23:59"),
        ("nonsense", "nonsense"),
    ],
)
def test_times_are_local_and_short_today(time: str, shown: str) -> None:
    assert moment(time, now=NOON, zone=BERLIN) == shown


def test_times_are_told_in_german() -> None:
    i18n.use_language("de")
    assert moment("2022-03-28T09:05:00.000Z", now=NOON, zone=BERLIN) == "28.03.2022, 10:05"


def test_partial_dates_say_no_more_than_they_know() -> None:
    assert partial_date("2022") == "2022"
    assert partial_date("2022-03") == "March 2022"
    assert partial_date("2022-03-28") == "28 March 2022"


@pytest.mark.parametrize("typed", ["", "  ", "2022", "2022-03", " 2022-03-28 ", "28.03.2022"])
def test_dates_and_nothing_can_be_stored(typed: str) -> None:
    assert date_obstacle(typed) == ""


@pytest.mark.parametrize("typed", ["03/04/2022", "2022-13", "2022-02-30", "March", "22"])
def test_what_is_no_date_is_told(typed: str) -> None:
    assert date_obstacle(typed) == "There is no such date; write 28 March 2022, March 2022 or 2022."
    with speaking("de"):
        assert "28.03.2022" in date_obstacle(typed)
