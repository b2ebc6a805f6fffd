"""What a person does to the manuscript, with real keys and clicks on real pixels."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui import theme
from claimdesk.ui.views.manuscript import ManuscriptView

Make = Callable[..., ManuscriptView]

SALON = "einen Salon, in dem an Sonntagen"
TEXT = (
    "Der Donaudampfschifffahrtsgesellschaftskapitän fuhr 7\u00a0000 Meilen 🚢 bis Ybbs.\n\n"
    "Sein Schiff hatte zwölf Kabinen, drei davon ohne Fenster, und einen Salon, in dem an "
    "Sonntagen eine Kapelle aus fünf Musikern spielte.\n"
    "Am Ende blieb ein Anleger."
)
MUCH = "\n".join(
    f"Absatz {number} hat ein paar Worte, damit er lang wird." for number in range(300)
)


def passage(claim: int, words: str, status: Status = Status.UNCHECKED, text: str = TEXT) -> Passage:
    start = text.index(words)
    return Passage(claim, claim % 100, status, start, start + len(words))


def middle(view: ManuscriptView, claim: int, part: int = 0) -> QPoint:
    """The middle of one of the places where a claim's passage is drawn."""
    places = [
        QPointF(placed.x + (it.left + it.right) / 2, placed.baseline - 5)
        for placed in view._pane.layer.rows()
        for it in placed.row.segments
        if it.mark.claim == claim
    ]
    return places[part].toPoint()


def click(view: ManuscriptView, point: QPoint) -> None:
    QTest.mouseClick(view._pane.viewport(), Qt.MouseButton.LeftButton, pos=point)


def chip(view: ManuscriptView, claim: int) -> QPoint | None:
    layer = view._pane.layer
    for placed in layer.rows():
        for it in layer._chips(placed):
            if any(mark.claim == claim for mark in it.marks):
                return it.area.center().toPoint()
    return None


def picture(view: ManuscriptView) -> QImage:
    QApplication.processEvents()
    return view._pane.viewport().grab().toImage()


def holds(image: QImage, colour: QColor, around: QPoint, reach: int = 12) -> bool:
    return any(
        image.pixelColor(around.x() + x, around.y() + y) == colour
        for x in range(-reach, reach)
        for y in range(-reach, reach)
    )


def scrolled(view: ManuscriptView) -> int:
    return view._pane.verticalScrollBar().value()


def as_drawn(view: ManuscriptView) -> tuple[int, int]:
    """The place of the line at the top, by its pixels."""
    view._pane.leave_place()
    return view.reading_place()


