"""Rows of a list, fetched a page at a time when somebody looks at them."""

from abc import ABC, abstractmethod
from array import array
from collections import deque
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from claimdesk.domain.claim import ClaimRow
from claimdesk.store import queries
from claimdesk.store.queries import Read

PAGE = 200
PAGES = 20
"""How many pages are held; the one fetched first goes first."""


class HasId(Protocol):
    """A row of some list."""

    @property
    def id(self) -> int:
        """What it is known by."""
        ...


Row = TypeVar("Row", bound=HasId)


class Pages(ABC, Generic[Row]):
    """Rows by id, so that rows put in or taken out of the list leave the pages as they are."""

    def __init__(self) -> None:
        self._rows: dict[int, Row] = {}
        self._pages: deque[list[int]] = deque()

    @abstractmethod
    def row(self, ids: "array[int]", place: int) -> Row | None:
        """The row at a place of the list; None where the desk has no such row."""

    def held(self, one: int) -> Row | None:
        """A row, if it has been fetched."""
        return self._rows.get(one)

    def put(self, rows: Iterable[Row]) -> None:
        """Take newer rows for those that are held."""
        for row in rows:
            if row.id in self._rows:
                self._rows[row.id] = row

    def clear(self) -> None:
        """Forget all."""
        self._rows.clear()
        self._pages.clear()

    def _keep(self, page: list[int]) -> None:
        self._pages.append(page)
        if len(self._pages) > PAGES:
            for one in self._pages.popleft():
                self._rows.pop(one, None)


class ClaimPages(Pages[ClaimRow]):
    """Claims, read here and now."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read

    def row(self, ids: "array[int]", place: int) -> ClaimRow | None:
        claim = ids[place]
        if claim not in self._rows:
            start = place - place % PAGE
            self._fetch(ids[start : start + PAGE])
        return self._rows.get(claim)

    def _fetch(self, ids: Iterable[int]) -> None:
        missing = [claim for claim in ids if claim not in self._rows]
        self._rows.update((row.id, row) for row in queries.claim_rows(self._read, missing))
        self._keep(missing)
