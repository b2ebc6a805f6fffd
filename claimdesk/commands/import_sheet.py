"""Take over what somebody changed in a sheet that came back, as one event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimdesk.commands.edit import required
from claimdesk.commands.edit_claim import EditStatement, SetAttribution, SetCheckWorthiness, SetKind
from claimdesk.commands.propose_correction import ProposeCorrection, RewordCorrection
from claimdesk.commands.set_as_of import SetAsOf
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import RewriteNote, WriteNote
from claimdesk.domain.claim import Kind
from claimdesk.domain.dossier import ClaimDetail
from claimdesk.domain.errors import Conflict, NotFound, Refused
from claimdesk.domain.history import ADDED, Message
from claimdesk.domain.note import Note
from claimdesk.domain.sheet import CellChange, Column, SheetPlan, shown
from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.sheet import digest, first_finding
from claimdesk.services.importers.sheet import Sheet
from claimdesk.services.importers.sheet_plan import plan_sheet
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_FIELDS = {
    Column.STATUS: ("claim", "status"),
    Column.STATEMENT: ("claim", "statement"),
    Column.KIND: ("claim", "kind"),
    Column.WORTHINESS: ("claim", "check_worthiness"),
    Column.ATTRIBUTED_TO: ("claim", "attributed_to"),
    Column.AS_OF: ("claim", "as_of"),
    Column.FINDING: ("note", "text"),
    Column.CORRECTION: ("correction", "new_wording"),
}
"""The tables and fields that cells stand for."""


def plan_import(read: queries.Read, sheet: Sheet) -> SheetPlan:
    """What a sheet would change in the article that its claims belong to; NotFound where none of
    them is in the desk."""
    article = queries.article_with(read, sheet.claims)
    if article is None:
        said = _("None of the claims of “{name}” is in this desk; is it another one’s?")
        raise NotFound(said.format(name=sheet.name))
    plan = plan_sheet(sheet, queries.dossier(read, article))
    return replace(plan, changes=tuple(_with_origin(read, change) for change in plan.changes))


def _with_origin(read: queries.Read, change: CellChange) -> CellChange:
    """A change that meets others with the words that its cell started from: the history has them,
    known by their digest."""
    if not change.conflict or change.claim is None:
        return change
    for words in _once_said(read, change.claim, *_FIELDS[change.column]):
        if digest(words) == change.base:
            return replace(change, started_from=words)
    return change


def _once_said(read: queries.Read, claim: int, entity: str, field: str) -> Iterator[str]:
    """All words that a field of a claim, or of what hangs on it, ever had; the newest first."""
    for event in queries.events(read, claim=claim, newest_first=True, most_claims=0):
        for change in event.changes:
            if change.entity == entity and change.field == field:
                yield clean(str(change.before or ""))
            elif change.entity == entity and change.field == ADDED and change.after:
                yield clean(str(change.after.get(field) or ""))


@dataclass(frozen=True, slots=True)
class ImportSheet:
    """Carry out changes of a sheet, named for the history. A cell whose field holds other words by
    now than the change says is a Conflict."""

    article: int
    changes: tuple[CellChange, ...]
    name: str

    def apply(self, work: "Work") -> Message:
        for change in self.changes:
            if change.problem:
                raise Refused(change.problem)
        _Changes(work, self.article, self.changes).carry_out()
        count = len(self.changes)
        one, many = N_("A change from “{name}”"), N_("{count} changes from “{name}”")
        return Message(one if count == 1 else many, {"count": count, "name": self.name})


class _Changes:
    """The changes of one sheet, those that are alike together."""

    def __init__(self, work: "Work", article: int, changes: Iterable[CellChange]) -> None:
        self._work, self._article = work, article
        self._by_column: dict[Column, list[CellChange]] = defaultdict(list)
        self._new: list[CellChange] = []
        for change in changes:
            if change.claim is None:
                self._new.append(change)
            else:
                self._by_column[change.column].append(change)

    def carry_out(self) -> None:
        claims = {change.claim for changes in self._by_column.values() for change in changes}
        held = queries.claim_details(self._work.read, sorted(filter(None, claims)))
        details = {detail.row.id: detail for detail in held}
        for column, changes in self._by_column.items():
            for change in changes:
                self._expect(details[_claim(change)], change)
            if column in (Column.STATUS, Column.KIND, Column.WORTHINESS):
                self._set_scale(column, changes)
            else:
                for change in changes:
                    self._set_words(details[_claim(change)], change)
        self._add()

    def _expect(self, detail: ClaimDetail, change: CellChange) -> None:
        """Refuse where the desk no longer holds what the change was compared with."""
        held = _held(detail, change)
        if clean(held).strip() != change.before.strip():
            raise Conflict(
                _(
                    "Meanwhile “{column}” of claim {number} was changed to “{held}”; import the "
                    "sheet once more and look at it."
                ).format(
                    column=change.column.label,
                    number=detail.row.number,
                    held=shown(change.column, clean(held)) or "–",
                )
            )

    def _set_scale(self, column: Column, changes: Iterable[CellChange]) -> None:
        alike: dict[tuple[str, str], list[int]] = defaultdict(list)
        for change in changes:
            alike[change.after, change.note].append(_claim(change))
        for (value, note), claims in alike.items():
            if column is Column.STATUS:
                SetStatus(tuple(claims), Status(value), note).apply(self._work)
            elif column is Column.KIND:
                SetKind(tuple(claims), Kind(value)).apply(self._work)
            else:
                SetCheckWorthiness(tuple(claims), int(value)).apply(self._work)

    def _set_words(self, detail: ClaimDetail, change: CellChange) -> None:
        claim, after, held = detail.row.id, change.after, _held(detail, change)
        if change.column is Column.STATEMENT:
            EditStatement(claim, after, held).apply(self._work)
        elif change.column is Column.ATTRIBUTED_TO:
            SetAttribution(claim, after, held).apply(self._work)
        elif change.column is Column.AS_OF:
            SetAsOf((claim,), after).apply(self._work)
        elif change.column is Column.FINDING and (note := first_finding(detail.notes)):
            RewriteNote(note.id, after, held).apply(self._work)
        elif change.column is Column.CORRECTION and held:
            RewordCorrection(detail.corrections[-1].id, after, held).apply(self._work)
        elif change.column is Column.CORRECTION:
            ProposeCorrection(claim, after).apply(self._work)
        else:
            WriteNote(after, claim).apply(self._work)

    def _add(self) -> None:
        """Rows that somebody wrote become claims, under the next numbers."""
        if not self._new:
            return
        taken = self._work.find("claim", article=self._article)
        number = max((claim["number"] for claim in taken), default=0)
        for change in self._new:
            number += 1
            self._add_claim(number, change)

    def _add_claim(self, number: int, change: CellChange) -> None:
        said = change.values
        status, note = Status(said.get(Column.STATUS, Status.UNCHECKED)), said.get(Column.NEW_NOTE)
        claim = self._work.add(
            "claim",
            article=self._article,
            number=number,
            statement=required(change.after, _("The statement")),
            kind=said.get(Column.KIND, Kind.OTHER.value),
            check_worthiness=int(said.get(Column.WORTHINESS, "2")),
            attributed_to=said.get(Column.ATTRIBUTED_TO),
            as_of=said.get(Column.AS_OF),
        )
        if status is Status.LEFT_OUT and note:
            SetStatus((claim,), status, note).apply(self._work)
            note = None
        else:
            SetStatus((claim,), status).apply(self._work)
        for text in filter(None, (said.get(Column.FINDING), note)):
            WriteNote(text, claim).apply(self._work)
        if wording := said.get(Column.CORRECTION):
            ProposeCorrection(claim, wording).apply(self._work)


def _claim(change: CellChange) -> int:
    assert change.claim is not None
    return change.claim


def _held(detail: ClaimDetail, change: CellChange) -> str:
    """The words of a field as the desk has them."""
    if change.column is Column.FINDING:
        note: Note | None = first_finding(detail.notes)
        return note.text if note else ""
    if change.column is Column.CORRECTION:
        return detail.corrections[-1].new_wording if detail.corrections else ""
    if change.column is Column.NEW_NOTE:
        return ""
    return str(getattr(detail.row, _FIELDS[change.column][1]) or "")
