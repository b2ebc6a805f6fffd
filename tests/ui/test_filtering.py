"""The filters of the sidebar, the list that they narrow, and what is done with saved ones."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.saved_filters import SaveFilter
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import Badge, ClaimFilter
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.dialogs.filter_name import FilterNameDialog
from claimdesk.ui.filtering import Filtering
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models import filters
from claimdesk.ui.models.filters import FilterRow
from claimdesk.ui.workspace import Workspace

Press = Callable[..., None]
FALSE = ClaimFilter(statuses=frozenset({Status.FALSE}))


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace
    window.resize(1440, 900)
    window.actions_["show_sidebar"].setChecked(True)
    window.workspace.show_sidebar(True)
    return window.workspace


@pytest.fixture
def filtering(workspace: Workspace) -> Filtering:
    assert workspace.filtering
    return workspace.filtering


@pytest.fixture
def saved(workspace: Workspace, filtering: Filtering) -> FilterRow:
    """A filter that somebody saved, marked in the list, which has the keyboard."""
    workspace.desk.run(SaveFilter("What is wrong", FALSE))
    assert workspace.desk.settle()
    filtering.view.list.setFocus()
    last = filtering.view.model.rowCount() - 1
    filtering.view.list.setCurrentIndex(filtering.view.model.index(last))
    return filtering.view.model.rows[last]


def click(filtering: Filtering, name: str) -> None:
    row = [one.name for one in filtering.view.model.rows].index(name)
    place = filtering.view.list.visualRect(filtering.view.model.index(row)).center()
    QTest.mouseClick(filtering.view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def names(filtering: Filtering) -> list[str]:
    return [row.name for row in filtering.view.model.rows if row.saved is not None]


def test_standing_filters_are_what_is_left_and_the_marks_there_are(
    workspace: Workspace, filtering: Filtering
) -> None:
    rows = claims(workspace)
    wanted = {
        "All that is left": sum(row.is_left for row in rows),
        **{badge.label: sum(badge in row.badges for row in rows) for badge in Badge},
    }
    shown = {row.name: row.count for row in filtering.view.model.rows}
    assert shown == {name: count for name, count in wanted.items() if count}


def test_very_many_claims_are_counted_on_another_thread(
    workspace: Workspace, filtering: Filtering, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "MANY", 0)
    model, article = filtering.view.model, workspace.selection.article
    before = list(model.rows)
    model.look()
    assert model.rows == before, "what was counted stands until it is counted anew"
    with qtbot.waitSignal(model.counted):
        pass
    assert model.rows == before
    workspace.selection.choose_article(None)
    workspace.selection.choose_article(article)
    assert not model.rows, "of another article nothing stands"
    qtbot.waitUntil(lambda: model.rows == before)


def claims(workspace: Workspace) -> list[Any]:
    ids = queries.claim_ids(workspace.desk.read, ClaimFilter(workspace.selection.article))
    return queries.claim_rows(workspace.desk.read, ids)


def test_a_click_narrows_the_list_and_again_shows_all(
    workspace: Workspace, filtering: Filtering
) -> None:
    click(filtering, "lead")
    assert workspace.list.claim_filter.badges == {Badge.LEAD}
    assert filtering.view.active
    assert filtering.view.active.name == "lead"
    assert len(workspace.list.model.ids) == filtering.view.active.count
    click(filtering, "lead")
    assert len(workspace.list.model.ids) == 180
    assert filtering.view.active is None


def test_l_and_the_sidebar_are_one(
    workspace: Workspace, filtering: Filtering, press: Press
) -> None:
    workspace.list.table.setFocus()
    press("L")
    assert filtering.view.active
    assert filtering.view.active.name == "All that is left"
    click(filtering, "All that is left")
    assert not workspace.list.shows_left


def test_arrows_mark_and_enter_takes(
    workspace: Workspace, filtering: Filtering, saved: FilterRow, press: Press
) -> None:
    press("Up", "Down")
    assert workspace.list.claim_filter == ClaimFilter(workspace.selection.article)
    press("Return")
    assert replace(workspace.list.claim_filter, article=None) == FALSE
    assert filtering.view.active == saved


def test_counts_follow_each_edit(
    workspace: Workspace, filtering: Filtering, saved: FilterRow, qtbot: QtBot
) -> None:
    workspace.selection.choose(next(row.id for row in claims(workspace) if row.status != "false"))
    workspace.set_status(Status.FALSE)
    assert workspace.desk.settle()
    qtbot.waitUntil(lambda: filtering.view.model.rows[-1].count == saved.count + 1)


def test_a_desk_that_is_closed_is_counted_no_more(
    window: MainWindow, workspace: Workspace, filtering: Filtering
) -> None:
    workspace.set_status(Status.FALSE)
    assert workspace.desk.settle()
    window.close_desk()
    filtering.view._counting.timeout.emit()  # an exception in a slot fails the test


def test_counts_are_of_the_article_under_check(
    workspace: Workspace, filtering: Filtering, saved: FilterRow
) -> None:
    workspace.desk.run(AddArticle(ArticleData("Bare")))
    assert workspace.desk.settle()
    assert "Wie Putin" in filtering.view.list.accessibleDescription()
    workspace.selection.choose_article(workspace.sidebar.model.id_at(1))
    assert "Bare" in filtering.view.list.accessibleDescription()
    assert [(row.name, row.count) for row in filtering.view.model.rows] == [
        ("All that is left", 0),
        ("What is wrong", 0),
    ]


def test_no_filter_moves_while_the_pointer_is_on_them(
    workspace: Workspace, filtering: Filtering, qtbot: QtBot
) -> None:
    workspace.desk.run(AddArticle(ArticleData("Bare")))
    assert workspace.desk.settle()
    view = filtering.view
    before = [row.name for row in view.model.rows]
    here = QPointF(5, 5)
    QApplication.sendEvent(view, QEnterEvent(here, here, here))
    workspace.selection.choose_article(workspace.sidebar.model.id_at(1))
    assert [row.name for row in view.model.rows] == before
    assert {row.count for row in view.model.rows} == {0}
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: len(view.model.rows) == 1)


def test_saving_asks_for_a_name_and_offers_what_it_says(
    window: MainWindow, workspace: Workspace, filtering: Filtering, asked: Any
) -> None:
    save = filtering.view.findChild(QToolButton)
    assert save
    assert not save.isEnabled()
    workspace.list.show_filter(replace(FALSE, worthiness=frozenset({3})))
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    dialog = asked(FilterNameDialog)
    assert dialog.name.text() == dialog.name.selectedText() == "false, check-worthiness: high"
    QTest.keyClicks(dialog.name, "Bad")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert workspace.desk.settle()
    assert names(filtering) == ["Bad"]
    assert filtering.view.active
    assert filtering.view.active.name == "Bad"


def test_a_name_that_is_taken_stays_typed(
    window: MainWindow, workspace: Workspace, saved: FilterRow, asked: Any
) -> None:
    workspace.list.show_filter(ClaimFilter(text="tower"))
    window.actions_["save_filter"].trigger()
    dialog = asked(FilterNameDialog)
    dialog.name.setText("what is WRONG")
    dialog.accept()
    assert workspace.desk.settle()
    assert dialog.isVisible()
    assert "already" in dialog.reason.text()
    dialog.reject()


def test_a_filter_that_shows_all_cannot_be_saved(window: MainWindow, asked: Any) -> None:
    window.actions_["save_filter"].trigger()
    dialog = asked(FilterNameDialog)
    assert not dialog.finish.isEnabled()
    assert "narrow the list first" in dialog.reason.text()
    dialog.reject()


def test_f2_and_del_are_the_filter_s_and_no_claim_s(
    workspace: Workspace, filtering: Filtering, saved: FilterRow, press: Press, asked: Any
) -> None:
    press("F2")
    dialog = asked(FilterNameDialog)
    assert dialog.name.text() == "What is wrong"
    QTest.keyClicks(dialog.name, "Wrong")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert workspace.desk.settle()
    assert names(filtering) == ["Wrong"]
    filtering.view.list.setFocus()
    filtering.view.list.setCurrentIndex(
        filtering.view.model.index(filtering.view.model.rowCount() - 1)
    )
    press("Del")
    assert workspace.desk.settle()
    assert names(filtering) == []
    assert len(claims(workspace)) == 180


def test_del_on_a_standing_filter_does_nothing(
    workspace: Workspace, filtering: Filtering, saved: FilterRow, press: Press
) -> None:
    filtering.view.list.setCurrentIndex(filtering.view.model.index(0))
    press("Del", "F2")
    assert workspace.desk.settle()
    assert names(filtering) == ["What is wrong"]
    assert len(claims(workspace)) == 180


def test_the_context_menu_offers_more_for_a_saved_one(
    filtering: Filtering, saved: FilterRow
) -> None:
    standing, own = filtering.view.model.rows[0], saved
    assert len(filtering.view.menu(standing).actions()) == 1
    menu = filtering.view.menu(own)
    assert [one.text() for one in menu.actions() if one.text()] == [
        "&Show these claims",
        "&Rename …",
        "Set a&side",
    ]
    menu.actions()[0].trigger()
    assert filtering.view.active == saved


def test_without_a_saved_one_the_actions_say_so(window: MainWindow) -> None:
    for name in ("rename_filter", "set_filter_aside"):
        window.actions_[name].trigger()
        assert "No saved filter" in window.messages.sentence()


def test_the_model_keeps_qts_rules_and_says_all(filtering: Filtering, saved: FilterRow) -> None:
    model = filtering.view.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    heard = model.data(model.index(model.rowCount() - 1), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"What is wrong, {saved.count} claims"
    found = QAccessible.queryAccessibleInterface(filtering.view.list)
    assert found.text(QAccessible.Text.Name) == "Filters"


def test_the_filter_that_was_on_is_on_after_a_restart(
    window: MainWindow,
    workspace: Workspace,
    saved: FilterRow,
    window_on: Callable[[Path | None], MainWindow],
    desk_file: Path,
) -> None:
    workspace.list.show_filter(FALSE)
    window.close()
    again = window_on(desk_file)
    assert again.workspace
    assert again.workspace.filtering
    assert again.workspace.filtering.view.active == saved
