"""Which desk a command works on, and which it will not touch."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

READING = (
    ["list"],
    ["history"],
    ["report", "--format", "json", "--output", "r"],
    ["doctor"],
    ["backup", "b"],
)
WRITING = (["set", "44", "false"], ["revert", "some-event"])


@pytest.fixture(params=[*READING, *WRITING], ids=lambda words: words[0])
def words(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """Each command that works on a desk."""
    monkeypatch.chdir(tmp_path)
    return list(request.param)


def altered(path: Path, *statements: str) -> None:
    """Change a desk as no program should."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def refused(run: Run, words: list[str], desk: Path) -> str:
    """The sentence of a command that is refused and leaves the folder as it was."""
    before = {path: path.read_bytes() for path in desk.parent.iterdir() if path.is_file()}
    ended = run(*words, "--desk", desk)
    assert ended.status == 1
    after = {path: path.read_bytes() for path in desk.parent.iterdir() if path.is_file()}
    assert after == before
    return str(ended.sentence)


def test_the_one_named_wins_over_the_environment(
    desk: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_DESK", str(tmp_path / "nowhere"))
    assert run("list").status == 1
    assert run("list", "--desk", desk).status == 0


def test_without_either_it_is_the_default_desk(
    desk: Path, run: Run, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMDESK_DESK")
    missing = user_folder / "desk.claimdesk"
    assert run("list").sentence == (
        f"There is no desk at “{missing}” yet; name one with --desk, or make one with "
        "“claimdesk sample”."
    )
    desk.rename(missing)
    assert run("list").status == 0


def test_a_missing_desk_is_said_and_not_made(run: Run, words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "nowhere.claimdesk"
    assert refused(run, words, path) == f"There is no desk at “{path}”."


def test_another_file_is_no_desk(run: Run, words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a desk")
    assert refused(run, words, path).startswith("“notes.txt” is not a Claimdesk desk;")


def test_another_program_s_database_is_no_desk(run: Run, words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    altered(path, "CREATE TABLE claim (id INTEGER)")
    assert refused(run, words, path).startswith("“other.db” is not a Claimdesk desk;")


def test_a_folder_is_no_desk(run: Run, words: list[str], tmp_path: Path) -> None:
    assert "is not a Claimdesk desk" in run(*words, "--desk", tmp_path).sentence


def test_a_newer_desk_is_refused_untouched(desk: Path, run: Run, words: list[str]) -> None:
    altered(desk, "PRAGMA user_version = 99", "PRAGMA journal_mode = DELETE")
    sentence = refused(run, words, desk)
    assert sentence.startswith("“desk.claimdesk” was made by a newer Claimdesk;")


def test_a_desk_with_a_foreign_trigger_is_refused_untouched(
    desk: Path, run: Run, words: list[str]
) -> None:
    altered(
        desk,
        "CREATE TRIGGER evil AFTER UPDATE ON claim BEGIN UPDATE claim SET statement = ''; END",
        "PRAGMA journal_mode = DELETE",
    )
    sentence = refused(run, words, desk)
    assert "(evil)" in sentence


def test_an_empty_file_is_no_desk(run: Run, words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "empty.claimdesk"
    path.touch()
    assert refused(run, words, path).startswith("“empty.claimdesk” is not a Claimdesk desk;")
