import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.errors import DamagedDesk, OutputError
from claimdesk.domain.person import Person
from claimdesk.store import Store, open_desk, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite import backup
from claimdesk.store.store import Reader, copy_desk


def test_a_copy_holds_what_is_still_in_the_log(desk: Path, store: Store, person: Person) -> None:
    store.run(WriteNote("eben erst", claim=1), person)
    assert Path(f"{desk}-wal").stat().st_size
    target = desk.with_name("copy & 100 %.claimdesk")
    copy_desk(desk, target)
    assert open_desk(target) is None
    assert examine(target) == []
    reader = Reader(target)
    assert "eben erst" in [note.text for note in queries.claim_detail(reader, 1).notes]
    reader.close()


def test_a_copy_is_one_file(desk: Path) -> None:
    target = desk.with_name("copy.claimdesk")
    copy_desk(desk, target)
    assert {path.name for path in desk.parent.iterdir()} == {desk.name, target.name}


def test_a_copy_never_replaces_a_file(desk: Path) -> None:
    target = desk.with_name("copy.claimdesk")
    target.write_text("mine")
    with pytest.raises(OutputError, match="there already"):
        copy_desk(desk, target)
    assert target.read_text() == "mine"


def test_a_file_that_came_meanwhile_stays(tmp_path: Path) -> None:
    part, target = tmp_path / "part", tmp_path / "target"
    part.write_text("new")
    target.write_text("old")
    with pytest.raises(FileExistsError):
        backup.put(part, target)
    assert (part.read_text(), target.read_text()) == ("new", "old")
    target.unlink()
    backup.put(part, target)
    assert target.read_text() == "new"
    assert not part.exists()


def test_a_folder_that_is_not_there(desk: Path) -> None:
    with pytest.raises(OutputError, match="its folder is there"):
        copy_desk(desk, desk.parent / "no" / "copy.claimdesk")


@pytest.mark.parametrize("page", [20, 40, 60])
def test_nothing_is_made_of_a_damaged_desk(desk: Path, page: int) -> None:
    content = bytearray(desk.read_bytes())
    content[page * 1024 : (page + 1) * 1024] = b"\xa5" * 1024
    desk.write_bytes(content)
    with pytest.raises(DamagedDesk, match=desk.name):
        copy_desk(desk, desk.with_name("copy.claimdesk"))
    assert [path.name for path in desk.parent.iterdir()] == [desk.name]


def test_rows_that_refer_to_nothing_are_a_problem(desk: Path) -> None:
    with closing(sqlite3.connect(desk, isolation_level=None)) as connection:
        assert backup.problems(connection) == []
        connection.execute("DELETE FROM source WHERE id = 1")
        assert len(backup.problems(connection)) == 2


def test_a_copy_can_be_copied_and_written_to(desk: Path, person: Person) -> None:
    first, second = desk.with_name("1.claimdesk"), desk.with_name("2.claimdesk")
    copy_desk(desk, first)
    with Store(first) as store:
        store.run(WriteNote("in der Kopie", article=1), person)
    copy_desk(first, second)
    shutil.copyfile(first, desk.with_name("3.claimdesk"))
    for path in (first, second, desk.with_name("3.claimdesk")):
        assert examine(path) == []
        reader = Reader(path)
        assert [note.text for note in queries.article_notes(reader, 1)][-1] == "in der Kopie"
        reader.close()
