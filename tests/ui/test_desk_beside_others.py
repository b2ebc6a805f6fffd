"""The desk of a window while other programs read and write it, and letting go of it."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.history import Changes
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui import watch
from claimdesk.ui.desk import Desk
from tests.support.seat import locked

Claim = Callable[[int], ClaimRow]
BEN = Person.named("Ben Ohm")

SET_FIFTY = """
import sys
from pathlib import Path
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.sqlite.connection import Reader

path = Path(sys.argv[1])
read = Reader(path)
claims = [queries.claim_id(read, str(number)) for number in range(101, 151)]
read.close()
with Store(path) as store:
    store.warm_up()
    print("ready", flush=True)
    sys.stdin.readline()
    for claim in claims:
        assert store.run(SetStatus((claim,), Status.DISPUTED), Person.named("Ben Ohm"))
"""


def mark(desk: Desk, row: ClaimRow, status: Status, **then: Any) -> None:
    desk.run(SetStatus((row.id,), status), **then)


def elsewhere(desk: Desk, edit: Any) -> Changes:
    """Carry an edit out as another program would."""
    with Store(desk.path) as store:
        return store.run(edit, BEN)


def writers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "writer"]


def labels(desk: Desk) -> list[str]:
    return [event.message.words for event in queries.events(desk.read)][1:]


# other programs


def test_an_edit_waits_for_a_lock_and_says_so_and_the_window_lives_on(
    desk: Desk, claim: Claim, heard: Any, qtbot: QtBot
) -> None:
    row = claim(44)
    gaps, clock, pulse = [], QElapsedTimer(), QTimer(interval=5)
    pulse.timeout.connect(lambda: gaps.append(clock.restart()))
    clock.start()
    pulse.start()
    with locked(desk.path):
        mark(desk, row, Status.FALSE)
        qtbot.waitUntil(lambda: heard.waits == [True], timeout=5000)
        qtbot.wait(400)
        assert not desk.is_settled
        assert claim(44).status is row.status
    assert desk.settle()
    pulse.stop()
    assert heard.waits == [True, False]
    assert not heard.sentences
    assert claim(44).status is Status.FALSE
    assert len(gaps) > 20
    assert max(gaps) < 500, "the window stood still while another program wrote"


def test_what_another_program_did_arrives_within_a_second(
    desk: Desk, claim: Claim, heard: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    row = claim(44)
    subprocess.run(
        [sys.executable, "-m", "claimdesk", "set", "44", "false", "--desk", str(desk.path)],
        env=dict(os.environ),
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert watch.EVERY <= 500, "within a second, also on a busy machine"
    qtbot.waitUntil(lambda: bool(heard.changes), timeout=5000)
    [told] = heard.changes
    assert (told.claims, told.articles) == ({row.id}, {row.article})
    assert told.entities >= {"claim"}
    assert (told.event, told.public_id) == (None, None)
    assert claim(44).status is Status.FALSE
    assert desk.undo_message is None
    shutil.copy(desk.path, tmp_path / "copy.claimdesk")
    read = Reader(tmp_path / "copy.claimdesk")
    assert queries.last_event(read) == queries.last_event(desk.read)
    read.close()


def test_own_edits_are_not_told_as_another_s(
    desk: Desk, claim: Claim, heard: Any, qtbot: QtBot
) -> None:
    for number in range(40, 50):
        mark(desk, claim(number), Status.IN_PROGRESS)
    assert desk.settle()
    own = len(labels(desk))
    qtbot.wait(700)
    assert [told.event is not None for told in heard.changes] == [True] * own
    elsewhere(desk, SetStatus((claim(60).id,), Status.IN_PROGRESS))
    qtbot.waitUntil(lambda: heard.changes[-1].claims == {claim(60).id}, timeout=5000)
    assert heard.changes[-1].event is None


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few changes are many."""
    monkeypatch.setattr(watch, "_AT_ONCE", 10)


@pytest.mark.usefixtures("few_at_once")
def test_a_bulk_edit_of_another_program_is_read_on_another_thread_and_told_once(
    desk: Desk, claim: Claim, heard: Any, qtbot: QtBot
) -> None:
    claims = tuple(queries.claim_ids(desk.read))
    done = elsewhere(desk, SetStatus(claims, Status.IN_PROGRESS))
    desk.watch.look()
    assert heard.changes == [], "it is read meanwhile"
    mark(desk, claim(44), Status.FALSE)
    elsewhere(desk, SetStatus((claim(60).id,), Status.FALSE))
    assert desk.settle()
    qtbot.waitUntil(lambda: len(heard.changes) == 3, timeout=5000)
    foreign = [told for told in heard.changes if told.event is None]
    assert (foreign[0].claims, foreign[0].articles) == (done.claims, done.articles)
    assert foreign[0].entities == done.entities
    assert foreign[1].claims == {claim(60).id}
    qtbot.wait(2 * watch.EVERY)
    assert len(heard.changes) == 3


@pytest.mark.usefixtures("few_at_once")
def test_a_desk_is_closed_while_a_bulk_edit_is_read(desk: Desk, heard: Any, qtbot: QtBot) -> None:
    elsewhere(desk, SetStatus(tuple(queries.claim_ids(desk.read)), Status.IN_PROGRESS))
    desk.watch.look()
    desk.close()
    qtbot.wait(watch.EVERY)
    assert heard.changes == []
    assert heard.sentences == []


