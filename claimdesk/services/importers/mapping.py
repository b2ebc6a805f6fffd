"""A spreadsheet of somebody else's, with any headings: which column means what, which of its words
for a verdict means which status, and the claims that come of it.

All of it is a guess by name, in German and English, to be looked at by a person.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimdesk.domain.claim import WORTHINESS, Kind
from claimdesk.domain.claim_list import ListedClaim
from claimdesk.domain.sheet import Column
from claimdesk.domain.status import Status
from claimdesk.services.exporters.dates import read_day
from claimdesk.services.importers.sheet import columns_by_heading
from claimdesk.services.importers.sheet_plan import read_value
from claimdesk.services.importers.tables import Table

MAPPABLE = (
    Column.STATEMENT,
    Column.PASSAGE,
    Column.STATUS,
    Column.FINDING,
    Column.SOURCES,
    Column.LINK,
    Column.CORRECTION,
    Column.KIND,
    Column.WORTHINESS,
    Column.ATTRIBUTED_TO,
    Column.AS_OF,
)
"""What a column of a foreign spreadsheet can mean."""

_HEADINGS_WITHIN = 15
_LONGEST_WORD = 60
"""A status is said in so few letters; longer cells are notes."""
_WORDS = re.compile(r"[^\W_]+")

_NAMES: dict[Column, str] = {
    Column.STATEMENT: "behauptung behauptungen aussage fakt fakten tatsache these satz statement "
    "claim claims fact facts assertion",
    Column.PASSAGE: "textstelle zitat stelle wortlaut original originaltext passage quote excerpt",
    Column.STATUS: "status ergebnis urteil bewertung einstufung verdict rating result verified "
    "geprüft checked check ok",
    Column.FINDING: "befund notiz notizen anmerkung anmerkungen bemerkung kommentar note notes "
    "comment comments finding remark remarks",
    Column.SOURCES: "quelle quellen beleg belege nachweis source sources evidence reference",
    Column.LINK: "link links url adresse webadresse address website",
    Column.CORRECTION: "korrektur korrekturvorschlag vorschlag änderung correction suggestion fix",
    Column.KIND: "art typ kategorie kind type category",
    Column.WORTHINESS: "gewicht priorität prio wichtigkeit prüfwürdigkeit weight priority "
    "check-worthiness",
    Column.ATTRIBUTED_TO: "zugeschrieben wer sprecher urheber sprecherin attributed who speaker",
    Column.AS_OF: "stand datum prüfdatum date",
}
_STATUS_WORDS: dict[Status, str] = {
    Status.VERIFIED: "ok|o.k.|okay|ja|yes|j|y|x|✓|✔|✅|richtig|stimmt|korrekt|wahr|bestätigt|"
    "geprüft|erledigt|true|correct|confirmed|checked|done|right",
    Status.VERIFIED_WITH_CAVEAT: "teils|teilweise|teilweise richtig|weitgehend richtig|"
    "mostly true|mostly correct|partly|partly true",
    Status.INACCURATE: "korrigieren|ändern|änderung|ungenau|needs correction|correct this|fix|"
    "mostly false|imprecise",
    Status.FALSE: "nein|no|n|✗|✘|❌|stimmt nicht|unwahr|wrong|incorrect|untrue",
    Status.DISPUTED: "umstritten|widersprüchlich|unklar|mixed|conflicting|contested",
    Status.UNVERIFIABLE: "unbelegt|nicht überprüfbar|nicht verifizierbar|no evidence|unproven",
    Status.NOT_CHECKABLE: "meinung|prognose|opinion|prediction",
    Status.IN_PROGRESS: "in arbeit|läuft|?|wip|pending|ongoing",
    Status.UNCHECKED: "offen|todo|to do|neu|open|new|-|–",
}


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What the columns of a table mean, by their places; 'head' is the row with the headings, and
    'statuses' has each word for a verdict, in small letters."""

    head: int
    columns: Mapping[int, Column]
    statuses: Mapping[str, Status]

    def place(self, column: Column) -> int | None:
        """Where a column stands; None where the table has none."""
        return next((at for at, one in self.columns.items() if one is column), None)


def guess(table: Table) -> ColumnMap:
    """What a table's columns probably mean. Where no heading says so, the statement is the column
    with the longest texts."""
    heads = [_columns(row) for row in table.rows[:_HEADINGS_WITHIN]]
    head = max(range(len(heads)), default=0, key=lambda at: len(heads[at]))
    columns = heads[head] if heads else {}
    if Column.STATEMENT not in columns.values():
        free = set(range(_width(table))) - set(columns)
        longest = max(free, default=None, key=lambda at: _letters(table.rows[head + 1 :], at))
        if longest is not None:
            columns[longest] = Column.STATEMENT
    return with_statuses(table, ColumnMap(head, columns, {}))


