"""The line-by-line sheet: what its rows say, as XLSX and CSV."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import OutputError
from claimdesk.domain.sheet import STATE_HEADING, Column
from claimdesk.domain.source import SourceData
from claimdesk.domain.status import Status
from claimdesk.i18n import speaking
from claimdesk.services.exporters.content import build
from claimdesk.services.exporters.csv_sheet import harmless, plain, to_csv
from claimdesk.services.exporters.xlsx import LONGEST, xlsx

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://evil.example";"x")',
    "=cmd|'/c calc'!A0",
    "+49 30 5550142",
    "-5 Grad",
    "@SUM(1)",
    "\t=1",
    "  =1",
    "＝1+1",
    "'=1",
    "''-",
    "007",
    "1e5",
)


def book(dossier: Dossier, language: str = "de") -> openpyxl.Workbook:
    content = xlsx(build(dossier, made_at=MADE_AT, language=language), MADE_AT)
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(dossier: Dossier, language: str = "de") -> list[list[object]]:
    sheet = book(dossier, language).worksheets[0]
    return [list(row) for row in sheet.iter_rows(min_row=3, values_only=True)]


def lines(dossier: Dossier, language: str = "de") -> list[list[str]]:
    text = to_csv(build(dossier, made_at=MADE_AT, language=language))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


AT = {column: place for place, column in enumerate(Column)}


def test_a_row_a_claim_with_what_is_known_of_it(dossier: Make) -> None:
    rows = cells(dossier(claims=6))
    assert [row[0] for row in rows] == [1, 2, 3, 4, 5, 6]
    third = rows[2]
    assert third[AT[Column.STATUS]] == "belegt"
    assert third[AT[Column.STATEMENT]] == "In Kleinhausen leben 102 Menschen."
    assert third[AT[Column.PASSAGE]] == "102 Menschen"
    assert third[AT[Column.FINDING]].startswith("note 3: Das Jahrbuch")
    assert "stützt" in third[AT[Column.SOURCES]]
    assert third[AT[Column.STATE]].startswith("claim-0003 ")


def test_headings_and_scales_are_in_the_report_s_language(dossier: Make) -> None:
    for language, heading, word in (("de", "Behauptung", "ungeprüft"), ("en", "Statement", "unch")):
        sheet = book(dossier(claims=1), language).worksheets[0]
        assert sheet.cell(2, AT[Column.STATEMENT] + 1).value == heading
        assert sheet.cell(3, AT[Column.STATUS] + 1).value.startswith(word)


def test_it_can_be_worked_in(dossier: Make) -> None:
    """Fixed headings, a filter, a drop-down of the scale, its colours, links that lead on."""
    workbook = book(dossier(claims=10))
    sheet, legend = workbook.worksheets[0], workbook.worksheets[2]
    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref == "A2:R12"
    rules = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    assert rules["B3:B12"].formula1 == "'Legende'!$A$2:$A$11"
    with speaking("de"):
        offered = [legend.cell(row, 1).value for row in range(2, 12)]
        assert offered == [status.label for status in Status]
    [coloured] = [one for one in sheet.conditional_formatting if str(one.sqref) == "B3:B12"]
    assert len(coloured.rules) == len(Status)
    links = [cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert "https://example.org/town?a=1&b=2" in links
    assert sheet.column_dimensions["S"].hidden
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$2"


def test_rows_are_as_high_as_their_text(dossier: Make) -> None:
    sheet = book(dossier(claims=3, note="Zeile\n" * 20)).worksheets[0]
    assert sheet.row_dimensions[3].height < 120 < sheet.row_dimensions[5].height <= 409


def test_an_address_that_is_none_is_no_link(dossier: Make) -> None:
    source = SourceData("Falle", url="javascript:alert(1)")
    sheet = book(dossier(claims=2, sources=(source,))).worksheets[0]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_becomes_a_formula(dossier: Make, text: str) -> None:
    made = dossier(claims=3, statement=text, note=text, title=text)
    workbook = book(made)
    kinds = {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert workbook.worksheets[0].cell(3, AT[Column.STATEMENT] + 1).value == text
    assert lines(made)[1][AT[Column.STATEMENT]][:1] not in ("=", "+", "-", "@", "\t")
    assert plain(lines(made)[1][AT[Column.STATEMENT]]) == text


@given(st.text())
def test_what_was_made_harmless_comes_back(text: str) -> None:
    assert plain(harmless(text)) == text
    assert not harmless(text).lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not harmless(text).startswith(("\t", "\r", "\n", "\0"))


def test_the_csv_says_the_same(dossier: Make) -> None:
    made = dossier(claims=4)
    rows = lines(made)
    assert rows[0][-1] == STATE_HEADING
    for line, row in zip(rows[1:], cells(made), strict=True):
        assert [plain(cell) for cell in line] == ["" if c is None else str(c) for c in row]


def test_a_note_too_long_for_a_cell_is_refused_by_name(dossier: Make) -> None:
    made = dossier(claims=3, note="ä" * LONGEST)
    with pytest.raises(OutputError, match="“Finding” of claim 3 has 32775 characters"):
        book(made)
    assert lines(made)[3][AT[Column.FINDING]].endswith("ä" * LONGEST)


def test_a_source_too_long_for_a_cell_is_refused_by_name(dossier: Make) -> None:
    long = SourceData("Buch", remark="a" * (LONGEST + 1))
    with pytest.raises(OutputError, match="Source 1 is too long"):
        book(dossier(claims=2, evidence=1, sources=(long,)))


def test_characters_beyond_the_first_plane_count_twice_as_excel_has_it(dossier: Make) -> None:
    with pytest.raises(OutputError):
        book(dossier(claims=3, note="👍" * (LONGEST // 2)))


def test_the_same_dossier_gives_the_same_bytes(dossier: Make) -> None:
    first, second = (
        xlsx(build(dossier(), made_at=MADE_AT, language="de"), MADE_AT) for _ in range(2)
    )
    assert first == second


def test_without_claims_it_is_an_empty_sheet(dossier: Make) -> None:
    assert cells(dossier(claims=0)) == []
    assert len(lines(dossier(claims=0))) == 1


def test_the_finding_is_the_oldest_note(dossier: Make) -> None:
    made = dossier(claims=3)
    claim = made.claims[2]
    later = replace(claim.notes[0], made_at="2023-01-01T00:00:00.000Z", text="später")
    made = replace(made, claims=(replace(claim, notes=(later, *claim.notes)),))
    [row] = cells(made)
    assert row[AT[Column.FINDING]].startswith("note 3")
    assert row[AT[Column.OTHER_NOTES]].startswith("später (Martha")
