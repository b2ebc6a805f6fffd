"""Doctor and backup."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def altered(path: Path, *statements: str) -> None:
    """Change a desk as no program should."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_sound_desk_is_called_sound(desk: Path, run: Run) -> None:
    assert run("doctor").out == "The desk is sound.\n"
    assert run("doctor", "--json").json == []


def test_what_is_wrong_is_told_and_the_status_says_so(desk: Path, run: Run) -> None:
    altered(desk, "UPDATE claim SET status = 'verified' WHERE number = 3")
    ended = run("doctor")
    assert ended.status == 1
    assert ended.out.count("\n") == 1
    assert "sound" not in ended.out


def test_findings_are_objects_for_scripts(desk: Path, run: Run) -> None:
    import json

    altered(desk, "UPDATE claim SET status = 'verified' WHERE number = 3")
    ended = run("doctor", "--json")
    assert ended.status == 1
    [finding] = json.loads(ended.out)
    assert set(finding) == {"kind", "where", "text"}


def test_a_backup_is_a_whole_desk(desk: Path, run: Run, tmp_path: Path) -> None:
    run("set", "44", "disputed")
    target = tmp_path / "copy.claimdesk"
    ended = run("backup", target)
    assert (ended.status, ended.out) == (0, f"Copied to {target}\n")
    assert run("list", "--json", "--desk", target).json == run("list", "--json").json
    assert run("doctor", "--desk", target).status == 0


def test_a_backup_never_overwrites(desk: Path, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "copy.claimdesk"
    target.write_text("mine")
    ended = run("backup", target)
    assert ended.status == 1
    assert "is there already" in ended.sentence
    assert target.read_text() == "mine"
    assert run("backup", desk).status == 1


def test_a_backup_that_cannot_be_leaves_nothing(desk: Path, run: Run, tmp_path: Path) -> None:
    ended = run("backup", tmp_path / "no folder" / "copy.claimdesk")
    assert ended.status == 1
    assert ended.sentence
    assert [path.name for path in tmp_path.iterdir() if "copy" in path.name] == []


@pytest.mark.parametrize("words", [["doctor"], ["backup", "copy.claimdesk"]])
def test_both_need_a_desk(
    run: Run, tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "name one with --desk" in run(*words).sentence
    (tmp_path / "text.claimdesk").write_text("only words")
    sentence = run(*words, "--desk", "text.claimdesk").sentence
    assert sentence.startswith("“text.claimdesk” is not a Claimdesk desk")
