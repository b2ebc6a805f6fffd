from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui.views.manuscript import ManuscriptView
from claimdesk.ui.views.manuscript.gutter import Chip

Make = Callable[..., ManuscriptView]

FIVE = [Passage(at, at, Status.UNCHECKED, at + 4, at + 5) for at in range(1, 6)]


def chips(view: ManuscriptView) -> list[Chip]:
    layer = view._pane.layer
    return [chip for placed in layer.rows() for chip in layer._chips(placed)]


def told(view: ManuscriptView) -> list[list[int]]:
    return [[mark.number for mark in chip.marks] for chip in chips(view)]


@pytest.mark.parametrize(
    ("width", "shown"),
    [(420, [[2, 3, 4, 5], [1]]), (640, [[3, 4, 5], [1], [2]]), (1200, [[4, 5], [1], [2], [3]])],
)
def test_a_wider_pane_has_room_for_more_chips(
    manuscript: Make, width: int, shown: list[list[int]]
) -> None:
    assert told(manuscript(*FIVE, width=width)) == shown


def test_the_chosen_claim_always_shows(manuscript: Make) -> None:
    view = manuscript(*FIVE, width=640)
    view.select(4)
    assert told(view) == [[2, 3, 5], [1], [4]]


def test_what_a_filter_leaves_shows_first(manuscript: Make) -> None:
    view = manuscript(*FIVE, width=640)
    view.set_visible_claims({3, 5})
    assert told(view) == [[1, 2, 4], [3], [5]]


def test_each_claim_has_one_chip_though_its_passage_has_many_lines(manuscript: Make) -> None:
    view = manuscript(Passage(7, 7, Status.UNCHECKED, 0, 200))
    assert told(view) == [[7]]


@pytest.mark.parametrize("number", [9, 180, 2000])
@pytest.mark.parametrize("width", [420, 640, 1200])
def test_chips_lie_beside_each_other_left_of_the_text(
    manuscript: Make, number: int, width: int
) -> None:
    passages = [Passage(at, number + at, Status.FALSE, at + 4, at + 5) for at in range(9)]
    view = manuscript(*passages, width=width)
    areas = [chip.area for chip in chips(view)]
    edges = [edge for area in areas for edge in (area.left(), area.right())]
    assert edges == sorted(edges)
    assert edges[0] >= 0
    [placed] = list(view._pane.layer.rows())[:1]
    assert edges[-1] < placed.x


def test_the_rest_is_reached_by_clicking_it_again_and_again(manuscript: Make) -> None:
    view = manuscript(*FIVE, width=420)
    reached = set()
    for _ in range(8):
        chip = chips(view)[0]
        assert view._pane.layer.chip_at(QPointF(chip.area.center())) == chip
        mark = view._marks.next_of(chip.marks)
        assert mark
        reached.add(mark.claim)
        view.select(mark.claim)
    assert len(reached) > 1
