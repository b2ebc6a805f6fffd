"""What a right click or the menu key offers in each pane."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.domain.arrival import ARCHIVED
from claimdesk.domain.structure import Link, Structure
from claimdesk.store import queries
from claimdesk.ui.actions.action import Menu
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace
    window.workspace.show_sidebar(True)
    QApplication.processEvents()
    return window.workspace


def opened(on: QWidget, at: QPoint, reason: QContextMenuEvent.Reason) -> list[str]:
    """The entries of the menu that comes up."""
    QApplication.sendEvent(on, QContextMenuEvent(reason, at, on.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu came up"
    entries = [one.objectName() or one.text() for one in menu.actions() if not one.isSeparator()]
    menu.close()
    return entries


MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
OF_SENTENCES = ["no_fact", "not_article", "look_again"]
OF_CLAIMS = [action.id for action in ACTIONS if action.menu is Menu.CLAIM]


def test_claim_rows(workspace: Workspace) -> None:
    table = workspace.list.table
    place = table.visualRect(table.currentIndex()).center()
    assert opened(table.viewport(), place, MOUSE) == OF_CLAIMS


def test_passages_by_mouse_and_by_key(workspace: Workspace) -> None:
    workspace.selection.choose(queries.claim_id(workspace.desk.read, "44"))
    assert workspace.text
    pane = workspace.text._pane
    pane.setFocus()
    assert opened(pane.viewport(), QPoint(1, 1), KEYBOARD) == ["Copy", *OF_SENTENCES, *OF_CLAIMS]
    mark = workspace.text._marks.get(queries.claim_id(workspace.desk.read, "45"))
    assert mark
    [placed, *_more] = [
        row for row in pane.layer.rows() if any(part.mark == mark for part in row.row.segments)
    ]
    chip = next(one for one in pane.layer._chips(placed) if mark in one.marks)
    place = chip.area.center().toPoint()
    assert opened(pane.viewport(), place, MOUSE) == ["Copy", *OF_SENTENCES, *OF_CLAIMS]
    assert workspace.selection.claim == mark.claim, "the menu would be about another claim"


def test_beside_passages_it_is_about_the_words(workspace: Workspace) -> None:
    assert workspace.text
    entries = opened(workspace.text._pane.viewport(), QPoint(1, 1), MOUSE)
    assert entries == ["Copy", "claim_from_text", "put_passage", *OF_SENTENCES]


def test_articles(workspace: Workspace) -> None:
    articles = workspace.sidebar.list
    place = articles.visualRect(articles.currentIndex()).center()
    of_article = ["article_data", "tag_article", "import_revision", "ask_about_article"]
    entries = opened(articles.viewport(), place, MOUSE)
    assert entries == [*of_article, "archive_article", "export_report"]
    workspace.desk.run(ArchiveArticle(workspace.sidebar.model.id_at(1), True))
    assert workspace.desk.settle()
    QApplication.processEvents()
    workspace.sidebar.model.open_group(ARCHIVED, True)
    place = articles.visualRect(articles.currentIndex()).center()
    entries = opened(articles.viewport(), place, MOUSE)
    assert entries == [*of_article, "unarchive_article", "export_report"]


def test_sources(workspace: Workspace) -> None:
    workspace.selection.choose(queries.claim_id(workspace.desk.read, "44"))
    assert workspace.inspector
    row = workspace.inspector.evidence.pool.rows[0]
    offered = ["&Edit …", "&Open the address …", "&Copy the address", "Set a&side"]
    assert opened(row, QPoint(2, 2), MOUSE) == offered
    assert opened(row.title, QPoint(2, 2), MOUSE) == ["Copy", *offered]
    before = len(queries.claim_detail(workspace.desk.read, 44).evidence)
    menu = QMenu()
    row.add_to_menu(menu)
    menu.actions()[-1].trigger()
    assert workspace.desk.settle()
    assert len(queries.claim_detail(workspace.desk.read, 44).evidence) == before - 1


def test_every_action_stands_in_a_menu(window: MainWindow) -> None:
    bar = window.actions_
    for action in ACTIONS:
        assert bar[action.id] in bar.menus[action.menu].actions(), action.id


def test_a_right_click_on_nothing_opens_nothing(workspace: Workspace) -> None:
    articles = workspace.sidebar.list
    QTest.mouseMove(articles)
    below = QPoint(20, articles.viewport().height() - 2)
    if not articles.indexAt(below).isValid():
        event = QContextMenuEvent(MOUSE, below, articles.mapToGlobal(below))
        QApplication.sendEvent(articles.viewport(), event)
        assert QApplication.activePopupWidget() is None
    assert articles.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu


def test_words_that_lead_somewhere_can_be_followed(workspace: Workspace) -> None:
    assert workspace.text
    pane, view = workspace.text._pane, workspace.text
    address = "https://example.org/jahrbuch"
    links = (Link(13, 21, address), Link(22, 25, "javascript:alert(1)"))
    view.set_text("Das steht im Jahrbuch der Stadt.", structure=Structure(links=links))
    view.set_passages([])
    pane.setFocus()
    for place, leads in ((5, False), (15, True), (23, True)):
        cursor = pane.textCursor()
        cursor.setPosition(pane.shown.position(place))
        pane.setTextCursor(cursor)
        found = opened(pane.viewport(), QPoint(1, 1), KEYBOARD)
        assert ("Open the link …" in found) == leads
        assert ("Copy the address" in found) == leads
    QApplication.sendEvent(
        pane.viewport(), QContextMenuEvent(KEYBOARD, QPoint(1, 1), pane.mapToGlobal(QPoint(1, 1)))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {one.text(): one for one in menu.actions()}
    assert not entries["Open the link …"].isEnabled(), "a script is no page"
    entries["Copy the address"].trigger()
    menu.close()
    assert QApplication.clipboard().text() == "javascript:alert(1)"
