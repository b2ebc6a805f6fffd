"""The sidebar: articles, chosen by mouse and keys."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.article import ArticleData
from claimdesk.domain.person import Person
from claimdesk.store import Store
from claimdesk.ui.desk import Desk
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.sidebar import SidebarView

Press = Callable[..., None]


@pytest.fixture
def desk_file(sample_file: Path, tmp_path: Path) -> Path:
    """The sample, and a newer article."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(sample_file, path)
    with Store(path) as store:
        store.run(AddArticle(ArticleData("Haushalt 2027: Wer bezahlt")), Person.named("Ada B"))
    return path


def test_nothing_is_chosen_unasked(sidebar: SidebarView, selection: Selection) -> None:
    assert selection.article is None
    assert not sidebar.list.selectionModel().hasSelection()


def test_a_click_turns_to_an_article(sidebar: SidebarView, selection: Selection) -> None:
    area = sidebar.list.visualRect(sidebar.model.index(2))
    QTest.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert selection.article == sidebar.model.id_at(2)


def test_arrows_turn_to_articles(sidebar: SidebarView, selection: Selection) -> None:
    selection.choose_article(sidebar.model.id_at(1))
    QTest.keyClick(sidebar.list, Qt.Key.Key_Down)
    assert selection.article == sidebar.model.id_at(2)


def test_what_is_chosen_elsewhere_is_shown(sidebar: SidebarView, selection: Selection) -> None:
    told: list[object] = []
    selection.article_changed.connect(told.append)
    selection.choose_article(sidebar.model.id_at(2))
    assert sidebar.list.currentIndex().row() == 2
    assert len(told) == 1


def test_the_choice_survives_a_new_article(
    sidebar: SidebarView, selection: Selection, desk: Desk
) -> None:
    chosen = sidebar.model.id_at(1)
    selection.choose_article(chosen)
    desk.run(AddArticle(ArticleData("Ein dritter")))
    assert desk.settle()
    assert selection.article == chosen
    assert sidebar.list.currentIndex().row() == 2


def test_the_button_asks_for_an_article(sidebar: SidebarView, qtbot: QtBot) -> None:
    button = sidebar.findChild(QToolButton)
    assert button is not None
    assert button.accessibleName() == "New article"
    with qtbot.waitSignal(sidebar.new_article_wanted, timeout=1000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_desk_says_what_to_do(
    empty_desk: Desk, qtbot: QtBot, selection: Selection
) -> None:
    sidebar = SidebarView(empty_desk, selection)
    qtbot.addWidget(sidebar)
    sidebar.resize(220, 400)
    sidebar.show()
    assert sidebar.empty.isVisibleTo(sidebar)
    button = sidebar.empty.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(sidebar.new_article_wanted, timeout=1000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    empty_desk.run(AddArticle(ArticleData("Der erste")))
    assert empty_desk.settle(30_000)
    assert sidebar.list.isVisible()
    sidebar.close()


def test_no_arrangement_makes_it_narrower_than_the_names_of_filters(window: MainWindow) -> None:
    assert window.workspace
    window.workspace.show_sidebar(True)
    window.workspace.columns.setSizes([60, 900, 400])
    QApplication.processEvents()
    assert window.workspace.sidebar.width() >= 200


def test_the_key_puts_the_caret_there_and_shows_the_sidebar(
    window: MainWindow, press: Press
) -> None:
    assert window.workspace
    sidebar = window.workspace.sidebar
    window.workspace.selection.choose_article(sidebar.model.id_at(2))
    window.workspace.show_sidebar(False)
    press("Ctrl+Shift+B")
    QApplication.processEvents()
    assert sidebar.isVisible()
    assert sidebar.field.hasFocus()
    press("Escape")
    assert window.workspace.list.table.hasFocus()
