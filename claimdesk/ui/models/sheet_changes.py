"""What a sheet would change, a row each, with a tick for those that are to be taken over."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon

from claimdesk.domain.sheet import CellChange, shown
from claimdesk.i18n import _
from claimdesk.ui.icons import icon
from claimdesk.ui.theme import theme
from claimdesk.ui.widgets.tooltip import plain_tooltip
from claimdesk.ui.widgets.words import shorten

_Index = QModelIndex | QPersistentModelIndex
_TOLD = 1_000
_REMARK = 4


class SheetChangesModel(QAbstractTableModel):
    """Those without conflict are ticked at first; those with a problem cannot be."""

    def __init__(self, changes: Sequence[CellChange], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self._ticked = [change.is_safe for change in changes]

    @property
    def ticked(self) -> tuple[CellChange, ...]:
        """The changes that are to be taken over."""
        pairs = zip(self._changes, self._ticked, strict=True)
        return tuple(change for change, ticked in pairs if ticked)

    def at(self, index: _Index) -> CellChange | None:
        """The change in a row."""
        return self._changes[index.row()] if index.isValid() else None

    def tick(self, rows: Iterable[int], on: bool) -> None:
        """Tick rows, or take their ticks away; what has a problem stays without."""
        for row in rows:
            self._ticked[row] = on and not self._changes[row].problem
        if self._changes:
            last = self.index(len(self._changes) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])

    def turn(self, rows: Sequence[int]) -> None:
        """Tick rows, or take their ticks away where all of them have one."""
        free = [row for row in rows if not self._changes[row].problem]
        self.tick(free, not all(self._ticked[row] for row in free))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else _REMARK + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            names = (_("Claim"), _("Field"), _("In the desk"), _("In the sheet"), _("Remark"))
            return names[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == 0 and not self._changes[index.row()].problem:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change = self.at(index)
        if change is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick_of(index.row()) if column == 0 and not change.problem else None
        if role == Qt.ItemDataRole.DecorationRole:
            return _sign(change) if column == _REMARK else None
        return _words(cells_of(change), column, role)

    def _tick_of(self, row: int) -> Qt.CheckState:
        return Qt.CheckState.Checked if self._ticked[row] else Qt.CheckState.Unchecked

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


def cells_of(change: CellChange) -> tuple[str, str, str, str, str]:
    """The cells of a change's row, in words."""
    number = _("Row {row}").format(row=change.row) if change.number is None else str(change.number)
    return (
        number,
        change.what,
        shown(change.column, change.before),
        shown(change.column, change.after),
        change.remark,
    )


def _sign(change: CellChange) -> QIcon | None:
    if change.problem:
        return icon("alert-circle", theme().danger)
    return icon("alert-triangle", theme().danger) if change.conflict else None


def _words(cells: Sequence[str], column: int, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return " ".join(cells[column].split())
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return ", ".join(filter(None, cells)) if column == 0 else cells[column]
    if role == Qt.ItemDataRole.ToolTipRole and column > 1:
        return plain_tooltip(shorten(cells[column], _TOLD)) or None
    return None
