"""Rows of a list of the whole desk, a page at a time, read on another thread when looked at."""

from array import array
from collections.abc import Callable, Iterable

from claimdesk.ui.models.claim_pages import PAGE, Pages, Row


class DeskPages(Pages[Row]):
    """What is not here yet is asked for by 'fetch'; until it comes there is no row, or the one
    from before where it may have changed. What is no positive id is no row that could be read."""

    def __init__(self, fetch: Callable[[tuple[int, ...]], None]) -> None:
        super().__init__()
        self._ask = fetch
        self._old: set[int] = set()
        self._asked: frozenset[int] = frozenset()

    def row(self, ids: "array[int]", place: int) -> Row | None:
        wanted = ids[place]
        if wanted > 0 and self._is_wanting(wanted) and wanted not in self._asked:
            start = place - place % PAGE
            page = ids[start : start + PAGE]
            asked = tuple(one for one in page if one > 0 and self._is_wanting(one))
            self._asked = frozenset(asked)  # or each cell that is painted would ask again
            self._ask(asked)
        return self._rows.get(wanted)

    def _is_wanting(self, one: int) -> bool:
        return one not in self._rows or one in self._old

    def take(self, rows: Iterable[Row], *, overtaken: bool) -> None:
        """Keep a page that was read. Where edits came meanwhile, what is here is newer, and the
        rest is to be read again."""
        self._asked = frozenset()
        fresh = {row.id: row for row in rows}
        missing = [one for one in fresh if one not in self._rows]
        if overtaken:
            self._rows.update((one, fresh[one]) for one in missing)
            self._old.update(fresh)
        else:
            self._rows.update(fresh)
            self._old.difference_update(fresh)
        self._keep(missing)

    def grow_old(self) -> None:
        """Read all rows again when they are looked at next."""
        self._old = set(self._rows)
        self._asked = frozenset()

    def clear(self) -> None:
        super().clear()
        self._old.clear()
        self._asked = frozenset()
