"""Dates and times as people read them in a report: '28.03.2022' in German, '28 March 2022' in
English. Times stay UTC and say so, or one desk would give other bytes on another machine.
"""

import re
from datetime import UTC, date, datetime
from functools import cache

from claimdesk.domain.source import is_partial_date
from claimdesk.i18n import LANGUAGES, N_, _, language, speaking

_YEAR, _YEAR_AND_MONTH = 4, 7
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

_DOTTED = re.compile(r"(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*(\d{4})", re.ASCII)
_SHORT = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2})", re.ASCII)
_SLASHED = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s+)?([^\W\d_]+)\.?\s+(\d{4})")
_NAMED_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2}),\s*(\d{4})")
_LAST_OF_THIS_CENTURY = 68
"""The last two digits of a year that are meant as 20..; POSIX reads them so, too."""
_MONTHS_A_YEAR = 12
_SHORTEST_MONTH = 3


def day(partial: str) -> str:
    """A year, month or day (ISO 8601) in words; anything else as it stands."""
    if len(partial) == _YEAR or not is_partial_date(partial):
        return partial
    if len(partial) == _YEAR_AND_MONTH:
        return _month_and_year(date.fromisoformat(f"{partial}-01"))
    return _full(date.fromisoformat(partial))


def read_day(words: str) -> str | None:
    """The partial date (ISO 8601) that somebody wrote: 2022-03-28, 28.03.2022, 28.3.22, 03.2022,
    28 March 2022, March 28, 2022, 28. Mär. 2022, 28/03/2022, März 2022, 2022; None where it is no
    date that exists, and for 03/04/2022, which means two days."""
    words = " ".join(words.split())
    if is_partial_date(words):
        return words
    number, month, year = _parts(words) or ("", 0, "")
    found = f"{year}-{month:02}" + (f"-{int(number):02}" if number else "")
    return found if is_partial_date(found) else None


def _parts(words: str) -> tuple[str | None, int, str] | None:
    """Day, month and year of a date in words, which need not exist; None where it is none."""
    if match := _DOTTED.fullmatch(words):
        return match[1], int(match[2]), match[3]
    if match := _SHORT.fullmatch(words):
        century = 20 if int(match[3]) <= _LAST_OF_THIS_CENTURY else 19
        return match[1], int(match[2]), f"{century}{match[3]}"
    if match := _SLASHED.fullmatch(words):
        return _without_doubt(match[1], match[2], match[3])
    if match := _NAMED.fullmatch(words):
        return match[1], _month(match[2]), match[3]
    if match := _NAMED_FIRST.fullmatch(words):
        return match[2], _month(match[1]), match[3]
    return None


def _without_doubt(first: str | None, second: str, year: str) -> tuple[str | None, int, str] | None:
    """Britons put the day first, Americans the month; None where both make sense."""
    if first is None or int(first) == int(second) or int(first) > _MONTHS_A_YEAR:
        return first, int(second), year
    return (second, int(first), year) if int(second) > _MONTHS_A_YEAR else None


def _month(name: str) -> int:
    """The number of a month by its name, or as many of its first letters as tell it; else 0."""
    name = name.casefold()
    months = _months()
    if name in months:
        return months[name]
    begun = {number for month, number in months.items() if month.startswith(name)}
    return begun.pop() if len(name) >= _SHORTEST_MONTH and len(begun) == 1 else 0


@cache
def _months() -> dict[str, int]:
    """The numbers of the months by their names, in whichever language, in small letters."""
    found: dict[str, int] = {}
    for spoken in LANGUAGES:
        with speaking(spoken):
            found |= {_(month).casefold(): number for number, month in enumerate(_MONTHS, 1)}
    return found


def moment(time: str) -> str:
    """A time (ISO 8601, UTC where it does not say) in words; anything else as it stands."""
    try:
        then = datetime.fromisoformat(time)
    except ValueError:
        return time
    then = then.astimezone(UTC) if then.tzinfo else then
    return f"{_full(then.date())}, {then:%H:%M} UTC"


def instant(time: str) -> datetime:
    """A time (ISO 8601, UTC where it does not say) in UTC; 1970 for anything else."""
    try:
        then = datetime.fromisoformat(time)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return then.astimezone(UTC) if then.tzinfo else then.replace(tzinfo=UTC)


def _full(when: date) -> str:
    if language() == "de":
        return f"{when.day:02}.{when.month:02}.{when.year:04}"
    return f"{when.day} {_month_and_year(when)}"


def _month_and_year(when: date) -> str:
    return f"{_(_MONTHS[when.month - 1])} {when.year:04}"
