"""The line-by-line sheet: one row a claim. What its columns are, and what comes back from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimdesk.domain.claim import Kind
from claimdesk.domain.status import Status
from claimdesk.i18n import _


class Column(StrEnum):
    """The columns of the sheet, from left to right."""

    NUMBER = "number"
    STATUS = "status"
    STATEMENT = "statement"
    FINDING = "finding"
    SOURCES = "sources"
    LINK = "link"
    CORRECTION = "correction"
    DECISION = "decision"
    NEW_NOTE = "new_note"
    PASSAGE = "passage"
    KIND = "kind"
    WORTHINESS = "check_worthiness"
    ATTRIBUTED_TO = "attributed_to"
    AS_OF = "as_of"
    QUESTIONS = "questions"
    OTHER_NOTES = "other_notes"
    MARKS = "marks"
    CHANGED = "changed"
    STATE = "state"

    @property
    def label(self) -> str:
        """Its heading in the language spoken; the last one is for machines."""
        return {
            Column.NUMBER: _("No."),
            Column.STATUS: _("Status"),
            Column.STATEMENT: _("Statement"),
            Column.FINDING: _("Finding"),
            Column.SOURCES: _("Sources"),
            Column.LINK: _("Link"),
            Column.CORRECTION: _("Correction"),
            Column.DECISION: _("Decision"),
            Column.NEW_NOTE: _("New note"),
            Column.PASSAGE: _("Passage"),
            Column.KIND: _("Kind"),
            Column.WORTHINESS: _("Check-worthiness"),
            Column.ATTRIBUTED_TO: _("Attributed to"),
            Column.AS_OF: _("As of"),
            Column.QUESTIONS: _("Questions"),
            Column.OTHER_NOTES: _("Other notes"),
            Column.MARKS: _("Marks"),
            Column.CHANGED: _("Changed"),
            Column.STATE: STATE_HEADING,
        }[self]

    @property
    def comes_back(self) -> bool:
        """Whether what somebody writes there is taken in again."""
        return self in COMING_BACK


STATE_HEADING = "claimdesk-sheet 1"
"""By this heading a sheet is known as one of ours; below it stand each row's claim and the words
that the row started from, as digests."""

COMING_BACK = (
    Column.STATUS,
    Column.STATEMENT,
    Column.FINDING,
    Column.CORRECTION,
    Column.NEW_NOTE,
    Column.KIND,
    Column.WORTHINESS,
    Column.ATTRIBUTED_TO,
    Column.AS_OF,
)
"""In this order a row's state names them."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """What a sheet would change in one field: the words that the desk holds and those of the
    sheet, as values (identifiers, ISO dates). 'conflict' says that the desk changed since the
    sheet was written, 'base' is the digest of the words that the cell started from, 'started_from'
    those words, as far as the desk's history has them. 'problem' says, in a sentence, why the cell
    cannot be taken over. 'note' is the reason that comes with a status. A row that is no claim yet
    has no 'claim', and 'values' of all its cells."""

    row: int
    claim: int | None
    number: int | None
    column: Column
    before: str
    after: str
    conflict: bool = False
    problem: str = ""
    note: str = ""
    base: str = ""
    started_from: str = ""
    values: Mapping[Column, str] = field(default_factory=dict, hash=False)

    @property
    def is_safe(self) -> bool:
        """Whether it can be taken over without a further look."""
        return not self.conflict and not self.problem

    @property
    def what(self) -> str:
        """What it changes, in the language spoken."""
        return _("New claim") if self.claim is None else self.column.label

    @property
    def remark(self) -> str:
        """What whoever decides should know, in a sentence; empty where there is nothing."""
        if self.problem or not self.conflict:
            return self.problem
        if not self.started_from:
            return _("changed in the desk since the sheet was written")
        return _("changed in the desk since the sheet was written; then it was “{words}”").format(
            words=shown(self.column, self.started_from)
        )


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """All that a sheet would change in an article, in the sheet's order; 'remarks' are sentences
    on rows and columns that were passed over."""

    article: int
    changes: tuple[CellChange, ...]
    remarks: tuple[str, ...] = ()


def shown(column: Column, value: str) -> str:
    """A value as people read it: scales by their labels, all else as it stands."""
    if column is Column.STATUS and value in tuple(Status):
        return Status(value).label
    if column is Column.KIND and value in tuple(Kind):
        return Kind(value).label
    return value
