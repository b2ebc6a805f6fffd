"""How one list becomes another by taking rows out and putting rows in, so that all others stay,
with selection and scroll."""

from array import array
from collections.abc import Collection, Iterable
from typing import NamedTuple

MOST = 20
"""How many runs of rows are taken out or put in; where more are needed, a reset is cheaper."""


class RowChanges(NamedTuple):
    """Runs of rows to take out, the last one first, and then runs to put in, the first one first,
    each by where it stands in the list that comes of it."""

    out: list[range]
    into: list[range]


def row_changes(
    shown: "array[int]", wanted: "array[int]", movable: Collection[int]
) -> RowChanges | None:
    """The changes that make one list of ids of the other; None where they are too many. Only the
    'movable' ones are moved."""
    there, before = set(wanted), set(shown)
    movers: set[int] = set()
    if _kept(shown, there, movers) != _kept(wanted, before, movers):
        movers = before & there & set(movable)
        if _kept(shown, there, movers) != _kept(wanted, before, movers):
            return None
    out = runs(at for at, one in enumerate(shown) if one not in there or one in movers)
    into = runs(at for at, one in enumerate(wanted) if one not in before or one in movers)
    return RowChanges(out[::-1], into) if len(out) + len(into) <= MOST else None


def _kept(ids: "array[int]", others: Collection[int], movers: Collection[int]) -> list[int]:
    return [one for one in ids if one in others and one not in movers]


def runs(rows: Iterable[int]) -> list[range]:
    """Ascending rows as runs without a gap."""
    found: list[range] = []
    for row in rows:
        if found and found[-1].stop == row:
            found[-1] = range(found[-1].start, row + 1)
        else:
            found.append(range(row, row + 1))
    return found
