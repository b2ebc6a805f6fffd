"""The file dialog reads no file that it lists: that would drop the locks of an open desk."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.file_dialog import FileDialog

LOCK = """
import fcntl, sys
with open(sys.argv[1], "rb+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
    except BlockingIOError:
        print("held")
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a trap of POSIX locks")


def holds(desk: Path) -> bool:
    command = [sys.executable, "-c", LOCK, str(desk)]
    return subprocess.run(command, capture_output=True, check=True).stdout.strip() == b"held"


def opened_and_closed(kind: type[QFileDialog], desk: Path, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = kind(window, "Open", str(desk.parent), "Desks (*.claimdesk)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.open()
    files = dialog.findChild(QTreeView, "treeView")
    model = files.model()
    qtbot.waitUntil(lambda: model.rowCount(files.rootIndex()) > 0, timeout=5000)
    for column in range(model.columnCount()):
        files.rootIndex().model().index(0, column, files.rootIndex()).data()
    qtbot.wait(200)
    dialog.reject()
    dialog.deleteLater()


def test_an_open_desk_keeps_its_locks(desk_file: Path, qtbot: QtBot) -> None:
    with closing(Reader(desk_file)):
        assert holds(desk_file)
        opened_and_closed(FileDialog, desk_file, qtbot)
        assert holds(desk_file)


def test_the_plain_dialog_would_drop_them(desk_file: Path, qtbot: QtBot) -> None:
    with closing(Reader(desk_file)):
        opened_and_closed(QFileDialog, desk_file, qtbot)
        assert not holds(desk_file)
