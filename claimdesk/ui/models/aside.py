"""What was set aside, as a table that one types to find in."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from claimdesk.domain.aside import Aside
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.tooltip import plain_tooltip
from claimdesk.ui.widgets.words import shorten

_Index = QModelIndex | QPersistentModelIndex
_TOLD = 1_000


class AsideModel(QAbstractTableModel):
    """A row for each thing, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Aside] = ()
        self._shown: list[Aside] = []
        self._typed = ""

    def fill(self, things: Sequence[Aside]) -> None:
        """Take these in place of those before."""
        self._all = things
        self.find(self._typed)

    def find(self, typed: str) -> None:
        """Show those in which every word typed is found."""
        self._typed = typed
        words = typed.casefold().split()
        self.beginResetModel()
        self._shown = [one for one in self._all if all(word in _everything(one) for word in words)]
        self.endResetModel()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is set aside."""
        return not self._all

    def at(self, index: _Index) -> Aside | None:
        """The thing in a row."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return (_("What"), _("Words"), _("Belongs to"), _("Set aside"))[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        thing = self.at(index)
        if thing is None:
            return None
        cells = _cells(thing)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, cells)) if index.column() == 0 else cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            return plain_tooltip(shorten(clean(thing.words), _TOLD))
        return None


def _cells(thing: Aside) -> tuple[str, str, str, str]:
    return (
        thing.what,
        clean(" ".join(thing.words.split())),
        _belongs_to(thing),
        f"{clean(thing.person)}, {moment(thing.time)}",
    )


def _belongs_to(thing: Aside) -> str:
    article = clean(thing.article)
    if thing.number is None or thing.entity == "claim":
        number = f"{thing.number} · " if thing.number is not None else ""
        return f"{number}{article}" if thing.entity != "article" else ""
    if thing.waits_for_claim:
        return _("Claim {number} (aside, too) · {article}").format(
            number=thing.number, article=article
        )
    return _("Claim {number} · {article}").format(number=thing.number, article=article)


def _everything(thing: Aside) -> str:
    return " ".join(_cells(thing)).casefold()
