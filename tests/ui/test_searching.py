"""Searching the desk by keyboard, in a real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimdesk.commands.write_note import WriteNote
from claimdesk.store import queries
from claimdesk.ui.actions.offers import Heading
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models.offers import Role
from claimdesk.ui.views.search import SearchPanel

WindowOn = Callable[[Path], MainWindow]


@pytest.fixture
def window(window_on: WindowOn, desk_file: Path) -> MainWindow:
    return window_on(desk_file)


def opened(window: MainWindow, qtbot: QtBot) -> SearchPanel:
    window.actions_["search"].trigger()
    assert window.workspace is not None
    assert window.workspace.searching is not None
    panel = window.workspace.searching.panel
    qtbot.waitUntil(panel.isVisible)
    return panel


def typed(panel: SearchPanel, words: str, qtbot: QtBot) -> list[str]:
    """What is listed once the answer is there."""
    panel.field.setText(words)
    qtbot.waitUntil(lambda: panel.listed == words)
    rows = [panel.model.index(at).data(Role.ROW) for at in range(panel.model.rowCount())]
    return [("# " if isinstance(row, Heading) else "") + row.words for row in rows]


def test_ctrl_f_lists_hits_in_groups_and_enter_turns_to_the_claim(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    desk = window.workspace.desk
    [claim] = queries.claim_rows(desk.read, [window.workspace.list.model.ids[-1]])
    desk.run(WriteNote("Rückruf beim Brückenbauamt", claim=claim.id))
    assert desk.settle()
    panel = opened(window, qtbot)
    listed = typed(panel, "bauamt", qtbot)
    assert listed == ["# Notes  1", "Rückruf beim Brückenbauamt"]
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.isHidden()
    assert window.workspace.selection.claim == claim.id


def test_an_article_is_opened_where_the_hit_stands(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    article = workspace.article
    assert article is not None
    assert article.revision is not None
    text = queries.revision(workspace.desk.read, article.revision).text
    word = next(w for w in reversed(text.split()) if w.isalpha() and text.count(w) == 1)
    panel = opened(window, qtbot)
    rows = typed(panel, word, qtbot)
    assert "# Articles  1" in rows, rows


def test_enter_before_the_answer_goes_there_when_it_comes(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    [claim] = queries.claim_rows(workspace.desk.read, [workspace.list.model.ids[-1]])
    panel = opened(window, qtbot)
    panel.field.setText(f'"{claim.statement}"')
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.isHidden)
    assert workspace.selection.claim == claim.id


def test_nothing_is_said_to_be_nothing(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    assert typed(panel, "xyzzy", qtbot) == []
    assert panel.panel.nothing.isVisible()
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_desk_without_index_gets_one_and_the_answer_comes(
    window: MainWindow, qtbot: QtBot
) -> None:
    from claimdesk.store.sqlite import fts
    from claimdesk.store.sqlite.connection import connect

    workspace = window.workspace
    assert workspace is not None
    connection = connect(workspace.desk.path)
    connection.execute("BEGIN IMMEDIATE")
    fts.drop(connection)
    connection.execute("COMMIT")
    [claim] = queries.claim_rows(workspace.desk.read, [workspace.list.model.ids[0]])
    panel = opened(window, qtbot)
    panel.field.setText(claim.statement)
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    assert fts.is_complete(connection)
    connection.close()


def test_a_note_on_the_article_is_turned_to(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    desk = workspace.desk
    desk.run(WriteNote("Das Melderegister fehlt", article=workspace.selection.article))
    assert desk.settle()
    panel = opened(window, qtbot)
    assert typed(panel, "melderegister", qtbot) == ["# Notes  1", "Das Melderegister fehlt"]
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert workspace.inspector is not None
    section = workspace.inspector.article_notes
    qtbot.waitUntil(section.isVisible)
    assert "Das Melderegister fehlt" in [
        row.text.words for row in section.pool.rows if row.isVisible()
    ]
