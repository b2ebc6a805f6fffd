"""What a sheet that comes back would change, beside what the desk holds by now.

Three states of each cell are compared: what it started from (a digest), what it says, and what
the desk says. A cell that nobody touched changes nothing, whatever the desk did meanwhile.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from claimdesk.domain.claim import WORTHINESS, Kind
from claimdesk.domain.dossier import Dossier
from claimdesk.domain.erasure import ERASED
from claimdesk.domain.sheet import COMING_BACK, CellChange, Column, SheetPlan
from claimdesk.domain.status import Status
from claimdesk.i18n import LANGUAGES, _, language, speaking
from claimdesk.services.exporters.content import build
from claimdesk.services.exporters.dates import read_day
from claimdesk.services.exporters.masking import masked
from claimdesk.services.exporters.sheet import digest, values
from claimdesk.services.importers.sheet import Sheet, SheetLine

_MAY_BE_EMPTY = {Column.NEW_NOTE, Column.ATTRIBUTED_TO, Column.AS_OF}

Values = Mapping[Column, str]


def plan_sheet(sheet: Sheet, dossier: Dossier) -> SheetPlan:
    """What the sheet would change in the dossier's article."""
    return _Planner(sheet, dossier).plan()


def read_value(column: Column, cell: str) -> str | None:
    """The value that a cell means: the identifier of a status or kind named in either language, a
    date as ISO 8601; None where it means nothing that the column can hold."""
    cell = cell.strip()
    if column is Column.STATUS:
        return _scale().get(cell.casefold())
    if column is Column.KIND:
        return _kinds().get(cell.casefold())
    if column is Column.WORTHINESS:
        return cell if cell in map(str, WORTHINESS) else None
    if column is Column.AS_OF and cell:
        return read_day(cell)
    return cell


class _Planner:
    """Holds what the rows of one sheet are compared with."""

    def __init__(self, sheet: Sheet, dossier: Dossier) -> None:
        self._sheet, self._dossier = sheet, dossier
        self._held = _values(dossier)
        self._masked = _values(masked(dossier))
        self._rows = {claim.row.public_id: claim.row for claim in dossier.claims}
        self._passages = {
            claim.row.public_id: claim.anchor.quote for claim in dossier.claims if claim.anchor
        }
        self._remarks: list[str] = []

    def plan(self) -> SheetPlan:
        changes = tuple(self._changes())
        if self._sheet.missing:
            said = _("These columns are not in the sheet (any more): {names}.")
            names = ", ".join(column.label for column in self._sheet.missing)
            self._remarks.append(said.format(names=names))
        return SheetPlan(self._dossier.article.id, changes, tuple(self._remarks))

    def _changes(self) -> Iterator[CellChange]:
        seen: set[str] = set()
        for line in self._sheet.lines:
            if line.claim is None:
                yield from self._new(line)
            elif line.claim not in self._rows:
                self._remark(_("Row {row}: its claim is not in this article (any more)."), line)
            elif line.claim in seen:
                self._remark(_("Row {row}: its claim stands in a row above, which counts."), line)
            else:
                seen.add(line.claim)
                yield from self._of_claim(line, line.claim)

    def _remark(self, sentence: str, line: SheetLine) -> None:
        self._remarks.append(sentence.format(row=line.place))

    def _new(self, line: SheetLine) -> Iterator[CellChange]:
        """A row that somebody wrote below or between ours."""
        statement = line.cells.get(Column.STATEMENT, "").strip()
        if line.cells.get(Column.NUMBER, "").strip() or not statement:
            self._remark(_("Row {row}: its last, hidden cell no longer says whose it is."), line)
            return
        found = {column: read_value(column, cell) for column, cell in _given(line).items()}
        wrong = next((column for column, value in found.items() if value is None), None)
        problem = "" if wrong is None else _no_value(wrong, line.cells[wrong])
        good = {column: value for column, value in found.items() if value is not None}
        yield CellChange(
            line.place, None, None, Column.STATEMENT, "", statement, problem=problem, values=good
        )

    def _of_claim(self, line: SheetLine, claim: str) -> Iterator[CellChange]:
        left_out = self._touched(line, claim, Column.STATUS) == Status.LEFT_OUT.value
        for column in COMING_BACK:
            if column is Column.NEW_NOTE and left_out:
                continue  # it is the reason, and goes with the status
            after = self._touched(line, claim, column)
            if after is not None:
                yield self._change(line, claim, column, after)

    def _touched(self, line: SheetLine, claim: str, column: Column) -> str | None:
        """What a cell says that somebody wrote into; None where nothing is to be changed. What
        cannot be read stands as it is."""
        if column not in line.cells:
            return None
        cell = line.cells[column].strip()
        value = read_value(column, cell)
        value = cell if value is None else value
        same = digest(value) == line.base[column] or value == self._held[claim][column].strip()
        return None if same else value

    def _change(self, line: SheetLine, claim: str, column: Column, after: str) -> CellChange:
        row, held, masked_ = (
            self._rows[claim],
            self._held[claim][column],
            self._masked[claim][column],
        )
        known = {digest(held), digest(masked_)}
        was_masked = held != masked_ and line.base[column] == digest(masked_)
        is_note = column is Column.FINDING and not held  # beside it nothing can be overwritten
        note = line.cells.get(Column.NEW_NOTE, "").strip()
        return CellChange(
            line.place,
            row.id,
            row.number,
            column,
            held,
            after,
            conflict=line.base[column] not in known and not is_note,
            problem=_blanked() if was_masked else self._problem(claim, column, after, note),
            note=note if after == Status.LEFT_OUT.value else "",
            base=line.base[column],
        )

    def _problem(self, claim: str, column: Column, after: str, note: str) -> str:
        if ERASED in after and ERASED not in self._held[claim][column]:
            return _blanked()
        if not after and column not in _MAY_BE_EMPTY:
            return _("A sheet empties no cell of this kind; do that in the window.")
        if read_value(column, after) is None:
            return _no_value(column, after)
        if column is Column.CORRECTION and after == self._passages.get(claim):
            return _("The new wording is the old one.")
        if column is Column.STATUS and after == Status.LEFT_OUT.value and not note:
            said = _("The reason is missing; write it into the column “{column}”.")
            return said.format(column=Column.NEW_NOTE.label)
        return ""


def _blanked() -> str:
    return _("Words were blanked out in this cell; change it in the window.")


def _given(line: SheetLine) -> dict[Column, str]:
    """The cells of a new row that say something."""
    cells = {column: line.cells.get(column, "").strip() for column in COMING_BACK}
    return {column: cell for column, cell in cells.items() if cell}


def _values(dossier: Dossier) -> dict[str, Values]:
    report = build(dossier, made_at="", language=language())
    return {claim.id: values(claim) for claim in report.claims}


def _no_value(column: Column, cell: str) -> str:
    said = _("“{cell}” is nothing that “{column}” can be.")
    return said.format(cell=cell, column=column.label)


@cache
def _scale() -> dict[str, str]:
    """Statuses by their names in all languages, and by their identifiers."""
    found = {status.value: status.value for status in Status}
    for spoken in LANGUAGES:
        with speaking(spoken):
            found |= {status.short_label.casefold(): status.value for status in Status}
            found |= {status.label.casefold(): status.value for status in Status}
    return found


@cache
def _kinds() -> dict[str, str]:
    found = {kind.value: kind.value for kind in Kind}
    for spoken in LANGUAGES:
        with speaking(spoken):
            found |= {kind.label.casefold(): kind.value for kind in Kind}
    return found
