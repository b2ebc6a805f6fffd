"""Somebody who types a note into the window until the process is killed: `python typist.py DESK`.

Everything is imported once; for each line on standard input a child is forked, which opens the
window's inspector offscreen on the first claim and types. It prints each length it has typed
with the time; the parent prints the child's number when it begins and 'gone' when it is dead.
"""

import os
import sys
import time
from pathlib import Path

import claimdesk.store.drafts
import claimdesk.store.history
import claimdesk.store.work  # noqa: F401  before the fork, with the ORM

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from claimdesk.domain.person import Person
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.inspector import InspectorView

TYPIST = Person.named("Tippi Typist")
EVERY = 20
"""Milliseconds between two keys."""


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def type_on(path: Path, run: int) -> None:
    """Write a note at a claim of its own, a key after the other."""
    application = QApplication(["typist"])
    desk = Desk(path, TYPIST)
    desk.warm_up()
    selection = Selection()
    selection.choose_article(1)
    selection.choose(1 + run % 8)
    inspector = InspectorView(desk, selection)
    inspector.show()
    inspector.write_note()
    field = inspector.notes.editor.field

    def press() -> None:
        QTest.keyClicks(field, "abcdefghij"[len(field.toPlainText()) % 10])
        say(time.monotonic(), field.toPlainText())

    timer = QTimer(application, interval=EVERY)
    timer.timeout.connect(press)
    timer.start()
    application.exec()


def main(desk: Path) -> None:
    for run in sys.stdin:
        if child := os.fork():
            say("child", child)
            os.waitpid(child, 0)
            say("gone")
        else:
            type_on(desk, int(run))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
