"""How the panes share the window out: whatever is said, chosen or resized, nothing is cut."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QToolButton

from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.article import ArticleData
from claimdesk.domain.person import Person
from claimdesk.store import Store
from claimdesk.ui.main_window import MainWindow
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
