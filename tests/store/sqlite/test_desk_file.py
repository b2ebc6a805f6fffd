"""Files that are no desks, or not ours: each refused in one sentence, each left as it was."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from claimdesk.domain.errors import (
    ClaimdeskError,
    DamagedDesk,
    DeskError,
    ForeignSchema,
    NewerDesk,
    NotADesk,
    NotFound,
)
from claimdesk.i18n import speaking
from claimdesk.store import open_desk
from claimdesk.store.sqlite import schema
from claimdesk.store.sqlite.connection import APPLICATION_ID

Raw = Callable[[str], None]


def folder(path: Path) -> Mapping[str, bytes]:
    """Every file beside the desk, with its bytes."""
    return {one.name: one.read_bytes() for one in path.parent.rglob("*") if one.is_file()}


def refused(path: Path, kind: type[ClaimdeskError]) -> str:
    """The sentence that a file is refused with, in both languages and without a trace."""
    before = folder(path)
    with pytest.raises(ClaimdeskError) as caught:
        open_desk(path)
    with speaking("de"), pytest.raises(ClaimdeskError) as german:
        open_desk(path)
    assert type(caught.value) is kind
    assert folder(path) == before
    sentence = str(caught.value)
    assert path.name in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert str(german.value) != sentence
    return sentence


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Die Br\xc3\xbccke von Nordhafen\n",
        b"SQLite format 3",
        b"SQLite format 3\0",
        b"SQLite format 3\0" + b"\xa5" * 8000,
        b"\0" * 4096,
        b"PK\x03\x04" + b"docx" * 99,
    ],
)
def test_a_file_of_another_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thing.claimdesk"
    path.write_bytes(content)
    refused(path, NotADesk)


def test_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "folder.claimdesk"
    path.mkdir()
    refused(path, NotADesk)


@pytest.mark.parametrize("name", ["nothing.claimdesk", "no/folder/x.claimdesk"])
def test_nothing_there(tmp_path: Path, name: str) -> None:
    refused(tmp_path / name, NotFound)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    refused(tmp_path / "file" / "x.claimdesk", NotFound)


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("mark", [0, 0x47504B47])
def test_an_sqlite_file_of_another_program(tmp_path: Path, mode: str, mark: int) -> None:
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(
            f"PRAGMA journal_mode = {mode}; PRAGMA application_id = {mark};"
            "PRAGMA user_version = 1; CREATE TABLE claim (id INTEGER)"
        )
    refused(path, NotADesk)


def test_what_another_program_left_unfinished_is_its_own_affair(tmp_path: Path) -> None:
    """Opening such a file, even to read, would make SQLite play its log back."""
    path = tmp_path / "photos.db"
    program = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.executescript('PRAGMA journal_mode = WAL; CREATE TABLE t (a)'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True, timeout=60)
    assert len(folder(path)) == 3
    refused(path, NotADesk)


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_was_never_made(desk: Path, raw: Raw, version: int) -> None:
    raw(f"PRAGMA user_version = {version}")
    refused(desk, NotADesk)


def test_a_mark_of_another_program(desk: Path, raw: Raw) -> None:
    raw("PRAGMA application_id = 7")
    refused(desk, NotADesk)


@pytest.mark.parametrize("ahead", [1, 9000])
def test_a_desk_of_a_newer_version(desk: Path, raw: Raw, ahead: int) -> None:
    raw(
        f"PRAGMA user_version = {schema.newest_version() + ahead};"
        "ALTER TABLE claim ADD COLUMN later TEXT; CREATE TABLE verdict (id INTEGER)"
    )
    assert "newer Claimdesk" in refused(desk, NewerDesk)


@pytest.mark.parametrize(
    ("part", "hostile"),
    [
        (
            "evil",
            """CREATE TRIGGER evil AFTER UPDATE ON claim BEGIN
                UPDATE claim SET status = 'verified'; END""",
        ),
        ("evil", "CREATE TEMP TABLE x (a); CREATE VIEW evil AS SELECT * FROM claim"),
        (
            "claim",
            "ALTER TABLE claim RENAME TO hidden; CREATE VIEW claim AS SELECT * FROM hidden",
        ),
        ("evil", "CREATE TABLE evil (a)"),
        ("evil", "CREATE INDEX evil ON note (abs(length(text)))"),
        ("evil", "CREATE VIRTUAL TABLE evil USING fts5(a)"),
        ("sqlite_stat1", "ANALYZE"),
        ("note", "ALTER TABLE note ADD COLUMN extra TEXT"),
        ("ix_note_claim", "DROP INDEX ix_note_claim"),
        ("draft", "DROP TABLE draft"),
        (
            "relation",
            """PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql =
                replace(sql, 'claim <> other', 'claim = claim') WHERE name = 'relation'""",
        ),
        (
            "claim",
            """PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql =
                replace(sql, '''left_out''', '''left_out'', ''true''') WHERE name = 'claim'""",
        ),
    ],
)
def test_a_desk_with_foreign_parts(desk: Path, raw: Raw, part: str, hostile: str) -> None:
    raw(hostile)
    assert part in refused(desk, ForeignSchema)


def test_one_row_of_the_schema_that_makes_no_sense(desk: Path, raw: Raw) -> None:
    raw(
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES "
        "('table', 'evil', 'evil', 0, 'CREATE NONSENSE')"
    )
    refused(desk, DamagedDesk)


@pytest.mark.parametrize("share", [0.001, 0.02, 0.3])
def test_a_desk_cut_short_at_its_beginning(desk: Path, share: float) -> None:
    content = desk.read_bytes()
    desk.write_bytes(content[: int(len(content) * share)])
    refused(desk, DamagedDesk)


def test_a_desk_with_garbage_after_its_header(desk: Path) -> None:
    content = desk.read_bytes()
    desk.write_bytes(content[:100] + b"\xa5" * (len(content) - 100))
    refused(desk, DamagedDesk)


def test_a_header_that_is_not_ours_in_one_bit(desk: Path) -> None:
    content = bytearray(desk.read_bytes())
    assert content[68:72] == APPLICATION_ID.to_bytes(4)
    content[71] ^= 1
    desk.write_bytes(content)
    refused(desk, NotADesk)


@pytest.mark.skipif(os.name != "posix", reason="there is no such file there")
def test_a_pipe_or_device_is_no_desk() -> None:
    with pytest.raises(NotADesk):
        open_desk(Path("/dev/null"))


def test_a_desk_of_this_version_opens_without_a_trace(desk: Path) -> None:
    before = folder(desk)
    assert open_desk(desk) is None
    assert folder(desk) == before


def test_each_refusal_is_a_desk_error_or_not_found() -> None:
    for kind in (NotADesk, NewerDesk, ForeignSchema, DamagedDesk):
        assert issubclass(kind, DeskError)
