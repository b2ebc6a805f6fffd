"""The right margin, held against what is painted and what a click there does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.margin import MarginNote
from claimdesk.domain.status import Status
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript import ManuscriptView
from claimdesk.ui.views.manuscript.margin import WORDS, Entry

Make = Callable[..., ManuscriptView]

CORRECTED = MarginNote(1, CorrectionState.PROPOSED, "fuhr 7000 Meilen", "fuhr 6400 Meilen")
ASKED = MarginNote(2, has_question=True)
ONE, TWO = Passage(1, 1, Status.FALSE, 4, 9), Passage(2, 2, Status.UNCHECKED, 10, 14)
WIDE, MIDDLE, NARROW = 860, 680, 420


def entries(view: ManuscriptView) -> list[Entry]:
    layer = view._pane.layer
    return [entry for placed in layer.rows() if (entry := layer._entry(placed))]


def painted(view: ManuscriptView, area: QRect) -> QImage:
    return view._pane.viewport().grab(area).toImage()


def has_ink(view: ManuscriptView, area: QRect) -> bool:
    image, paper = painted(view, area), theme().paper.rgb()
    return any(
        image.pixel(x, y) != paper for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("width", [WIDE, MIDDLE, NARROW])
def test_it_stands_right_of_the_text_within_the_paper(manuscript: Make, width: int) -> None:
    view = manuscript(ONE, width=width)
    view.set_margin({1: CORRECTED})
    [entry] = entries(view)
    viewport = view._pane.viewport()
    text_ends = viewport.width() - view._columns.margin
    assert text_ends <= entry.area.left()
    assert entry.area.right() <= viewport.width()
    assert has_ink(view, entry.area.toAlignedRect())


def test_the_new_words_stand_there_in_short(manuscript: Make) -> None:
    view = manuscript(ONE, width=WIDE)
    view.set_margin({1: CORRECTED})
    [entry] = entries(view)
    assert (entry.before, entry.words, entry.is_wording) == ("pencil", "6400", True)
    assert entry.area.width() > WORDS


def test_a_question_and_a_change_have_their_signs(manuscript: Make) -> None:
    view = manuscript(ONE, width=WIDE)
    view.set_margin({1: MarginNote(1, has_question=True, is_changed=True)})
    [entry] = entries(view)
    assert (entry.before, entry.words, entry.behind) == (
        "delta",
        "changed",
        ("message-question",),
    )
    view.set_margin({1: MarginNote(1, has_question=True)})
    [entry] = entries(view)
    assert (entry.before, entry.words, entry.behind) == ("message-question", "", ())


def test_a_dropped_passage_says_so(manuscript: Make) -> None:
    view = manuscript(ONE, width=WIDE)
    view.set_margin({1: MarginNote(1, CorrectionState.DROPPED, "fuhr", "")})
    assert entries(view)[0].words == "passage dropped"


def test_of_several_in_a_line_the_chosen_one_shows(manuscript: Make) -> None:
    view = manuscript(ONE, TWO, width=WIDE)
    view.set_margin({1: CORRECTED, 2: ASKED})
    [entry] = entries(view)
    assert [mark.claim for mark in entry.marks] == [1, 2]
    assert entry.further == 1
    view.select(2)
    assert [mark.claim for mark in entries(view)[0].marks] == [2, 1]


def test_what_a_filter_leaves_comes_first(manuscript: Make) -> None:
    view = manuscript(ONE, TWO, width=WIDE)
    view.set_margin({1: CORRECTED, 2: ASKED})
    view.set_visible_claims({2})
    assert entries(view)[0].marks[0].claim == 2


def test_a_click_there_chooses_the_claim(manuscript: Make, qtbot: QtBot) -> None:
    view = manuscript(ONE, TWO, width=WIDE)
    view.set_margin({2: ASKED})
    [entry] = entries(view)
    place = QPoint(round(entry.area.left()) + 4, round(entry.area.center().y()))
    with qtbot.waitSignal(view.claim_chosen) as chosen:
        qtbot.mouseClick(view._pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [2]


def test_the_tooltip_tells_it_in_full(manuscript: Make) -> None:
    view = manuscript(ONE, width=WIDE)
    view.set_margin({1: CORRECTED})
    [entry] = entries(view)
    said = view._pane.tooltip(QPointF(entry.area.left() + 4, entry.area.center().y()))
    assert "Correction, proposed: “fuhr 6400 Meilen”" in said


def test_words_of_others_are_no_rich_text_in_a_tooltip(manuscript: Make) -> None:
    view = manuscript(ONE, width=WIDE)
    view.set_margin({1: MarginNote(1, CorrectionState.PROPOSED, "a", "<b>fett</b>")})
    [entry] = entries(view)
    said = view._pane.tooltip(QPointF(entry.area.left() + 4, entry.area.center().y()))
    assert "&lt;b&gt;" in said


def test_only_what_changed_is_told(manuscript: Make) -> None:
    view = manuscript(ONE, TWO, width=WIDE)
    margin = view._pane.layer.margin
    assert sorted(margin.set_notes({1: CORRECTED, 2: ASKED})) == [1, 2]
    assert margin.set_notes({1: CORRECTED, 2: ASKED}) == []
    assert margin.set_notes({1: CORRECTED}) == [2]


def test_no_note_no_ink(manuscript: Make) -> None:
    view = manuscript(ONE, width=WIDE)
    view.set_margin({1: CORRECTED})
    area = entries(view)[0].area.toAlignedRect()
    view.set_margin({})
    assert entries(view) == []
    assert not has_ink(view, area)
