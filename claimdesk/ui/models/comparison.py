"""The rows of a comparison as a Qt model, with those left that a filter shows."""

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.domain.comparison import ComparedRow, Verdict
from claimdesk.i18n import _

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    ROW = Qt.ItemDataRole.UserRole


class ComparisonModel(QAbstractListModel):
    """Rows in the order of the newer text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ComparedRow] = ()
        self._rows: list[ComparedRow] = []
        self._shown: frozenset[Verdict] = frozenset()

    def show(self, rows: Sequence[ComparedRow]) -> None:
        """Hold these instead."""
        self._all = rows
        self._take()

    def narrow(self, verdicts: Collection[Verdict]) -> None:
        """Show only rows with these verdicts; none: all."""
        self._shown = frozenset(verdicts)
        self._take()

    def row(self, place: int) -> ComparedRow | None:
        """What stands in a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, claim: int | None) -> int:
        """The row of a claim; -1 where it has none."""
        found = (at for at, row in enumerate(self._rows) if row.claim == claim)
        return -1 if claim is None else next(found, -1)

    def next_open(self, place: int) -> int:
        """The next row behind a place, then from the top, that waits to be confirmed; -1."""
        waiting = [at for at, row in enumerate(self._rows) if row.is_open]
        return next((at for at in waiting if at > place), waiting[0] if waiting else -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return in_words(row)
        return row if role == Role.ROW else None

    def _take(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if not self._shown or row.verdict in self._shown]
        self.endResetModel()


def in_words(row: ComparedRow) -> str:
    """A row for somebody who hears it: claim, verdict, both wordings where they differ."""
    before = "".join(piece.text for piece in row.before)
    after = "".join(piece.text for piece in row.after)
    head = _("Claim {number}").format(number=row.number) if row.number else _("Passage")
    parts = [head, row.verdict.label]
    if row.remark:
        parts.append(row.remark)
    if before and after and before != after:
        parts += [_("before: {words}").format(words=before), _("now: {words}").format(words=after)]
    else:
        parts.append(after or before)
    return ", ".join(parts)