def test_one_s_own_edit_seen_before_its_answer_came_is_told_once(
    desk: Desk, claim: Claim, heard: Any
) -> None:
    last = queries.last_event(desk.read)
    mark(desk, claim(44), Status.FALSE)
    while queries.last_event(desk.read) == last:
        time.sleep(0.01)  # stored, while no signal gets through
    desk.watch.look()
    assert heard.changes == []
    assert desk.settle()
    desk.watch.look()
    [told] = heard.changes
    assert told.event is not None


def test_a_desk_that_cannot_be_read_is_complained_of_once(
    desk: Desk, heard: Any, qtbot: QtBot
) -> None:
    desk.read.close()
    qtbot.waitUntil(lambda: bool(heard.sentences), timeout=5000)
    qtbot.wait(800)
    assert len(heard.sentences) == 1


def test_two_writers_lose_nothing(desk: Desk, claim: Claim, heard: Any, qtbot: QtBot) -> None:
    open_before = [n for n in range(1, 151) if claim(n).status is not Status.DISPUTED]
    other = subprocess.Popen(
        [sys.executable, "-c", SET_FIFTY, str(desk.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=dict(os.environ),
    )
    assert other.stdin
    assert other.stdout
    assert other.stdout.readline() == b"ready\n"
    other.stdin.write(b"go\n")
    other.stdin.close()
    for number in range(1, 51):
        mark(desk, claim(number), Status.DISPUTED)
    assert desk.settle(30_000)
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
    other.stdout.close()
    assert other.returncode == 0
    marked = [*range(1, 51), *range(101, 151)]
    assert {claim(number).status for number in marked} == {Status.DISPUTED}
    assert len(labels(desk)) == len(set(open_before) & set(marked))
    assert not heard.sentences
    assert examine(desk.path) == []
    theirs = {claim(number).id for number in marked if number > 100 and number in open_before}
    qtbot.waitUntil(
        lambda: frozenset().union(*(told.claims for told in heard.changes)) >= theirs, timeout=5000
    )


def test_edits_that_wait_keep_their_order(
    desk: Desk, claim: Claim, heard: Any, qtbot: QtBot
) -> None:
    with locked(desk.path):
        for status in (Status.FALSE, Status.DISPUTED, Status.UNVERIFIABLE):
            mark(desk, claim(44), status)
        qtbot.waitUntil(lambda: heard.waits == [True], timeout=5000)
    assert desk.settle()
    times = [event.time for event in queries.events(desk.read)]
    assert all(one <= other for one, other in pairwise(times))
    assert claim(44).status is Status.UNVERIFIABLE


# letting go


def test_closing_right_after_an_edit_keeps_it(desk: Desk, claim: Claim) -> None:
    row = claim(44)
    mark(desk, row, Status.FALSE)
    desk.close()
    read = Reader(desk.path)
    assert queries.claim_rows(read, [row.id])[0].status is Status.FALSE
    read.close()


def test_closing_while_another_program_writes_keeps_the_edit(
    desk: Desk, claim: Claim, qtbot: QtBot
) -> None:
    row = claim(44)
    lock = locked(desk.path)
    lock.__enter__()
    mark(desk, row, Status.FALSE)
    QTimer.singleShot(600, desk, lambda: lock.__exit__(None, None, None))
    desk.close()
    read = Reader(desk.path)
    assert queries.claim_rows(read, [row.id])[0].status is Status.FALSE
    read.close()


def test_a_copy_of_the_file_alone_holds_every_edit_once_idle(
    desk: Desk, claim: Claim, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(40, 50):
        mark(desk, claim(number), Status.IN_PROGRESS)
    with qtbot.waitSignal(desk._writer.checkpointed, timeout=10_000):
        assert desk.settle()
    shutil.copy(desk.path, tmp_path / "copy.claimdesk")
    expected = [event.public_id for event in queries.events(desk.read)]
    read = Reader(tmp_path / "copy.claimdesk")
    assert [event.public_id for event in queries.events(read)] == expected
    ids = [claim(number).id for number in range(40, 50)]
    assert {row.status for row in queries.claim_rows(read, ids)} == {Status.IN_PROGRESS}
    read.close()
    assert examine(tmp_path / "copy.claimdesk") == []


def test_closing_a_desk_that_never_wrote_is_at_once(desk_file: Path, qtbot: QtBot) -> None:
    opened = Desk(desk_file, BEN)
    start = time.monotonic()
    opened.close()
    assert time.monotonic() - start < 1


def test_closing_before_all_is_loaded_does_not_hang(desk_file: Path, qtbot: QtBot) -> None:
    opened = Desk(desk_file, BEN)
    opened.warm_up()
    start = time.monotonic()
    opened.close()
    assert time.monotonic() - start < 5
    qtbot.waitUntil(lambda: not writers(), timeout=30_000)  # it ends once all is loaded


def test_an_edit_asked_before_all_is_loaded_is_kept(desk_file: Path, qtbot: QtBot) -> None:
    opened = Desk(desk_file, BEN)
    row = queries.claim_id(opened.read, "44")
    opened.run(SetStatus((row,), Status.FALSE))
    opened.close()
    read = Reader(desk_file)
    assert queries.claim_rows(read, [row])[0].status is Status.FALSE
    read.close()


def test_nothing_is_left_running_after_close(desk: Desk, claim: Claim) -> None:
    mark(desk, claim(44), Status.FALSE)
    desk.close()
    assert not writers()
    side_files = [desk.path.with_name(f"{desk.path.name}-{end}") for end in ("wal", "shm")]
    assert not [path for path in side_files if path.exists()]
    desk.close()  # once more does no harm
