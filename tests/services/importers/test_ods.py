"""OpenDocument spreadsheets as LibreOffice writes them."""

import io
import zipfile

import pytest

from claimdesk.domain.errors import UnreadableText
from claimdesk.services.importers.tables import is_workbook, read_tables

HEAD = (
    '<?xml version="1.0"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="Fakten">'
)
FOOT = "</table:table></office:spreadsheet></office:body></office:document-content>"


def ods(rows: str, head: str = HEAD) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        new.writestr("content.xml", head + rows + FOOT)
    return target.getvalue()


def cell(inner: str = "", **attributes: str) -> str:
    said = "".join(f' {name.replace("_", ":")}="{value}"' for name, value in attributes.items())
    return f"<table:table-cell{said}>{inner}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


def test_cells_are_read_as_they_are_shown() -> None:
    content = ods(
        row(
            cell("<text:p>a<text:s text:c='2'/>b</text:p><text:p>c<text:line-break/>d</text:p>"),
            cell("<text:p><text:span>fett</text:span><text:tab/>=1+1</text:p>"),
            cell("<text:p>7,0</text:p>", **{"office_value-type": "float", "office_value": "7"}),
            cell(
                "<text:p>28.3.22</text:p>",
                **{"office_value-type": "date", "office_date-value": "2022-03-28"},
            ),
            cell("<office:annotation><text:p>nein</text:p></office:annotation><text:p>ja</text:p>"),
        )
    )
    assert is_workbook(content)
    [table] = read_tables(content, "x.ods")
    assert table.name == "Fakten"
    assert table.rows == (("a  b\nc\nd", "fett\t=1+1", "7", "2022-03-28", "ja"),)


def test_what_repeats_is_read_out_and_padding_is_not() -> None:
    repeated = ' table:number-rows-repeated="2"'
    padding = ' table:number-rows-repeated="1048570"'
    wide = cell(**{"table_number-columns-repeated": "16300"})
    content = ods(
        row(cell("<text:p>x</text:p>", **{"table_number-columns-repeated": "3"}), wide)
        + row(cell(), attributes=repeated)
        + row(cell("<text:p>y</text:p>"))
        + row(wide, attributes=padding)
    )
    [table] = read_tables(content, "x.ods")
    assert table.rows == (("x", "x", "x"), (), (), ("y",))


@pytest.mark.parametrize("head", ["", "<!DOCTYPE x [<!ENTITY a 'b'>]>" + HEAD])
def test_damaged_and_hostile_ones_are_refused(head: str) -> None:
    with pytest.raises(UnreadableText, match=r"x\.ods"):
        read_tables(ods("", head), "x.ods")
