"""Days, years and times of day as texts write them, for the passes that count between them."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from claimdesk.services.detection.numbers import FRACTIONS, number
from claimdesk.services.detection.words.common import MONTHS

_DAYS = {
    "de": re.compile(r"\b(\d{1,2})\.\s*([A-ZÄ][a-zä]+)(?:\s+(\d{4})\b)?"),
    "en": re.compile(
        r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]+)|([A-Z][a-z]+)\s+(\d{1,2})\b)"
        r"(?:,?\s+(\d{4})\b)?"
    ),
}
_CLOCKS = {
    "de": re.compile(r"\b(\d{1,2})(?:[.:](\d{2}))?\s+Uhr(?:\s+(\d{1,2})\b)?"),
    "en": re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b|\b(\d{1,2}):(\d{2})\b"),
}
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """A passage of a text and what it says: days since the year 1, or minutes since midnight."""

    start: int
    end: int
    value: float
    has_year: bool = True


def days(text: str, start: int, end: int, language: str) -> Iterator[Moment]:
    """Days with their month; without a year, as if in the year 2001."""
    for found in _DAYS[language].finditer(text, start, end):
        if language == "de":
            day, name, year = found.groups()
        else:
            one, first, other, two, year = found.groups()
            day, name = one or two, first or other
        month = MONTHS[language].get(name.lower())
        if month:
            with suppress(ValueError):
                when = date(int(year or 2001), month, int(day))
                yield Moment(*found.span(), when.toordinal(), has_year=bool(year))


def clocks(text: str, start: int, end: int, language: str) -> Iterator[Moment]:
    """Times of day."""
    for found in _CLOCKS[language].finditer(text, start, end):
        if language == "de":
            hours, minutes, late = found[1], found[2] or found[3], ""
        else:
            hours, minutes, late = found[1] or found[4], found[2] or found[5], found[3]
        value = int(hours) % (12 if late else 24) + 12 * (late == "p")
        yield Moment(*found.span(), value * 60 + int(minutes or 0))


def amount(word: str, language: str) -> float | None:
    """The value of one written number; 'anderthalb' and 'half', too."""
    lower = word.lower()
    return FRACTIONS.get(lower) or number(word, language)
