"""Getting a backup back at the window, by clicks."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.store import backups, queries
from claimdesk.store.backups import Backup
from claimdesk.store.check import examine
from claimdesk.ui.dialogs.backups import BackupsDialog
from claimdesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups

Press = Callable[..., None]
Open = Callable[[Path | None], MainWindow]


def place(window: MainWindow) -> Path:
    assert window.workspace
    return backups.folder(window.workspace.desk.info.public_id)


def events(window: MainWindow) -> int:
    assert window.workspace
    return len(queries.events(window.workspace.desk.read))


@pytest.fixture
def kept(window: MainWindow, press: Press) -> Backup:
    """A backup, of which the desk went one edit further since."""
    assert window.workspace
    press("4")
    assert window.workspace.desk.settle()
    made = backups.keep(window.workspace.desk.path, place(window))
    assert made is not None
    press("5")
    assert window.workspace.desk.settle()
    return made


def dialog_of(window: MainWindow) -> BackupsDialog:
    window.actions_["backups"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BackupsDialog)
    return dialog


def done(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.is_complete)
    return window.messages.sentence()


def test_restored_in_three_clicks(
    window: MainWindow, kept: Backup, desk_file: Path, qtbot: QtBot
) -> None:
    """File, Backups, Restore: the newest is marked already."""
    before, claim = events(window), window.workspace.selection.claim  # type: ignore[union-attr]
    dialog_of(window).restore.click()
    said = done(window, qtbot)
    assert said.startswith("The desk is as it was: ")
    assert events(window) == before - 1
    assert window.workspace
    assert window.workspace.desk.path == desk_file
    assert window.workspace.selection.claim == claim
    newest = backups.listed(place(window))[0]
    assert backups.standing(desk_file, newest.path).ahead == 1
    assert examine(desk_file) == []


def test_what_was_replaced_can_be_restored_in_turn(
    window: MainWindow, kept: Backup, qtbot: QtBot, press: Press
) -> None:
    before = events(window)
    dialog_of(window).restore.click()
    done(window, qtbot)
    dialog_of(window).restore.click()
    done(window, qtbot)
    assert events(window) == before
    press("6")
    assert window.workspace
    assert window.workspace.desk.settle()
    assert events(window) == before + 1


def test_a_copy_opens_beside_the_desk(
    window: MainWindow, kept: Backup, desk_file: Path, qtbot: QtBot
) -> None:
    before = events(window)
    content = desk_file.read_bytes()
    dialog_of(window).copy.click()
    said = done(window, qtbot)
    assert window.workspace
    copy = window.workspace.desk.path
    assert said == f"This is the copy “{copy.name}”; the desk itself is as it was."
    assert copy.parent == desk_file.parent
    assert copy != desk_file
    assert events(window) == before - 1
    assert len(content) <= len(desk_file.read_bytes())


def test_a_desk_open_in_another_program_is_not_restored(
    window: MainWindow, kept: Backup, desk_file: Path, qtbot: QtBot
) -> None:
    before = events(window)
    hold = (
        "import sqlite3, sys\n"
        "held = sqlite3.connect(sys.argv[1]); held.execute('SELECT * FROM desk').fetchall()\n"
        "print('open', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(desk_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        dialog_of(window).restore.click()
        assert "is open in another program, so it was not restored" in done(window, qtbot)
        other.communicate("")
    assert events(window) == before


def test_a_damaged_desk_offers_its_backups(
    window: MainWindow, kept: Backup, desk_file: Path, window_on: Open, qtbot: QtBot
) -> None:
    before = events(window)
    window.close()
    desk_file.write_bytes(b"\0" * 4096)
    again = window_on(None)
    assert not again.open(desk_file)
    again.messages._actions[0].click()
    dialog: Any = QApplication.activeModalWidget()
    assert isinstance(dialog, BackupsDialog)
    dialog.restore.click()
    assert "The damaged file lies beside it" in done(again, qtbot)
    assert events(again) == before
