"""Long work off the GUI thread."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from claimdesk.domain.errors import OutputError
from claimdesk.i18n import language, speaking
from claimdesk.ui.tasks import Task


def test_the_result_arrives_on_the_thread_that_asked(qtbot: QtBot) -> None:
    threads: list[QThread] = []

    def work(_task: Task) -> int:
        threads.append(QThread.currentThread())
        return 42

    task = Task(work)
    task.done.connect(lambda _result: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(task.done) as waited:
        task.start()
    assert waited.args == [42]
    there, here = threads
    assert here == task.thread()
    assert there != here


def test_a_failure_is_its_sentence(qtbot: QtBot) -> None:
    def work(_task: Task) -> None:
        raise OutputError("“r.html” cannot be written.")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as waited:
        task.start()
    assert waited.args == ["“r.html” cannot be written."]


def test_what_nobody_thought_of_is_a_sentence_too(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_task: Task) -> None:
        raise ZeroDivisionError

    task = Task(work)
    with speaking("de"):
        german = Task(work)
    for one, sentence in (
        (task, "This did not work; nothing was changed."),
        (german, "Das hat nicht geklappt; es wurde nichts geändert."),
    ):
        with qtbot.waitSignal(one.failed) as waited:
            one.start()
        assert waited.args == [sentence]
    assert [record.message for record in caplog.records] == ["task failed"] * 2


def test_the_work_speaks_the_language_of_who_asked(qtbot: QtBot) -> None:
    with speaking("de"):
        task = Task(lambda _task: language())
    with qtbot.waitSignal(task.done) as waited:
        task.start()
    assert waited.args == ["de"]


def test_progress_is_told_and_the_work_can_be_stopped(qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    go_on = threading.Event()

    def work(task: Task) -> str:
        task.progress.emit(1, 3)
        assert go_on.wait(10)
        return "stopped" if task.is_cancelled else "finished"

    task = Task(work)
    task.progress.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(task.done) as waited:
        task.start()
        qtbot.waitUntil(lambda: told == [(1, 3)])
        task.cancel()
        go_on.set()
    assert waited.args == ["stopped"]


def test_an_asker_that_is_gone_is_no_trouble(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    go_on, ended = threading.Event(), threading.Event()
    heard: list[Any] = []

    def work(_task: Task) -> None:
        assert go_on.wait(10)
        ended.set()

    asker = QObject()
    task = Task(work, asker)
    task.done.connect(heard.append)
    task.start()
    asker.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    go_on.set()
    assert ended.wait(10)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qtbot.wait(10)
    assert not heard
    assert not caplog.text
    assert "Error" not in capfd.readouterr().err


def test_who_asked_may_go_while_it_tells(qtbot: QtBot) -> None:
    def work(task: Task) -> None:
        for done in range(60):
            task.tell(task.progress, done, 60)

    for _round in range(60):
        askers = [QObject() for _ in range(4)]
        for asker in askers:
            task = Task(work, asker)
            task.progress.connect(lambda *_: None)
            task.start()
        for asker in askers:
            delete(asker)  # it crashed where a signal was being emitted
        QCoreApplication.processEvents()
    assert QThreadPool.globalInstance().waitForDone(10_000)
