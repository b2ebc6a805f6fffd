"""How the claim list is laid out: rows with columns, or cards."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from claimdesk.ui.models.claim_columns import place
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_list import ClaimListView
from tests.support.claim_list import (
    POPUP,
    button,
    entry,
)


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

    def test_a_double_click_on_an_edge_makes_room_for_the_words(self, view: ClaimListView) -> None:
        table, kind = view.table, place("kind")
        view.set_arrangement("table")
        view.resize(1400, 500)
        head = table.horizontalHeader()
        head.resizeSection(kind, 40)
        edge = head.sectionViewportPosition(kind) + head.sectionSize(kind)
        QTest.mouseDClick(
            head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge - 1, head.height() // 2)
        )
        rows = range(table.rowAt(table.viewport().height() - 1))
        words = (view.model.index(row, kind).data() for row in rows)
        longest = max(QFontMetrics(table.font()).horizontalAdvance(one) for one in words)
        assert table.columnWidth(kind) > longest

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
        view.table._on_column_chosen(entry(view.table.column_menu(), "changed_by"))
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
