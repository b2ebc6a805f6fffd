"""What a person reads of the manuscript, and does to it with keys."""

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui.views.manuscript import ManuscriptView
from tests.support.manuscript import (
    SALON,
    TEXT,
    Make,
    middle,
    passage,
    picture,
    under_caret,
)


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
