"""First start: the sample is open, no wizard, no account. In five minutes she has set a status,
added a source, taken it back, found the shortcut sheet and exported a report."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from claimdesk import app
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.dialogs.report.export import ExportDialog
from claimdesk.ui.dialogs.shortcuts import ShortcutSheet
from claimdesk.ui.dialogs.source_dialog import SourceDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups


@pytest.fixture(autouse=True)
def qt_s_own_file_dialog(qapp: QApplication) -> Iterator[None]:
    """The same dialog everywhere, which takes keys."""
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(native, True)
    yield
    QCoreApplication.setAttribute(native, False)


def _names(checker: Any, path: Path) -> None:
    """Type a path into the file dialog and press Enter."""
    checker.is_asked(QFileDialog)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit), "one cannot type at once"
    field.setCompleter(None)  # its list of names pops up whenever the disk has answered
    field.selectAll()
    QTest.keyClicks(field, str(path))
    checker.presses("Return")


def _exports(checker: Any, path: Path) -> None:
    """Ask for the report, type where it goes, and press Enter."""
    checker.presses("Ctrl+E")
    dialog = checker.is_asked(ExportDialog)
    checker.presses("Alt+F")
    assert QApplication.focusWidget() is dialog.file
    QTest.keyClicks(dialog.file, str(path))
    checker.presses("Return")
    checker.is_back()


def _connections() -> set[str]:
    """The sockets of this process that reach other computers, or wait for these."""
    mine = set()
    for link in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):
            mine.add(os.readlink(link).removeprefix("socket:[").removesuffix("]"))  # noqa: PTH115
    found = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        with suppress(OSError):
            lines = Path("/proc/self/net", table).read_text(encoding="ascii").splitlines()[1:]
            found.update(line.split()[9] for line in lines)
    return mine & found


@pytest.fixture
def starts(qtbot: QtBot, sits: Callable[[Any], Any]) -> Callable[[], Any]:
    """Starts the program for the first time."""

    def start() -> Any:
        _application, window = app.start()
        checker = sits(window)
        with qtbot.waitSignal(window.ready, timeout=30_000):
            app._open_first(window, None)
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return checker

    return start


def test_the_first_five_minutes(starts: Callable[[], Any], qtbot: QtBot, tmp_path: Path) -> None:
    before = _connections()
    checker = starts()
    assert QApplication.activeModalWidget() is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [checker.window]
    assert checker.workspace.desk.info.sample
    assert checker.workspace.selection.claim is not None
    assert checker.workspace.list.table.hasFocus(), "her keys would go elsewhere"

    number = checker.stands_on
    checker.presses("2")
    checker.waits()
    assert checker.claim(number).status is Status.VERIFIED

    checker.chooses(number)
    sources = checker.claim(number).sources
    checker.presses("S")
    checker.is_asked(SourceDialog)
    checker.presses("Return")
    checker.is_back()
    checker.waits()
    assert checker.claim(number).sources == sources + 1

    taken = checker.window.actions_["undo"].text()
    assert str(number) in taken, "it does not say what will be taken back"
    checker.presses("Ctrl+Z")
    checker.waits()
    assert checker.claim(number).sources == sources
    assert checker.claim(number).status is Status.VERIFIED, "only the last thing is taken back"

    checker.presses("F1")
    sheet = checker.is_asked(ShortcutSheet)
    checker.presses("Esc")
    checker.is_back()
    checker.waits()
    assert sheet is not None

    report = tmp_path / "report.html"
    before_keys = checker.keys
    _exports(checker, report)
    assert checker.keys - before_keys <= 4
    assert checker.window.messages.sentence() == f"Report written to “{report}”."
    assert report.read_text(encoding="utf-8").lstrip().startswith("<!DOCTYPE html>")
    assert checker.keys <= 12
    assert _connections() <= before, "something reached for the network"


def test_from_open_to_the_exported_report_by_keys_alone(
    starts: Callable[[], Any], qtbot: QtBot, checked_desk: Path, tmp_path: Path
) -> None:
    checker = starts()
    sample = checker.workspace
    checker.presses("Ctrl+O")
    with qtbot.waitSignal(checker.window.ready, timeout=20_000):
        _names(checker, checked_desk)
    assert checker.workspace is not sample
    assert checker.workspace.desk.path == checked_desk
    checker.is_back()
    checker.waits()
    read = checker.workspace.desk.read
    left = len(queries.claim_ids(read, checker.workspace.list.claim_filter))
    checker.presses("L")
    assert 0 < len(checker.workspace.list.model.ids) < left
    checker.presses("L", "6")
    checker.waits()
    _exports(checker, tmp_path / "r.html")
    assert "disputed" in (tmp_path / "r.html").read_text(encoding="utf-8")
