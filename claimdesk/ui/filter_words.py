"""What a filter asks for, in words."""

from collections.abc import Iterator
from dataclasses import replace

from claimdesk.domain.claim import ClaimFilter
from claimdesk.i18n import _


def without_one(chosen: ClaimFilter) -> Iterator[tuple[str, ClaimFilter]]:
    """Each kind, mark and weight that is asked for in words, and the filter without it."""
    for kind in sorted(chosen.kinds):
        yield kind.label, replace(chosen, kinds=chosen.kinds - {kind})
    for badge in sorted(chosen.badges):
        yield badge.label, replace(chosen, badges=chosen.badges - {badge})
    for weight in sorted(chosen.worthiness, reverse=True):
        yield weight_in_words(weight), replace(chosen, worthiness=chosen.worthiness - {weight})
    for tag in sorted(chosen.tags):
        yield _("tag: {tag}").format(tag=tag), replace(chosen, tags=chosen.tags - {tag})


def in_words(chosen: ClaimFilter) -> str:
    """All that a filter asks for, in one line; empty where it shows all claims."""
    statuses = sorted(chosen.statuses, key=lambda status: status.key)
    parts = [
        *([_("All that is left")] if chosen.left else []),
        *(status.label for status in statuses),
        *(words for words, _rest in without_one(chosen)),
        *([_("“{text}”").format(text=chosen.text.strip())] if chosen.text.strip() else []),
    ]
    return ", ".join(parts)


def weight_in_words(weight: int) -> str:
    """How much it matters, where nothing else says that this is meant."""
    from claimdesk.ui.widgets.worthiness import worthiness_words  # start quickly

    return _("weight: {weight}").format(weight=worthiness_words(weight))
