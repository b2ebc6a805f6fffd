"""Sheets, spreadsheets and dossiers from the shell."""

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from claimdesk.commands.edit_claim import EditStatement
from claimdesk.domain.sheet import Column
from claimdesk.store import queries

Run = Callable[..., Any]

AT = {column: place for place, column in enumerate(Column)}


@pytest.fixture
def sheet(desk: Path, run: Run, tmp_path: Path) -> Path:
    """The sample's sheet with claim 4 marked false and claim 5 reworded."""
    path = tmp_path / "sheet.xlsx"
    assert run("report", "--format", "xlsx", "--lang", "en", "--output", path).status == 0
    book = openpyxl.load_workbook(path)
    rows = {row[0].value: row for row in book.worksheets[0].iter_rows(min_row=3)}
    rows[4][AT[Column.STATUS]].value = "false"
    rows[5][AT[Column.STATEMENT]].value = "Anders gesagt."
    book.save(path)
    return path


def statement(run: Run, number: int) -> str:
    found = run("list", "--json").json
    return next(one["statement"] for one in found if one["number"] == number)


def test_changes_are_stored_as_one_event(
    sheet: Path, run: Run, events: Callable[[], list[Any]]
) -> None:
    before = len(events())
    ended = run("import", sheet)
    assert ended.status == 0
    first, second, said = ended.out.splitlines()
    assert first == "4, Status: “unchecked” → “false”"
    assert second.startswith("5, Statement: “")
    assert said == "2 changes from “sheet.xlsx”"
    assert len(events()) == before + 1
    assert statement(run, 5) == "Anders gesagt."
    assert run("import", sheet).out == "Nothing to change: it is so already.\n"
    run("revert", events()[-1].public_id)
    assert statement(run, 5) != "Anders gesagt."


def test_a_preview_stores_nothing(sheet: Path, run: Run, events: Callable[[], list[Any]]) -> None:
    before = len(events())
    answer = run("import", sheet, "--preview", "--json").json
    assert answer["event"] is None
    assert [(one["claim"], one["field"], one["taken"]) for one in answer["changes"]] == [
        (4, "status", True),
        (5, "statement", True),
    ]
    assert len(events()) == before


@pytest.mark.parametrize(
    ("conflicts", "stands"), [("desk", "Im Desk geändert."), ("sheet", "Anders gesagt.")]
)
def test_of_a_conflict_the_side_that_was_named_wins(
    sheet: Path, run: Run, edit: Run, ask: Run, *, conflicts: str, stands: str
) -> None:
    row = ask(lambda read: queries.claim_id(read, "5"))
    edit(EditStatement(row, "Im Desk geändert.", statement(run, 5)))
    refused = run("import", sheet)
    assert refused.sentence.startswith(
        "A cell cannot be taken over as it is, so nothing was stored"
    )
    assert statement(run, 5) == "Im Desk geändert."
    answer = run("import", sheet, "--conflicts", conflicts, "--json").json
    assert answer["changes"][1]["conflict"]
    assert answer["changes"][1]["taken"] is (conflicts == "sheet")
    assert answer["changes"][0]["taken"]
    assert statement(run, 5) == stands


def test_a_dossier_makes_the_other_desk(desk: Path, run: Run, tmp_path: Path) -> None:
    report, other = tmp_path / "r.json", tmp_path / "other.claimdesk"
    run("report", "--format", "json", "--claims", "corrections", "--output", report)
    looked = run("import", report, "--desk", other, "--preview")
    assert (
        looked.out.splitlines()[1] == "This file does not hold everything; left out: some claims."
    )
    answer = run("import", report, "--desk", other, "--json").json
    assert (answer["left_out"], answer["masked"]) == (["claims"], False)
    listed = run("list", "--desk", other, "--json").json
    assert len(listed) == answer["claim_count"] > 0
    assert "is in this desk already" in run("import", report, "--desk", other).sentence
    assert run("doctor", "--desk", other).status == 0


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    path = tmp_path / "facts.csv"
    text = io.StringIO()
    csv.writer(text).writerows(
        [("Fakt", "OK?", "Dings"), ("Es regnet immer.", "ja", "Amt"), ("Es schneit.", "nein", "")]
    )
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def test_a_foreign_spreadsheet_brings_claims(desk: Path, run: Run, foreign: Path) -> None:
    looked = run("import", foreign, "--preview")
    assert looked.out.splitlines() == [
        "Fakt → Statement",
        "OK? → Status",
        "“ja” → verified",
        "“nein” → false",
        "2 claims",
    ]
    assert len(run("list", "--json").json) == 180
    answer = run(
        "import", foreign, "--columns", "statement=fakt,status=OK?,sources=Dings", "--json"
    )
    assert answer.json["columns"] == {"statement": "Fakt", "status": "OK?", "sources": "Dings"}
    added = run("list", "--json").json[-2:]
    assert {(one["statement"], one["status"], one["sources"]) for one in added} == {
        ("Es regnet immer.", "verified", 1),
        ("Es schneit.", "false", 0),
    }


def test_what_cannot_be_done_is_said(desk: Path, run: Run, foreign: Path, tmp_path: Path) -> None:
    assert "has no column “x”" in run("import", foreign, "--columns", "statement=x").sentence
    wrong = run("import", foreign, "--columns", "colour=Fakt")
    assert (wrong.status, "“--columns” knows statement" in wrong.sentence) == (2, True)
    shutil.copyfile(foreign, tmp_path / "two.csv")
    both = run("import", foreign, tmp_path / "two.csv")
    assert both.sentence == "A sheet or a JSON report is imported by itself: name one FILE."
    text = tmp_path / "text.txt"
    text.write_text("Ein Satz, der etwas sagt.", encoding="utf-8")
    previewed = run("import", text, "--preview")
    assert (previewed.status, "for sheets" in previewed.sentence) == (2, True)
    empty = tmp_path / "empty.csv"
    empty.write_text("Fakt;OK\n", encoding="utf-8")
    assert run("import", empty).sentence == "“empty.csv” holds no claims."
