"""A text so long that its lines are broken piece by piece."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.domain.coverage import Sentence, SentenceState
from claimdesk.domain.status import Status
from claimdesk.domain.structure import Block, BlockKind, Structure
from claimdesk.ui.views.manuscript import ManuscriptView, lines
from tests.support.manuscript import as_drawn, middle, scrolled, top_line

COUNT = 2_000
TEXT = "\n\n".join(
    f"Absatz {number} 🚢 steht hier mit so vielen Worten, dass er gewiss in zwei Zeilen zerfällt."
    for number in range(COUNT)
)
FAR = TEXT.index("Absatz 1900 ")


def headings() -> Structure:
    starts = [TEXT.index(f"Absatz {number} ") for number in (3, 700, 1901)]
    return Structure(
        tuple(Block(BlockKind.HEADING, start, TEXT.index("\n", start), 2) for start in starts)
    )


@pytest.fixture
def view(qtbot: QtBot, light: None) -> ManuscriptView:
    view = ManuscriptView()
    qtbot.addWidget(view)
    view.resize(700, 420)
    view.show()
    qtbot.waitExposed(view)
    view.set_text(TEXT, "Titel 🚢", structure=headings())
    return view


def broken(view: ManuscriptView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view._pane.lines.are_broken)


def looks(view: ManuscriptView) -> list[tuple[int, int, float, float, float]]:
    """All blocks: where they begin, their lines, heights and margins."""
    made, block = [], view._pane.document().begin()
    while block.isValid():
        shape = block.blockFormat()
        made.append(
            (
                block.position(),
                block.layout().lineCount(),
                shape.lineHeight(),
                shape.topMargin(),
                block.layout().position().y(),
            )
        )
        block = block.next()
    return made


def test_it_is_not_done_at_once_but_in_the_end_looks_as_if(
    view: ManuscriptView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not view._pane.lines.are_broken
    broken(view, qtbot)
    piecewise = looks(view)
    monkeypatch.setattr(lines, "LONG", len(TEXT) * 2)
    view.set_text(TEXT, "Titel 🚢", structure=headings())
    assert view._pane.text_height() > COUNT * 50
    assert looks(view) == piecewise


def test_a_claim_far_down_is_reached_once_its_lines_are_broken(
    view: ManuscriptView, qtbot: QtBot
) -> None:
    view.set_passages([Passage(7, 7, Status.FALSE, FAR, FAR + 11)])
    view.select(7)
    assert scrolled(view) == 0
    qtbot.waitUntil(lambda: scrolled(view) > 0)
    assert middle(view, 7).y() == pytest.approx(view._pane.viewport().height() / 3, abs=30)
    assert view.caret == FAR


def test_the_place_where_it_was_left_comes_back_and_survives_other_widths(
    view: ManuscriptView, qtbot: QtBot
) -> None:
    view.go_to((FAR, -5))
    qtbot.waitUntil(lambda: not view._pane.lines.is_awaited)
    for width in (430, 900, 431):
        view.resize(width, 420)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not view._pane.lines.is_awaited)
        assert top_line(view) == "Absatz 1900 🚢"
    broken(view, qtbot)
    assert as_drawn(view) == (FAR, -5)


def test_whoever_scrolls_meanwhile_stays_there(view: ManuscriptView, qtbot: QtBot) -> None:
    view.go_to((FAR, 0))
    QTest.wheelEvent(view.windowHandle(), QPointF(300, 200), QPoint(0, -240))
    broken(view, qtbot)
    assert 0 < scrolled(view) < 2_000


def test_a_place_of_the_text_before_is_forgotten(view: ManuscriptView, qtbot: QtBot) -> None:
    view.go_to((FAR, 0))
    view.set_text(TEXT, "Zweiter")
    broken(view, qtbot)
    assert scrolled(view) == 0


def test_the_ruler_waits_and_then_knows_all_places(view: ManuscriptView, qtbot: QtBot) -> None:
    starts = [TEXT.index(f"Absatz {number} ") for number in range(0, COUNT, 2)]
    view.set_passages(
        [Passage(n, n, Status.FALSE, at, at + 6) for n, at in enumerate(starts, start=1)]
    )
    assert not view._ruler._places
    qtbot.waitUntil(lambda: len(view._ruler._places) == len(starts))
    assert view._ruler._places[501] == pytest.approx(0.5, abs=0.02)


def test_what_needs_no_more_looking_at_is_pale_wherever_one_scrolls(
    view: ManuscriptView, qtbot: QtBot
) -> None:
    starts = [TEXT.index(f"Absatz {number} ") for number in range(COUNT)]
    covered = [Sentence(at, at + 40, SentenceState.NO_FACT) for at in starts]
    view.set_coverage(view.stretch_maker()(covered))
    assert len(view._pane.extraSelections()) < COUNT
    view.go_to((FAR, 0))
    qtbot.waitUntil(lambda: not view._pane.lines.is_awaited)
    pale = [ink.cursor.selectionStart() for ink in view._pane.extraSelections()]
    assert view._pane.shown.position(FAR) in pale
