from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui.views.manuscript.marks import Mark, Marks, lanes
from claimdesk.ui.views.manuscript.shown import ShownText

LENGTH = 60

spans = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 20)).map(
        lambda it: (it[0], min(LENGTH, it[0] + it[1]))
    ),
    max_size=25,
)


def marks_of(given_spans: list[tuple[int, int]], text: str = "x" * LENGTH) -> Marks:
    passages = [
        Passage(100 + at, at + 1, Status.UNCHECKED, start, end)
        for at, (start, end) in enumerate(given_spans)
    ]
    return Marks(passages, ShownText(text, title="Über 🚢 allem"))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(spans)
def test_no_two_passages_share_a_place_in_one_lane(given_spans: list[tuple[int, int]]) -> None:
    placed = list(zip(given_spans, lanes(given_spans, 3), strict=True))
    for at, (span, lane) in enumerate(placed):
        for other, other_lane in placed[:at]:
            assert lane is None or lane != other_lane or not overlap(span, other)


@given(spans)
def test_a_passage_goes_without_a_lane_only_where_all_are_taken(
    given_spans: list[tuple[int, int]],
) -> None:
    placed = list(zip(given_spans, lanes(given_spans, 3), strict=True))
    for span, lane in placed:
        free = {0, 1, 2} - {
            other_lane for other, other_lane in placed if other != span and overlap(span, other)
        }
        if lane is None:
            equals = sum(other == span for other in given_spans)
            assert len(free) < equals


def test_the_shortest_passage_takes_the_lane_nearest_the_text() -> None:
    assert lanes([(0, 30), (5, 10), (5, 20)], 3) == [2, 0, 1]


def test_equal_passages_get_lanes_of_their_own_until_none_is_left() -> None:
    assert lanes([(0, 5)] * 4, 3) == [0, 1, 2, None]


def test_adjacent_passages_share_a_lane() -> None:
    assert lanes([(0, 5), (5, 10), (10, 15)], 3) == [0, 0, 0]


@given(spans, st.integers(0, LENGTH), st.integers(1, LENGTH))
def test_overlapping_finds_what_a_plain_search_finds(
    given_spans: list[tuple[int, int]], start: int, length: int
) -> None:
    marks = marks_of(given_spans)
    end = start + length
    plain = {mark.claim for mark in marks if overlap((mark.start, mark.end), (start, end))}
    found = marks.overlapping(start, end)
    assert {mark.claim for mark in found} == plain
    assert len(found) == len(plain)


@given(spans.filter(bool), st.data())
def test_clicking_reaches_every_claim_of_a_place_from_inner_to_outer(
    given_spans: list[tuple[int, int]], data: st.DataObject
) -> None:
    marks = marks_of(given_spans)
    place = data.draw(st.sampled_from([mark.start for mark in marks]))
    hits = marks.overlapping(place, place + 1)
    reached: list[Mark] = []
    for _ in hits:
        mark = marks.next_of(hits)
        assert mark
        reached.append(mark)
        marks.chosen = mark.claim
    assert {mark.claim for mark in reached} == {mark.claim for mark in hits}
    lengths = [mark.end - mark.start for mark in reached]
    assert lengths == sorted(lengths)
    assert marks.next_of(hits) == reached[0]


def test_what_a_filter_puts_aside_is_reached_only_where_nothing_else_is() -> None:
    marks = marks_of([(0, 5), (0, 10)])
    marks.visible = frozenset({101})
    aside, left = marks.get(100), marks.get(101)
    assert aside
    assert left
    assert marks.next_of([aside, left]) == left
    marks.chosen = 101
    assert marks.next_of([aside, left]) == left
    assert marks.next_of([aside]) == aside


def test_a_chosen_claim_is_never_faint() -> None:
    marks = marks_of([(0, 5)])
    marks.visible = frozenset()
    mark = marks.get(100)
    assert mark
    assert marks.is_faint(mark)
    marks.selected = frozenset({100})
    assert not marks.is_faint(mark)


def test_spaces_at_the_ends_and_passages_outside_the_text_are_not_drawn() -> None:
    marks = marks_of([(1, 8), (2, 3), (4, 99)], text="a \u00a0bcd  efg")
    shown = ShownText("a \u00a0bcd  efg", title="Über 🚢 allem")
    assert [mark.start for mark in marks] == [shown.position(3)]
    assert [mark.end for mark in marks] == [shown.position(6)]


def test_a_status_that_stays_the_same_is_no_change() -> None:
    marks = marks_of([(0, 5), (6, 9)])
    changed = marks.set_statuses({100: Status.UNCHECKED, 101: Status.FALSE, 999: Status.FALSE})
    assert [mark.claim for mark in changed] == [101]
    assert marks.status(changed[0]) is Status.FALSE
