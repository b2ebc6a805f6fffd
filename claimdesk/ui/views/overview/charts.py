"""What the overview draws, in words and numbers: bars, each of parts that lead to their claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, overload

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.overview import ArticleCounts, Counts, Overview, TimeSpan
from claimdesk.domain.status import BAR_ORDER, Status
from claimdesk.i18n import _, language, ngettext, number
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.when import partial_date

WRONG = (Status.FALSE, Status.INACCURATE)
_DAYS_BY_DAY = 120
"""A time of at most so many days is marked by its days, a longer one by months."""


class SourceTarget(NamedTuple):
    """A source, where a bar leads to one of its uses."""

    source: int


Target = ClaimFilter | SourceTarget


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: what it counts, and where it leads. Without a status it is a plain
    number."""

    words: str
    count: int
    status: Status | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; 'mark' is what an axis says of it."""

    label: str
    parts: tuple[Part, ...]
    target: Target | None = None
    mark: str = ""

    @property
    def total(self) -> int:
        """How long it is."""
        return sum(part.count for part in self.parts)

    @property
    def words(self) -> str:
        """All of it in words."""
        if not self.parts:
            return _("{bar}: no claims").format(bar=self.label)
        if self.parts[0].status is None:
            return f"{self.label}: {self.parts[0].words}"
        named = ", ".join(f"{number(part.count)} {part.words}" for part in self.parts)
        return f"{self.label}: {number(self.total)} ({named})"


class _ArticleBars(Sequence[Bar]):
    """A bar an article, made when it is looked at: there may be tens of thousands."""

    def __init__(self, articles: Sequence[ArticleCounts]) -> None:
        self._articles = articles

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, place: int) -> Bar: ...
    @overload
    def __getitem__(self, place: slice) -> "_ArticleBars": ...
    def __getitem__(self, place: int | slice) -> "Bar | _ArticleBars":
        if isinstance(place, slice):
            return _ArticleBars(self._articles[place])
        one = self._articles[place]
        return Bar(clean(one.title), _parts(one.counts, one.id), ClaimFilter(article=one.id))

    @property
    def most(self) -> int:
        """How long the longest of them is."""
        return max((sum(one.counts.values()) for one in self._articles), default=0)


@dataclass(frozen=True, slots=True)
class Chart:
    """A titled group of bars of some statuses, the longest of them so long; 'first' names what
    they are of, 'empty' says why there are none."""

    title: str
    first: str
    bars: Sequence[Bar]
    empty: str
    statuses: tuple[Status, ...] = ()
    columns: bool = False
    note: str = ""

    @property
    def most(self) -> int:
        """How long the longest bar is."""
        if isinstance(self.bars, _ArticleBars):
            return self.bars.most
        return max((bar.total for bar in self.bars), default=0)

    def head(self) -> list[str]:
        """The columns of the same numbers as a table."""
        statuses = [status.short_label for status in self.statuses]
        return [self.first, *statuses, _("Claims") if statuses else _("Uses")]

    def rows(self) -> Iterator[list[str | int]]:
        """The same numbers as a table."""
        return (self.row(bar) for bar in self.bars)

    def row(self, bar: Bar) -> list[str | int]:
        """One bar's numbers."""
        counts = {part.status: part.count for part in bar.parts}
        return [bar.label, *(counts.get(status, 0) for status in self.statuses), bar.total]


def charts(overview: Overview, span: TimeSpan) -> tuple[Chart, ...]:
    """The overview's charts, in the language spoken."""
    return (
        _progress(overview),
        _over_time(overview, span),
        _wrong_by_kind(overview, span),
        _wrong_by_article(overview, span),
        _sources(overview, span),
    )


def in_articles(count: int) -> str:
    """'in 3 articles'."""
    return ngettext("in one article", "in {count} articles", count)


def _parts(counts: Counts, article: int | None = None) -> tuple[Part, ...]:
    return tuple(
        Part(
            status.short_label,
            counts[status],
            status,
            ClaimFilter(article=article, statuses=frozenset({status})),
        )
        for status in BAR_ORDER
        if counts.get(status)
    )


def _progress(overview: Overview) -> Chart:
    return Chart(
        _("Progress of the articles"),
        _("Article"),
        _ArticleBars(overview.articles),
        _("There is no open article. Import one with Ctrl+I, or count the archived ones, too."),
        _in_order(overview.total),
        note=_("most open claims first"),
    )


def _in_order(occurring: Iterable[Status]) -> tuple[Status, ...]:
    there = set(occurring)
    return tuple(status for status in BAR_ORDER if status in there)


def _over_time(overview: Overview, span: TimeSpan) -> Chart:
    days = overview.days
    long = len(days) > 1 and (days[-1].day - days[0].day).days > _DAYS_BY_DAY
    bars = tuple(
        Bar(
            partial_date(one.day.isoformat()),
            tuple(
                Part(status.short_label, one.counts[status], status)
                for status in BAR_ORDER
                if one.counts.get(status)
            ),
            mark=_mark(one.day, by_month=long),
        )
        for one in days
    )
    return Chart(
        _("Claims by status over time"),
        _("Date"),
        bars,
        _("Nothing has happened on this desk yet."),
        _in_order(status for one in days for status in one.counts),
        columns=True,
        note=span.label,
    )


def _mark(day: date, *, by_month: bool) -> str:
    if by_month:
        return f"{day:%m/%Y}"
    full = partial_date(day.isoformat())
    return full[:6] if language() == "de" else " ".join(word[:3] for word in full.split()[:2])


def _wrong(counts: Counts, chosen: ClaimFilter) -> tuple[Part, ...]:
    return tuple(
        Part(
            status.short_label,
            counts[status],
            status,
            replace(chosen, statuses=frozenset({status})),
        )
        for status in WRONG
        if counts.get(status)
    )


def _wrong_by_kind(overview: Overview, span: TimeSpan) -> Chart:
    bars = [
        Bar(
            kind.label,
            _wrong(counts, ClaimFilter(kinds=frozenset({kind}))),
            ClaimFilter(kinds=frozenset({kind}), statuses=frozenset(WRONG)),
        )
        for kind, counts in overview.wrong_by_kind
    ]
    return Chart(
        _("Inaccurate and false, by kind"),
        _("Kind"),
        bars,
        _nothing_wrong(),
        _in_order(WRONG),
        note=span.label,
    )


def _wrong_by_article(overview: Overview, span: TimeSpan) -> Chart:
    bars = [_wrong_article(one) for one in overview.wrong_by_article]
    return Chart(
        _("Inaccurate and false, by article"),
        _("Article"),
        bars,
        _nothing_wrong(),
        _in_order(WRONG),
        note=span.label,
    )


def _wrong_article(one: ArticleCounts) -> Bar:
    chosen = ClaimFilter(article=one.id, statuses=frozenset(WRONG))
    return Bar(clean(one.title), _wrong(one.counts, chosen), chosen)


def _nothing_wrong() -> str:
    return _("Nothing was found inaccurate or false in this time.")


def _sources(overview: Overview, span: TimeSpan) -> Chart:
    bars = [
        Bar(
            clean(one.title),
            (Part(_uses(one.uses), one.uses),),
            SourceTarget(one.id),
        )
        for one in overview.sources
    ]
    empty = _("No source was attached in this time.")
    return Chart(_("Most used sources"), _("Source"), bars, empty, note=span.label)


def _uses(count: int) -> str:
    return ngettext("used once", "used {count} times", count)
