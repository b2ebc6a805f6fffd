"""The whole desk at a glance: what is still to be done, and what was found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from claimdesk.domain.claim import Kind
from claimdesk.domain.status import Status
from claimdesk.i18n import _

STEPS = 52
"""Into about how many steps a time is parted."""
LISTED = 10
"""How many articles and sources stand in a ranking."""

Counts = Mapping[Status, int]


class TimeSpan(StrEnum):
    """How far back the overview looks, to today."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    EVER = "ever"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            TimeSpan.WEEK: _("Last 7 days"),
            TimeSpan.MONTH: _("Last 30 days"),
            TimeSpan.QUARTER: _("Last 90 days"),
            TimeSpan.YEAR: _("Last 365 days"),
            TimeSpan.EVER: _("All the time"),
        }[self]

    def first_day(self, today: date) -> date | None:
        """The first day that counts; None where every day does."""
        days = _DAYS.get(self)
        return None if days is None else today - timedelta(days=days - 1)


_DAYS = {TimeSpan.WEEK: 7, TimeSpan.MONTH: 30, TimeSpan.QUARTER: 90, TimeSpan.YEAR: 365}


@dataclass(frozen=True, slots=True)
class Missing:
    """What is still missing: open claims, those of them that matter most, the articles they are
    in; questions without an answer, corrections without a decision."""

    claims: int = 0
    important: int = 0
    articles: int = 0
    questions: int = 0
    corrections: int = 0


@dataclass(frozen=True, slots=True)
class ArticleCounts:
    """An article's claims by status."""

    id: int
    title: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Day:
    """How many claims had which status at the end of a day."""

    day: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class SourceUse:
    """How often a source was attached to claims."""

    id: int
    title: str
    uses: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the overview shows. 'articles' has those with most open claims first, 'total' the
    claims of them all; what was found wrong and the sources' uses are those of the time asked
    for."""

    missing: Missing = field(default_factory=Missing)
    articles: tuple[ArticleCounts, ...] = ()
    total: Counts = field(default_factory=dict)
    days: tuple[Day, ...] = ()
    wrong_by_kind: tuple[tuple[Kind, Counts], ...] = ()
    wrong_by_article: tuple[ArticleCounts, ...] = ()
    sources: tuple[SourceUse, ...] = ()


def over_time(
    differences: Iterable[tuple[date, Status, int]], first: date | None, today: date
) -> tuple[Day, ...]:
    """How many claims had which status at the end of each step, from a first day to today, or
    from the first day on which there is something; made of how many more there were each day, in
    any order."""
    ordered = sorted(differences)
    if not ordered:
        return ()
    begin = min(max(first or date.min, ordered[0][0]), today)
    length = max(1, -(-((today - begin).days + 1) // STEPS))
    ends = [today - timedelta(days=length * back) for back in range(STEPS)]
    held, place, days = dict.fromkeys(Status, 0), 0, []
    for end in reversed([end for end in ends if end >= begin]):
        while place < len(ordered) and ordered[place][0] <= end:
            _day, status, count = ordered[place]
            held[status] += count
            place += 1
        days.append(Day(end, {status: count for status, count in held.items() if count > 0}))
    return tuple(days)
