"""The comparison as somebody reads it and works through it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.comparison import ComparedRow, Comparison, Piece, PieceKind, Verdict
from claimdesk.domain.status import Status
from claimdesk.ui import theme
from claimdesk.ui.views.comparison.view import ComparisonView

SAME = (Piece("Die Fähre legt um acht ab."),)
ROWS = (
    ComparedRow(Verdict.SAME, SAME, SAME, 1, 1, Status.VERIFIED, 0),
    ComparedRow(
        Verdict.FACT_CHANGED,
        (Piece("Sie trägt "), Piece("40", PieceKind.REMOVED), Piece(" Wagen.")),
        (Piece("Sie trägt "), Piece("48", PieceKind.ADDED), Piece(" Wagen.")),
        2,
        2,
        Status.IN_PROGRESS,
        30,
    ),
    ComparedRow(
        Verdict.REWORDED,
        (Piece("Um acht fährt sie.", PieceKind.REMOVED),),
        (Piece("Sie fährt um acht.", PieceKind.ADDED),),
        3,
        3,
        Status.VERIFIED,
        50,
        is_open=True,
    ),
    ComparedRow(Verdict.GONE, (Piece("Der Kai ist leer."),), (), 4, 4, Status.FALSE),
    ComparedRow(Verdict.NEW, (), (Piece("Der Hafen wächst.", PieceKind.ADDED),), start=70),
    ComparedRow(Verdict.REWORDED, SAME, SAME, 5, 5, Status.VERIFIED, 90, is_open=True),
)
COMPARISON = Comparison(1, 2, "2022-03-28T09:20:00.000Z", "2022-03-28T12:10:00.000Z", ROWS)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> ComparisonView:
    theme.apply(qapp, "light")
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(860, 600)
    made.show_comparison(COMPARISON)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(view: ComparisonView, row: int) -> QPoint:
    return view.list.visualRect(view.model.index(row)).center()


def colours(view: ComparisonView, row: int) -> set[str]:
    area = view.list.visualRect(view.model.index(row))
    image = view.list.viewport().grab(area).toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_a_click_tells_the_claim_and_a_new_passage_its_place(
    view: ComparisonView, qtbot: QtBot
) -> None:
    viewport = view.list.viewport()
    with qtbot.waitSignal(view.claim_chosen) as told:
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(view, 1))
    assert told.args == [2]
    with qtbot.waitSignal(view.passage_chosen) as told:
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(view, 4))
    assert told.args == [70]


def test_arrows_go_from_row_to_row(view: ComparisonView, qtbot: QtBot) -> None:
    view.show_claim(1)
    with qtbot.waitSignal(view.claim_chosen) as told:
        QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert told.args == [2]


def test_showing_a_claim_chosen_elsewhere_tells_nothing(view: ComparisonView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.claim_chosen):
        view.show_claim(3)
    assert view.current is ROWS[2]


def test_only_changed_facts_and_new_sentences_are_coloured(view: ComparisonView) -> None:
    colour = theme.theme()
    loud = {colour.ins.name(), colour.dele.name()}
    coloured = [bool(loud & colours(view, row)) for row in range(len(ROWS))]
    assert coloured == [False, True, False, False, True, False]
    assert QColor(colour.sunken).name() in colours(view, 2)


def test_the_head_counts_and_filters(view: ComparisonView, qtbot: QtBot) -> None:
    buttons = view.head.buttons
    assert buttons[Verdict.REWORDED].text() == "2 reworded"
    assert not buttons[Verdict.MOVED].isEnabled()
    QTest.mouseClick(buttons[Verdict.REWORDED], Qt.MouseButton.LeftButton)
    assert view.model.rowCount() == 2
    QTest.mouseClick(buttons[Verdict.GONE], Qt.MouseButton.LeftButton)
    assert [view.model.row(at).claim for at in range(3)] == [3, 4, 5]
    QTest.mouseClick(buttons[Verdict.REWORDED], Qt.MouseButton.LeftButton)
    QTest.mouseClick(buttons[Verdict.GONE], Qt.MouseButton.LeftButton)
    assert view.model.rowCount() == len(ROWS)


def test_what_waits_to_be_confirmed_comes_next(view: ComparisonView) -> None:
    assert view.go_to_next_open()
    assert view.current is ROWS[2]
    assert view.go_to_next_open()
    assert view.current is ROWS[5]
    assert view.go_to_next_open()
    assert view.current is ROWS[2], "after the last comes the first again"


def test_the_row_looked_at_stays_when_the_comparison_is_made_anew(view: ComparisonView) -> None:
    view.show_claim(3)
    view.show_comparison(COMPARISON)
    assert view.current is not None
    assert view.current.claim == 3


def test_a_narrow_view_breaks_lines_and_loses_no_word(view: ComparisonView, qtbot: QtBot) -> None:
    wide = view.list.visualRect(view.model.index(2)).height()
    view.resize(420, 600)
    qtbot.waitUntil(lambda: view.list.visualRect(view.model.index(2)).height() > wide)


@pytest.mark.parametrize(
    ("row", "heard"),
    [
        (1, "Claim 2, fact changed, before: Sie trägt 40 Wagen., now: Sie trägt 48 Wagen."),
        (3, "Claim 4, gone, Der Kai ist leer."),
        (4, "Passage, new, Der Hafen wächst."),
    ],
)
def test_a_reader_of_the_screen_hears_the_verdict(
    view: ComparisonView, row: int, heard: str
) -> None:
    index = view.model.index(row)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == heard


def test_the_names_stand_over_their_columns(view: ComparisonView) -> None:
    assert view.head.older.text().startswith("Revision 1")
    newer = view.head.newer.mapTo(view, QPoint(0, 0)).x()
    assert newer > view.width() / 2
