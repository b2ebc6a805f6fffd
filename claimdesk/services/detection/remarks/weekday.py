"""Weekdays that do not match their date."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.making import remark
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.words.common import MONTHS, WEEKDAYS

_DE = re.compile(
    r"\b(\w+tag|Mittwoch|Sonnabend)s?(?:abend|morgen|mittag|vormittag|nachmittag|nacht)?,?\s+"
    r"(?:de[mnr]\s+)?(\d{1,2})\.\s*(?:([A-Za-zäÄ]+)\.?|(\d{1,2})\.)(?:\s*(\d{4})\b)?"
)
_EN = re.compile(
    r"\b(\w+day),?\s+(?:the\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Z][a-z]+)|"
    r"([A-Z][a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s+(\d{4})\b)?"
)
_YEAR = re.compile(r"\b20\d\d\b")


def weekdays(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Dates with weekday, day, month and year that no calendar has."""
    if not sentences:
        return
    text, language = sentences[0].text, sentences[0].language
    names = list(dict.fromkeys(WEEKDAYS[language].values()))
    spoken = {number: name for name, number in reversed(WEEKDAYS[language].items())}
    years = sorted({int(year) for year in _YEAR.findall(text)}, reverse=True)
    for found in (_DE if language == "de" else _EN).finditer(text):
        written = _weekday(found[1].lower(), language)
        days = _days(found, language, years)
        if written is None or not days or any(day.weekday() == written for day in days):
            continue
        right = spoken[names[days[0].weekday()]].capitalize()
        yield remark(
            RemarkKind.WEEKDAY,
            "weekday",
            text,
            [found.span()],
            date=_written(text[found.start() : found.end()], days[0]),
            right=right,
            written=found[1],
        )


def _weekday(word: str, language: str) -> int | None:
    for name, number in WEEKDAYS[language].items():
        if word.startswith(name):
            return number
    return None


def _written(words: str, day: date) -> str:
    """The date without its weekday, with its year."""
    rest = re.sub(r"^\S+\s+(?:de[mnr]\s+)?", "", words)
    return rest if str(day.year) in rest else f"{rest} {day.year}"


def _days(found: re.Match[str], language: str, years: list[int]) -> list[date]:
    """The day meant; without a year those of all years that the text names, and beside them."""
    if language == "de":
        _, day, name, month, year = found.groups()
        number = MONTHS["de"].get(name.lower()) if name else int(month)
    else:
        _, day, name, other, other_day, year = found.groups()
        day, name = day or other_day, name or other
        number = MONTHS["en"].get(name.lower())
    around = [int(year)] if year else [one + by for one in years for by in (0, -1, 1)]
    days = []
    for one in around:
        with suppress(ValueError):
            days.append(date(one, number or 0, int(day)))
    return days
