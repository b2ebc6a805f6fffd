"""What the review of suggestions lists: claims that are proposed, and remarks that were noticed, in
the order in which the text is read."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from claimdesk.domain.claim import Kind
from claimdesk.domain.remark import RemarkKind
from claimdesk.domain.suggestion import NotCheckable, Proposal


class ReviewRow(NamedTuple):
    """One of them. 'kind' is a suggestion's; 'spans' are all passages of a remark, the first of
    which stands for its place, 'quotes' their words. 'words' is the statement, or what was
    noticed."""

    mark: str
    start: int
    end: int
    words: str
    quote: str
    kind: Kind | None = None
    check_worthiness: int = 0
    not_checkable: NotCheckable | None = None
    remark: RemarkKind | None = None
    spans: tuple[tuple[int, int], ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is, in the language spoken."""
        if self.remark is not None:
            return self.remark.label
        return self.kind.label if self.kind is not None else ""


class Sort(StrEnum):
    """What is listed besides single kinds."""

    ALL = "all"
    REMARKS = "remarks"
    NOT_CHECKABLE = "not_checkable"


class ReviewFilter(NamedTuple):
    """Which of them are listed; check-worthiness 0 is any."""

    sort: Sort | Kind = Sort.ALL
    check_worthiness: int = 0

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return self.sort is not Sort.ALL or bool(self.check_worthiness)

    def keeps(self, row: ReviewRow) -> bool:
        """Whether a row is listed."""
        if self.check_worthiness and row.check_worthiness != self.check_worthiness:
            return False
        match self.sort:
            case Sort.ALL:
                return True
            case Sort.REMARKS:
                return row.remark is not None
            case Sort.NOT_CHECKABLE:
                return row.not_checkable is not None
        return row.kind is self.sort


def rows_of(proposals: Iterable[Proposal]) -> list[ReviewRow]:
    """Proposals as rows."""
    return [
        ReviewRow(
            mark,
            one.start,
            one.end,
            one.statement,
            one.quote,
            one.kind,
            one.check_worthiness,
            one.not_checkable,
        )
        for mark, one in ((it.mark, it.suggestion) for it in proposals)
    ]
