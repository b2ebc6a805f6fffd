"""What the claim list remembers, and what its keys do."""

import json
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort, Kind
from claimdesk.domain.status import Status
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claim_columns import place
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_list import ClaimListView
from claimdesk.ui.views.claim_table import STATEMENT
from tests.support.claim_list import (
    click,
    entry,
    shown,
)


class TestMemory:
    def test_all_comes_back(
        self, view: ClaimListView, desk: Desk, selection: Selection, qtbot: QtBot
    ) -> None:
        view.head.ask_for(
            ClaimFilter(
                statuses=frozenset({Status.VERIFIED}),
                kinds=frozenset({Kind.DATE}),
                text="im",
            )
        )
        view.table.sort_wanted.emit(ClaimSort(ClaimColumn.KIND, descending=True))
        head = view.table.horizontalHeader()
        head.moveSection(head.visualIndex(place("kind")), 1)
        head.resizeSection(place("kind"), 144)
        view.table._on_column_chosen(entry(view.table.column_menu(), "sources"))
        kept = json.loads(json.dumps(view.save_state()))
        other = ClaimListView(desk, selection)
        qtbot.addWidget(other)
        other.restore_state(kept)
        assert other.save_state() == kept
        assert other.claim_filter == view.claim_filter
        assert other.table.horizontalHeader().visualIndex(place("kind")) == 1

    def test_widths_kept_under_larger_letters_shrink_with_them(self, view: ClaimListView) -> None:
        kept = view.save_state()
        kept["columns"]["widths"]["kind"] = 260
        kept["columns"]["hundred"] *= 2
        view.restore_state(kept)
        assert view.table.columnWidth(place("kind")) == 130

    @pytest.mark.parametrize(
        "state",
        [
            {},
            {"sort": 7, "statuses": ["nonsense"], "columns": []},
            {"statuses": 3, "text": 4, "columns": {"order": [[]], "widths": {"kind": "x"}}},
            {"columns": {"shown": [1, {}], "widths": [], "order": "kind"}, "kinds": None},
            {"columns": {"widths": {"kind": 90}, "hundred": 0}},
            {"columns": {"widths": {"kind": 90}, "hundred": "x"}},
        ],
    )
    def test_nonsense_is_left(self, view: ClaimListView, state: dict[str, Any]) -> None:
        view.restore_state(state)
        assert shown(view) == 180
        assert not view.table.isColumnHidden(STATEMENT)


class TestKeys:
    @pytest.mark.parametrize("key", ["2", "J", "N"])
    def test_letters_and_digits_reach_the_window(self, view: ClaimListView, key: str) -> None:
        reached: list[str] = []
        QShortcut(QKeySequence(key), view).activated.connect(lambda: reached.append(key))
        click(view, 3)
        QTest.keyClicks(view.table, key.lower())
        assert reached == [key]
        assert view.table.currentIndex().row() == 3

    def test_letters_search_nothing(self, view: ClaimListView) -> None:
        click(view, 3)
        QTest.keyClicks(view.table, "zw")
        assert view.table.currentIndex().row() == 3

    def test_tab_leaves_the_table(self, view: ClaimListView) -> None:
        click(view, 3)
        QTest.keyClick(view.table, Qt.Key.Key_Tab)
        assert not view.table.hasFocus()

    def test_everything_that_takes_focus_has_a_name(self, view: ClaimListView) -> None:
        view.focus_filter()
        view.head.ask_for(ClaimFilter(statuses=frozenset({Status.FALSE})))
        seen = [view.table]
        while (following := seen[-1].nextInFocusChain()) is not view.table:
            seen.append(following)
        for widget in seen:
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                heard = QAccessible.queryAccessibleInterface(widget)
                assert heard.text(QAccessible.Text.Name), widget

    def test_context_menu_is_asked_for(self, view: ClaimListView, qtbot: QtBot) -> None:
        with qtbot.waitSignal(view.context_menu_wanted, timeout=1000) as asked:
            view.table.customContextMenuRequested.emit(QPoint(3, 4))
        assert asked.args == [view.table.viewport().mapToGlobal(QPoint(3, 4))]
