"""What is chosen, as the claim list shows it and lets it be changed.

The window's selection is the truth; that of Qt shows it. Of several chosen claims only those stay
chosen that are listed: an edit must never touch what nobody sees. A single one may be hidden, so
that one goes on from it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, QTimer

from claimdesk.ui.models.row_changes import runs
from claimdesk.ui.models.wide_claims import WideClaimsModel
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_table import STATEMENT, ClaimTable

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_NO_CHANGE = QItemSelectionModel.SelectionFlag.NoUpdate


class ListedChoice(QObject):
    """Keeps table and selection in step, both ways."""

    def __init__(self, table: ClaimTable, model: WideClaimsModel, selection: Selection) -> None:
        super().__init__(table)
        self._table, self._model, self._selection = table, model, selection
        self._following = False
        self._leaving: frozenset[int] = frozenset()
        self._asked_again = QTimer(self, singleShot=True, interval=0)
        self._asked_again.timeout.connect(self._tell_settled)
        model.rowsAboutToBeRemoved.connect(self._on_removing)
        model.rowsRemoved.connect(self._on_removed)
        model.filled.connect(self._on_filled)
        chosen = table.selectionModel()
        chosen.selectionChanged.connect(self._tell)
        chosen.currentChanged.connect(self._tell)

    # from the selection to the table

    def show(self) -> None:
        """Show what is chosen, once what is not listed has left it."""
        if self._following:
            return
        claims, rows = self._selection.claims, self._model.rows_of(self._selection.claims)
        if len(rows) < len(claims) > 1 and not self._model.is_loading:
            self._keep(rows)
            return
        with self._without_echo():
            self._select(rows)
            claim = self._selection.claim
            row = self._model.row_of(claim) if claim is not None else None
            current = self._model.index(-1 if row is None else row, STATEMENT)
            self._table.selectionModel().setCurrentIndex(current, _NO_CHANGE)
        self._table.viewport().update()
        self.reveal()

    def reveal(self) -> None:
        """Scroll to the current claim."""
        row = self._table.currentIndex().row()
        if row >= 0:
            self._table.reveal(row)

    def _keep(self, rows: list[int]) -> None:
        """Choose these rows alone, with the current claim where it is one of them."""
        listed = tuple(self._model.id_at(row) for row in rows)
        current = self._selection.claim
        first = listed[0] if listed else None
        self._selection.choose(current if current in listed else first, listed)

    def _select(self, rows: list[int]) -> None:
        wanted = QItemSelection()
        last = self._model.columnCount() - 1
        for run in runs(rows):
            top, bottom = self._model.index(run.start, 0), self._model.index(run.stop - 1, last)
            wanted.select(top, bottom)
        self._table.selectionModel().select(wanted, _SELECT)

    # from the table to the selection

    def _tell(self) -> None:
        """Qt selects first and then moves the current row: while the two do not fit, wait."""
        if self._following:
            return
        rows = self._selected_rows()
        current = self._table.currentIndex().row()
        if any(current in rows_ for rows_ in rows):
            self._choose(self._model.id_at(current), rows)
        elif current < 0:
            self._tell_settled()  # the next key may come before any timer
        else:
            self._asked_again.start()

    def _tell_settled(self) -> None:
        """The current row is none of the selected: one of them was let go by Ctrl+click."""
        rows = self._selected_rows()
        current = self._table.currentIndex().row()
        if self._following or any(current in rows_ for rows_ in rows):
            return
        chosen = self._selection.claim
        if not rows and chosen is not None and self._model.row_of(chosen) is None:
            self.show()  # nobody let it go: a filter hides it
            return
        places = [row for rows_ in rows for row in (rows_.start, rows_.stop - 1)]
        nearest = min(places, key=lambda row: abs(row - current), default=None)
        self._choose(None if nearest is None else self._model.id_at(nearest), rows)

    def _choose(self, claim: int | None, rows: list[range]) -> None:
        """Rows that are yet to be read join once they are."""
        ids = self._model.ids
        with self._without_echo():
            chosen = (ids[rows_.start : rows_.stop] for rows_ in rows)
            self._selection.choose(claim, tuple(filter(None, chain.from_iterable(chosen))))

    def _selected_rows(self) -> list[range]:
        ranges = self._table.selectionModel().selection()
        found = {
            (ranges.at(place).top(), ranges.at(place).bottom()) for place in range(ranges.size())
        }
        return [range(top, bottom + 1) for top, bottom in sorted(found)]

    # from the model

    def _on_filled(self, first: int) -> None:
        """Rows from 'first' on were read, which may have been selected as they were."""
        if any(rows.stop > first for rows in self._selected_rows()):
            self._tell()
        else:
            self.show()

    def _on_removing(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._leaving = frozenset(self._model.ids[first : last + 1])
        self._following = True

    def _on_removed(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Chosen claims leave only when they were set aside: turn to the one that follows."""
        self._following = False
        chosen = self._selection
        rest = tuple(claim for claim in chosen.claims if claim not in self._leaving)
        if chosen.claim in self._leaving:
            ids = self._model.ids
            following = ids[min(first, len(ids) - 1)] if ids else None
            chosen.choose(rest[0] if rest else following, rest)
        elif len(rest) < len(chosen.claims):
            chosen.choose(chosen.claim, rest)

    @contextmanager
    def _without_echo(self) -> Iterator[None]:
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before
