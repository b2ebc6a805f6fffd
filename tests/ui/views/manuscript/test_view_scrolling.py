"""Where a person stands in the manuscript, and that it stays so while all around it moves."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui.views.manuscript import ManuscriptView
from tests.support.manuscript import (
    MUCH,
    Make,
    as_drawn,
    middle,
    scrolled,
    top_line,
)


class TestScrolling:
    @pytest.fixture
    def long(self, manuscript: Make) -> ManuscriptView:
        at = MUCH.index("Absatz 200 ")
        return manuscript(
            Passage(1, 1, Status.FALSE, 0, 8), Passage(2, 2, Status.FALSE, at, at + 10), text=MUCH
        )

    def test_the_chosen_claim_is_shown_a_third_from_the_top(self, long: ManuscriptView) -> None:
        long.select(2)
        height = long._pane.viewport().height()
        assert middle(long, 2).y() == pytest.approx(height / 3, abs=30)

    def test_what_is_in_view_does_not_move(self, long: ManuscriptView) -> None:
        long.select(2)
        place = scrolled(long) - 50
        long._pane.scroll_to(place)
        long.select(None)
        long.select(2)
        assert scrolled(long) == place

    def test_choosing_without_revealing_does_not_scroll(self, long: ManuscriptView) -> None:
        long.select(2, reveal=False)
        assert scrolled(long) == 0

    def test_a_place_far_down_is_reached_before_the_first_paint(self, qtbot: QtBot) -> None:
        view = ManuscriptView()
        qtbot.addWidget(view)
        view.resize(700, 400)
        view.set_text(MUCH)
        view.go_to((MUCH.index("Absatz 200 "), -7))
        view.show()
        qtbot.waitExposed(view)
        assert scrolled(view) > 1000
        assert top_line(view) == "Absatz 200 hat"
        assert as_drawn(view) == (MUCH.index("Absatz 200 "), -7)

    def test_the_place_does_not_drift_however_often_the_width_changes(
        self, long: ManuscriptView
    ) -> None:
        place = (MUCH.index("Absatz 123 "), -5)
        long.go_to(place)
        for width in (430, 900, 350, 640, 431, 700) * 2:
            long.resize(width, 420)
            QApplication.processEvents()
            assert top_line(long) == "Absatz 123 hat"
            assert long.reading_place() == place
        assert as_drawn(long) == place

    def test_other_letters_and_passages_leave_the_place(self, long: ManuscriptView) -> None:
        place = (MUCH.index("Absatz 123 "), -5)
        long.go_to(place)
        for size in (28, 13, 19):
            long.set_font_size(size)
            assert as_drawn(long) == place
        long.set_passages([Passage(n, n, Status.FALSE, 0, 8) for n in range(1, 9)])
        QApplication.processEvents()
        assert as_drawn(long) == place

    def test_what_stands_above_the_text_is_a_place_too(self, qtbot: QtBot) -> None:
        view = ManuscriptView()
        qtbot.addWidget(view)
        view.resize(700, 400)
        view.set_text(MUCH, "Titel", "Autorin", "Zusammenfassung")
        view.show()
        qtbot.waitExposed(view)
        start = view.reading_place()
        assert start[0] < 0
        view._pane.scroll_to(5000)
        view.go_to(start)
        assert scrolled(view) == 0
        view.go_to((10**9, 0))
        assert view.reading_place() == (len(MUCH), 0)
        assert scrolled(view) > 5000

    def test_the_words_at_the_top_stay_there_when_the_width_changes(
        self, long: ManuscriptView
    ) -> None:
        long._pane.scroll_to(4000)
        before = long._pane.reading_place()[0]
        long.resize(430, 420)
        QApplication.processEvents()
        after = long._pane.reading_place()[0]
        assert abs(after - before) < 60

    def test_the_wheel_beside_the_text_scrolls_it(self, long: ManuscriptView) -> None:
        long.resize(1400, 420)
        QTest.wheelEvent(long.windowHandle(), QPointF(20, 200), QPoint(0, -240))
        QApplication.processEvents()
        assert scrolled(long) > 0
