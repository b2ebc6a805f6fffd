"""The columns of the window keep their widths, however wide it is and whatever comes and goes."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.workspace import Workspace

NARROW, WIDE = 1280, 1440


def as_wide(window: MainWindow, qtbot: QtBot, width: int, *, sidebar: bool) -> tuple[int, int]:
    """How wide the outer columns are in a window of this width, with or without the articles."""
    assert window.workspace
    window.resize(width, 900)
    columns = window.workspace.columns
    qtbot.waitUntil(lambda: columns.width() == width and bool(columns.sizes()[0]) == sidebar)
    return columns.sizes()[0], columns.sizes()[2]


def test_a_window_made_wider_shows_the_articles_as_wide_as_drawn(
    window_on: Callable[[Path | None], MainWindow], desk_file: Path, qtbot: QtBot
) -> None:
    straight = as_wide(window_on(desk_file), qtbot, WIDE, sidebar=True)
    narrow = window_on(None)
    narrow.resize(NARROW, 900)
    with qtbot.waitSignal(narrow.ready):
        assert narrow.open(desk_file)
    as_wide(narrow, qtbot, NARROW, sidebar=False)
    assert as_wide(narrow, qtbot, WIDE, sidebar=True) == straight


def test_articles_that_were_hidden_come_back_as_wide_as_they_were_made(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    _sidebar, middle, inspector = workspace.columns.sizes()
    workspace.columns.setSizes([300, middle - 80, inspector])
    made = workspace.columns.sizes()
    window.actions_["show_sidebar"].trigger()
    qtbot.waitUntil(workspace.sidebar.isHidden)
    window.actions_["show_sidebar"].trigger()
    assert workspace.columns.sizes() == made
