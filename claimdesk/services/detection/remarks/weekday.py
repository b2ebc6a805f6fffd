"""Weekdays that do not match their date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.making import remark
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.words.common import MONTHS, WEEKDAYS

_DE = re.compile(
    r"\b(\w+tag|Mittwoch|Sonnabend)s?(?:abend|morgen|mittag|vormittag|nachmittag|nacht)?,?\s+"
    r"(?:de[mnr]\s+)?(\d{1,2})\.\s*(?:([A-Za-zäÄ]+)\.?|(\d{1,2})\.)\s*(\d{4})"
)
_EN = re.compile(
    r"\b(\w+day),?\s+(?:the\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Z][a-z]+)|"
    r"([A-Z][a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})"
)


def weekdays(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Dates with weekday, day, month and year that no calendar has."""
    if not sentences:
        return
    text, language = sentences[0].text, sentences[0].language
    names = list(dict.fromkeys(WEEKDAYS[language].values()))
    spoken = {number: name for name, number in reversed(WEEKDAYS[language].items())}
    for found in (_DE if language == "de" else _EN).finditer(text):
        written = _weekday(found[1].lower(), language)
        day = _date(found, language)
        if written is None or day is None or day.weekday() == written:
            continue
        right = spoken[names[day.weekday()]].capitalize()
        yield remark(
            RemarkKind.WEEKDAY,
            "weekday",
            text,
            [found.span()],
            date=text[found.start() : found.end()].split(None, 1)[1].removeprefix("dem ").strip(),
            right=right,
            written=found[1],
        )


def _weekday(word: str, language: str) -> int | None:
    for name, number in WEEKDAYS[language].items():
        if word.startswith(name):
            return number
    return None


def _date(found: re.Match[str], language: str) -> date | None:
    if language == "de":
        _, day, name, month, year = found.groups()
        number = MONTHS["de"].get(name.lower()) if name else int(month)
    else:
        _, day, name, other, other_day, year = found.groups()
        day, name = day or other_day, name or other
        number = MONTHS["en"].get(name.lower())
    try:
        return date(int(year), number or 0, int(day))
    except ValueError:
        return None
