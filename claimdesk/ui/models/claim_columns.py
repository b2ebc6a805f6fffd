"""The columns of claim lists: what each says of a claim, and what it sorts by."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt

from claimdesk.domain.claim import ClaimColumn, ClaimRow
from claimdesk.i18n import N_, _, pgettext
from claimdesk.ui.when import moment, partial_date

BADGES = "badges"
"""The key of the one column that nothing is sorted by; all others bear their ClaimColumn's."""


class Column(NamedTuple):
    """One column; 'width' is drawn for a system font of 13 px."""

    key: str
    title: str
    width: int
    words: Callable[[ClaimRow], str]
    numeric: bool = False

    @property
    def head(self) -> str:
        """What stands over it: the title, short where the column is narrow."""
        if self.key == ClaimColumn.CHECK_WORTHINESS:
            return pgettext("short", "Check-w.")
        return _(self.title)

    @property
    def sort(self) -> ClaimColumn | None:
        """What a click on its head sorts by."""
        return None if self.key == BADGES else ClaimColumn(self.key)


def _count(number: int) -> str:
    return str(number) if number else "–"


def _changed(row: ClaimRow) -> str:
    """The time of today's changes, the day of others."""
    return moment(row.changed_at).partition(", ")[0]


COLUMNS = (
    Column(ClaimColumn.NUMBER, N_("No."), 60, lambda row: str(row.number), numeric=True),
    Column(ClaimColumn.STATUS, N_("Status"), 142, lambda row: row.status.short_label),
    Column(ClaimColumn.STATEMENT, N_("Claim"), 320, lambda row: row.statement),
    Column(ClaimColumn.ARTICLE, N_("Article"), 170, lambda row: row.article_title),
    Column(ClaimColumn.KIND, N_("Kind"), 110, lambda row: row.kind.label),
    Column(
        ClaimColumn.CHECK_WORTHINESS,
        N_("Check-worthiness"),
        88,
        lambda row: _("{weight} of 3").format(weight=row.check_worthiness),
    ),
    Column(ClaimColumn.FIGURES, N_("Figures"), 110, lambda row: ", ".join(row.figures_shown)),
    Column(ClaimColumn.SOURCES, N_("Sources"), 68, lambda row: _count(row.sources), numeric=True),
    Column(ClaimColumn.NOTES, N_("Notes"), 68, lambda row: _count(row.notes), numeric=True),
    Column(
        ClaimColumn.AS_OF,
        N_("As of"),
        96,
        lambda row: partial_date(row.as_of) if row.as_of else "",
        numeric=True,
    ),
    Column(BADGES, N_("Marks"), 76, lambda row: ", ".join(one.label for one in row.badges)),
    Column(ClaimColumn.CHANGED_BY, N_("By"), 110, lambda row: row.changed_by),
    Column(ClaimColumn.CHANGED_AT, N_("Changed"), 100, _changed, numeric=True),
)

KEYS = tuple(column.key for column in COLUMNS)


def place(key: str) -> int:
    """Where a column stands among COLUMNS."""
    return KEYS.index(key)


def in_words(row: ClaimRow) -> str:
    """A claim for those who hear the list: number, status, statement, marks."""
    head = _("Claim {number}, {status}").format(number=row.number, status=row.status.label)
    return ", ".join((head, row.statement, *(badge.label for badge in row.badges)))


def alignment(column: int) -> int:
    """To which side a column's words stand."""
    side = Qt.AlignmentFlag.AlignRight if COLUMNS[column].numeric else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def tip(row: ClaimRow, column: int) -> str:
    """The statement, and before it what the column shows only as a picture or in short."""
    words = {
        ClaimColumn.CHANGED_AT.value: moment(row.changed_at),
        ClaimColumn.STATUS.value: row.status.label,
        BADGES: ", ".join(badge.label for badge in row.badges),
        ClaimColumn.FIGURES.value: ", ".join(row.figures_shown),
    }.get(COLUMNS[column].key)
    return f"{words}\n{row.statement}" if words else row.statement
