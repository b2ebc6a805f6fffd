"""The tool bar: which article this is, and the few things one reaches for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import EditArticle
from claimdesk.domain.article import ArticleData
from claimdesk.ui import theme
from claimdesk.ui.dialogs.report.export import ExportDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.views.title_bar import TitleBar
from claimdesk.ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def bar(window: MainWindow) -> TitleBar:
    return window.title_bar


def _title(bar: TitleBar) -> str:
    return bar.findChildren(ElidedLabel)[0].text()


def _report(bar: TitleBar) -> QPushButton:
    [button] = [one for one in bar.findChildren(QPushButton) if one.text() == "Report …"]
    return button


def test_the_article_is_named_and_renamed(window: MainWindow, bar: TitleBar) -> None:
    workspace = window.workspace
    assert workspace
    assert workspace.article
    assert _title(bar) == workspace.article.data.title
    workspace.desk.run(EditArticle(workspace.article.id, ArticleData("<b>Renamed</b>")))
    assert workspace.desk.settle()
    assert _title(bar) == "<b>Renamed</b>"
    assert window.windowTitle() == "<b>Renamed</b> – desk – Claimdesk"
    workspace.selection.choose_article(None)
    assert _title(bar) == ""


def test_the_report_button_asks_how(bar: TitleBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(_report(bar), Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.reject()


def test_the_report_button_says_its_key(bar: TitleBar) -> None:
    assert "Ctrl+E" in _report(bar).toolTip()
    assert _report(bar).accessibleName()


def test_without_a_desk_nothing_of_it_can_be_pressed(
    window_on: Callable[[Path | None], MainWindow],
) -> None:
    bar = window_on(None).title_bar
    assert not _report(bar).isEnabled()
    assert _title(bar) == ""


def test_undo_says_what_it_takes_back(
    window: MainWindow, bar: TitleBar, press: Callable[..., None]
) -> None:
    press("6")
    assert window.workspace
    assert window.workspace.desk.settle()
    undo = bar.widgetForAction(window.actions_["undo"])
    assert isinstance(undo, QToolButton)
    assert undo.isEnabled()
    assert "Mark claim 2 disputed" in undo.toolTip()


def test_icons_follow_the_scheme(window: MainWindow, bar: TitleBar, qapp: QApplication) -> None:
    undo = window.actions_["show_sidebar"]
    light = undo.icon().pixmap(16).toImage()
    assert not light.isNull()
    theme.apply(qapp, "dark")
    assert undo.icon().pixmap(16).toImage() != light
    theme.apply(qapp, "light")
