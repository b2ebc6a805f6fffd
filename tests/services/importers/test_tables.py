"""Spreadsheets as rows of text, from wherever they come."""

import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.errors import UnreadableText
from claimdesk.services.importers.incoming import Spreadsheet, read_incoming
from claimdesk.services.importers.intake import read_file
from claimdesk.services.importers.tables import is_workbook, read_content, read_tables


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def rows(content: bytes, name: str = "x.csv") -> tuple[tuple[str, ...], ...]:
    [table] = read_tables(content, name)
    return table.rows


def test_cells_are_read_as_one_would_type_them() -> None:
    content = workbook(
        ("007", 7, 7.0, 1.5, True, None, datetime.date(2022, 3, 28)),
        (),
        ("a\nb", "", datetime.datetime(2022, 3, 28, 9, 30), None, None),
    )
    assert is_workbook(content)
    assert rows(content, "x.xlsx") == (
        ("007", "7", "7", "1.5", "True", "", "2022-03-28"),
        (),
        ("a\nb", "", "2022-03-28 09:30"),
    )


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_of_any_make(delimiter: str, encoding: str) -> None:
    lines = ['"Größe, Länge; und mehr | so"', "zwei", '"drei\r\nvier ""fünf"""']
    content = delimiter.join(lines).encode(encoding)
    [row] = rows(content)
    assert row == ("Größe, Länge; und mehr | so", "zwei", 'drei\nvier "fünf"')


def test_apostrophes_before_formulas_are_taken_off() -> None:
    assert rows(b'"\'=1";"\'a";"\'\'-1";"5"') == (("=1", "'a", "'-1", "5"),)


@given(st.binary(max_size=300))
def test_any_bytes_are_survived(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"a;b\n"):
        try:
            read_tables(start + content, "x.csv")
        except UnreadableText as error:
            assert "x.csv" in str(error)


def repacked(content: bytes, name: str, change: bytes) -> bytes:
    """The workbook with one of its parts exchanged."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            new.writestr(part, change if part == name else old.read(part))
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>"""


@pytest.mark.parametrize(
    "part", [BOMB, BOMB.decode().encode("utf-16"), b"no xml", b"", b"<worksheet><sheetData><row>"]
)
def test_hostile_workbooks_are_refused_in_a_sentence(part: bytes) -> None:
    content = repacked(workbook(("a", "b")), SHEET, part)
    with pytest.raises(UnreadableText, match="cannot be read as a spreadsheet"):
        read_tables(content, "fremd.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("xl/workbook.xml", "<workbook/>")
        new.writestr(SHEET, b" " * (80 << 20))
    with pytest.raises(UnreadableText, match="too large"):
        read_tables(target.getvalue(), "x.xlsx")


def test_rows_are_counted() -> None:
    far = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
    <sheetData><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>
    </sheetData></worksheet>"""
    with pytest.raises(UnreadableText, match="too many rows"):
        read_tables(repacked(workbook(("a",)), SHEET, far), "x.xlsx")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="there is no such file"):
        read_content(tmp_path / "x.xlsx")


def test_what_a_file_is_is_told_by_its_content(tmp_path: Path) -> None:
    sheet = tmp_path / "liste.txt"
    sheet.write_bytes(workbook(("Fakt", "OK"), ("Es regnet.", "ja")))
    assert isinstance(read_incoming(sheet), Spreadsheet)
    text = tmp_path / "text.md"
    text.write_text("# Titel\n\nEin Satz; noch einer.", encoding="utf-8")
    assert read_incoming(text) is None
    named = tmp_path / "liste.csv"
    named.write_text("Fakt;OK\nEs regnet.;ja\n", encoding="utf-8")
    assert isinstance(read_incoming(named), Spreadsheet)


@pytest.mark.parametrize("name", ["kaputt.xlsx", "kaputt.docx"])
def test_a_damaged_archive_is_left_to_who_reads_texts(tmp_path: Path, name: str) -> None:
    damaged = tmp_path / name
    damaged.write_bytes(workbook(("a",))[:300])
    assert read_incoming(damaged) is None
    with pytest.raises(UnreadableText, match=f"“{name}” cannot be imported"):
        read_file(damaged)


def test_a_spreadsheet_without_words_holds_no_claims(tmp_path: Path) -> None:
    empty = tmp_path / "leer.xlsx"
    empty.write_bytes(workbook((), (None, "")))
    with pytest.raises(UnreadableText, match=r"“leer\.xlsx” holds no claims"):
        read_incoming(empty)