def with_statuses(table: Table, mapping: ColumnMap) -> ColumnMap:
    """The map with a guess for each word of its column of verdicts; what is known already stays."""
    words = {word: mapping.statuses.get(word) or _status(word) for word in _said(table, mapping)}
    return ColumnMap(mapping.head, mapping.columns, words)


def named(table: Table, head: int, names: Mapping[Column, str]) -> ColumnMap:
    """The map that somebody spelt out: columns by their headings. KeyError for one that the table
    has not."""
    headings = {_folded(heading): at for at, heading in enumerate(table.rows[head])}
    columns = {headings[_folded(heading)]: column for column, heading in names.items()}
    return with_statuses(table, ColumnMap(head, columns, {}))


def listed(table: Table, mapping: ColumnMap) -> list[ListedClaim]:
    """The claims of a table; rows without a statement are none, unless they have a passage."""
    rows = table.rows[mapping.head + 1 :]
    return [claim for row in rows if (claim := _claim(_cells(row, mapping), mapping))]


def claim_count(table: Table, mapping: ColumnMap) -> int:
    """How many claims a table has, told at once."""
    places = [mapping.place(column) for column in (Column.STATEMENT, Column.PASSAGE)]
    known = [at for at in places if at is not None]
    rows = table.rows[mapping.head + 1 :]
    return sum(any(at < len(row) and row[at].strip() for at in known) for row in rows)


def _claim(cells: Mapping[Column, str], mapping: ColumnMap) -> ListedClaim | None:
    said, quote = cells.get(Column.STATEMENT, ""), cells.get(Column.PASSAGE, "")
    if not said and not quote:
        return None
    kind = read_value(Column.KIND, cells.get(Column.KIND, ""))
    worthiness = cells.get(Column.WORTHINESS, "")
    word = cells.get(Column.STATUS, "").casefold()
    return ListedClaim(
        statement=said or quote,
        quote=quote or said,
        kind=Kind(kind) if kind else Kind.OTHER,
        check_worthiness=int(worthiness) if worthiness in map(str, WORTHINESS) else 2,
        attributed_to=cells.get(Column.ATTRIBUTED_TO) or None,
        status=mapping.statuses.get(word, Status.UNCHECKED),
        as_of=read_day(cells.get(Column.AS_OF, "")),
        note=cells.get(Column.FINDING, ""),
        source=cells.get(Column.SOURCES, ""),
        address=cells.get(Column.LINK, ""),
        new_wording=cells.get(Column.CORRECTION, ""),
    )


def _cells(row: Sequence[str], mapping: ColumnMap) -> dict[Column, str]:
    return {
        column: row[at].strip() if at < len(row) else "" for at, column in mapping.columns.items()
    }


def _said(table: Table, mapping: ColumnMap) -> Iterator[str]:
    """The different words in the column of verdicts, in small letters, as they occur."""
    at = mapping.place(Column.STATUS)
    if at is None:
        return
    seen: set[str] = set()
    for row in table.rows[mapping.head + 1 :]:
        word = row[at].strip().casefold() if at < len(row) else ""
        if word and len(word) <= _LONGEST_WORD and word not in seen:
            seen.add(word)
            yield word


def _status(word: str) -> Status:
    if known := read_value(Column.STATUS, word):
        return Status(known)
    return next(
        (status for status, words in _STATUS_WORDS.items() if word in words.split("|")),
        Status.UNCHECKED,
    )


def _columns(headings: Sequence[str]) -> dict[int, Column]:
    """By whole headings first, then by a word in them; each meaning once."""
    known = columns_by_heading()
    found: dict[int, Column] = {}
    for guessed in (known.get, _by_word):
        for at, heading in enumerate(headings):
            column = guessed(_folded(heading))
            if column in MAPPABLE and at not in found and column not in found.values():
                found[at] = column
    return found


def _by_word(heading: str) -> Column | None:
    words = _WORDS.findall(heading)
    for column, names in _NAMES.items():
        if any(word in names.split() for word in words):
            return column
    return None


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _width(table: Table) -> int:
    return max(map(len, table.rows), default=0)


def _letters(rows: Iterable[Sequence[str]], at: int) -> int:
    return sum(len(row[at]) for row in rows if at < len(row))
