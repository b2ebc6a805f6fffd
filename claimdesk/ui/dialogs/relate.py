"""Tie a claim to another one, found by its number or its words."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.relate_claims import RelateClaims
from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimRow, ClaimSort, RelationKind
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import Line, Radios, form
from claimdesk.ui.dialogs.search_line import FoundList, SearchLine
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.icons import status_icon
from claimdesk.ui.widgets.hint import hint

MOST = 200
"""How many claims are offered at once."""

_WIDTH, _LIST = 560, 180

_Index = QModelIndex | QPersistentModelIndex


class ClaimsFound(QAbstractListModel):
    """The claims that can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ClaimRow] = []

    def show(self, rows: list[ClaimRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, index: _Index) -> ClaimRow | None:
        """The claim of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if row is None:
            return None
        words = f"{row.number}  {' '.join(clean(row.statement).split())}"
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words}, {row.status.label}"
        return status_icon(row.status) if role == Qt.ItemDataRole.DecorationRole else None


class RelateDialog(EditDialog):
    """How, to which claim, and why."""

    def __init__(self, desk: Desk, claim: ClaimRow, parent: QWidget | None = None) -> None:
        title = _("Relate claim {number}").format(number=claim.number)
        super().__init__(desk, title, _("Relate"), parent)
        self._claim = claim
        choices = ((one, one.label) for one in RelationKind)
        self.kind: Radios[RelationKind] = Radios(
            _("This claim"), choices, RelationKind.SAME_FACT, self
        )
        self.found = ClaimsFound(self)
        self.list = FoundList(self.found, _("Claims"), self)
        self.list.setMinimumHeight(_LIST)
        self.list.activated.connect(self.accept)
        self.search = SearchLine(self.list, self)
        hint(self.search, _("number or words of the other claim"))
        self.search.setAccessibleName(_("Find the other claim"))
        self.search.textChanged.connect(self._find)
        self.remark = Line(_("Remark"), "", self)
        hint(self.remark, _("why, if it needs saying"))
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_given: self.check())
        self._find()
        self.search.setFocus()

    @property
    def chosen(self) -> ClaimRow | None:
        """The other claim."""
        return self.found.at(self.list.currentIndex())

    def obstacle(self) -> str:
        return "" if self.chosen else _("Choose the other claim.")

    def edit(self) -> Edit:
        other = self.chosen
        assert other is not None
        return RelateClaims(self._claim.id, other.id, self.kind.chosen, self.remark.words)

    def _find(self) -> None:
        """The claim with the number typed comes first; where nothing is typed, none is chosen."""
        typed = self.search.text().strip()
        wanted = ClaimFilter(self._claim.article, text=typed)
        ids = queries.claim_ids(self.desk.read, wanted, ClaimSort(ClaimColumn.NUMBER))
        others = [one for one in ids if one != self._claim.id]
        rows = queries.claim_rows(self.desk.read, others[:MOST])
        rows.sort(key=lambda row: str(row.number) != typed)
        self.found.show(rows)
        if typed and rows:
            self.list.setCurrentIndex(self.found.index(0))
        self.check()

    def _lay_out(self) -> None:
        fields = form()
        fields.addRow(_("This claim"), self.kind)
        fields.addRow(_("Claim"), self.search)
        fields.addRow("", self.list)
        fields.addRow(_("Remark"), self.remark)
        self.body.addLayout(fields)
        at_least(self, _WIDTH)
