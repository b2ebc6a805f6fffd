"""The line-by-line sheet as LibreOffice has it: what is seen there, and what comes back from it."""

import csv
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from lxml import etree

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.sheet import Column
from claimdesk.domain.status import Status
from claimdesk.i18n import speaking
from claimdesk.services.exporters.csv_sheet import plain
from claimdesk.services.exporters.export import export
from claimdesk.services.importers.incoming import read_incoming
from claimdesk.services.importers.sheet import Sheet
from claimdesk.services.importers.sheet_plan import plan_sheet
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader

pytestmark = pytest.mark.external

AT = {column: place for place, column in enumerate(Column)}
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


@pytest.fixture(scope="module")
def dossier(sample_file: Path) -> Dossier:
    reader = Reader(sample_file)
    try:
        return queries.dossier(reader, queries.article_ids(reader)[0])
    finally:
        reader.close()


@pytest.fixture
def sent(dossier: Dossier, tmp_path: Path) -> dict[str, Path]:
    """The sample's sheet, in a folder of its own, so that what LibreOffice makes lies beside it."""
    (tmp_path / "sent").mkdir()
    made = {form: tmp_path / "sent" / f"liste.{form}" for form in ("xlsx", "csv")}
    for form, path in made.items():
        export(dossier, form, path, language="de", made_at="2022-03-28T12:10:00Z")
    return made


def changes(path: Path, dossier: Dossier) -> list[tuple[int | None, Column, str]]:
    sheet = read_incoming(path)
    assert isinstance(sheet, Sheet)
    plan = plan_sheet(sheet, dossier)
    assert plan.remarks == ()
    return [(one.number, one.column, one.after) for one in plan.changes]


def test_drop_down_and_row_heights_are_there(
    sent: dict[str, Path], office: ModuleType, tmp_path: Path
) -> None:
    root = etree.parse(office.convert(sent["xlsx"], "fods", tmp_path)).getroot()
    conditions = [
        one.get(f"{TABLE}condition", "") for one in root.iter(f"{TABLE}content-validation")
    ]
    assert any("cell-content-is-in-list" in one and "Legende" in one for one in conditions)
    claims = next(root.iter(f"{TABLE}table"))
    assert claims.get(f"{TABLE}name") == "Behauptungen"
    heights = {
        style.get(f"{STYLE}name"): style.find(f"{STYLE}table-row-properties")
        for style in root.iter(f"{STYLE}style")
        if style.get(f"{STYLE}family") == "table-row"
    }
    rows = [one for one in claims.iter(f"{TABLE}table-row") if len(one)]
    assert len(rows) >= 182
    for row in rows[2:182]:
        assert row.get(f"{TABLE}visibility") in (None, "visible")
        properties = heights[row.get(f"{TABLE}style-name")]
        assert properties is not None
        assert properties.get(f"{STYLE}use-optimal-row-height") == "false"


def test_the_text_is_seen_to_its_last_word(
    dossier: Dossier, sent: dict[str, Path], office: ModuleType, tmp_path: Path
) -> None:
    """Every finding of the sample ends within its row on paper."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    paper = office.convert(sent["xlsx"], "pdf", tmp_path)
    said = subprocess.run(
        ["pdftotext", "-raw", str(paper), "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode()
    words = re.sub(r"\s+", "", said)
    for claim in dossier.claims:
        for note in claim.notes[:1]:
            if note.role.value == "note":
                assert re.sub(r"\s+", "", note.text)[-24:] in words, claim.row.number


def test_saved_again_it_still_says_that_nothing_changed(
    dossier: Dossier, sent: dict[str, Path], office: ModuleType, tmp_path: Path
) -> None:
    for form, path in sent.items():
        assert changes(office.convert(path, form, tmp_path), dossier) == []
    assert changes(office.convert(sent["xlsx"], "ods", tmp_path), dossier) == []


def test_an_edit_in_between_comes_back(
    dossier: Dossier, sent: dict[str, Path], office: ModuleType, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(sent["xlsx"])
    sheet = book.worksheets[0]
    with speaking("de"):
        sheet.cell(3, AT[Column.STATUS] + 1).value = Status.FALSE.label
    cell = sheet.cell(3, AT[Column.STATEMENT] + 1)
    cell.value, cell.data_type = "=1+1 ist „zwei“\n007", "s"
    book.save(sent["xlsx"])
    again = office.convert(sent["xlsx"], "xlsx", tmp_path)
    number = dossier.claims[0].row.number
    assert changes(again, dossier) == [
        (number, Column.STATUS, "false"),
        (number, Column.STATEMENT, "=1+1 ist „zwei“\n007"),
    ]


def test_no_csv_cell_is_taken_for_a_formula(office: ModuleType, tmp_path: Path) -> None:
    """LibreOffice evaluates what it takes for one; each text comes out as it went in."""
    from claimdesk.services.exporters.csv_sheet import harmless

    texts = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", " =1+1", "'=1+1", "＝1+1", "„so“; ja"]
    folder = tmp_path / "sent"
    folder.mkdir()
    source = folder / "t.csv"
    with source.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerows(
            [harmless(text), "x"] for text in texts
        )
    with office.convert(source, "csv", tmp_path).open(encoding="utf-8-sig", newline="") as file:
        back = [plain(row[0]) for row in csv.reader(file, delimiter=";")]
    assert back == texts
