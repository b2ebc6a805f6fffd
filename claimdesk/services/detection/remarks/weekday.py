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
    dated = list((_DE if language == "de" else _EN).finditer(text))
    yield from _two_for_one(dated, language)
    for found in dated:
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


def _two_for_one(dated: Sequence[re.Match[str]], language: str) -> Iterator[Remark]:
    """'Dienstag, 3. März' and 'Mittwoch, 3. März': only one of them can be right."""
    met: dict[tuple[int, int, str | None], re.Match[str]] = {}
    for found in dated:
        written = _weekday(found[1].lower(), language)
        if written is None or (when := _day_and_month(found, language)) is None:
            continue
        before = met.setdefault((*when, found.groups()[-1]), found)
        if _weekday(before[1].lower(), language) != written:
            yield remark(
                RemarkKind.WEEKDAY,
                "weekdays",
                found.string,
                [before.span(), found.span()],
                date=re.sub(r"^\S+\s+(?:de[mnr]\s+)?", "", found.group()),
                one=before[1],
                other=found[1],
            )


def _day_and_month(found: re.Match[str], language: str) -> tuple[int, int] | None:
    if language == "de":
        _, day, name, month, _year = found.groups()
        number = MONTHS["de"].get(name.lower()) if name else int(month)
    else:
        _, day, name, other, other_day, _year = found.groups()
        day, number = day or other_day, MONTHS["en"].get((name or other).lower())
    return (int(day), number) if number else None


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
    when, year = _day_and_month(found, language), found.groups()[-1]
    if when is None:
        return []
    around = [int(year)] if year else [one + by for one in years for by in (0, -1, 1)]
    days = []
    for one in around:
        with suppress(ValueError):
            days.append(date(one, when[1], when[0]))
    return days
