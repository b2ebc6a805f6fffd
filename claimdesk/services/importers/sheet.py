"""Our own line-by-line sheet, come back: which claim each row is, and what somebody wrote there.

Columns are found by their headings, in either language, so that they may have been moved; rows by
what their last cell says, so that they may have been sorted. Nothing in a sheet removes anything.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.sheet import COMING_BACK, STATE_HEADING, Column
from claimdesk.i18n import LANGUAGES, _, speaking
from claimdesk.services.exporters.sheet import DIGEST
from claimdesk.services.importers.tables import Table

_HEADINGS_WITHIN = 20
"""In so many rows from the top the headings are looked for."""
_ONCE_WORTHINESS = ("weight", "gewicht")
"""What check-worthiness was called on older sheets, in small letters."""
_STATE = re.compile(rf"([0-9A-Za-z-]{{8,64}}) ([0-9a-f]{{{DIGEST * len(COMING_BACK)}}})")
_OF_ANOTHER_VERSION = re.compile(r"claimdesk-sheet \d+")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A row: its number in the file, its claim's public id (None where it has none), the digests
    of what it started from, and its cells as they stand there."""

    place: int
    claim: str | None
    base: Mapping[Column, str]
    cells: Mapping[Column, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of ours; 'missing' are columns that would come back but are not there any more."""

    name: str
    lines: tuple[SheetLine, ...]
    missing: tuple[Column, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The public ids of its claims."""
        return tuple(line.claim for line in self.lines if line.claim)


def find_sheet(tables: Sequence[Table], name: str) -> Sheet | None:
    """The sheet among the tables of a file; None where it is a foreign one. UnreadableText where
    it was written by a newer Claimdesk."""
    for table in tables:
        for place, row in enumerate(table.rows[:_HEADINGS_WITHIN]):
            if STATE_HEADING in row:
                return _sheet(name, table, place)
            if any(map(_OF_ANOTHER_VERSION.fullmatch, row)):
                said = _("“{name}” was written by a newer Claimdesk; use that to take it in.")
                raise UnreadableText(said.format(name=name))
    return None


def columns_by_heading() -> dict[str, Column]:
    """The columns by their headings in all languages, in small letters."""
    found: dict[str, Column] = dict.fromkeys(_ONCE_WORTHINESS, Column.WORTHINESS)
    for spoken in LANGUAGES:
        with speaking(spoken):
            found |= {column.label.casefold(): column for column in Column}
    return found


def _sheet(name: str, table: Table, head: int) -> Sheet:
    known = columns_by_heading()
    places: dict[Column, int] = {}
    for at, heading in enumerate(table.rows[head]):
        if column := known.get(" ".join(heading.split()).casefold()):
            places.setdefault(column, at)
    lines = tuple(_lines(table.rows[head + 1 :], head + 2, places))
    return Sheet(name, lines, tuple(column for column in COMING_BACK if column not in places))


def _lines(
    rows: Sequence[Sequence[str]], first: int, places: Mapping[Column, int]
) -> Iterator[SheetLine]:
    for place, row in enumerate(rows, first):
        cells = {column: row[at] if at < len(row) else "" for column, at in places.items()}
        held = _STATE.fullmatch(cells.pop(Column.STATE).strip())
        if held:
            yield SheetLine(place, held[1], _base(held[2]), cells)
        elif any(cell.strip() for cell in cells.values()):
            yield SheetLine(place, None, {}, cells)


def _base(digests: str) -> dict[Column, str]:
    parts = (digests[at : at + DIGEST] for at in range(0, len(digests), DIGEST))
    return dict(zip(COMING_BACK, parts, strict=True))
