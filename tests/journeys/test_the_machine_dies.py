"""Battery empty in the middle of a word. I start again: everything up to the last second is
there, also the half-written note."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.status import Status

DIES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from claimdesk.domain.person import Person
from claimdesk.ui.main_window import MainWindow

application = QApplication(["claimdesk"])
window = MainWindow(Person.named("Maria Müller"))

def work():
    window.workspace.selection.choose(44)
    QTest.keyClick(window, Qt.Key.Key_4)
    window.workspace.desk.settle()
    QTest.keyClick(window, Qt.Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Phoned the ministry, they sa")
    QTimer.singleShot(1500, lambda: print("typed", flush=True))

window.ready.connect(work)
window.open(Path(sys.argv[1]))
window.show()
window.activateWindow()
application.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_everything_up_to_the_last_second_is_there(
    sits_down: Callable[[Path], Any], checked_desk: Path
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", DIES, str(checked_desk)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "typed\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()

    checker = sits_down(checked_desk)
    assert checker.stands_on == 44
    assert checker.claim(44).status is Status.INACCURATE
    notes = checker.workspace.inspector.notes
    [line] = [line for line in notes.draft.pool.rows if line.isVisible()]
    assert "Phoned the ministry, they sa" in line.words.words
    before = len(checker.history())
    checker.presses("N")
    assert notes.editor.words == "Phoned the ministry, they sa"
    checker.types("y 230.")
    checker.presses("Ctrl+Return")
    checker.waits()
    assert len(checker.history()) == before + 1
    assert not notes.draft.isVisible()
    assert checker.workspace.desk.drafts.places() == []
    checker.window.close()
    assert sits_down(checked_desk).workspace.desk.drafts.places() == []


def test_words_at_other_claims_are_told_of_and_reached(
    sits_down: Callable[[Path], Any], checked_desk: Path, qtbot: QtBot
) -> None:
    checker = sits_down(checked_desk)
    checker.chooses(110)
    checker.presses("N")
    checker.types("Halb über 110")
    checker.presses("Escape")
    checker.chooses(44)
    checker.window.close()

    checker = sits_down(checked_desk)
    assert checker.stands_on == 44
    qtbot.waitUntil(checker.window.messages.isVisible)
    assert checker.window.messages.sentence() == "What you began to write waits at 1 other claim."
    checker.window.actions_["next_draft"].trigger()
    assert checker.stands_on == 110
    QApplication.processEvents()
    assert checker.workspace.inspector.notes.draft.isVisible()
    checker.workspace.inspector.notes.draft.pool.rows[0].discard.click()
    checker.window.actions_["next_draft"].trigger()
    qtbot.waitUntil(lambda: checker.window.messages.sentence() == "There is no draft.")
