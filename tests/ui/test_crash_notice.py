"""Failures are said in the bar: at once, and once at the next start."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk import i18n
from claimdesk.ui.crash_log import CrashLog
from claimdesk.ui.crash_notice import CrashNotice
from claimdesk.ui.dialogs.crash import CrashDialog
from claimdesk.ui.main_window import MainWindow


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashLog]:
    """Without the system's handler, which belongs to the test run."""
    monkeypatch.setattr("faulthandler.enable", lambda _file, **_how: None)
    monkeypatch.setattr("faulthandler.disable", lambda: None)
    hooks = sys.excepthook, threading.excepthook
    monkeypatch.setattr("sys.__excepthook__", lambda *_: None)
    made = CrashLog()
    made.start()
    yield made
    made.end()
    sys.excepthook, threading.excepthook = hooks


def fail() -> None:
    try:
        i18n.use_language("Geheimer Satz")
    except ValueError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def shown(window: MainWindow) -> CrashDialog:
    window.messages._actions[0].click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CrashDialog)
    return dialog


def test_a_failure_is_said_at_once(
    window: MainWindow, log: CrashLog, qtbot: QtBot, user_folder: Path
) -> None:
    CrashNotice(log, window)
    other = threading.Thread(target=fail)
    other.start()
    other.join()
    qtbot.waitUntil(lambda: "Something failed inside" in window.messages.sentence())
    dialog = shown(window)
    assert "use_language" in dialog.text.toPlainText()
    assert "Geheimer" not in dialog.text.toPlainText()
    dialog.delete.click()
    assert log.shown == ""


def test_a_crash_is_said_once_when_the_bar_is_free(
    window: MainWindow, log: CrashLog, user_folder: Path
) -> None:
    (user_folder / "crash.log").write_text("Fatal Python error: Aborted\n")
    window.messages.say("Something else")
    notice = CrashNotice(log, window)
    notice.look_back()
    assert window.messages.sentence() == "Something else"
    window.messages.dismiss()
    assert window.messages.sentence().startswith("Claimdesk ended badly last time")
    dialog = shown(window)
    assert dialog.text.toPlainText() == "Fatal Python error: Aborted"
    dialog.reject()
    notice.look_back()
    assert window.messages.sentence() == ""


def test_what_only_failed_did_not_end_badly(window: MainWindow, log: CrashLog) -> None:
    fail()
    notice = CrashNotice(log, window)
    notice.look_back()
    assert window.messages.sentence().startswith("Something failed inside Claimdesk last time")
    window.hush()
    fail()
    window.hush()
    notice.look_back()
    assert window.messages.sentence() == ""
