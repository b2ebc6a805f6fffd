"""Dates and times as people read them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.source import is_partial_date
from claimdesk.i18n import LANGUAGES, speaking
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
        ("24.11.26", "2026-11-24"),
        ("1.2.98", "1998-02-01"),
        ("24 Nov 2026", "2026-11-24"),
        ("24. Nov. 2026", "2026-11-24"),
        ("Sept. 2026", "2026-09"),
        ("November 24, 2026", "2026-11-24"),
        ("24/11/2026", "2026-11-24"),
        ("11/24/2026", "2026-11-24"),
        ("05/05/2026", "2026-05-05"),
        ("11/2026", "2026-11"),
        ("03/04/2026", None),
        ("24.11.", None),
        ("Ju 2026", None),
        ("31.02.2022", None),
        ("31.02.22", None),
        ("Unfug 2022", None),
        ("gestern", None),
        ("", None),
    ],
)
def test_dates_are_read_as_people_write_them(words: str, partial: str | None) -> None:
    assert read_day(words) == partial


@given(st.dates(), st.sampled_from(LANGUAGES), st.sampled_from((4, 7, 10)))
def test_what_was_written_is_read_again(when: date, language: str, length: int) -> None:
    partial = when.isoformat()[:length]
    with speaking(language):
        assert read_day(day(partial)) == partial


@given(st.dates())
def test_a_day_with_slashes_is_never_guessed(when: date) -> None:
    read = {read_day(f"{when:%d/%m}/{when.year:04}"), read_day(f"{when:%m/%d}/{when.year:04}")}
    doubtful = when.day <= 12 and when.day != when.month
    assert read == ({None} if doubtful else {when.isoformat()})


@given(st.text() | st.from_regex(r"[0-9. /]{1,6}[A-Za-zä.]{0,4} ?[0-9]{2,4}", fullmatch=True))
def test_whatever_is_typed_gives_a_date_or_none(words: str) -> None:
    found = read_day(words)
    assert found is None or is_partial_date(found)
