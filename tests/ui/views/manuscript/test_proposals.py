"""What is proposed in the text: where it lies, in which lane, and which one a click means."""

import pytest
from PySide6.QtGui import QImage

from claimdesk.domain.claim import Kind
from claimdesk.domain.remark import RemarkKind
from claimdesk.domain.review import ReviewRow
from claimdesk.domain.suggestion import NotCheckable
from claimdesk.ui.views.manuscript.proposals import Proposals
from claimdesk.ui.views.manuscript.shown import ShownText
from claimdesk.ui.views.manuscript.tiles import Look, Tiles

TEXT = "Ein Satz 😀 mit Zahlen.\nUnd noch einer."


def row(mark: str, start: int, end: int, worth: int = 2) -> ReviewRow:
    return ReviewRow(mark, start, end, mark, TEXT[start:end], Kind.EVENT, worth)


def remark(mark: str, *spans: tuple[int, int]) -> ReviewRow:
    return ReviewRow(mark, *spans[0], mark, "", remark=RemarkKind.SUM, spans=spans)


@pytest.fixture
def proposals() -> Proposals:
    rows = (
        row("outer", 0, 21),
        row("inner", 4, 8),
        remark("twice", (4, 8), (23, 26)),
        row("later", 27, 31, 3),
    )
    return Proposals(rows, ShownText(TEXT, title="Titel"))


def test_positions_count_as_the_document_does(proposals: Proposals) -> None:
    shown = proposals.shown
    [later] = [one for one in proposals.overlapping(0, 99) if one.row.mark == "later"]
    assert shown.words(later.start, later.end) == "noch"


def test_each_that_overlaps_has_a_lane_of_its_own(proposals: Proposals) -> None:
    first = proposals.shown.position(0)
    found = proposals.overlapping(first, first + 9)
    assert {one.row.mark for one in found} == {"outer", "inner", "twice"}
    assert len({one.lane for one in found}) == 3


def test_a_remark_lies_at_all_of_its_passages(proposals: Proposals) -> None:
    first, second = (proposals.shown.position(start) for start in (4, 23))
    for place in (first, second):
        assert "twice" in {one.row.mark for one in proposals.overlapping(place, place + 1)}
    assert proposals.place_of(remark("twice", (4, 8), (23, 26))).start == first


def test_clicks_go_from_inner_to_outer_and_round_again(proposals: Proposals) -> None:
    at = proposals.shown.position(5)
    hits = sorted(proposals.overlapping(at, at + 1), key=lambda one: one.rank)
    chosen = []
    for _click in range(4):
        proposals.current = proposals.next_of(hits)
        chosen.append(proposals.current)
    assert chosen[2] == "outer"
    assert chosen[3] == chosen[0]
    assert set(chosen) == {"inner", "twice", "outer"}


def test_the_underline_says_how_much_it_matters() -> None:
    looks = [
        (row("a", 0, 1, 1), Look.LOW),
        (row("a", 0, 1, 3), Look.HIGH),
        (row("a", 0, 1)._replace(not_checkable=NotCheckable.WISH), Look.NOT_CHECKABLE),
        (remark("a", (0, 1)), Look.REMARK),
    ]
    for one, look in looks:
        assert Proposals((one,), ShownText(TEXT)).place_of(one).look is look


def test_each_look_is_drawn_its_own_way(light: None) -> None:
    tiles, drawn = Tiles(), {}
    for look in Look:
        image = tiles.dashed(look, 1.0).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        drawn[look] = bytes(image.constBits())
    assert len(set(drawn.values())) == len(Look)
