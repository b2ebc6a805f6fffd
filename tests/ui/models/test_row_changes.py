"""One list becomes another with as few rows touched as can be."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.ui.models.row_changes import MOST, row_changes

LISTS = st.lists(st.integers(1, 40), unique=True, max_size=30)


@given(shown=LISTS, wanted=LISTS, movable=st.sets(st.integers(1, 40)))
def test_taking_out_and_putting_in_gives_the_other_list(
    shown: list[int], wanted: list[int], movable: set[int]
) -> None:
    changes = row_changes(array("q", shown), array("q", wanted), movable)
    if changes is None:
        return
    for run in changes.out:
        del shown[run.start : run.stop]
    for run in changes.into:
        shown[run.start : run.start] = wanted[run.start : run.stop]
    assert shown == wanted


def test_what_stays_is_not_touched() -> None:
    changes = row_changes(array("q", [1, 2, 3, 4]), array("q", [5, 1, 3, 4, 6, 7]), ())
    assert changes == ([range(1, 2)], [range(1), range(4, 6)])


def test_only_what_may_move_is_moved() -> None:
    shown, wanted = array("q", [1, 2, 3]), array("q", [3, 1, 2])
    assert row_changes(shown, wanted, ()) is None
    assert row_changes(shown, wanted, {3}) == ([range(2, 3)], [range(1)])


def test_too_many_runs_are_a_reset() -> None:
    every = array("q", range(1, 200))
    assert row_changes(every, every[::2], ()) is None
    assert row_changes(every, array("q", range(MOST, 200)), ()) is not None
