"""What a file is that comes into the desk, told by its content: our own sheet come back, a foreign
spreadsheet, the dossier of another desk; anything else is a text."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.received import ReceivedDossier
from claimdesk.domain.sheet import STATE_HEADING
from claimdesk.i18n import _
from claimdesk.services.importers.dossier import is_dossier, read_dossier
from claimdesk.services.importers.sheet import Sheet, find_sheet
from claimdesk.services.importers.tables import (
    ENDINGS,
    Table,
    is_workbook,
    read_content,
    read_tables,
)

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A spreadsheet of somebody else's: the tables of the file that hold anything, at least one."""

    name: str
    tables: tuple[Table, ...]


Incoming = Sheet | Spreadsheet | ReceivedDossier


def read_incoming(path: Path) -> Incoming | None:
    """What a file holds; None where it is a text, which others read. UnreadableText in one
    sentence."""
    content, name = read_content(path), path.name
    if is_dossier(content):
        return read_dossier(content, name)
    if not _is_spreadsheet(content, name):
        return None
    tables = tuple(table for table in read_tables(content, name) if table.rows)
    if not tables:
        raise UnreadableText(_("“{name}” holds no claims.").format(name=name))
    return find_sheet(tables, name) or Spreadsheet(name, tables)


def _is_spreadsheet(content: bytes, name: str) -> bool:
    try:
        if is_workbook(content):
            return True
    except UnreadableText:
        return False  # whoever reads texts says what is wrong with it
    is_text = b"\0" not in content[:_HEAD] or content.startswith((b"\xff\xfe", b"\xfe\xff"))
    named = PurePath(name).suffix.lower() in ENDINGS
    return STATE_HEADING.encode() in content[:_HEAD] or (named and is_text)
