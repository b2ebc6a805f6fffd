"""Dates and times as people read them."""

import pytest

from claimdesk.i18n import speaking
from claimdesk.services.exporters.dates import day, moment, read_day


@pytest.mark.parametrize(
    ("partial", "german", "english"),
    [
        ("2022-03-28", "28.03.2022", "28 March 2022"),
        ("2022-03-01", "01.03.2022", "1 March 2022"),
        ("2022-03", "März 2022", "March 2022"),
        ("2022", "2022", "2022"),
        ("0987-12", "Dezember 0987", "December 0987"),
        ("2022-02-30", "2022-02-30", "2022-02-30"),
        ("im Frühjahr", "im Frühjahr", "im Frühjahr"),
        ("abcd", "abcd", "abcd"),
    ],
)
def test_partial_dates(partial: str, german: str, english: str) -> None:
    with speaking("de"):
        assert day(partial) == german
    with speaking("en"):
        assert day(partial) == english


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2022-03-28T12:06:59.999Z", "28.03.2022, 12:06 UTC"),
        ("2022-03-28T00:30:00+02:00", "27.03.2022, 22:30 UTC"),
        ("2022-03-28T12:06:00", "28.03.2022, 12:06 UTC"),
        ("neulich", "neulich"),
    ],
)
def test_times_are_utc_and_say_so(time: str, words: str) -> None:
    with speaking("de"):
        assert moment(time) == words


@pytest.mark.parametrize(
    ("words", "partial"),
    [
        ("2022-03-28", "2022-03-28"),
        ("28.03.2022", "2022-03-28"),
        (" 1. 2. 2022 ", "2022-02-01"),
        ("03.2022", "2022-03"),
        ("März 2022", "2022-03"),
        ("28. märz 2022", "2022-03-28"),
        ("28 March 2022", "2022-03-28"),
        ("2022", "2022"),
        ("31.02.2022", None),
        ("Unfug 2022", None),
        ("gestern", None),
        ("", None),
    ],
)
def test_dates_are_read_as_people_write_them(words: str, partial: str | None) -> None:
    assert read_day(words) == partial


@pytest.mark.parametrize("partial", ["2022", "2022-03", "2022-03-28", "1999-12-01"])
def test_what_was_written_is_read_again(partial: str) -> None:
    for language in ("de", "en"):
        with speaking(language):
            assert read_day(day(partial)) == partial
