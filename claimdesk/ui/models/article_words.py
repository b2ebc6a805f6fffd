"""What the sidebar says of articles and their groups."""

from claimdesk.domain.arrival import ARCHIVED, MONTH, TODAY, UNDATED, WEEK, YESTERDAY, month_of
from claimdesk.domain.article import ArticleRow
from claimdesk.i18n import N_, _, ngettext
from claimdesk.ui.when import partial_date

_NAMES = {
    TODAY: N_("Today"),
    YESTERDAY: N_("Yesterday"),
    WEEK: N_("This week"),
    MONTH: N_("This month"),
    ARCHIVED: N_("Archived"),
    UNDATED: N_("Without a date"),
}


def group_name(code: int) -> str:
    """When the articles of a group came in."""
    return _(_NAMES[code]) if code in _NAMES else partial_date(month_of(code))


def heading_in_words(name: str, count: int | None, *, is_open: bool) -> str:
    """'Yesterday, 12 articles, expanded'."""
    counted = [ngettext("{count} article", "{count} articles", count)] if count is not None else []
    return ", ".join((name, *counted, _("expanded") if is_open else _("collapsed")))


def origin(row: ArticleRow) -> str:
    """Where and when it appeared; that it has no text yet where that is so."""
    published = partial_date(row.data.published) if row.data.published else None
    parts = [row.data.publisher, published] if row.revision else [_("without text")]
    parts += [f"#{tag}" for tag in row.tags]
    return " · ".join(part for part in parts if part)


def progress(row: ArticleRow) -> str:
    """'90 of 180 checked'."""
    return _("{checked} of {total} checked").format(checked=row.checked, total=row.claims)
