"""The whole window: every edit done, undone and redone; what comes back; who can reach what."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.new_desk import new_desk
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimFilter, ClaimRow
from claimdesk.domain.status import Status
from claimdesk.i18n import LANGUAGES, use_language
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.dialogs.article_data import ArticleDialog
from claimdesk.ui.dialogs.new_claim import NewClaimDialog
from claimdesk.ui.dialogs.reason import ReasonDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models.claim_columns import place
from claimdesk.ui.workspace import Workspace

Press = Callable[..., None]
Open = Callable[[Path | None], MainWindow]


def _settle(window: MainWindow) -> None:
    assert window.workspace
    assert window.workspace.desk.settle()
    QApplication.processEvents()


def test_what_another_program_changed_meanwhile_is_not_undone(
    window: MainWindow, workspace: Workspace, press: Press, qtbot: QtBot
) -> None:
    from claimdesk.commands.set_status import SetStatus
    from claimdesk.domain.person import Person
    from claimdesk.store import Store

    press("6")
    _settle(window)
    claim = workspace.selection.claim
    assert claim
    with Store(workspace.desk.path) as store:
        store.run(SetStatus((claim,), Status.FALSE), Person.named("Ben Ohm"))
    press("Ctrl+Z")
    _settle(window)
    assert window.messages.isVisible()
    assert queries.claim_rows(workspace.desk.read, [claim])[0].status is Status.FALSE
    assert not window.actions_["undo"].isEnabled()
    press("4")
    _settle(window)
    assert not window.messages.isVisible(), "what was said of a refused edit is over"


@pytest.mark.parametrize(
    ("name", "kind", "field"),
    [
        ("status_left_out", ReasonDialog, "words"),
        ("new_claim", NewClaimDialog, "statement"),
        ("new_article", ArticleDialog, "title"),
        ("article_data", ArticleDialog, "title"),
    ],
)
def test_one_can_type_at_once(
    window: MainWindow, asked: Any, name: str, kind: type[QDialog], field: str
) -> None:
    window.actions_[name].trigger()
    dialog = asked(kind)
    focused = QApplication.focusWidget()
    dialog.reject()
    assert focused is getattr(dialog, field)


# where the keyboard is


def test_keys_work_at_once_and_space_presses_no_button(window: MainWindow, press: Press) -> None:
    assert window.workspace
    assert window.workspace.list.table.hasFocus()
    start = window.workspace.selection.claim
    press("Space")
    assert QApplication.activeModalWidget() is None
    press("Down")
    assert window.workspace.selection.claim != start


# what comes back


def _reopened(window: MainWindow, window_on: Open, desk: Path) -> tuple[MainWindow, Workspace]:
    window.close()
    again = window_on(desk)
    assert again.workspace
    return again, again.workspace


def _row(workspace: Workspace) -> ClaimRow:
    assert workspace.selection.claim
    return queries.claim_rows(workspace.desk.read, [workspace.selection.claim])[0]


def test_all_of_the_arrangement_comes_back(
    window: MainWindow, workspace: Workspace, window_on: Open, desk_file: Path, qtbot: QtBot
) -> None:
    window.resize(900, 700)  # the offscreen screen has 800 by 800, which cuts the width
    workspace.middle.setSizes([200, 300])
    status = place("status")
    workspace.list.table.horizontalHeader().resizeSection(status, 188)
    workspace.list.head.ask_for(ClaimFilter(statuses=frozenset({Status.INACCURATE})))
    workspace.list._on_order(replace(workspace.list.model.order, descending=True))
    press_claim = workspace.list.model.id_at(3)
    workspace.selection.choose(press_claim)
    kept = (workspace.middle.sizes(), list(workspace.list.model.ids))
    again, there = _reopened(window, window_on, desk_file)
    assert again.height() == window.height()
    assert (there.middle.sizes(), list(there.list.model.ids)) == kept
    assert there.list.table.horizontalHeader().sectionSize(status) == 188
    assert there.selection.claim == press_claim
    assert there.list.claim_filter.statuses == {Status.INACCURATE}


def test_columns_come_back(
    window: MainWindow, workspace: Workspace, window_on: Open, desk_file: Path
) -> None:
    workspace.columns.setSizes([300, 640, 500])
    kept = workspace.columns.sizes()
    state = workspace.arranged_as()
    workspace.columns.setSizes([220, 800, 400])
    workspace.restore_splitters(state)
    assert workspace.columns.sizes() == kept


def test_each_desk_has_its_own_article_and_claim(
    window: MainWindow, workspace: Workspace, window_on: Open, desk_file: Path, tmp_path: Path
) -> None:
    claim = queries.claim_id(workspace.desk.read, "44")
    workspace.desk.run(AddArticle(ArticleData("Second")))
    _settle(window)
    workspace.selection.choose(claim)
    new_desk(tmp_path / "other.claimdesk", "other")
    assert window.open(tmp_path / "other.claimdesk")
    _again, there = _reopened(window, window_on, desk_file)
    assert there.selection.article == 1
    assert _row(there).number == 44


def test_a_filter_stays_with_its_desk_and_widths_with_the_window(
    window: MainWindow, workspace: Workspace, window_on: Open, desk_file: Path, tmp_path: Path
) -> None:
    status = place("status")
    workspace.list.table.horizontalHeader().resizeSection(status, 188)
    workspace.list.head.ask_for(ClaimFilter(statuses=frozenset({Status.INACCURATE})))
    other = shutil.copy(desk_file, tmp_path / "other.claimdesk")
    with sqlite3.connect(other) as raw:
        raw.execute("UPDATE desk SET public_id = 'another'")
    raw.close()
    assert window.open(Path(other))
    assert window.workspace
    assert window.workspace.list.claim_filter.statuses == frozenset()
    assert window.workspace.list.table.horizontalHeader().sectionSize(status) == 188
    window.open(desk_file)
    assert window.workspace.list.claim_filter.statuses == {Status.INACCURATE}


def test_words_typed_into_a_field_are_stored_at_close(
    window: MainWindow, workspace: Workspace, desk_file: Path
) -> None:
    assert workspace.inspector
    line = workspace.inspector.particulars.attribution.line
    line.setFocus()
    QTest.keyClicks(line, "the ministry")
    claim = workspace.selection.claim
    assert claim
    window.close()
    read = Reader(desk_file)
    assert queries.claim_rows(read, [claim])[0].attributed_to == "the ministry"
    read.close()


def test_a_window_narrower_than_before_puts_the_list_below(
    window: MainWindow, workspace: Workspace, window_on: Open, desk_file: Path, qtbot: QtBot
) -> None:
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: workspace.middle.orientation() is Qt.Orientation.Horizontal)
    window.close()
    memory = Path(window.memory._file)
    held = json.loads(memory.read_text())
    del held["geometry"]
    memory.write_text(json.dumps(held))
    again = window_on(desk_file)
    assert again.width() == 1440
    assert again.workspace
    middle = again.workspace.middle
    qtbot.waitUntil(lambda: middle.orientation() is Qt.Orientation.Vertical)
    assert middle.indexOf(again.workspace.list) == 1


def test_it_is_remembered_within_two_seconds(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, press: Press
) -> None:
    press("J", "J")
    claim = workspace.selection.claim

    def remembered() -> bool:
        file = Path(window.memory._file)
        if not file.exists():
            return False
        places = json.loads(file.read_text()).get("desks", {})
        return any(place["claim"] == claim for place in places.values())

    qtbot.waitUntil(remembered, timeout=2000)


@pytest.mark.parametrize(
    "damage",
    [
        {"geometry": "nonsense", "arrangement": {"columns": "AAAA", "middle": 5, "list": 7}},
        {"arrangement": {"list": {"statuses": "x", "kinds": [1], "sort": [], "columns": [1]}}},
        {"arrangement": {"list": {"columns": {"widths": "x", "order": [99]}, "text": 5}}},
        {"desks": {"DESK": {"article": "x", "claim": [1], "scroll": "y"}}},
        {"desks": {"DESK": {"article": 10**30, "claim": 10**30, "scroll": 10**30}}},
        {"desks": {"DESK": [1]}, "arrangement": [1], "recent": {"a": 1}},
    ],
)
def test_a_damaged_memory_harms_nothing(
    window_on: Open, desk_file: Path, user_folder: Path, damage: dict[str, Any]
) -> None:
    read = Reader(desk_file)
    text = json.dumps(damage).replace("DESK", queries.desk_info(read).public_id)
    read.close()
    (user_folder / "window.json").write_text(text)
    window = window_on(desk_file)
    assert window.workspace
    assert window.workspace.selection.claim
    assert window.workspace.inspector
    window.close()


# one desk after the other


def test_another_desk_takes_the_place_of_the_first(
    window: MainWindow, workspace: Workspace, tmp_path: Path, press: Press
) -> None:
    press("6")
    new_desk(tmp_path / "other.claimdesk", "other")
    assert window.open(tmp_path / "other.claimdesk")
    read = Reader(tmp_path / "desk.claimdesk")
    assert queries.claim_rows(read, [2])[0].status is Status.DISPUTED, "a pending edit was lost"
    read.close()
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["undo"].text() == "&Undo"
    press("6")
    _settle(window)


def test_an_edit_that_waits_keeps_its_desk_open(
    window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_desk(tmp_path / "other.claimdesk", "other")
    with monkeypatch.context() as patch:
        patch.setattr(workspace.desk, "settle", lambda: False)
        assert not window.open(tmp_path / "other.claimdesk")
        assert not window.close()
        assert window.isVisible()
        assert window.workspace is workspace


def test_closing_at_once_after_a_key_stores_the_edit(
    window: MainWindow, press: Press, desk_file: Path
) -> None:
    press("6")
    window.close()
    read = Reader(desk_file)
    assert queries.claim_rows(read, [2])[0].status is Status.DISPUTED
    read.close()
    assert not desk_file.with_name(f"{desk_file.name}-wal").exists()


def test_a_desk_closed_while_it_is_still_being_built_is_let_go(
    qtbot: QtBot, qapp: QApplication, desk_file: Path, tmp_path: Path
) -> None:
    new_desk(tmp_path / "other.claimdesk", "other")
    window = MainWindow()
    assert window.open(desk_file)
    window.show()
    with qtbot.waitSignal(window.painted, timeout=5000):
        pass
    with qtbot.waitSignal(window.ready, timeout=5000):
        assert window.open(tmp_path / "other.claimdesk")
    assert window.workspace
    assert window.workspace.is_complete
    window.close()
    window.deleteLater()


# everybody can reach everything


def _focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_everything_that_takes_the_keyboard_has_a_name(
    window_on: Open, desk_file: Path, spoken: str
) -> None:
    use_language(spoken)
    window = window_on(desk_file)
    window.actions_["filter_claims"].trigger()
    window.complain("Something")
    nameless = []
    for widget in _focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


def test_tab_reaches_every_pane_and_comes_round(window: MainWindow, workspace: Workspace) -> None:
    panes = {
        "sidebar": workspace.sidebar,
        "text": workspace.text,
        "list": workspace.list,
        "inspector": workspace.inspector,
        "tool bar": window.title_bar,
    }
    reached, order = set(), []
    for _ in range(150):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        order.append(focus)
        reached |= {name for name, pane in panes.items() if pane and pane.isAncestorOf(focus)}
        if order.count(focus) > 1:
            break
    assert reached == set(panes)
    assert order.count(order[-1]) == 2, "Tab does not come round"
    missed = {id(widget) for widget in _focusable(window)} - {id(widget) for widget in order}
    names = [
        type(w).__name__ + " " + w.accessibleName() for w in _focusable(window) if id(w) in missed
    ]
    assert [name for name in names if not name.startswith("QRadioButton")] == []


def test_every_model_speaks(window: MainWindow) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    silent = []
    for view in window.findChildren(QAbstractItemView):
        model: QAbstractItemModel | None = view.model()
        if isinstance(view, QHeaderView) or model is None or not view.isVisible():
            continue
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for column in range(columns):
            index = model.index(0, column)
            if not str(index.data(role) or "").strip():
                silent.append(f"{type(model).__name__} column {column}")
    assert silent == []


def test_panes_have_names(workspace: Workspace) -> None:
    for pane in (workspace.sidebar.list, workspace.list.table, workspace.inspector):
        assert pane
        assert pane.accessibleName()
