"""Spreadsheets as rows of text: XLSX by openpyxl, read only; ODS; CSV by the standard library.

What a file may do is bounded before openpyxl sees it: its parts are measured and looked through
for document types, rows and columns are counted.
"""

import csv
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path, PurePath
from typing import Any

from claimdesk.domain.errors import UnreadableText
from claimdesk.i18n import _
from claimdesk.services.exporters.csv_sheet import plain
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.importers.archive import Archive
from claimdesk.services.importers.decode import decode
from claimdesk.services.importers.files import read_up_to
from claimdesk.services.importers.limits import MAX_FILE, MAX_TEXT_FILE, too_large

ENDINGS = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".tab")
"""How the names of such files end."""

_ZIP = b"PK\x03\x04"
_WORKBOOK = "xl/workbook.xml"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_DELIMITERS = ";,\t|"
_SAMPLE = 20
"""So many rows tell what parts the columns."""
_ROWS, _COLUMNS = 100_000, 64
_DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of a file: its name and its rows of cells, all text; trailing empty ones are cut."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def read_content(path: Path) -> bytes:
    """The bytes of a file, no more than is due; UnreadableText where it cannot be read."""
    content = read_up_to(path, MAX_FILE)
    if len(content) > MAX_FILE:
        raise _unreadable(path.name, too_large())
    return content


def is_workbook(content: bytes) -> bool:
    """Whether these are the bytes of a spreadsheet of Excel or LibreOffice."""
    if _is_ods(content):
        return True
    if not content.startswith(_ZIP):
        return False
    with Archive(content) as archive:
        return archive.has(_WORKBOOK)


def read_tables(content: bytes, name: str) -> tuple[Table, ...]:
    """The sheets of a spreadsheet's bytes. UnreadableText, which names the file."""
    try:
        if _is_ods(content):
            from claimdesk.services.importers.ods import read_ods  # loads lxml

            return tuple(Table(sheet, _rows(rows)) for sheet, rows in read_ods(content))
        if is_workbook(content):
            return tuple(_of_workbook(content))
        return (_of_text(content, PurePath(name).stem),)
    except UnreadableText as error:
        raise _unreadable(name, error) from error


def _is_ods(content: bytes) -> bool:
    """OpenDocument files say their type right at the beginning, by the format's own rule."""
    return _ODS in content[:100]


def _unreadable(name: str, error: UnreadableText) -> UnreadableText:
    said = _("“{name}” cannot be read as a spreadsheet: {reason}.")
    return UnreadableText(said.format(name=name, reason=error))


# Excel


def _of_workbook(content: bytes) -> Iterator[Table]:
    from openpyxl import load_workbook  # only for these files
    from openpyxl.utils.exceptions import InvalidFileException  # likewise

    _look_through(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that are of no concern here
            book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                rows = sheet.iter_rows(max_col=_COLUMNS, values_only=True)
                yield Table(sheet.title, _rows(map(_cells, rows)))
            book.close()
    except (
        *(KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError),
        *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, InvalidFileException),
    ) as error:
        raise UnreadableText(_("it is damaged or incomplete; ask for it again")) from error


def _look_through(content: bytes) -> None:
    """Refuse what is too large once unpacked, and document types, which no honest file has."""
    with Archive(content) as archive:
        for name in archive.names:
            if name.endswith((".xml", ".rels", ".vml")):
                part = archive.read(name)
                if any(doctype in part for doctype in _DOCTYPES):
                    raise UnreadableText(
                        _("it carries a document type, which no honest file of its kind does")
                    )


def _cells(row: Sequence[Any]) -> list[str]:
    """The cells up to the last that holds anything: openpyxl fills rows up."""
    filled = next((at for at in range(len(row), 0, -1) if row[at - 1] is not None), 0)
    return [_text(value) for value in row[:filled]]


def _text(value: Any) -> str:
    """A cell as one would type it; days as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


# CSV


def _of_text(content: bytes, name: str) -> Table:
    if len(content) > MAX_TEXT_FILE:
        raise too_large()
    text = decode(content).text.removeprefix("\ufeff").replace("\0", "")
    csv.field_size_limit(MAX_TEXT_FILE)
    delimiter = max(_DELIMITERS, key=lambda one: _regularity(text, one))
    try:
        return Table(
            name, _rows([plain(cell) for cell in row] for row in _records(text, delimiter))
        )
    except csv.Error as error:
        raise UnreadableText(_("it is no sound CSV")) from error


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)


def _regularity(text: str, delimiter: str) -> int:
    """How much the first rows look like a table when parted so: many columns, and often as many."""
    try:
        found = Counter(len(row) for row in islice(_records(text, delimiter), _SAMPLE))
    except csv.Error:
        return 0
    return max((rows * (columns - 1) for columns, rows in found.items()), default=0)


def _rows(rows: Iterable[list[str]]) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    for row in rows:
        cells = [clean(cell) for cell in row[:_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        found.append(tuple(cells))
        if len(found) > _ROWS:
            raise UnreadableText(_("it has too many rows"))
    while found and not found[-1]:
        found.pop()
    return tuple(found)
