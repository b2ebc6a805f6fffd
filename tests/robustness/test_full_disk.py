"""A disk that is full: one sentence, nothing half-written, and it goes on once there is room."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claimdesk.commands.new_desk import new_desk, new_sample
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.draft import DraftPlace, Jotting
from claimdesk.domain.errors import OutputError
from claimdesk.domain.person import Person
from claimdesk.paths import installation
from claimdesk.store import Store, create_desk, queries
from claimdesk.store.check import examine
from claimdesk.store.store import Reader, copy_desk

resource = pytest.importorskip("resource", reason="this system has no limit for files")

PERSON = Person.named("Finn Grün")


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file can grow beyond a size, as on a disk without room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def notes(desk: Path) -> list[str]:
    reader = Reader(desk)
    found = [note.text for note in queries.article_notes(reader, 1)]
    reader.close()
    return found


def test_an_edit_without_room_changes_nothing(desk: Path) -> None:
    stored = notes(desk)
    with Store(desk) as store:
        with files_end_at(desk.stat().st_size), pytest.raises(OutputError, match="disk is full"):
            write_until_full(store, stored)
        assert 1 < len(stored) < 1000
        assert notes(desk) == stored
        store.run(WriteNote("wieder Platz", article=1), PERSON)
    assert notes(desk) == [*stored, "wieder Platz"]
    assert examine(desk) == []
    assert [path.name for path in desk.parent.iterdir()] == [desk.name]


def test_words_being_typed_without_room_are_refused_in_a_sentence(desk: Path) -> None:
    """The window keeps them in memory and tries again."""
    place = DraftPlace("claim", 1, "note")
    with Store(desk) as store:
        with files_end_at(desk.stat().st_size), pytest.raises(OutputError, match="disk is full"):
            type_until_full(store, place)
        store.jot([Jotting(place, "wieder Platz")], PERSON)
    reader = Reader(desk)
    [draft] = queries.drafts(reader, installation(), PERSON.name)
    reader.close()
    assert draft.words == "wieder Platz"
    assert examine(desk) == []


def type_until_full(store: Store, place: DraftPlace) -> None:
    for count in range(1000):
        store.jot([Jotting(place, f"{count} " + "ä" * 5000 * count)], PERSON)


def write_until_full(store: Store, stored: list[str]) -> None:
    for count in range(1000):
        text = f"{count} " + "ä" * 5000
        store.run(WriteNote(text, article=1), PERSON)
        stored.append(text)


@pytest.mark.parametrize("size", [0, 1024, 50_000])
@pytest.mark.parametrize(
    "make",
    [
        lambda path: create_desk(path, title="Neu"),
        lambda path: new_desk(path, "Neu"),
        lambda path: new_sample(path, "de"),
    ],
)
def test_a_desk_is_made_whole_or_not_at_all(
    tmp_path: Path, make: Callable[[Path], None], size: int
) -> None:
    with files_end_at(size), pytest.raises(OutputError, match=r"\.claimdesk” cannot be"):
        make(tmp_path / "neu.claimdesk")
    assert list(tmp_path.iterdir()) == []
    make(tmp_path / "neu.claimdesk")
    assert examine(tmp_path / "neu.claimdesk") == []


@pytest.mark.parametrize("share", [0.1, 0.9])
def test_a_copy_is_made_whole_or_not_at_all(desk: Path, share: float) -> None:
    size = int(desk.stat().st_size * share)
    with (
        files_end_at(size),
        pytest.raises(OutputError, match=r"copy\.claimdesk” cannot be written"),
    ):
        copy_desk(desk, desk.with_name("copy.claimdesk"))
    assert [path.name for path in desk.parent.iterdir()] == [desk.name]


ON_TMPFS = """
import sys
from pathlib import Path
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.article import ArticleData
from claimdesk.domain.errors import OutputError
from claimdesk.domain.person import Person
from claimdesk.store import Store, create_desk, queries
from claimdesk.store.check import examine
from claimdesk.store.store import Reader, copy_desk

desk = Path(sys.argv[1], "disk.claimdesk")
create_desk(desk, title="Neu")
stored = 0
with Store(desk) as store:
    store.run(AddArticle(ArticleData("Titel")), Person("A B", "AB"))
    try:
        while True:
            store.run(WriteNote("x" * 20000, article=1), Person("A B", "AB"))
            stored += 1
    except OutputError as error:
        print(error)
    try:
        copy_desk(desk, desk.with_name("copy.claimdesk"))
    except OutputError as error:
        print(error)
assert examine(desk) == []
assert len(queries.article_notes(Reader(desk), 1)) == stored > 0
# The log stays where there is no room to move it into the file.
assert {path.name for path in desk.parent.iterdir()} <= {
    desk.name, f"{desk.name}-wal", f"{desk.name}-shm"
}
"""


def test_a_small_disk_of_its_own(tmp_path: Path) -> None:
    """In a mount namespace, where this is allowed: the real thing, not a limit."""
    mount = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs -o size=1200k none "$0" && exec "$@"']
    _allowed([*mount, str(tmp_path), "true"])
    finished = subprocess.run(
        [*mount, str(tmp_path), sys.executable, "-c", ON_TMPFS, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert not finished.stderr, finished.stderr
    first, second = finished.stdout.splitlines()
    assert first.startswith("“disk.claimdesk” cannot be written: the disk is full")
    assert second.startswith("“copy.claimdesk” cannot be written: the disk is full")


def _allowed(command: list[str]) -> None:
    try:
        tried = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except OSError as error:
        pytest.skip(f"no mount namespaces here: {error}")
    if tried.returncode:
        pytest.skip(f"not allowed to mount here (user {os.getuid()}): {tried.stderr.strip()}")
