"""How the panes share the window out: whatever is said, chosen or resized, nothing is cut."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.person import Person
from claimdesk.store import Store
from claimdesk.ui import widths
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.middle import LIST_SHARE
from claimdesk.ui.workspace import Workspace

Open = Callable[[Path | None], MainWindow]

LOW, MIDDLE, WIDE = QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)


@pytest.fixture(scope="session")
def filled_file(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample among more articles than the sidebar has room for."""
    path = tmp_path_factory.mktemp("filled") / "filled.claimdesk"
    shutil.copyfile(sample_file, path)
    with Store(path) as store:
        for number in range(30):
            store.run(AddArticle(ArticleData(f"Article {number}")), Person.named("Ada B"))
    return path


@pytest.fixture
def desk_file(filled_file: Path, tmp_path: Path) -> Path:
    """A desk of the test's own."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(filled_file, path)
    return path


def turn(window: MainWindow, size: QSize) -> None:
    """Give the window another size, and let it arrange itself."""
    window.resize(size)
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("size", [LOW, MIDDLE, WIDE])
def test_what_is_said_in_the_bar_makes_the_window_no_taller(
    window: MainWindow, workspace: Workspace, size: QSize
) -> None:
    workspace.show_sidebar(True)
    turn(window, size)
    window.offer("A draft stands at 1 other claim.", {"Show": lambda: None})
    turn(window, size)
    assert window.size() == size
    assert window.status.geometry().bottom() < size.height()


def test_the_window_shrinks_again(window: MainWindow, workspace: Workspace) -> None:
    workspace.show_sidebar(True)
    for size in (WIDE, LOW, MIDDLE, WIDE, LOW):
        turn(window, size)
        assert window.size() == size


def test_the_statuses_stand_whole_after_any_change_of_width(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.show_sidebar(True)
    workspace.selection.show_whole_desk(True)
    for size in (WIDE, LOW, MIDDLE, LOW, WIDE, MIDDLE, LOW):
        for shown in (True, False):
            workspace.show_sidebar(shown)
            turn(window, size)
            head = workspace.list.head
            assert head.height() >= head.sizeHint().height()
            for key in head.legend.findChildren(QToolButton):
                assert key.height() >= key.sizeHint().height()
                assert key.width() >= key.sizeHint().width()


@pytest.mark.parametrize("before", [LOW, WIDE])
def test_a_low_window_keeps_rows_and_lines_enough(
    window: MainWindow, workspace: Workspace, before: QSize
) -> None:
    workspace.selection.choose_article(1)
    turn(window, before)
    turn(window, LOW)
    rows = workspace.list.table.viewport().height() / workspace.list.table.rowHeight(0)
    assert rows >= 6
    assert workspace.page.height() > 300
    workspace.list.focus_filter()
    turn(window, LOW)
    assert workspace.list.table.viewport().height() / workspace.list.table.rowHeight(0) >= 5


def test_the_list_takes_what_the_text_does_not_need(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.show_sidebar(False)
    turn(window, WIDE)
    assert workspace.page.width() <= widths.manuscript(17) + 2
    assert workspace.list.width() > 500
    workspace.set_text_size(24)
    assert workspace.page.width() > widths.manuscript(17) + 100


def test_what_the_list_was_given_lasts_through_other_sizes_and_a_restart(
    window: MainWindow, workspace: Workspace, window_on: Open, desk_file: Path
) -> None:
    turn(window, LOW)
    middle = workspace.middle
    handle = middle.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, QPoint(handle.width() // 2, -60))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(handle.width() // 2, -60))
    given = middle.sizes()
    assert given[1] / sum(given) > LIST_SHARE + 0.05
    turn(window, WIDE)
    turn(window, LOW)
    assert middle.sizes() == given
    window.close()
    again = window_on(desk_file)
    turn(again, LOW)
    assert again.workspace
    assert again.workspace.middle.sizes() == given


def test_the_lists_title_stands_whole_or_not_at_all(
    window: MainWindow, workspace: Workspace
) -> None:
    turn(window, WIDE)
    title = workspace.list.head._title
    for narrow in (False, True):
        workspace.list.show_filter(ClaimFilter(left=narrow))
        for width in (300, 345, 400, 520, 700):
            workspace.middle.setSizes([width, workspace.middle.width() - width])
            turn(window, WIDE)
            assert title.isHidden() or title.elided() == title.text()
        assert title.isVisible(), "there is room for it"
