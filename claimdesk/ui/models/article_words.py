"""What the sidebar says of articles and their groups."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from claimdesk.domain.arrival import ARCHIVED, MONTH, TODAY, UNDATED, WEEK, YESTERDAY, month_of
from claimdesk.domain.article import ArticleRow
from claimdesk.i18n import N_, _, ngettext
from claimdesk.ui.when import partial_date

BETWEEN = " · "
_ELLIPSIS = "…"

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
    return BETWEEN.join((*_before_day(row), *_day(row), *_behind_day(row)))


def origin_in(row: ArticleRow, letters: QFontMetrics, width: int) -> str:
    """The same in a width: tags give way first, then the publication, the day never."""
    whole, day = origin(row), BETWEEN.join(_day(row))
    if letters.horizontalAdvance(whole) <= width or not day:
        return letters.elidedText(whole, Qt.TextElideMode.ElideRight, width)
    behind = f"{BETWEEN}{day}"
    room = width - letters.horizontalAdvance(behind)
    place = letters.elidedText("".join(_before_day(row)), Qt.TextElideMode.ElideRight, room)
    return f"{place}{behind}" if place.strip(_ELLIPSIS) else day


def _before_day(row: ArticleRow) -> list[str]:
    if not row.revision:
        return [_("without text")]
    return [row.data.publisher] if row.data.publisher else []


def _day(row: ArticleRow) -> list[str]:
    return [partial_date(row.data.published)] if row.revision and row.data.published else []


def _behind_day(row: ArticleRow) -> list[str]:
    return [f"#{tag}" for tag in row.tags]


def progress(row: ArticleRow) -> str:
    """'90 of 180 checked'."""
    return _("{checked} of {total} checked").format(checked=row.checked, total=row.claims)
