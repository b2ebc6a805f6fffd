"""The claim list as people use it: clicks, keys, filters, selection in both ways, memory."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimRow, ClaimSort, Kind
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claim_columns import place
from claimdesk.ui.models.claim_pages import PAGE
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_delegates import two_lines
from claimdesk.ui.views.claim_list import ClaimListView
from claimdesk.ui.views.claim_table import STATEMENT

Number = Callable[[int], ClaimRow]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")
"""What the platform without a screen says of every menu."""


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def view(desk: Desk, selection: Selection, qtbot: QtBot) -> Iterator[ClaimListView]:
    made = ClaimListView(desk, selection)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    selection.choose_article(queries.article_rows(desk.read)[0].id)
    yield made
    made.close()


def click(
    view: ClaimListView, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    area = view.table.visualRect(view.model.index(row, STATEMENT))
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, keys, area.center())


def press(
    view: ClaimListView, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view.table.setFocus()
    QTest.keyClick(view.table, key, keys)


def selected(view: ClaimListView) -> list[int]:
    return sorted(index.row() for index in view.table.selectionModel().selectedRows())


def button(view: QWidget, name: str) -> QToolButton:
    return next(one for one in view.findChildren(QToolButton) if one.accessibleName() == name)


def shown(view: ClaimListView) -> int:
    return view.model.rowCount()


class TestSelection:
    def test_a_click_chooses(self, view: ClaimListView, selection: Selection) -> None:
        told: list[tuple[int, ...]] = []
        selection.claims_changed.connect(told.append)
        click(view, 3)
        claim = view.model.id_at(3)
        assert selection.claim == claim
        assert told == [(claim,)]

    def test_shift_and_ctrl_choose_several(self, view: ClaimListView, selection: Selection) -> None:
        click(view, 2)
        click(view, 4, SHIFT)
        click(view, 7, CTRL)
        assert selection.claims == tuple(view.model.id_at(row) for row in (2, 3, 4, 7))
        assert selection.claim == view.model.id_at(7)

    def test_ctrl_lets_one_go(
        self, view: ClaimListView, selection: Selection, qtbot: QtBot
    ) -> None:
        click(view, 2)
        click(view, 4, CTRL)
        click(view, 4, CTRL)
        qtbot.waitUntil(lambda: selection.claims == (view.model.id_at(2),), timeout=1000)
        assert selection.claim == view.model.id_at(2)

    def test_arrows_move_and_shift_extends(self, view: ClaimListView, selection: Selection) -> None:
        click(view, 2)
        press(view, Qt.Key.Key_Down)
        assert selection.claim == view.model.id_at(3)
        press(view, Qt.Key.Key_Down, SHIFT)
        assert selection.claims == (view.model.id_at(3), view.model.id_at(4))
        assert selection.claim == view.model.id_at(4)
        press(view, Qt.Key.Key_Up)
        assert selection.claims == (view.model.id_at(3),)

    def test_all_can_be_chosen(self, view: ClaimListView, selection: Selection) -> None:
        click(view, 2)
        press(view, Qt.Key.Key_A, CTRL)
        assert selection.claims == tuple(view.model.ids)
        assert selection.claim == view.model.id_at(2)

    def test_what_is_chosen_elsewhere_is_shown(
        self, view: ClaimListView, selection: Selection
    ) -> None:
        ids = view.model.ids
        selection.choose(ids[150], (ids[150], ids[3], ids[4]))
        assert selected(view) == [3, 4, 150]
        assert view.table.currentIndex().row() == 150
        area = view.table.visualRect(view.model.index(150, STATEMENT))
        assert view.table.viewport().rect().contains(area.center())

    def test_choosing_elsewhere_does_not_come_back(
        self, view: ClaimListView, selection: Selection
    ) -> None:
        told: list[object] = []
        selection.claim_changed.connect(told.append)
        selection.choose(view.model.id_at(5))
        selection.choose(view.model.id_at(6))
        assert told == [view.model.id_at(5), view.model.id_at(6)]

    def test_a_click_scrolls_no_further_than_needed(self, view: ClaimListView) -> None:
        height = view.table.viewport().height()
        last = view.table.rowAt(height - 1) - 1
        click(view, last)
        assert view.table.currentIndex().row() == last
        assert view.table.verticalScrollBar().value() == 0

    def test_steps(self, view: ClaimListView, selection: Selection) -> None:
        view.step(1)
        assert selection.claim == view.model.id_at(0)
        view.step(1)
        view.step(-1)
        view.step(-1)
        assert selection.claim == view.model.id_at(0)
        selection.choose(view.model.id_at(179))
        view.step(1)
        assert selection.claim == view.model.id_at(179)

    def test_a_claim_that_the_filter_hides_leaves_nothing_chosen_here(
        self, view: ClaimListView, selection: Selection, claim: Number
    ) -> None:
        selection.choose(claim(1).id)
        view.head.ask_for(ClaimFilter(statuses=frozenset({Status.FALSE})))
        assert selected(view) == []
        assert selection.claim == claim(1).id

    def test_the_selection_survives_another_order(
        self, view: ClaimListView, selection: Selection, claim: Number
    ) -> None:
        selection.choose(claim(44).id, (claim(44).id, claim(67).id))
        view.table.horizontalHeader().setSortIndicator(
            place("number"), Qt.SortOrder.DescendingOrder
        )
        assert selected(view) == [180 - 67, 180 - 44]

    def test_setting_the_last_claim_aside_turns_to_its_neighbour(
        self, view: ClaimListView, selection: Selection, desk: Desk
    ) -> None:
        last = view.model.id_at(179)
        selection.choose(last)
        desk.run(SetAsideClaims((last,)))
        assert desk.settle()
        assert selection.claim == view.model.id_at(178)
        assert selected(view) == [178]

    def test_one_of_several_set_aside_is_no_longer_chosen(
        self, view: ClaimListView, selection: Selection, desk: Desk
    ) -> None:
        first, second, third = view.model.ids[4:7]
        selection.choose(third, (first, second, third))
        desk.run(SetAsideClaims((second,)))
        assert desk.settle()
        assert selection.claims == (first, third)
        assert selection.claim == third
        assert selected(view) == [4, 5]


class TestFilter:
    def test_a_status_filters(self, view: ClaimListView) -> None:
        told: list[ClaimFilter] = []
        view.filter_changed.connect(told.append)
        wrong = view.model.counts[Status.FALSE]
        legend = view.head.legend.findChildren(QToolButton)[Status.FALSE.key]
        QTest.mouseClick(legend, Qt.MouseButton.LeftButton)
        assert shown(view) == wrong
        assert told == [view.claim_filter]
        assert view.visible_claims() == frozenset(view.model.ids)

    def test_unfiltered_all_are_visible(self, view: ClaimListView) -> None:
        assert view.visible_claims() is None

    def test_words_filter_after_the_last_key(self, view: ClaimListView, qtbot: QtBot) -> None:
        view.focus_filter()
        field = view.findChild(QLineEdit)
        assert field is not None
        assert field.hasFocus()
        QTest.keyClicks(field, "wenigstens 250")
        assert shown(view) == 180
        qtbot.waitUntil(lambda: shown(view) == 1, timeout=2000)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert shown(view) == 180
        assert view.table.hasFocus()
        assert not field.isVisible()

    def test_enter_takes_the_words_to_the_list(self, view: ClaimListView) -> None:
        view.focus_filter()
        field = view.findChild(QLineEdit)
        assert field is not None
        QTest.keyClicks(field, "44")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert 0 < shown(view) < 180
        assert view.table.hasFocus()
        assert field.isVisible()

    @pytest.mark.parametrize(
        ("submenu", "value", "wanted"),
        [
            ("kinds", Kind.QUOTE, ClaimFilter(kinds=frozenset({Kind.QUOTE}))),
            ("badges", Badge.LEAD, ClaimFilter(badges=frozenset({Badge.LEAD}))),
            ("weights", 3, ClaimFilter(worthiness=frozenset({3}))),
        ],
    )
    def test_a_tick_filters_and_its_chip_switches_it_off(
        self, view: ClaimListView, desk: Desk, submenu: str, value: object, wanted: ClaimFilter
    ) -> None:
        ticks = _menu(view, submenu)
        next(one for one in ticks.actions() if one.data() == value).trigger()
        wanted = replace(wanted, article=view.claim_filter.article)
        assert view.claim_filter == wanted
        assert list(view.model.ids) == list(queries.claim_ids(desk.read, wanted))
        assert 0 < shown(view) < 180
        [chip] = view.head.line.chips.chips
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert shown(view) == 180
        assert not any(one.isChecked() for one in _menu(view, submenu).actions())

    def test_chips_break_into_lines_where_the_list_is_narrow(self, view: ClaimListView) -> None:
        view.set_arrangement("cards")
        view.resize(344, 600)
        view.show_filter(ClaimFilter(kinds=frozenset(Kind), worthiness=frozenset({1, 2, 3})))
        QApplication.processEvents()
        chips = view.head.line.chips
        assert len(chips.chips) == 16
        assert all(chips.rect().contains(chip.geometry()) for chip in chips.chips)
        assert len({chip.y() for chip in chips.chips}) > 2
        assert view.head.line.rect().contains(chips.geometry())
        assert view.head.rect().contains(view.head.line.geometry())

    @POPUP
    def test_space_ticks_and_stays_and_enter_ticks_and_closes(
        self, view: ClaimListView, qtbot: QtBot
    ) -> None:
        menu = _menu(view, "kinds")
        menu.popup(view.mapToGlobal(QPoint(0, 0)))
        qtbot.waitUntil(menu.isVisible, timeout=1000)
        first, second = menu.actions()[:2]
        menu.setActiveAction(first)
        QTest.keyClick(menu, Qt.Key.Key_Space)
        assert menu.isVisible()
        menu.setActiveAction(second)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert not menu.isVisible()
        assert view.claim_filter.kinds == {Kind(first.data()), Kind(second.data())}

    @POPUP
    def test_several_kinds_are_ticked_in_one_go(self, view: ClaimListView, qtbot: QtBot) -> None:
        menu = _menu(view, "kinds")
        menu.popup(view.mapToGlobal(QPoint(0, 0)))
        qtbot.waitUntil(menu.isVisible, timeout=1000)
        for entry in menu.actions()[:2]:
            QTest.mouseClick(
                menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center()
            )
        assert menu.isVisible()
        menu.close()
        assert view.claim_filter.kinds == {Kind(one.data()) for one in menu.actions()[:2]}

    def test_the_menu_offers_words_left_saving_and_all(
        self, view: ClaimListView, qtbot: QtBot
    ) -> None:
        menu = _menu(view)
        assert not menu.save.isEnabled()
        menu.left.trigger()
        assert view.claim_filter.left
        _menu(view)
        assert menu.left.isChecked()
        with qtbot.waitSignal(view.head.save_wanted, timeout=1000):
            menu.save.trigger()
        menu.clear_all.trigger()
        assert shown(view) == 180
        menu.actions()[0].trigger()
        assert view.head.line.field.hasFocus()

    def test_the_filter_button_opens_by_keyboard(self, view: ClaimListView) -> None:
        assert view.head.more.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert view.head.more.menu() is view.head.menu

    def test_where_the_filter_hides_all_it_says_so(self, view: ClaimListView) -> None:
        view.head.ask_for(ClaimFilter(text="gibtesnicht"))
        assert view.empty.isVisible()
        assert view.empty.sentence() == "No claim passes the filter."
        show_all = view.empty.findChild(QPushButton)
        assert show_all is not None
        QTest.mouseClick(show_all, Qt.MouseButton.LeftButton)
        assert shown(view) == 180
        assert view.table.isVisible()

    def test_the_way_back_is_shown_while_narrowed(self, view: ClaimListView) -> None:
        view.head.ask_for(ClaimFilter(statuses=frozenset({Status.FALSE})))
        clear = button(view, "Clear the filter and show all claims")
        assert clear.isVisible()
        QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
        assert shown(view) == 180
        assert not clear.isVisible()

    def test_the_legend_stays_under_the_mouse(self, view: ClaimListView) -> None:
        legend = view.head.legend.findChildren(QToolButton)[Status.FALSE.key]
        for width in (900, 700, 520):
            view.resize(width, 500)
            QApplication.processEvents()
            before = legend.mapTo(view, legend.rect().center())
            QTest.mouseClick(legend, Qt.MouseButton.LeftButton)
            QApplication.processEvents()
            assert shown(view) < 180
            assert legend.mapTo(view, legend.rect().center()) == before
            QTest.mouseClick(view.childAt(before), Qt.MouseButton.LeftButton)
            assert shown(view) == 180

    @pytest.mark.parametrize("words", ["gibtesnicht", "109"])
    def test_a_filter_lets_go_of_no_claim(
        self, view: ClaimListView, selection: Selection, claim: Number, qtbot: QtBot, words: str
    ) -> None:
        selection.choose(claim(44).id)
        view.focus_filter()
        view.head.ask_for(ClaimFilter(text=words))
        assert not view.has_claim(claim(44).id)
        view.table.setFocus()
        qtbot.wait(20)
        assert selection.claim == claim(44).id
        assert selected(view) == []
        view.head.clear()
        qtbot.wait(20)
        assert selection.claims == (claim(44).id,)
        assert selected(view) == [view.table.currentIndex().row()] == [43]

    def test_steps_go_on_from_where_a_hidden_claim_stands(
        self, view: ClaimListView, selection: Selection
    ) -> None:
        view.head.ask_for(ClaimFilter(statuses=frozenset({Status.INACCURATE})))
        ids = list(view.model.ids)
        hidden = next(one for one in range(ids[3] + 1, 180) if one not in ids)
        selection.choose(hidden)
        view.step(1)
        assert selection.claim == min(one for one in ids if one > hidden)
        selection.choose(hidden)
        view.step(-1)
        assert selection.claim == max(one for one in ids if one < hidden)

    def test_a_claim_just_marked_stays_until_one_goes_on(
        self, view: ClaimListView, selection: Selection, desk: Desk, claim: Number
    ) -> None:
        view.head.ask_for(ClaimFilter(statuses=frozenset({Status.INACCURATE})))
        selection.choose(claim(67).id)
        desk.run(SetStatus((claim(67).id,), Status.VERIFIED))
        assert desk.settle()
        assert view.has_claim(claim(67).id)
        following = view.model.id_at((view.model.row_of(claim(67).id) or 0) + 1)
        view.step(1)
        assert selection.claim == following
        assert not view.has_claim(claim(67).id)
        assert selected(view) == [view.model.row_of(following)]


class TestOrder:
    def test_a_heads_third_click_is_back_at_the_passage(self, view: ClaimListView) -> None:
        head = view.table.horizontalHeader()
        at = QPoint(head.sectionViewportPosition(place("status")) + 20, head.height() // 2)
        orders = []
        for _click in range(3):
            QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
            orders.append(view.model.order)
        assert orders == [
            ClaimSort(ClaimColumn.STATUS),
            ClaimSort(ClaimColumn.STATUS, descending=True),
            ClaimSort(),
        ]

    def test_marks_cannot_be_sorted_by(self, view: ClaimListView) -> None:
        view.table.horizontalHeader().setSortIndicator(place("badges"), Qt.SortOrder.AscendingOrder)
        assert view.model.order == ClaimSort()
        assert view.table.horizontalHeader().sortIndicatorSection() == -1

    def test_the_menu_sorts_and_reverses(self, view: ClaimListView) -> None:
        menu = button(view, "Order: by passage").menu()
        _entry(menu, "number").trigger()
        next(one for one in menu.actions() if one.text() == "Reversed").trigger()
        assert view.model.order == ClaimSort(ClaimColumn.NUMBER, descending=True)
        assert view.table.horizontalHeader().sortIndicatorSection() == place("number")

    def test_next_unchecked_follows_the_order(self, view: ClaimListView) -> None:
        first = view.next_unchecked(None)
        view.table.sort_wanted.emit(ClaimSort(ClaimColumn.PASSAGE, descending=True))
        last = view.next_unchecked(None)
        assert first != last
        assert view.first_claim() == last


def _entry(menu: QWidget, data: str) -> QAction:
    return next(one for one in menu.actions() if one.data() == data)


class TestArrangement:
    def test_cards_show_one_column_and_no_head(self, view: ClaimListView) -> None:
        view.set_arrangement("cards")
        head = view.table.horizontalHeader()
        assert not head.isVisible()
        assert head.count() - head.hiddenSectionCount() == 1
        assert view.table.rowHeight(0) == 52
        view.set_arrangement("table")
        assert head.isVisible()
        assert view.table.rowHeight(0) == 27

    def test_as_many_columns_as_fit(self, view: ClaimListView) -> None:
        head = view.table.horizontalHeader()
        view.resize(500, 400)
        few = head.hiddenSectionCount()
        view.resize(1800, 400)
        QApplication.processEvents()
        assert few > head.hiddenSectionCount() == 1  # the article: there is but one

    @POPUP
    def test_columns_can_be_chosen_by_keys(self, view: ClaimListView) -> None:
        menu = button(view, "Order: by passage").menu()
        menu.actions()[-1].trigger()
        shown_menu = QApplication.activePopupWidget()
        assert isinstance(shown_menu, QMenu)
        QTest.keyClick(shown_menu, Qt.Key.Key_Down)
        QTest.keyClick(shown_menu, Qt.Key.Key_Return)
        assert view.table.isColumnHidden(place("number"))

    def test_columns_chosen_stay(self, view: ClaimListView) -> None:
        view.table._on_column_chosen(_entry(view.table.column_menu(), "changed_by"))
        view.resize(500, 400)
        assert not view.table.isColumnHidden(place("changed_by"))
        fitting = view.table.column_menu().actions()[-1]
        view.table._on_column_chosen(fitting)
        assert view.table.isColumnHidden(place("changed_by"))

    def test_the_current_claim_stays_in_view(
        self, view: ClaimListView, selection: Selection
    ) -> None:
        selection.choose(view.model.id_at(60))
        for arrangement in ("cards", "table"):
            view.set_arrangement(arrangement)
            QApplication.processEvents()
            area = view.table.visualRect(view.table.currentIndex())
            assert view.table.viewport().rect().contains(area.center())

    def test_a_lower_list_keeps_the_current_claim(
        self, view: ClaimListView, selection: Selection
    ) -> None:
        selection.choose(view.model.id_at(12))
        view.resize(900, 200)
        QApplication.processEvents()
        area = view.table.visualRect(view.table.currentIndex())
        assert view.table.viewport().rect().contains(area)


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
        view.table._on_column_chosen(_entry(view.table.column_menu(), "sources"))
        kept = json.loads(json.dumps(view.save_state()))
        other = ClaimListView(desk, selection)
        qtbot.addWidget(other)
        other.restore_state(kept)
        assert other.save_state() == kept
        assert other.claim_filter == view.claim_filter
        assert other.table.horizontalHeader().visualIndex(place("kind")) == 1

    @pytest.mark.parametrize(
        "state",
        [
            {},
            {"sort": 7, "statuses": ["nonsense"], "columns": []},
            {"statuses": 3, "text": 4, "columns": {"order": [[]], "widths": {"kind": "x"}}},
            {"columns": {"shown": [1, {}], "widths": [], "order": "kind"}, "kinds": None},
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


def _menu(view: ClaimListView, submenu: str = "") -> Any:
    """The filter menu, or one of its submenus, as it stands once it is opened."""
    view.head.menu.aboutToShow.emit()
    return getattr(view.head.menu, submenu) if submenu else view.head.menu


def test_counts_are_said(view: ClaimListView) -> None:
    view.head.ask_for(ClaimFilter(statuses=frozenset({Status.FALSE})))
    said = f"{shown(view)} of 180"
    assert said in [
        label.text() for label in view.head.findChildren(QWidget) if hasattr(label, "text")
    ]


@pytest.fixture
def empty_desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    new_desk(tmp_path / "new.claimdesk", "Neu")
    opened = Desk(tmp_path / "new.claimdesk", Person.named("Ada B"))
    yield opened
    opened.close()


def test_an_article_without_claims_says_what_to_do(
    empty_desk: Desk, qtbot: QtBot, selection: Selection
) -> None:
    view = ClaimListView(empty_desk, selection)
    qtbot.addWidget(view)
    assert view.empty.sentence() == "No article is open."
    empty_desk.run(AddArticle(ArticleData("Haushalt")))
    assert empty_desk.settle(30_000)
    selection.choose_article(queries.article_rows(empty_desk.read)[0].id)
    assert view.empty.sentence() == (
        "This article has no claims yet. Add the first one with Ctrl+Shift+N."
    )
    view.step(1)
    assert selection.claim is None


def _add_claims(path: Path, count: int) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        article = connection.execute("SELECT id FROM article").fetchone()[0]
        connection.executemany(
            "INSERT INTO claim (public_id, aside, article, number, statement, kind, figures, "
            "check_worthiness, status, changed_at) "
            "VALUES (?, 0, ?, ?, ?, 'other', '[]', 2, 'verified', '2026-01-01T10:00:00.000Z')",
            ((f"many-{n}", article, 1000 + n, f"Behauptung {n}") for n in range(count)),
        )


def test_a_long_list_reads_only_what_is_looked_at(
    desk_file: Path, qtbot: QtBot, selection: Selection
) -> None:
    _add_claims(desk_file, 20_000)
    desk = Desk(desk_file, Person.named("Ada B"))
    view = ClaimListView(desk, selection)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    selection.choose_article(queries.article_rows(desk.read)[0].id)
    assert shown(view) == 20_180
    selection.choose(view.model.ids[-1])
    QApplication.processEvents()
    assert view.next_unchecked(view.model.id_at(5_000)) == view.first_claim()
    assert len(view.model._pages._rows) <= 5 * PAGE
    view.close()
    desk.close()


def test_long_words_and_wide_letters_are_drawn_within_their_lines(qapp: QApplication) -> None:
    font = qapp.font()
    words = "🚢🚢 Donaudampfschifffahrtsgesellschaftskapitänswitwenrente " * 4
    first, second = two_lines(words, font, 180, 120)
    metrics = QFontMetrics(font)
    assert metrics.horizontalAdvance(first) <= 180
    assert metrics.horizontalAdvance(second) <= 120
    assert words.startswith(first)
    assert second.endswith("…")
    assert two_lines("Kurz.", font, 180, 120) == ("Kurz.", "")
