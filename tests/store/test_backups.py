"""Backups: made when due, put back without losing anything."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.errors import DamagedDesk, DeskBusy, NewerDesk
from claimdesk.domain.person import Person
from claimdesk.store import Store, backups, open_desk, queries
from claimdesk.store.backups import Standing
from claimdesk.store.check import examine
from claimdesk.store.sqlite.backup import Interrupted
from claimdesk.store.sqlite.connection import Reader

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
PLENTY = 10**12


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def write(desk: Path, words: str = "ein Wort") -> None:
    with Store(desk) as store:
        store.run(WriteNote(words, claim=1), Person("Cleo Süß", "CS"))


def notes(desk: Path) -> list[str]:
    read = Reader(desk)
    try:
        return [note.text for note in queries.claim_detail(read, 1).notes]
    finally:
        read.close()


def break_page(desk: Path) -> None:
    content = bytearray(desk.read_bytes())
    content[40 * 1024 : 41 * 1024] = b"\xa5" * 1024
    desk.write_bytes(content)


# made when due


def test_a_backup_is_made_only_where_something_was_changed(desk: Path, place: Path) -> None:
    made = backups.keep(desk, place)
    assert made is not None
    assert backups.listed(place) == [made]
    assert open_desk(made.path) is None
    assert backups.keep(desk, place) is None
    write(desk)
    again = backups.keep(desk, place)
    assert again is not None
    assert backups.listed(place) == [again, made]
    assert notes(again.path)[-1] == "ein Wort"


def test_its_name_tells_when_it_was_made_and_of_which_version(desk: Path, place: Path) -> None:
    made = backups.keep(desk, place, lambda: NOW)
    assert made is not None
    assert made.path.name.startswith("20261125T120000.000000Z-000")
    assert (made.made_at, made.size) == (NOW, made.path.stat().st_size)
    write(desk)
    again = backups.keep(desk, place, lambda: NOW)
    assert again is not None
    assert again.path != made.path
    assert len(backups.listed(place)) == 2


def test_other_files_in_the_folder_are_left_alone(desk: Path, place: Path) -> None:
    place.mkdir()
    for name in ("mine.claimdesk", "20261125T120000.000000Z-x.claimdesk", "notes.txt"):
        (place / name).write_text("mine")
    backups.keep(desk, place)
    assert len(backups.listed(place)) == 1
    assert len(list(place.iterdir())) == 4


def test_of_a_damaged_desk_none_is_made_and_none_goes(desk: Path, place: Path) -> None:
    for day in range(3):
        write(desk)
        backups.keep(desk, place, lambda day=day: NOW - timedelta(days=400 - day))
    before = backups.listed(place)
    write(desk)
    break_page(desk)
    with pytest.raises(DamagedDesk, match=desk.name):
        backups.keep(desk, place, lambda: NOW)
    assert backups.listed(place) == before
    assert {path.suffix for path in place.iterdir()} == {".claimdesk"}


def test_one_that_is_stopped_leaves_nothing(desk: Path, place: Path) -> None:
    with pytest.raises(Interrupted):
        backups.keep(desk, place, stopped=lambda: True)
    assert list(place.iterdir()) == []


def test_edits_meanwhile_do_not_disturb_it(desk: Path, place: Path) -> None:
    stop, begun = threading.Event(), threading.Event()

    def edit() -> None:
        with Store(desk) as store:
            while not stop.is_set():
                store.run(WriteNote("dazwischen", claim=1), Person("Cleo Süß", "CS"))
                begun.set()

    editing = threading.Thread(target=edit)
    editing.start()
    begun.wait(20)
    try:
        for _ in range(5):
            backups.keep(desk, place, stopped=lambda: False)
            assert examine(backups.listed(place)[0].path) == []
    finally:
        stop.set()
        editing.join()


def test_what_a_killed_program_left_is_swept_up_a_day_later(desk: Path, place: Path) -> None:
    old, young = place / "aa.making", place / "bb.making"
    for scratch in (old, young):
        scratch.mkdir(parents=True)
    past = time.time() - 2 * 24 * 3600
    os.utime(old, (past, past))
    backups.keep(desk, place)
    assert not old.exists()
    assert young.exists()


@pytest.mark.parametrize("name", ["../../elsewhere", "/etc", "", "a" * 300, "Ä\0"])
def test_a_desk_cannot_choose_another_folder(name: str, user_folder: Path) -> None:
    found = backups.folder(name)
    assert found.parent == user_folder / "backups"
    assert len(found.name) == 32
    public_id = "0190163d-8694-739b-aea5-966c26f8ad91"
    assert backups.folder(public_id).name == public_id


def test_the_files_fit_into_five_times_the_desk(desk: Path, place: Path) -> None:
    size = 0
    for hour in range(12):
        write(desk)
        backups.keep(desk, place, lambda hour=hour: NOW + timedelta(hours=hour))
        size = max(desk.stat().st_size, backups.listed(place)[0].size)
    kept = backups.listed(place)
    assert sum(one.path.stat().st_size for one in kept) < 5 * size
    assert kept[0].made_at == NOW + timedelta(hours=11)
    assert len(kept) >= 3


# how one stands to the desk


def test_a_backup_says_how_far_behind_it_is(desk: Path, place: Path) -> None:
    made = backups.keep(desk, place)
    assert made is not None
    events = backups.standing(desk, made.path).events
    assert backups.standing(desk, made.path) == Standing(events, 0, 0)
    write(desk)
    write(desk)
    assert backups.standing(desk, made.path) == Standing(events, 2, 0)
    other = desk.with_name("other.claimdesk")
    shutil.copyfile(made.path, other)
    for _ in range(3):
        write(other)
    assert backups.standing(desk, other) == Standing(events + 3, 2, 3)
    assert backups.standing(None, other) == Standing(events + 3, None, None)


# put back


def test_restoring_loses_nothing(desk: Path, place: Path) -> None:
    before = notes(desk)
    made = backups.keep(desk, place, lambda: NOW - timedelta(days=1))
    assert made is not None
    write(desk, "danach")
    assert backups.restore(desk, made, place) is None
    assert notes(desk) == before
    assert examine(desk) == []
    newest = backups.listed(place)[0]
    assert notes(newest.path) == [*before, "danach"]
    assert backups.restore(desk, newest, place) is None
    assert notes(desk) == [*before, "danach"]
    write(desk, "weiter")


def test_what_is_in_a_backup_already_is_not_backed_up_again(desk: Path, place: Path) -> None:
    made = backups.keep(desk, place)
    assert made is not None
    backups.restore(desk, made, place)
    assert backups.listed(place) == [made]


@pytest.mark.parametrize("opened", ["reader", "store"])
def test_a_desk_open_elsewhere_is_not_replaced(desk: Path, place: Path, opened: str) -> None:
    made = backups.keep(desk, place)
    assert made is not None
    write(desk, "danach")
    before = notes(desk)
    open_in_another = (
        "import sys, pathlib\n"
        "from claimdesk.store import Store\n"
        "from claimdesk.store.sqlite.connection import Reader\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "held = Reader(path) if sys.argv[2] == 'reader' else Store(path)\n"
        "sys.argv[2] == 'store' and held.warm_up()\n"
        "print('open', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", open_in_another, str(desk), opened],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        with pytest.raises(DeskBusy, match="open in another program, so it was not restored"):
            backups.restore(desk, made, place)
        other.communicate("")
    assert notes(desk) == before
    assert backups.restore(desk, made, place) is None


def test_a_damaged_desk_is_moved_aside(desk: Path, place: Path) -> None:
    before = notes(desk)
    made = backups.keep(desk, place)
    assert made is not None
    break_page(desk)
    damaged = desk.read_bytes()
    aside = backups.restore(desk, made, place, lambda: NOW)
    assert aside is not None
    assert aside.name == "desk damaged 2026-11-25 12.00.claimdesk"
    assert aside.read_bytes() == damaged
    assert notes(desk) == before


def test_a_file_that_is_no_desk_any_more_is_moved_aside_too(desk: Path, place: Path) -> None:
    before = notes(desk)
    made = backups.keep(desk, place)
    assert made is not None
    desk.write_bytes(b"\0" * 5000)
    assert backups.restore(desk, made, place) is not None
    assert notes(desk) == before


def test_a_damaged_backup_is_not_put_back(desk: Path, place: Path) -> None:
    made = backups.keep(desk, place)
    assert made is not None
    break_page(made.path)
    write(desk)
    before = desk.read_bytes()
    with pytest.raises(DamagedDesk, match="This backup is damaged itself"):
        backups.restore(desk, made, place)
    assert desk.read_bytes() == before


def test_a_backup_of_a_newer_version_is_not_put_back(desk: Path, place: Path) -> None:
    made = backups.keep(desk, place)
    assert made is not None
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    with pytest.raises(NewerDesk):
        backups.restore(desk, made, place)


def test_a_copy_beside_the_desk_has_a_name_of_its_own(desk: Path, place: Path) -> None:
    made = backups.keep(desk, place)
    assert made is not None
    first, second = backups.beside(desk, made), backups.beside(desk, made)
    assert first.parent == second.parent == desk.parent
    assert first != second
    assert first.name.startswith(f"{desk.stem} 2")
    assert notes(first) == notes(desk)


RESTORE_FOR_EVER = """
import sys
from pathlib import Path
from claimdesk.store import backups
desk, place = map(Path, sys.argv[1:])
print("begun", flush=True)
while True:
    for kept in backups.listed(place):
        backups.restore(desk, kept, place)
"""


def test_a_kill_while_restoring_leaves_the_one_or_the_other(desk: Path, place: Path) -> None:
    backups.keep(desk, place)
    for _ in range(10):
        write(desk, "viel " * 2000)
    backups.keep(desk, place)
    wanted = {tuple(notes(one.path)) for one in backups.listed(place)}
    assert len(wanted) == 2
    chance = random.Random(7)
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", RESTORE_FOR_EVER, str(desk), str(place)],
            stdout=subprocess.PIPE,
        )
        assert process.stdout
        assert process.stdout.readline() == b"begun\n"
        time.sleep(chance.uniform(0.01, 0.15))
        process.kill()
        process.wait()
        process.stdout.close()
        assert open_desk(desk) is None
        assert tuple(notes(desk)) in wanted
        assert examine(desk) == []
