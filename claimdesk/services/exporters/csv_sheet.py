"""The line-by-line sheet as CSV: semicolons, every field quoted, CRLF, UTF-8 with its mark, which
is how Excel and LibreOffice open it right at a double click.

A spreadsheet program takes a cell that begins with '=' for a formula, quoted or not. So an
apostrophe is put before what could be one (OWASP ASVS 5.0, 1.2.10); 'plain' takes it off again.
"""

import csv
import re
from io import StringIO

from claimdesk.domain.sheet import Column
from claimdesk.i18n import speaking
from claimdesk.services.exporters.report import Report
from claimdesk.services.exporters.sheet import sheet_rows

_MARK = "\ufeff"
_FORMULA = re.compile(r"'*(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])")


def to_csv(report: Report) -> str:
    """The sheet with its byte order mark, in the report's language."""
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    with speaking(report.language):
        writer.writerow([column.label for column in Column])
        for row in sheet_rows(report):
            writer.writerow([harmless(row.cells[column]) for column in Column])
    return _MARK + target.getvalue()


def harmless(text: str) -> str:
    """The text as no program takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(text: str) -> str:
    """What 'harmless' made of a text, back again."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
