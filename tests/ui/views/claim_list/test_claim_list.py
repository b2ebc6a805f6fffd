"""The claim list under keys and clicks, alone in a window."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claim_columns import place
from claimdesk.ui.models.claim_pages import PAGE
from claimdesk.ui.selection import Selection
from claimdesk.ui.theme import theme
from claimdesk.ui.views.claim_list import ClaimListView
from claimdesk.ui.views.claim_painters import two_lines
from claimdesk.ui.views.claim_table import STATEMENT
from tests.support.claim_list import (
    CTRL,
    SHIFT,
    Number,
    button,
    click,
    entry,
    press,
    selected,
    shown,
)


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
        entry(menu, "number").trigger()
        next(one for one in menu.actions() if one.text() == "Reversed").trigger()
        assert view.model.order == ClaimSort(ClaimColumn.NUMBER, descending=True)
        assert view.table.horizontalHeader().sortIndicatorSection() == place("number")

    def test_next_unchecked_follows_the_order(self, view: ClaimListView) -> None:
        first = view.next_unchecked(None)
        view.table.sort_wanted.emit(ClaimSort(ClaimColumn.PASSAGE, descending=True))
        last = view.next_unchecked(None)
        assert first != last
        assert view.first_claim() == last


class TestPainting:
    def test_chosen_rows_are_marked_and_ruled(
        self, view: ClaimListView, selection: Selection
    ) -> None:
        view.set_arrangement("table")
        selection.choose(view.model.id_at(1), (view.model.id_at(1), view.model.id_at(3)))
        drawn = view.table.viewport().grab().toImage()
        areas = [view.table.visualRect(view.model.index(row, 0)) for row in range(5)]
        at_left = [drawn.pixelColor(area.left() + 1, area.center().y()) for area in areas]
        assert [one == theme().accent for one in at_left] == [False, True, False, True, False]
        assert drawn.pixelColor(areas[4].left() + 1, areas[4].bottom()) == theme().line

    def test_what_is_below_the_last_row_stays_empty(self, view: ClaimListView) -> None:
        view.head.ask_for(ClaimFilter(statuses=frozenset({Status.DISPUTED})))
        assert 0 < shown(view) < 10
        drawn = view.table.viewport().grab().toImage()
        below = drawn.copy(0, shown(view) * view.table.rowHeight(0), drawn.width(), 100)
        empty = below.copy()
        empty.fill(below.pixelColor(0, 0))
        assert below == empty


def test_counts_are_said(view: ClaimListView) -> None:
    view.head.ask_for(ClaimFilter(statuses=frozenset({Status.FALSE})))
    said = f"{shown(view)} of 180"
    assert said in [
        label.text() for label in view.head.findChildren(QWidget) if hasattr(label, "text")
    ]


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


def test_no_column_comes_or_goes_with_the_scroll_bar(view: ClaimListView) -> None:
    def columns() -> list[bool]:
        head = view.table.horizontalHeader()
        return [head.isSectionHidden(column) for column in range(head.count())]

    for width in range(500, 1100, 29):
        view.resize(width, 250)
        QApplication.processEvents()
        assert view.table.verticalScrollBar().isVisible()
        before = columns()
        view.resize(width, 12_000)
        QApplication.processEvents()
        assert not view.table.verticalScrollBar().isVisible()
        assert columns() == before


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


class Painted(QObject):
    """The areas of a widget that were painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


def test_the_ring_moves_round_whole_rows(view: ClaimListView) -> None:
    without = QItemSelectionModel.SelectionFlag.NoUpdate
    move = view.table.selectionModel().setCurrentIndex
    view.table.setFocus()
    view.table.selectAll()
    move(view.model.index(1, STATEMENT), without)
    QApplication.processEvents()
    painted = Painted(view.table.viewport())
    tops = [view.table.rowViewportPosition(row) for row in (1, 3)]
    move(view.model.index(3, STATEMENT), without)
    QApplication.processEvents()
    width, height = view.table.viewport().width(), view.table.rowHeight(3)
    for top in tops:
        assert any(one.contains(QRect(0, top, width, height)) for one in painted.areas)
