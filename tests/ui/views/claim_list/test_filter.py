"""Filtering the claim list, and what its head says of it."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import Badge, ClaimFilter, Kind
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_list import ClaimListView
from tests.support.claim_list import POPUP, Number, button, selected, shown


def _menu(view: ClaimListView, submenu: str = "") -> Any:
    """The filter menu, or one of its submenus, as it stands once it is opened."""
    view.head.menu.aboutToShow.emit()
    return getattr(view.head.menu, submenu) if submenu else view.head.menu


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
