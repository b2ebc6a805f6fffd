"""Where claims belong in a list of the whole desk, without asking for all of it again: by what a
few others in it are ordered by.
"""

from array import array
from collections.abc import Collection
from typing import Any

from claimdesk.domain.claim import ClaimSort
from claimdesk.store import queries
from claimdesk.store.queries import Read
from claimdesk.store.queries.listing import order_of


class DeskPlaces:
    """Of lists in one order."""

    def __init__(self, read: Read, sort: ClaimSort) -> None:
        self._read, self._sort = read, sort
        self._terms = order_of(sort).terms
        self._known: dict[int, tuple[Any, ...]] = {}

    def place(self, ids: "array[int]", claim: int, astray: Collection[int] = ()) -> int | None:
        """The row that a claim is to have among others; None where the desk has no such claim.
        Those 'astray' stand elsewhere than they belong to, and tell nothing."""
        own = self._key(claim)
        if own is None:
            return None
        low, high = 0, len(ids)
        while low < high:
            middle = probe = (low + high) // 2
            while probe < high and (ids[probe] in astray or ids[probe] == claim):
                probe += 1
            if probe == high:
                high = middle
            elif self._is_before(self._key(ids[probe]), own):
                low = probe + 1
            else:
                high = middle
        return low

    def _key(self, claim: int) -> tuple[Any, ...] | None:
        if claim not in self._known:
            self._known.update(queries.places(self._read, self._sort, [claim]))
        return self._known.get(claim)

    def _is_before(self, one: tuple[Any, ...] | None, other: tuple[Any, ...]) -> bool:
        for term, left, right in zip(self._terms, one or (), other, strict=bool(one)):
            if left != right:
                return bool(left < right) is not term.descending
        return False
