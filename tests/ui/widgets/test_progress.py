from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.ui.widgets.progress import ProgressLine


def test_work_that_takes_a_moment_is_shown_and_can_be_stopped(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.tell("Reading …", 0.25)
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    assert line.words.text() == "Reading …"
    assert line.bar.value() * 4 == line.bar.maximum()
    assert line.stop.accessibleName() == "Stop: Reading …"
    with qtbot.waitSignal(line.stopped):
        qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    line.end()
    assert not line.isVisible()


def test_work_that_is_over_at_once_is_never_shown(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.tell("Reading …", 0.5)
    line.end()
    qtbot.wait(350)
    assert not line.isVisible()
