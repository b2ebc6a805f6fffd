"""Tags by keyboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.commands.tag_claims import TagClaims
from claimdesk.domain.arrival import ARCHIVED
from claimdesk.store import queries
from claimdesk.ui.dialogs.tags import TagsDialog
from claimdesk.ui.main_window import MainWindow

WindowOn = Callable[[Path], MainWindow]


def opened(window: MainWindow, qtbot: QtBot) -> TagsDialog:
    window.actions_["tag_claims"].trigger()
    [dialog] = window.workspace.findChildren(TagsDialog) if window.workspace else []
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.field)
    return dialog


def test_a_new_tag_and_one_that_some_bear(
    window_on: WindowOn, desk_file: Path, qtbot: QtBot
) -> None:
    window = window_on(desk_file)
    workspace = window.workspace
    assert workspace
    first, second = workspace.list.model.ids[:2]
    workspace.desk.run(TagClaims((first,), ("Haushalt",)))
    assert workspace.desk.settle()
    workspace.selection.choose(first, (first, second))
    dialog = opened(window, qtbot)
    [held] = dialog.list.findItems("Haushalt", Qt.MatchFlag.MatchExactly)
    assert held.checkState() is Qt.CheckState.PartiallyChecked
    QTest.keyClicks(dialog.field, "eilig")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(TagsDialog))
    rows = queries.claim_rows(workspace.desk.read, [first, second])
    assert [set(row.tags) for row in rows] == [{"Haushalt", "eilig"}, {"eilig"}]


def test_the_menu_of_filters_offers_the_tags(window_on: WindowOn, desk_file: Path) -> None:
    window = window_on(desk_file)
    workspace = window.workspace
    assert workspace
    [first] = workspace.list.model.ids[:1]
    workspace.desk.run(TagClaims((first,), ("R&D",)))
    assert workspace.desk.settle()
    menu = workspace.list.head.menu
    menu.aboutToShow.emit()
    [entry] = menu.tags.actions()
    entry.trigger()
    assert list(workspace.list.model.ids) == [first]


def test_an_archived_article_is_put_apart_until_asked_for(
    window_on: WindowOn, desk_file: Path
) -> None:
    window = window_on(desk_file)
    workspace = window.workspace
    assert workspace
    article, articles = workspace.selection.article, workspace.sidebar.model
    window.actions_["archive_article"].trigger()
    assert workspace.desk.settle()
    assert [articles.id_at(row) for row in range(articles.rowCount())] == [ARCHIVED]
    assert workspace.selection.article == article, "one goes on reading it"
    window.actions_["show_archived"].trigger()
    assert articles.row_of(article) == 1
    workspace.desk.undo()
    assert workspace.desk.settle()
    assert articles.group_of(article) != ARCHIVED
    assert articles.rowCount() == 2
