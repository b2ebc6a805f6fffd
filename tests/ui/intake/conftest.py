"""A window into which texts come."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.ui.dialogs.import_text import ImportDialog
from claimdesk.ui.main_window import MainWindow
from tests.support.intake import TEXT, Press, ReadIn, dialog_that_has_read, mark, stored


@pytest.fixture
def window(
    window_on: Callable[[Path | None], MainWindow], new_file: Path, tmp_path: Path
) -> MainWindow:
    """Where nobody wants claims to be found, which would be a step of its own."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(new_file, path)
    opened = window_on(path)
    opened.memory.put("propose_claims", False)
    return opened


@pytest.fixture
def proposing(window: MainWindow) -> MainWindow:
    """As at the first import."""
    window.memory.put("propose_claims", None)
    return window


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "hafen.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def read_in(qtbot: QtBot) -> Callable[[], ImportDialog]:
    """The import dialog, once the text stands in it."""
    return partial(dialog_that_has_read, qtbot)


@pytest.fixture
def checked(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> MainWindow:
    """The text with three claims, all verified."""
    window.intake.take_files([article])
    workspace = stored(window, qtbot, read_in())
    for words in ("genau 412 Schiffe", "40 mehr als im Jahr davor", "trägt 38 Wagen"):
        mark(workspace, words)
        press("B")
        assert workspace.desk.settle()
        press("2")
        assert workspace.desk.settle()
    return window
