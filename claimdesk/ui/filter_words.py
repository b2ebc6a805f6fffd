"""What a filter asks for, in words."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.period import Period
from claimdesk.i18n import _, ngettext
from claimdesk.ui.when import partial_date

Titles = Callable[[Collection[str]], Mapping[str, str]]
"""The titles of articles, by their public ids."""

_LONGEST_TITLE = 40


def without_one(
    chosen: ClaimFilter, titles: Titles = lambda _ids: {}
) -> Iterator[tuple[str, ClaimFilter]]:
    """Each condition in words, but status, text and what is left, and the filter without it."""
    for kind in sorted(chosen.kinds):
        yield kind.label, replace(chosen, kinds=chosen.kinds - {kind})
    for badge in sorted(chosen.badges):
        yield badge.label, replace(chosen, badges=chosen.badges - {badge})
    for weight in sorted(chosen.worthiness, reverse=True):
        yield weight_in_words(weight), replace(chosen, worthiness=chosen.worthiness - {weight})
    for tag in sorted(chosen.tags):
        yield _("tag: {tag}").format(tag=tag), replace(chosen, tags=chosen.tags - {tag})
    for person in sorted(chosen.people):
        words = _("changed by {person}").format(person=person)
        yield words, replace(chosen, people=chosen.people - {person})
    yield from _without_time_or_source(chosen)
    held = titles(chosen.articles) if chosen.articles else {}
    for article in sorted(chosen.articles):
        words = _("article: {title}").format(title=_shortened(held.get(article, "?")))
        yield words, replace(chosen, articles=chosen.articles - {article})


def _without_time_or_source(chosen: ClaimFilter) -> Iterator[tuple[str, ClaimFilter]]:
    if chosen.changed is not None:
        words = _("changed: {period}").format(period=period_in_words(chosen.changed))
        yield words, replace(chosen, changed=None)
    if chosen.as_of is not None:
        words = _("right as of: {period}").format(period=period_in_words(chosen.as_of))
        yield words, replace(chosen, as_of=None)
    if chosen.sourced is not None:
        yield source_in_words(chosen.sourced), replace(chosen, sourced=None)


def in_words(chosen: ClaimFilter, titles: Titles = lambda _ids: {}) -> str:
    """All that a filter asks for, in one line; empty where it shows all claims."""
    statuses = sorted(chosen.statuses, key=lambda status: status.key)
    parts = [
        *([_("All that is left")] if chosen.left else []),
        *(status.label for status in statuses),
        *(words for words, _rest in without_one(chosen, titles)),
        *([_("“{text}”").format(text=chosen.text.strip())] if chosen.text.strip() else []),
    ]
    return ", ".join(parts)


def weight_in_words(weight: int) -> str:
    """How much it matters, where nothing else says that this is meant."""
    from claimdesk.ui.widgets.worthiness import worthiness_words  # start quickly

    return _("check-worthiness: {weight}").format(weight=worthiness_words(weight))


def source_in_words(sourced: bool) -> str:
    """Whether a claim has a source."""
    return _("with a source") if sourced else _("without a source")


def period_in_words(period: Period) -> str:
    """A stretch of days."""
    if period.month:
        return _("this month")
    if period.days:
        many = ngettext("last {count} day", "last {count} days", period.days)
        return _("today") if period.days == 1 else many
    first, last = partial_date(period.first), partial_date(period.last)
    if first and last:
        return first if first == last else f"{first} – {last}"
    return _("from {day}").format(day=first) if first else _("until {day}").format(day=last)


def _shortened(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
