"""Claims of a file from the shell."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claimdesk.store import queries

Run = Callable[..., Any]

TEXT = (
    "Brücke gesperrt\n\nEs warten mindestens 1.200 Menschen. „Wir gehen, sagte Karla Ott am "
    "Donnerstag, dem 14. Juni 2024.\n"
)


def test_json_holds_all_that_is_promised(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    found = run("detect", file, "--json").json
    assert list(found) == ["language", "sentences", "suggestions", "remarks"]
    assert found["language"] == "de"
    people = next(one for one in found["suggestions"] if "1.200" in one["quote"])
    assert list(people) == [
        "start",
        "end",
        "quote",
        "statement",
        "kind",
        "not_checkable",
        "reasons",
        "attributed_to",
        "figures",
        "check_worthiness",
    ]
    assert TEXT[people["start"] : people["end"]] == people["quote"]
    assert people["kind"] == "quantity"
    assert list(people["figures"][0]) == [
        "text",
        "value",
        "unit",
        "lower",
        "upper",
        "approximate",
    ]
    assert {remark["kind"] for remark in found["remarks"]} == {"quotation_mark", "weekday"}
    assert all(list(remark) == ["kind", "quotes", "text"] for remark in found["remarks"])


def test_people_get_lines(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    out = run("detect", file, "--lang", "de").out
    assert "1.200 Menschen" in out
    assert "!" in out


def test_what_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    assert "text.png" in run("detect", file, "--json").sentence


def test_places_count_in_the_text_as_it_is_stored(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.html"
    file.write_text(
        "<h1>Br&uuml;cke</h1><p>Es warten <b>mindestens 1.200</b> Menschen am Ufer der Lenne, "
        "sagte B&uuml;rgermeisterin Karla Ott am 3. M&auml;rz 2024 im Rathaus der Stadt.</p>",
        encoding="utf-8",
    )
    stored = run("text", file).out
    found = run("detect", file, "--lang", "de", "--json").json["suggestions"]
    assert any("1.200" in one["quote"] for one in found)
    assert all(stored[one["start"] : one["end"]] == one["quote"] for one in found)


def test_a_missing_file_is_named(run: Run, tmp_path: Path) -> None:
    assert "nowhere.txt" in run("detect", tmp_path / "nowhere.txt").sentence


def test_a_folder_is_said_to_be_one(run: Run, tmp_path: Path) -> None:
    assert run("detect", tmp_path).sentence == f"“{tmp_path}” cannot be read: it is a folder."


def test_the_program_itself_knows_it(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "claimdesk", "detect", file, "--json"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert json.loads(ended.stdout)["language"] == "de"


def test_an_import_finds_the_claims_too(run: Run, tmp_path: Path, ask: Any, desk: Path) -> None:
    file = tmp_path / "text.md"
    file.write_text(TEXT, encoding="utf-8")
    found = run("import", file, "--detect", "--json").json
    assert list(found) == [
        "article",
        "revision",
        "claim_count",
        "unplaced",
        "suggestion_count",
        "remark_count",
    ]
    assert found["claim_count"] == 0
    assert found["suggestion_count"]
    assert found["remark_count"]
    waiting = ask(lambda read: queries.review_rows(read, queries.article(read, 2).revision))
    assert len(waiting) == found["suggestion_count"] + found["remark_count"]
    assert run("doctor").status == 0


def test_a_newer_text_brings_only_what_is_new(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "text.md", tmp_path / "text-2.md"
    first.write_text(TEXT, encoding="utf-8")
    second.write_text(TEXT + "\nDie Halle ist 38 Meter hoch.\n", encoding="utf-8")
    article = run("import", first, "--detect", "--json").json
    newer = run("import", second, "--revision-of", article["article"], "--detect", "--json").json
    assert newer["suggestion_count"] > article["suggestion_count"]
    again = run("import", second, "--revision-of", article["article"], "--detect")
    assert again.status == 1


def test_in_words_it_says_how_much_waits(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_text(TEXT, encoding="utf-8")
    assert "wait in the desk" in run("import", file, "--detect").out
