"""Texts at the command line: what would be stored, and storing it."""

import json
import sys
from pathlib import Path

import pytest

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.services.importers.intake import read_file

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from in_word import InWord

TEXT = "# Der Hafen\n\nEs waren *412* [Schiffe](https://a.example). Davor waren es 398 Schiffe.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hafen.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new.claimdesk"


def test_text_prints_exactly_what_is_stored(run, file: Path) -> None:
    ended = run("text", file)
    assert ended.out == read_file(file).text
    assert ended.out.startswith("Der Hafen\n\nEs waren 412 Schiffe.")
    assert (ended.status, ended.err) == (0, "")


def test_text_of_a_process_is_utf8(process, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Größe – „so“".encode("windows-1252"))
    assert process("text", tmp_path / "a.txt", LC_ALL="C").out == "Größe – „so“"
    (tmp_path / "b.txt").write_bytes("Größe".encode("mac-roman"))
    assert process("text", tmp_path / "b.txt", "--encoding", "mac-roman").out == "Größe"


@pytest.mark.parametrize("command", ["text", "import"])
def test_what_cannot_be_read_is_one_sentence(run, new: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    more = ["--desk", new] if command == "import" else []
    for name, said in (("empty.txt", "it is empty"), ("none.txt", "no such file")):
        assert said in run(command, tmp_path / name, *more).sentence
    assert not new.exists()


def test_import_makes_a_desk_and_says_what_is_in_it(run, file: Path, new: Path) -> None:
    answer = run("import", file, "--desk", new, "--json").json
    assert set(answer) == {"article", "revision", "claim_count", "unplaced"}
    assert (answer["claim_count"], answer["unplaced"]) == (0, [])
    [event] = run("history", "--desk", new, "--json").json
    assert event["label"] == "Import “Der Hafen”"
    assert run("doctor", "--desk", new).status == 0


def test_claims_of_a_list_are_placed_or_reported(
    run, file: Path, new: Path, tmp_path: Path
) -> None:
    claims = [
        {"number": 1, "statement": "Es waren 412.", "quote": "412", "kind": "quantity"},
        {"number": 2, "statement": "Schiffe.", "quote": "Schiffe"},
        {"number": 3, "statement": "Segler.", "quote": "Segler", "start": 20},
        {"number": 4, "statement": "Es waren 398.", "quote": "398 Schiffe", "check_worthiness": 3},
    ]
    (tmp_path / "claims.json").write_text(json.dumps({"claims": claims}))
    answer = run("import", file, "--desk", new, "--claims", tmp_path / "claims.json", "--json").json
    assert answer["claim_count"] == 4
    assert [(one["number"], one["quote"]) for one in answer["unplaced"]] == [
        (2, "Schiffe"),
        (3, "Segler"),
    ]
    assert all(one["reason"] for one in answer["unplaced"])
    rows = {one["number"]: one for one in run("list", "--desk", new, "--json").json}
    text = read_file(file).text
    for number in (1, 4):
        row = rows[number]
        assert text[row["start"] : row["end"]] == row["quote"] == claims[number - 1]["quote"]
        assert row["passage_state"] == "made"
    assert rows[2]["start"] is None
    assert rows[4]["check_worthiness"] == 3


def test_several_files_give_an_array(run, file: Path, new: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Ein anderer Text.")
    answers = run("import", file, other, "--desk", new, "--json").json
    assert len({one["article"] for one in answers}) == 2
    said = run("import", file, other, "--desk", new, "--claims", other)
    assert said.status == 2
    assert "one FILE" in said.sentence


def test_nothing_is_imported_where_one_file_of_several_cannot_be(
    run, file: Path, new: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "empty" in run("import", file, tmp_path / "empty.txt", "--desk", new).sentence
    assert not new.exists()


def test_the_same_file_again(run, file: Path, new: Path) -> None:
    run("import", file, "--desk", new)
    assert "in the desk already" in run("import", file, "--desk", new).sentence
    assert len(run("history", "--desk", new, "--json").json) == 1


def test_revert_takes_an_import_back(run, file: Path, new: Path) -> None:
    run("import", file, "--desk", new)
    [event] = run("history", "--desk", new, "--json").json
    assert run("revert", event["id"], "--desk", new).status == 0
    assert (
        "no article"
        in run("report", "--format", "json", "--output", new.parent / "r", "--desk", new).sentence
    )
    assert run("import", file, "--desk", new).status == 0


def test_a_human_is_told_in_words(run, file: Path, new: Path, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("statement,quote\nSegler.,Segler\n")
    ended = run("import", file, "--desk", new, "--claims", tmp_path / "claims.csv")
    first, second = ended.out.splitlines()
    assert first.startswith("Imported “Der Hafen”")
    assert "not in the text" in second


def test_the_sample_meets_its_article(run, desk: Path, shared: Path) -> None:
    answer = run("import", shared / "article" / "welt-2022-03-28.md", "--json").json
    assert (answer["claim_count"], answer["unplaced"]) == (180, [])
    rows = run("list", "--json").json
    assert len(rows) == 180
    assert {one["article"] for one in rows} == {answer["article"]}
    text = read_file(shared / "article" / "welt-2022-03-28.md").text
    assert all(text[one["start"] : one["end"]] == one["quote"] for one in rows)


def test_the_first_article_with_its_list(run, new: Path, shared: Path) -> None:
    article, claims = shared / "article" / "welt-2022-03-28.md", shared / "dossier" / "claims.json"
    answer = run("import", article, "--claims", claims, "--desk", new, "--json").json
    assert (answer["claim_count"], answer["unplaced"]) == (180, [])


def test_a_word_file_that_comes_back_brings_its_replies(
    desk: Path, run, edit, tmp_path: Path
) -> None:
    edit(AskQuestion("Wer war dabei?", claims=(12,)))
    target = tmp_path / "a.docx"
    assert run("report", "--format", "docx", "--lang", "de", "--output", target).status == 0
    file = InWord(target.read_bytes())
    file.reply(file.about("Behauptung 12 ·"), "Die Sekretärin.")
    file.reply(file.about("Behauptung 13 ·"), "Gut.")
    target.write_bytes(file.bytes())
    article = run("list", "--json").json[0]["article"]
    answer = run("import", target, "--revision-of", article, "--json").json
    assert answer["replies"] == {"answers": 1, "notes": 1}
    assert {one["state"] for one in answer["claims"]} == {"same"}
    again = run("import", target, "--revision-of", article)
    assert again.sentence.startswith("This is the text that")
