"""Figures as people read them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.figure_words import reading
from claimdesk.domain.suggestion import Figure
from claimdesk.i18n import LANGUAGES, speaking

TONNES = Figure("7,3 Millionen Tonnen", 7.3e6, "Tonnen", approximate=True)


@pytest.mark.parametrize(
    ("spoken", "figure", "words"),
    [
        ("de", TONNES, "7,3 Millionen Tonnen = rund 7.300.000 Tonnen"),
        ("en", TONNES, "7,3 Millionen Tonnen = about 7,300,000 Tonnen"),
        ("en", Figure("$12 million", 1.2e7, "$"), "$12 million = $12,000,000"),
        ("de", Figure("$12 million", 1.2e7, "$"), "$12 million = 12.000.000 $"),
        ("de", Figure("4,1 Prozent", 4.1, "Prozent"), ""),
        ("en", Figure("4,1 Prozent", 4.1, "Prozent"), ""),
        ("de", Figure("2024", 2024.0), ""),
        ("de", Figure("312", 312.0), ""),
        (
            "de",
            Figure("43.400 Tonnen", 43400.0, "Tonnen", upper=43400.0),
            "höchstens 43.400 Tonnen",
        ),
        ("en", Figure("3.5%", 3.5, "%", lower=3.5), "at least 3.5%"),
        ("de", Figure("3,5 %", 3.5, "%", lower=3.5), "mindestens 3,5 %"),
        ("en", Figure("1900", 1900.0, upper=1900.0, approximate=True), "just under 1900"),
        (
            "de",
            Figure("2,5 Mrd Euro", 2.5e9, "Euro", upper=2.5e9, approximate=True),
            "2,5 Mrd Euro = knapp 2.500.000.000 Euro",
        ),
        (
            "de",
            Figure("1,1 Milliarden", 1100000000.0000001, lower=1.1e9, approximate=True),
            "1,1 Milliarden = gut 1.100.000.000",
        ),
        (
            "de",
            Figure("drei bis vier Meter", None, "Meter", 3, 4),
            "drei bis vier Meter = 3 bis 4 Meter",
        ),
        ("de", Figure("3 bis 4 Meter", None, "Meter", 3, 4), ""),
        ("de", Figure("Drittel", 1 / 3), "Drittel = 0,333"),
        ("de", Figure("alle", None), ""),
        ("de", Figure("viel zu viel", float("inf")), ""),
    ],
)
def test_what_is_read_is_written_as_people_write_it(
    spoken: str, figure: Figure, words: str
) -> None:
    with speaking(spoken):
        assert reading(figure) == words


@given(st.floats(0, 1e15), st.sampled_from(LANGUAGES), st.booleans())
def test_no_figure_is_shown_with_an_exponent_or_without_its_unit(
    value: float, spoken: str, approximate: bool
) -> None:
    with speaking(spoken):
        read = reading(Figure("ein paar Meter", value, "Meter", approximate=approximate))
    assert not re.search(r"\de[+-]?\d", read)
    assert read.endswith(" Meter")
