"""A desk that is open is left alone, and is known to have gone."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.errors import Misplaced
from claimdesk.domain.person import Person
from claimdesk.store import Store, open_desk, queries
from claimdesk.store.sqlite import backup, desk_file
from claimdesk.store.sqlite.connection import Reader
from claimdesk.store.sqlite.place import is_held

ADA = Person.named("Ada Ärmel")

HOLDS_SHARED_LOCK = """
import fcntl, sys
with open(sys.argv[1], "rb+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
    except BlockingIOError:
        print("held")
"""
"""The bytes that SQLite locks while a connection reads (https://www.sqlite.org/lockingv3.html)."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a trap of POSIX locks")


def holds(desk: Path) -> bool:
    """Whether another process would see a lock on the desk."""
    command = [sys.executable, "-c", HOLDS_SHARED_LOCK, str(desk)]
    return subprocess.run(command, capture_output=True, check=True).stdout.strip() == b"held"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    new_desk(path, "desk")
    return path


def test_the_trap_is_there(desk: Path) -> None:
    with closing(Reader(desk)):
        assert holds(desk)
        desk.read_bytes()
        assert not holds(desk)


def test_looking_at_an_open_desk_keeps_its_locks(desk: Path) -> None:
    with closing(Reader(desk)):
        assert is_held(desk)
        desk_file.inspect(desk)
        open_desk(desk)
        backup.copy(desk, desk.with_name("copy.claimdesk"))
        assert holds(desk)
    assert not is_held(desk)


def test_another_connection_of_ours_keeps_them_too(desk: Path) -> None:
    with closing(Reader(desk)):
        Reader(desk).close()
        with Store(desk) as store:
            store.warm_up()
        assert holds(desk)


@pytest.mark.parametrize("trouble", ["deleted", "replaced", "log deleted"])
def test_an_edit_is_refused_once_the_file_has_gone(desk: Path, trouble: str) -> None:
    with closing(Reader(desk)) as reader, Store(desk) as store:
        store.run(_article(), ADA)
        reader.check_place()
        log = desk.with_name(f"{desk.name}-wal")
        if trouble == "log deleted":
            log.unlink()
        else:
            desk.rename(desk.with_name("elsewhere"))
            if trouble == "replaced":
                new_desk(desk, "another")
        with pytest.raises(Misplaced, match="moved, deleted or replaced"):
            store.run(WriteNote("lost?", article=1), ADA)
        with pytest.raises(Misplaced):
            reader.check_place()
        copy = desk.with_name("rescued.claimdesk")
        backup.copy(reader, copy)
    with closing(Reader(copy)) as rescued:
        assert [row.data.title for row in queries.article_rows(rescued)] == ["Titel"]


def test_a_file_that_comes_back_can_be_written_again(desk: Path) -> None:
    with Store(desk) as store:
        store.run(_article(), ADA)
        away = desk.rename(desk.with_name("away"))
        with pytest.raises(Misplaced):
            store.run(WriteNote("refused", article=1), ADA)
        away.rename(desk)
        assert store.run(WriteNote("stored", article=1), ADA)


def _article() -> object:
    from claimdesk.commands.edit_article import AddArticle
    from claimdesk.domain.article import ArticleData

    return AddArticle(ArticleData("Titel"))
