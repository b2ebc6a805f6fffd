"""When articles came into the desk, and the groups that a list of them falls into: today and
yesterday, this week, this month, the months since the beginning of last year, and years.

It is the day of arrival that groups them, not that of the last edit: a piece that came in on Monday
is Monday's piece to whoever checks it, and no row jumps away from under an edit.
"""

from array import array
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter
from typing import NamedTuple

TODAY, YESTERDAY, WEEK, MONTH, ARCHIVED, UNDATED = -1, -2, -3, -4, -5, -6
"""Codes of groups; a month is -202611, a year -202600. They are negative, so that they can stand
among the ids of articles."""

_YEAR = 100


Arrival = tuple[int, bool, str]
"""An article, whether it is archived, and when it came in: in UTC, as the history has it; empty
where that says nothing. Bare, for there are 20,000 of them, which come from the desk like that."""


class ArticleGroup(NamedTuple):
    """Articles that stand together, the newest first."""

    code: int
    articles: "array[int]"


def month_of(code: int) -> str:
    """The month or year (ISO 8601) that a group is of; empty for any other group."""
    year, month = divmod(-code, _YEAR)
    if not year:
        return ""
    return f"{year}-{month:02}" if month else f"{year}"


def grouped(arrivals: Iterable[Arrival], today: date) -> list[ArticleGroup]:
    """Articles by the day here on which they came in, none empty: what is archived comes last."""
    newest_first = sorted(arrivals, key=itemgetter(2, 0), reverse=True)
    periods = _periods(today)
    code, since = next(periods)
    found: dict[int, array[int]] = {}
    archived = array("q")
    for article, is_archived, moment in newest_first:
        while moment and moment < since:
            code, since = next(periods)
        if is_archived:
            archived.append(article)
        else:
            found.setdefault(code if moment else UNDATED, array("q")).append(article)
    groups = [ArticleGroup(one, articles) for one, articles in found.items()]
    return [*groups, ArticleGroup(ARCHIVED, archived)] if archived else groups


def _periods(today: date) -> Iterator[tuple[int, str]]:
    """Codes, each with the moment since which it holds; what is earlier is the next one's."""
    last: date | None = None
    for code, since in _days(today):
        if last is None or since < last:
            yield code, _in_utc(since)
            last = since


def _days(today: date) -> Iterator[tuple[int, date]]:
    yield TODAY, today
    yield YESTERDAY, today - timedelta(days=1)
    yield WEEK, today - timedelta(days=today.weekday())
    yield MONTH, today.replace(day=1)
    for year in (today.year, today.year - 1):
        for month in range(12, 0, -1):
            if (year, month) < (today.year, today.month):
                yield -(year * _YEAR + month), date(year, month, 1)
    for year in range(today.year - 2, date.min.year, -1):
        yield -(year * _YEAR), date(year, 1, 1)
    yield UNDATED, date.min


def _in_utc(day: date) -> str:
    """The day's first moment here, as the history writes times."""
    if day == date.min:
        return ""
    first = datetime.combine(day, time()).astimezone(UTC)
    return first.replace(tzinfo=None).isoformat()