def top_line(view: ManuscriptView) -> str:
    """The first three words of the line at the upper edge."""
    cursor = view._pane.cursorForPosition(QPoint(view._pane.viewport().width() // 2, 0))
    cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
    start = view._pane.shown.offset(cursor.position())
    return " ".join(view._pane.shown.text[start : start + 60].split()[:3])


def under_caret(view: ManuscriptView, words: str) -> None:
    """Put the caret inside some words of the text."""
    cursor = view._pane.textCursor()
    cursor.setPosition(view._pane.shown.position(TEXT.index(words) + 1))
    view._pane.setTextCursor(cursor)


class TestChoosing:
    def test_a_click_on_a_passage_chooses_its_claim(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"), passage(102, "fünf Musikern"))
        for claim in (102, 101):
            with qtbot.waitSignal(view.claim_chosen) as chosen:
                click(view, middle(view, claim))
            assert chosen.args == [claim]

    def test_clicks_on_a_shared_place_go_from_inner_to_outer_and_round(
        self, manuscript: Make
    ) -> None:
        inner, outer = passage(101, "zwölf"), passage(102, "hatte zwölf Kabinen")
        same = passage(103, "zwölf")
        view = manuscript(outer, inner, same)
        view.claim_chosen.connect(view.select)
        chosen: list[int] = []
        view.claim_chosen.connect(chosen.append)
        for _ in range(4):
            click(view, middle(view, 101))
        assert chosen == [101, 103, 102, 101]

    def test_a_click_beside_passages_chooses_nothing(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        with qtbot.assertNotEmitted(view.claim_chosen, wait=20):
            click(view, middle(view, 101) + QPoint(0, 90))

    def test_a_passage_over_two_paragraphs_is_hit_in_both(
        self, manuscript: Make, qtbot: QtBot
    ) -> None:
        view = manuscript(passage(101, "spielte.\nAm Ende"))
        for part in (0, 1):
            with qtbot.waitSignal(view.claim_chosen):
                click(view, middle(view, 101, part))

    def test_chips_of_the_gutter_choose_too(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, "Donau"), passage(102, "Meilen"))
        for claim in (102, 101):
            place = chip(view, claim)
            assert place
            with qtbot.waitSignal(view.claim_chosen) as chosen:
                click(view, place)
            assert chosen.args == [claim]

    def test_enter_chooses_the_claim_under_the_caret(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        under_caret(view, "zwölf")
        with qtbot.waitSignal(view.claim_chosen) as chosen:
            QTest.keyClick(view._pane, Qt.Key.Key_Return)
        assert chosen.args == [101]

    def test_the_caret_moves_to_what_is_chosen_but_stays_inside_it(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        shown = view._pane.shown
        view.select(101)
        assert view._pane.textCursor().position() == shown.position(TEXT.index("zwölf"))
        under_caret(view, "Kabinen")
        view.select(101)
        assert view._pane.textCursor().position() == shown.position(TEXT.index("Kabinen") + 1)

    def test_a_claim_without_a_passage_can_be_chosen(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        view.select(999)
        view.select(None)


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


class TestDrawing:
    def test_a_new_status_is_drawn_in_its_colours(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen", Status.VERIFIED))
        colours = theme.theme().status
        place = middle(view, 101)
        assert holds(picture(view), colours[Status.VERIFIED].fill, place)
        view.update_statuses({101: Status.FALSE})
        image = picture(view)
        assert holds(image, colours[Status.FALSE].fill, place)
        assert holds(image, colours[Status.FALSE].mark, place)
        assert not holds(image, colours[Status.VERIFIED].fill, place)

    def test_only_the_rows_of_a_changed_claim_are_repainted(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "Donau"), passage(102, "zwölf Kabinen"))
        [area] = view._pane.layer.areas_of([view._marks.get(102)])
        assert area.contains(middle(view, 102))
        assert not area.contains(middle(view, 101))

    def test_dark_is_drawn_dark(self, manuscript: Make, qapp: QApplication) -> None:
        view = manuscript(passage(101, "zwölf Kabinen", Status.FALSE))
        theme.apply(qapp, "dark")
        image = picture(view)
        dark = theme.theme()
        assert dark.dark
        assert image.pixelColor(image.width() - 5, 5) == dark.paper
        assert holds(image, dark.status[Status.FALSE].fill, middle(view, 101))

    def test_a_deep_underline_is_not_hidden_by_the_next_row_s_fill(self, manuscript: Make) -> None:
        long = TEXT[TEXT.index("Sein") : TEXT.index("spielte")]
        view = manuscript(
            passage(101, long, Status.FALSE),
            passage(102, "Sein", Status.VERIFIED),
            passage(103, "Sein", Status.VERIFIED),
        )
        row, next_row = list(view._pane.layer.rows())[:2]
        y = row.baseline + view._pane.layer.measures.lane(2)
        image = picture(view)
        red = theme.theme().status[Status.FALSE].mark
        start = round(next_row.x) + 5
        assert all(image.pixelColor(start + x, round(y)) == red for x in range(40))

    def test_the_chosen_passage_is_strong_and_ringed(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen", Status.FALSE))
        view.select(101)
        image, place = picture(view), middle(view, 101)
        assert holds(image, theme.theme().status[Status.FALSE].strong, place)
        assert not holds(image, theme.theme().status[Status.FALSE].fill, place)

    def test_inside_the_chosen_passage_others_show_underlines_only(self, manuscript: Make) -> None:
        view = manuscript(
            passage(101, "hatte zwölf Kabinen", Status.FALSE),
            passage(102, "zwölf", Status.IN_PROGRESS),
        )
        inner, colours = middle(view, 102), theme.theme().status
        assert holds(picture(view), colours[Status.IN_PROGRESS].fill, inner)
        view.select(101)
        image = picture(view)
        assert not holds(image, colours[Status.IN_PROGRESS].fill, inner)
        assert holds(image, colours[Status.IN_PROGRESS].mark, inner)

    def test_a_filter_leaves_the_others_faint(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen", Status.FALSE))
        colours, place = theme.theme().status[Status.FALSE], middle(view, 101)
        view.set_visible_claims([])
        assert not holds(picture(view), colours.fill, place)
        view.set_visible_claims(None)
        assert holds(picture(view), colours.fill, place)

    def test_several_chosen_claims_are_all_strong(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "Ybbs", Status.FALSE), passage(102, "zwölf", Status.FALSE))
        view.set_selected({101, 102})
        image, strong = picture(view), theme.theme().status[Status.FALSE].strong
        assert holds(image, strong, middle(view, 101))
        assert holds(image, strong, middle(view, 102))
        view.set_selected(())
        assert not holds(picture(view), strong, middle(view, 101))

    @pytest.mark.parametrize("width", [420, 520, 760, 1600])
    def test_the_text_keeps_a_readable_width(self, manuscript: Make, width: int) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"), width=width)
        frame = view._pane.document().rootFrame().frameFormat()
        column = view._pane.viewport().width() - frame.leftMargin() - frame.rightMargin()
        assert 270 <= column <= 600
        assert view._pane.horizontalScrollBar().maximum() == 0

    def test_larger_letters_break_lines_anew(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        before = view._pane.text_height()
        view.set_font_size(26)
        assert view._pane.text_height() > 1.5 * before
        assert middle(view, 101)


class TestText:
    def test_copied_words_keep_their_no_break_space(self, manuscript: Make) -> None:
        view = manuscript()
        QTest.keyClick(view._pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(view._pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == f"Titel 🚢\n{TEXT}"

    def test_the_no_break_space_does_not_break(self, manuscript: Make) -> None:
        view = manuscript(text="7\u00a0000 " * 80)
        layout = view._pane.document().lastBlock().layout()
        starts = [layout.lineAt(at).textStart() for at in range(layout.lineCount())]
        assert all(start % 6 == 0 for start in starts)

    def test_a_range_is_told_in_code_points(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript()
        under_caret(view, "bis Ybbs")
        with qtbot.waitSignal(view.range_selected) as told:
            QTest.keyClick(
                view._pane,
                Qt.Key.Key_Right,
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
            )
        start, end = told.args
        assert TEXT[start:end] == "is "
        assert view.selection() == (start, end)

    def test_dragging_selects_and_chooses_nothing(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, SALON))
        start = middle(view, 101)
        pane = view._pane.viewport()
        with qtbot.assertNotEmitted(view.claim_chosen), qtbot.waitSignal(view.range_selected):
            QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=start)
            QTest.mouseMove(pane, start + QPoint(40, 0))
            QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
        chosen = view.selection()
        assert chosen
        assert TEXT[slice(*chosen)] in SALON

    def test_words_above_the_text_are_no_selection(self, manuscript: Make) -> None:
        view = manuscript()
        cursor = QTextCursor(view._pane.document())
        cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
        view._pane.setTextCursor(cursor)
        assert view.selection() is None

    def test_markup_stays_words(self, manuscript: Make) -> None:
        text = "<b>fett</b> & <img src='file:///etc/hostname'>"
        view = manuscript(text=text)
        assert view._pane.document().toPlainText().endswith(text)

    def test_an_empty_text_says_what_to_do(self, manuscript: Make) -> None:
        view = manuscript(text="", title="")
        before = picture(view)
        view.set_placeholder("Hier steht noch nichts.")
        assert picture(view) != before
        view.select(1)
        view.set_passages([])

    def test_a_label_above_the_title_moves_no_passage(self, manuscript: Make) -> None:
        view = manuscript()
        view.set_text(TEXT, "Titel", label="Eine Zusammenfassung 🚢")
        view.set_passages([passage(101, "zwölf Kabinen")])
        mark = view._marks.get(101)
        assert mark
        assert view._pane.shown.words(mark.start, mark.end) == "zwölf Kabinen"

    def test_a_paragraph_of_100000_letters_does_not_hang(self, manuscript: Make) -> None:
        text = "Wörter mit Umlauten und so fort. " * 3031
        started = time.perf_counter()
        passages = [Passage(at, at, Status.FALSE, at * 50, at * 50 + 30) for at in range(2000)]
        view = manuscript(*passages, text=text)
        view.select(1990)
        picture(view)
        assert time.perf_counter() - started < 5


class TestKeys:
    @pytest.fixture
    def window(self, manuscript: Make, qtbot: QtBot) -> tuple[QWidget, ManuscriptView]:
        view = manuscript(passage(101, "zwölf Kabinen"))
        window = QWidget()
        qtbot.addWidget(window)
        view.setParent(window)
        window.resize(view.size())
        window.show()
        view.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        view.setFocus()
        return window, view

    @pytest.mark.parametrize("key", ["J", "K", "2", "0", "B", "N", "Space", "F2", "?", "Alt+Left"])
    def test_the_window_s_shortcuts_work_over_the_text(
        self, window: tuple[QWidget, ManuscriptView], key: str, qtbot: QtBot
    ) -> None:
        frame, view = window
        action = QAction("done", frame)
        action.setShortcut(key)
        frame.addAction(action)
        with qtbot.waitSignal(action.triggered, timeout=1000):
            QTest.keySequence(view._pane, action.shortcut())

    @pytest.mark.parametrize("key", ["Down", "Right", "End", "PgDown", "Shift+Right", "Ctrl+A"])
    def test_moving_selecting_and_copying_stay_the_text_s(
        self, window: tuple[QWidget, ManuscriptView], key: str
    ) -> None:
        frame, view = window
        action = QAction("taken", frame)
        action.setShortcut(key)
        frame.addAction(action)
        taken: list[bool] = []
        action.triggered.connect(lambda: taken.append(True))
        before = view._pane.textCursor()
        QTest.keySequence(view._pane, action.shortcut())
        after = view._pane.textCursor()
        assert not taken
        assert (after.position(), after.anchor()) != (before.position(), before.anchor())

    def test_enter_where_no_claim_is_goes_to_the_window(
        self, window: tuple[QWidget, ManuscriptView], qtbot: QtBot
    ) -> None:
        frame, view = window
        action = QAction("done", frame)
        action.setShortcut("Return")
        frame.addAction(action)
        with qtbot.waitSignal(action.triggered, timeout=1000):
            QTest.keyClick(view._pane, Qt.Key.Key_Return)

    def test_control_and_wheel_do_not_change_the_letters(
        self, window: tuple[QWidget, ManuscriptView]
    ) -> None:
        frame, view = window
        before = view._pane.document().defaultFont().pixelSize()
        QTest.wheelEvent(
            frame.windowHandle(),
            QPointF(300, 200),
            QPoint(0, 240),
            stateKey=Qt.KeyboardModifier.ControlModifier,
        )
        assert view._pane.document().defaultFont().pixelSize() == before
        assert view._pane.font().pixelSize() == view.font().pixelSize()


class TestWords:
    def test_the_tooltip_names_claim_status_and_statement(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf", Status.FALSE), passage(102, "zwölf Kabinen"))
        view.set_tooltip_source({101: "a < b", 102: ""}.__getitem__)
        told = view._pane.tooltip(QPointF(middle(view, 101)))
        assert told == "<p>Claim 1: false<br>a &lt; b</p><p>Claim 2: unchecked</p>"

    def test_it_counts_what_it_does_not_name(self, manuscript: Make) -> None:
        view = manuscript(*(passage(100 + at, "zwölf") for at in range(1, 10)))
        assert view._pane.tooltip(QPointF(middle(view, 101))).endswith("<p>3 more</p>")

    def test_it_says_nothing_beside_passages(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf"))
        assert view._pane.tooltip(QPointF(2, 2)) == ""

    def test_the_context_menu_only_copies(self, manuscript: Make) -> None:
        view = manuscript()
        [copy] = view._pane.copy_menu().actions()
        assert not copy.isEnabled()
        view._pane.selectAll()
        [copy] = view._pane.copy_menu().actions()
        copy.trigger()
        assert QGuiApplication.clipboard().text().endswith("Anleger.")

    def test_screen_readers_hear_a_name(self, manuscript: Make) -> None:
        view = manuscript()
        assert view.focusProxy() is view._pane
        assert view._pane.accessibleName()
        assert "Enter" in view._pane.accessibleDescription()
        view.set_placeholder("Hier steht noch nichts.")
        view.set_text("")
        assert view._pane.accessibleDescription() == "Hier steht noch nichts."
