"""Days that no calendar has: 31 November, 29 February 2023."""

import calendar
import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.making import remark
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.words.common import MONTHS

_DAYS = {
    "de": re.compile(
        r"\b(?P<day>\d{1,2})\.\s?(?:(?P<name>[A-ZÄ][a-zä]+)\b(?:\s(?P<year>\d{4})\b)?|"
        r"(?P<month>\d{1,2})\.\s?(?P<long>\d{4})\b)"
    ),
    "en": re.compile(
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?P<name>[A-Z][a-z]+)\b"
        r"(?:,?\s(?P<year>\d{4})\b)?|"
        # 'in November 31 people' names no day
        r"(?<=\b[OoBb][ny]\s)(?P<first>[A-Z][a-z]+)\s(?P<then>\d{1,2})\b(?:,\s(?P<long>\d{4})\b)?"
    ),
}
_LONGEST, _LEAP_YEAR = 31, 2000


def calendar_days(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Days up to the 31st: a higher figure before a month is no day."""
    for sentence in sentences:
        for found in _DAYS[sentence.language].finditer(sentence.text, sentence.start, sentence.end):
            if _is_beyond(found.groupdict(), sentence.language):
                yield remark(
                    RemarkKind.NO_SUCH_DAY,
                    "no_such_day",
                    sentence.text,
                    [found.span()],
                    date=found.group(),
                )


def _is_beyond(parts: dict[str, str | None], language: str) -> bool:
    """Whether the month ends before that day; without a year, of any February."""
    name = parts["name"] or parts.get("first")
    month = MONTHS[language].get(name.lower(), 0) if name else int(parts["month"] or 0)
    day = int(parts["day"] or parts.get("then") or 0)
    year = int(parts["year"] or parts["long"] or _LEAP_YEAR)
    if not 1 <= month <= 12 or not year:
        return False
    return calendar.monthrange(year, month)[1] < day <= _LONGEST
