"""Making the sample desk from the shell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk import cli
from claimdesk.paths import sample_desk

Run = Callable[..., Any]


def test_it_is_made_where_it_is_wanted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "x.claimdesk"
    ended = run("sample", "--desk", path)
    assert (ended.status, ended.out) == (0, f"Made the sample desk at {path}\n")
    claims = run("list", "--json", "--desk", path).json
    assert len(claims) == 180
    assert {claim["status"] for claim in claims} > {"verified", "unchecked"}
    assert [one.name for one in path.parent.iterdir()] == ["x.claimdesk"]


def test_a_file_that_is_there_is_never_overwritten(run: Run, desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "words.txt"
    other.write_text("mine")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    before = desk.read_bytes()
    for path in (desk, other, tmp_path, tmp_path / "dangling"):
        ended = run("sample", "--desk", path)
        assert ended.status == 1
        assert ended.sentence == f"“{path}” is there already; choose another name."
    assert desk.read_bytes() == before
    assert other.read_text() == "mine"


def test_unchecked_leaves_the_check_out(run: Run, tmp_path: Path) -> None:
    run("sample", "--unchecked", "--lang", "de", "--desk", tmp_path / "x")
    claims = run("list", "--json", "--desk", tmp_path / "x").json
    assert {claim["status"] for claim in claims} == {"unchecked"}
    assert sum(claim["sources"] + claim["notes"] for claim in claims) == 0
    assert sum(claim["leads"] for claim in claims) > 0


def test_the_language_is_the_one_asked_for_else_the_interface_s(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("sample", "--desk", tmp_path / "en")
    monkeypatch.setenv("CLAIMDESK_LANG", "de")
    run("sample", "--desk", tmp_path / "de")
    run("sample", "--desk", tmp_path / "asked", "--lang", "en")
    english, german, asked = (
        [one["statement"] for one in run("list", "--json", "--desk", tmp_path / name).json]
        for name in ("en", "de", "asked")
    )
    assert english == asked
    assert english != german


def test_without_a_desk_it_is_one_of_its_own_and_stays(
    run: Run, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_DESK", str(user_folder / "mine"))
    path = sample_desk("en")
    assert run("sample").out == f"Made the sample desk at {path}\n"
    run("set", "44", "disputed", "--desk", path)
    before = path.read_bytes()
    ended = run("sample")
    assert (ended.status, ended.out) == (0, f"The sample desk is at {path}\n")
    assert path.read_bytes() == before
    assert not (user_folder / "mine").exists()


def test_the_desk_to_open_is_handed_to_the_door(desk: Path) -> None:
    assert cli.run(["sample", "--open", "--desk", str(desk)]) == cli.Outcome(0, desk)
    assert cli.run(["list"]).desk is None


def test_what_is_no_desk_is_not_opened(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "words.txt"
    other.write_text("mine")
    ended = run("sample", "--open", "--desk", other)
    assert ended.status == 1
    assert ended.sentence.startswith("“words.txt” is not a Claimdesk desk")


def test_a_place_that_cannot_be_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ended = run("sample", "--desk", tmp_path / "file" / "x.claimdesk")
    assert ended.status == 1
    assert ended.sentence.startswith(f"“{tmp_path / 'file' / 'x.claimdesk'}” ")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
