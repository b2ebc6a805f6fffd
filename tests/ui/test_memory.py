"""What the window remembers; losing it loses no work and bothers nobody."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimdesk.ui.memory import RECENT, Memory


@pytest.fixture
def file(user_folder: Path) -> Path:
    """Where it is kept."""
    return user_folder / "window.json"


@pytest.fixture
def desks(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.claimdesk" for number in range(RECENT + 3)]
    for path in paths:
        path.touch()
    return paths


def test_values_come_back(file: Path) -> None:
    memory = Memory()
    memory.put("geometry", "AdnQywADAAA=")
    memory.put("desks", {"one": {"claim": 44, "scroll": 7}})
    assert Memory().get("geometry") is None
    memory.save()
    assert Memory().get("geometry") == "AdnQywADAAA="
    assert Memory().section("desks") == {"one": {"claim": 44, "scroll": 7}}
    assert [path.name for path in file.parent.iterdir()] == ["window.json"]


def test_nothing_remembered_is_an_empty_memory() -> None:
    memory = Memory()
    assert memory.get("geometry", "none") == "none"
    assert memory.section("desks") == {}
    assert memory.recent == []


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[1, 2]",
        b'"words"',
        b"null",
        b"\xff\xfe\x00",
        b'{"geometry": "half',
        b"[" * 100_000,
        b"1" * 5000,
    ],
    ids=["empty", "cut", "list", "text", "null", "bytes", "half", "deep", "huge number"],
)
def test_a_damaged_file_is_an_empty_memory_and_is_replaced(file: Path, damage: bytes) -> None:
    file.write_bytes(damage)
    memory = Memory()
    assert memory.get("geometry") is None
    assert memory.recent == []
    memory.put("geometry", "x")
    memory.save()
    assert json.loads(file.read_bytes()) == {"geometry": "x"}


@pytest.mark.parametrize("wrong", [None, 7, "words", [1], {"a": 1}, [None, 7, {"a": []}]])
def test_values_of_wrong_types_do_no_harm(file: Path, wrong: Any, desks: list[Path]) -> None:
    file.write_text(json.dumps({"recent": wrong, "desks": wrong}))
    memory = Memory()
    assert memory.recent == []
    assert memory.section("desks") == (wrong if isinstance(wrong, dict) else {})
    memory.opened(desks[0])
    assert memory.recent == [desks[0]]


def test_a_folder_that_cannot_be_written_to_bothers_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path / "file" / "home"))
    memory = Memory()
    memory.put("geometry", "x")
    memory.save()
    assert memory.get("geometry") == "x"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_place_that_is_taken_is_left_and_nothing_lies_about(file: Path) -> None:
    file.mkdir()
    (file / "mine").touch()
    memory = Memory()
    memory.put("geometry", "x")
    memory.save()
    assert [path.name for path in file.parent.iterdir()] == ["window.json"]
    assert (file / "mine").exists()


def test_the_desk_last_opened_comes_first_and_once(desks: list[Path]) -> None:
    memory = Memory()
    for desk in (desks[0], desks[1], desks[0].parent / "." / desks[0].name):
        memory.opened(desk)
    assert memory.recent == [desks[0], desks[1]]


def test_only_so_many_are_kept(desks: list[Path]) -> None:
    memory = Memory()
    for desk in desks:
        memory.opened(desk)
    assert memory.recent == desks[: -RECENT - 1 : -1]


def test_desks_that_vanished_are_left_out(desks: list[Path]) -> None:
    memory = Memory()
    for desk in desks[:3]:
        memory.opened(desk)
    desks[1].unlink()
    assert memory.recent == [desks[2], desks[0]]


@pytest.mark.parametrize("name", ["x" * 5000, "nul\0", "", "/", "\udcff", "~nobody/x"])
def test_a_name_that_is_none_is_left_out(file: Path, name: str) -> None:
    file.write_text(json.dumps({"recent": [name]}))
    assert Memory().recent == []


def test_a_name_that_is_no_utf_8_comes_back(tmp_path: Path) -> None:
    desk = tmp_path / "caf\udce9.claimdesk"
    desk.touch()
    memory = Memory()
    memory.opened(desk)
    memory.save()
    assert Memory().recent == [desk]
