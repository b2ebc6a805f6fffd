"""The thread that writes, where the file itself gives trouble."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.errors import Stopped
from claimdesk.domain.history import Changes, Message
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.pace import Pace
from claimdesk.store.sqlite.connection import connect
from claimdesk.store.work import Work
from claimdesk.ui.desk import Desk
from claimdesk.ui.writer import Job, Writer

ADA = Person.named("Ada Ärmel")
FALSE = SetStatus((44,), Status.FALSE)


class Answers(QObject):
    """What a writer answered, in order."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.done: list[Changes] = []
        self.failed: list[str] = []
        writer.done.connect(lambda _job, changes: self.done.append(changes))
        writer.failed.connect(lambda _job, sentence: self.failed.append(sentence))


def test_a_file_that_cannot_be_opened_answers_each_edit(tmp_path: Path, qtbot: QtBot) -> None:
    writer = Writer(tmp_path / "no folder" / "desk.claimdesk", ADA)
    answers = Answers(writer)
    writer.ask(Job(FALSE))
    writer.ask(Job(FALSE))
    qtbot.waitUntil(lambda: len(answers.failed) == 2, timeout=30_000)
    assert all("cannot be written here" in sentence for sentence in answers.failed)
    writer.close(wait=True)


def test_a_file_that_can_be_opened_later_takes_the_next_edit(desk_file: Path, qtbot: QtBot) -> None:
    aside = desk_file.rename(desk_file.with_name("aside"))
    folder = desk_file.parent / "later"
    writer = Writer(folder / "desk.claimdesk", ADA)
    answers = Answers(writer)
    writer.ask(Job(FALSE))
    qtbot.waitUntil(lambda: len(answers.failed) == 1, timeout=30_000)
    folder.mkdir()
    aside.rename(folder / "desk.claimdesk")
    writer.ask(Job(FALSE))
    qtbot.waitUntil(lambda: len(answers.done) == 1, timeout=30_000)
    assert answers.done[0].claims == {44}
    writer.close(wait=True)


def test_trouble_while_idle_does_not_end_the_thread(
    desk_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def full(_store: Store) -> bool:
        calls.append(1)
        if len(calls) == 1:
            raise OSError("the disk is full")
        return True

    monkeypatch.setattr(Store, "checkpoint", full)
    monkeypatch.setattr("claimdesk.ui.writer.IDLE", 0.05)
    writer = Writer(desk_file, ADA)
    answers = Answers(writer)
    with qtbot.waitSignal(writer.checkpointed, timeout=30_000):
        writer.ask(Job(FALSE))
    assert len(calls) == 2
    writer.ask(Job(SetStatus((44,), Status.DISPUTED)))
    qtbot.waitUntil(lambda: len(answers.done) == 2, timeout=10_000)
    writer.close(wait=True)


def test_what_is_queued_is_finished_before_the_end(desk_file: Path, qtbot: QtBot) -> None:
    writer = Writer(desk_file, ADA)
    answers = Answers(writer)
    writer.ask(Job(None))
    qtbot.waitUntil(lambda: len(answers.done) == 1, timeout=30_000)
    for status in (Status.FALSE, Status.DISPUTED, Status.UNVERIFIABLE):
        writer.ask(Job(SetStatus((44,), status)))
    writer.close(wait=True)
    assert not [thread for thread in threading.enumerate() if thread.name == "writer"]
    qtbot.waitUntil(lambda: len(answers.done) == 4, timeout=5000)


def test_an_edit_that_never_gets_its_turn_is_refused_at_the_end(
    desk_file: Path, qtbot: QtBot
) -> None:
    writer = Writer(desk_file, ADA)
    answers = Answers(writer)
    holder = connect(desk_file)
    holder.execute("BEGIN IMMEDIATE")
    with qtbot.waitSignal(writer.waiting, timeout=30_000):
        writer.ask(Job(FALSE))
    writer.close(wait=True)
    qtbot.waitUntil(lambda: len(answers.failed) == 1, timeout=5000)
    assert answers.failed[0].startswith("Another program is writing to “desk.claimdesk”")
    holder.execute("ROLLBACK")
    holder.close()


def test_closing_twice_and_asking_for_nothing_is_fine(desk_file: Path, qtbot: QtBot) -> None:
    writer = Writer(desk_file, ADA)
    writer.close(wait=True)
    writer.close(wait=True)
    writer.start()
    assert not [thread for thread in threading.enumerate() if thread.name == "writer"]


class Slow:
    """An edit that goes on until it is stopped, or as long as told."""

    claims = (44, 45)

    def __init__(self) -> None:
        self.began = threading.Event()

    def apply(self, work: Work) -> Message:
        work.set("claim", 44, statement="half done")
        self.began.set()
        for _step in work.pace.each(range(100_000), 100_000):
            time.sleep(0.001)
        return Message("never")


def test_a_stopped_edit_is_answered_and_leaves_nothing(desk: Desk, qtbot: QtBot) -> None:
    before = queries.claim_rows(desk.read, [44])
    told: list[tuple[str, float]] = []
    refused: list[str] = []
    edit = Slow()
    desk.progressed.connect(lambda words, share: told.append((words, share)))
    desk.run(edit, otherwise=refused.append)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told[0][0] == "Changing 2 claims"
    with qtbot.waitSignal(desk.stopped, timeout=10_000):
        desk.stop()
    assert refused == ["Stopped; nothing was changed."]
    assert told[-1] == ("", 1.0)
    assert desk.is_settled
    assert desk.undo_message is None
    assert queries.claim_rows(desk.read, [44]) == before


def test_a_stopped_undo_can_be_asked_for_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run(FALSE)
    assert desk.settle()
    name = desk.undo_message
    monkeypatch.setattr(Pace, "check", _stop)
    desk.undo()
    assert desk.settle()
    assert desk.undo_message == name
    monkeypatch.undo()
    desk.undo()
    assert desk.settle()
    assert desk.undo_message is None
    assert desk.redo_message == name


def test_an_undo_that_takes_its_time_says_what_it_takes_back(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run(FALSE)
    assert desk.settle()
    what = desk.undo_message
    assert what is not None
    told: list[str] = []
    desk.progressed.connect(lambda words, _share: told.append(words))
    monkeypatch.setattr(Pace, "check", lambda pace: pace._tell(0.5))
    desk.undo()
    assert desk.settle()
    desk.redo()
    assert desk.settle()
    said = [words for words in dict.fromkeys(told) if words]
    assert said == [f"Taking back: {what.words}", f"Doing again: {what.words}"]


def _stop(_pace: Pace) -> None:
    raise Stopped


def test_a_stop_in_time_of_peace_stops_nothing(desk: Desk) -> None:
    desk.stop()
    desk.run(FALSE)
    assert desk.settle()
    assert desk.undo_message is not None
