"""Backups that make themselves: when, of what, and how long a closing waits for one."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from claimdesk.store import backups
from claimdesk.store.backups import Backup
from claimdesk.store.check import examine
from claimdesk.ui import safekeeping
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.safekeeping import Safekeeping

Press = Callable[..., None]
Open = Callable[[Path | None], MainWindow]


def kept(window: MainWindow) -> list[Backup]:
    assert window.workspace
    return backups.listed(backups.folder(window.workspace.desk.info.public_id))


def mark(window: MainWindow, press: Press) -> None:
    press("4")
    assert window.workspace
    assert window.workspace.desk.settle()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backups that would take a minute, unless they are stopped."""

    def keep(_desk: Path, _place: Path, *, stopped: Callable[[], bool]) -> None:
        end = time.monotonic() + 60
        while not stopped() and time.monotonic() < end:
            time.sleep(0.005)

    monkeypatch.setattr(backups, "keep", keep)


def test_a_desk_is_backed_up_soon_after_it_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    assert window.safekeeping._soon.interval() == safekeeping.SOON
    window.safekeeping._soon.start(1)
    qtbot.waitUntil(lambda: len(kept(window)) == 1)
    window.safekeeping.keep()
    qtbot.waitUntil(lambda: not window.safekeeping._running)
    assert len(kept(window)) == 1


def test_every_half_an_hour_if_it_was_changed(
    window: MainWindow, qtbot: QtBot, press: Press
) -> None:
    assert window.safekeeping._timer.interval() == 30 * 60 * 1000
    window.safekeeping._timer.timeout.emit()
    assert not window.safekeeping._running
    mark(window, press)
    window.safekeeping._timer.timeout.emit()
    assert window.safekeeping._running
    qtbot.waitUntil(lambda: not window.safekeeping._running)
    assert len(kept(window)) == 1
    window.safekeeping._timer.timeout.emit()
    assert not window.safekeeping._running


def test_on_close_if_it_was_changed(window: MainWindow, press: Press) -> None:
    mark(window, press)
    place = backups.folder(window.workspace.desk.info.public_id)  # type: ignore[union-attr]
    began = time.monotonic()
    window.close()
    assert time.monotonic() - began < 2
    [made] = backups.listed(place)
    assert examine(made.path) == []


def test_on_close_not_if_nothing_was_changed(window: MainWindow) -> None:
    place = backups.folder(window.workspace.desk.info.public_id)  # type: ignore[union-attr]
    window.close()
    assert backups.listed(place) == []


def test_another_desk_opens_at_once_and_the_backup_follows(
    window: MainWindow, press: Press, desk_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.claimdesk"
    other.write_bytes(desk_file.read_bytes())
    mark(window, press)
    assert window.open(other)
    qtbot.waitUntil(lambda: not window.safekeeping._running)
    assert len(kept(window)) == 1


def test_closing_waits_two_seconds_and_says_why(
    window: MainWindow, press: Press, slow: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(safekeeping, "PATIENCE", 600)
    mark(window, press)
    said: list[str] = []
    QTimer.singleShot(450, window, lambda: said.append(window.messages.sentence()))
    QTimer.singleShot(460, window, window.close)
    began = time.monotonic()
    assert window.close()
    assert 0.5 < time.monotonic() - began < 2
    assert said == ["Backing the desk up …"]
    assert not window.isVisible()


def test_a_damaged_desk_is_told_of_once(
    window: MainWindow, press: Press, desk_file: Path, qtbot: QtBot
) -> None:
    mark(window, press)
    qtbot.wait(1300)  # until the log has moved into the file
    content = bytearray(desk_file.read_bytes())
    at = len(content) - 100 * 1024
    content[at : at + 4096] = b"\xa5" * 4096
    desk_file.write_bytes(content)
    keeper: Safekeeping = window.safekeeping
    keeper.keep()
    qtbot.waitUntil(lambda: not keeper._running)
    assert "“desk.claimdesk” is damaged" in window.messages.sentence()
    assert kept(window) == []
    window.hush()
    keeper.keep()
    qtbot.waitUntil(lambda: not keeper._running)
    assert window.messages.sentence() == ""


def test_a_full_disk_is_told_of(
    window: MainWindow, qtbot: QtBot, user_folder: Path, press: Press
) -> None:
    (user_folder / "backups").write_text("in the way")
    window.safekeeping.keep()
    qtbot.waitUntil(lambda: not window.safekeeping._running)
    assert "cannot be written" in window.messages.sentence()
    (user_folder / "backups").unlink()


def test_a_place_that_is_not_safe_is_warned_of_once(
    window_on: Open, desk_file: Path, tmp_path: Path, press: Press, qtbot: QtBot
) -> None:
    cloud = tmp_path / "Dropbox" / "desk.claimdesk"
    cloud.parent.mkdir()
    cloud.write_bytes(desk_file.read_bytes())
    window = window_on(cloud)
    assert "Dropbox copies while you work" in window.messages.sentence()
    mark(window, press)
    assert "Dropbox copies while you work" in window.messages.sentence()
    window.hush()
    for desk in (desk_file, cloud):
        with qtbot.waitSignal(window.ready):
            assert window.open(desk)
        assert window.messages.sentence() == ""
