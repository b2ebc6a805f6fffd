from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui import theme
from claimdesk.ui.views.manuscript import ManuscriptView

Make = Callable[..., ManuscriptView]

TEXT = "\n".join(
    f"Absatz {number} hat ein paar Worte, damit er lang wird." for number in range(200)
)


def at(number: int, status: Status) -> Passage:
    start = TEXT.index(f"Absatz {number} ")
    return Passage(number, number, status, start, start + 6)


@pytest.fixture
def view(manuscript: Make) -> ManuscriptView:
    view = manuscript(
        at(50, Status.FALSE), at(100, Status.DISPUTED), at(150, Status.VERIFIED), text=TEXT
    )
    view._ruler.measure()
    return view


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(8, y).name() for y in range(image.height())}


def mark(status: Status) -> str:
    return theme.theme().status[status].mark.name()


def test_only_problems_are_marked(view: ManuscriptView) -> None:
    drawn = colours(view._ruler.grab().toImage())
    assert drawn == {
        theme.theme().paper.name(),
        mark(Status.FALSE),
        mark(Status.DISPUTED),
    }


def test_marks_stand_where_the_text_has_them(view: ManuscriptView) -> None:
    image = view._ruler.grab().toImage()
    rows = [y for y in range(image.height()) if image.pixelColor(8, y).name() == mark(Status.FALSE)]
    assert rows[0] / image.height() == pytest.approx(50 / 200, abs=0.03)


def test_a_new_problem_is_marked_and_a_solved_one_is_not(
    view: ManuscriptView, qtbot: QtBot
) -> None:
    view.update_statuses({50: Status.VERIFIED, 150: Status.INACCURATE})
    wanted = {theme.theme().paper.name(), mark(Status.INACCURATE), mark(Status.DISPUTED)}
    qtbot.waitUntil(lambda: colours(view._ruler.grab().toImage()) == wanted)


def test_the_chosen_claim_is_pointed_at_whatever_its_status(view: ManuscriptView) -> None:
    view.select(150)
    view._ruler.measure()
    image = view._ruler.grab().toImage()
    pointed = [y for y in range(image.height()) if image.pixelColor(1, y) == theme.theme().accent]
    assert pointed
    assert pointed[0] / image.height() == pytest.approx(0.75, abs=0.04)


def test_a_click_on_a_mark_chooses_its_claim(view: ManuscriptView, qtbot: QtBot) -> None:
    y = round(view._ruler.height() * 0.5)
    with qtbot.waitSignal(view.claim_chosen) as chosen:
        QTest.mouseClick(view._ruler, Qt.MouseButton.LeftButton, pos=QPoint(7, y))
    assert chosen.args == [100]


def test_a_click_beside_marks_goes_to_that_place(view: ManuscriptView, qtbot: QtBot) -> None:
    bar = view._pane.verticalScrollBar()
    with qtbot.assertNotEmitted(view.claim_chosen, wait=20):
        y = round(view._ruler.height() * 0.85)
        QTest.mouseClick(view._ruler, Qt.MouseButton.LeftButton, pos=QPoint(7, y))
    height = view._pane.viewport().height()
    assert (bar.value() + height / 2) / view._pane.text_height() == pytest.approx(0.85, abs=0.02)


def test_marks_follow_when_lines_break_anew(view: ManuscriptView, qtbot: QtBot) -> None:
    before = dict(view._ruler._places)
    view.resize(430, 420)
    qtbot.waitUntil(lambda: view._ruler._places != before)


def test_in_a_short_text_marks_stand_beside_their_lines(view: ManuscriptView, qtbot: QtBot) -> None:
    pane, ruler = view._pane, view._ruler
    view.resize(view.width(), round(pane.text_height()) + 400)
    qtbot.waitUntil(lambda: pane.text_height() < pane.viewport().height())
    qtbot.waitUntil(lambda: bool(ruler._places) and not ruler._stale)
    for mark in ruler._problems:
        place = ruler._y(mark)
        assert place is not None
        assert abs(place - pane.layer.top(mark)) < pane.layer.measures.line


@pytest.mark.parametrize("height", [120, 12_000])
def test_it_never_stands_on_the_margin(view: ManuscriptView, height: int) -> None:
    view.resize(view.width(), height)
    QApplication.processEvents()
    viewport = view._pane.viewport().geometry()
    assert not view._ruler.geometry().intersects(viewport)
