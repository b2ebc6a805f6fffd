"""What waits to be reviewed, as a list."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.domain.review import ReviewRow
from claimdesk.i18n import _
from claimdesk.ui.widgets.tooltip import plain_tooltip
from claimdesk.ui.widgets.worthiness import worthiness_words

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the model gives besides Qt's roles."""

    ROW = Qt.ItemDataRole.UserRole


class ReviewModel(QAbstractListModel):
    """The rows that a filter leaves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[ReviewRow] = ()

    def show(self, rows: Sequence[ReviewRow]) -> None:
        """List these instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, mark: str | None) -> int:
        """The row of a mark; -1 where it is not listed."""
        return next((at for at, row in enumerate(self.rows) if row.mark == mark), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{words} ({place})").format(words=row.words, place=facts(row))
        return row if role == Role.ROW else None


def facts(row: ReviewRow) -> str:
    """What it is, how much it matters, and why it may be nothing to check."""
    parts = [row.label]
    if row.remark is not None:
        parts.insert(0, _("remark"))
    else:
        parts.append(worthiness_words(row.check_worthiness))
    if row.not_checkable is not None:
        parts.append(_("not checkable: {reason}").format(reason=row.not_checkable.label))
    return " · ".join(parts)


def parted(row: ReviewRow) -> tuple[str, str, str]:
    """Its words before the passage that it stands on, those of the passage, and those behind; all
    behind where they hold the passage nowhere, or are hardly more."""
    words, passage = " ".join(row.words.split()), " ".join(row.quote.split())
    at = words.find(passage) if passage else -1
    if at < 0 or len(passage) > _MOST * len(words):
        return "", "", words
    end = at + len(passage)
    return words[:at], words[at:end], words[end:]


_MOST = 0.8
