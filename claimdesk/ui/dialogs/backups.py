"""The backups of a desk, and the two ways to get one back."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from claimdesk.domain.errors import ClaimdeskError
from claimdesk.i18n import _, language, ngettext
from claimdesk.store import backups
from claimdesk.store.backups import Backup, Standing
from claimdesk.ui.dialogs.sizes import begin_with
from claimdesk.ui.tasks import Task
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.row_table import row_table

_WIDTH, _HEIGHT = 640, 420
_Index = QModelIndex | QPersistentModelIndex


class BackupsModel(QAbstractTableModel):
    """A row for each backup, newest first; how it stands to the desk follows when it was read."""

    def __init__(self, kept: Sequence[Backup], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept = kept
        self._standings: dict[Path, Standing | str] = {}

    def learn(self, backup: Backup, standing: Standing | str) -> None:
        """How a backup stands, or the sentence why nobody knows."""
        self._standings[backup.path] = standing
        row = self.kept.index(backup)
        self.dataChanged.emit(self.index(row, 2), self.index(row, 3))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.kept)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return (_("Made"), _("Size"), _("Edits"), _("Compared with the desk"))[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        cells = self._cells(self.kept[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # A screen reader on the row hears all of it.
            return ", ".join(filter(None, cells)) if index.column() == 0 else cells[index.column()]
        return None

    def _cells(self, backup: Backup) -> tuple[str, str, str, str]:
        made = made_when(backup)
        size = QLocale(language()).formattedDataSize(
            backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        standing = self._standings.get(backup.path)
        if isinstance(standing, Standing):
            return made, size, QLocale(language()).toString(standing.events), in_words(standing)
        return made, size, "", standing or ""


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (1, 2) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def made_when(backup: Backup) -> str:
    """When a backup was made, in local time and in words."""
    here = backup.made_at.astimezone()
    if here.date() == datetime.now().astimezone().date():
        return _("today, {time}").format(time=f"{here:%H:%M}")
    return moment(backup.made_at.isoformat())


def in_words(standing: Standing) -> str:
    """How a backup stands to the desk; nothing where that cannot be told."""
    if standing.behind is None:
        return ""
    parts = []
    if standing.behind:
        parts.append(ngettext("{count} edit behind", "{count} edits behind", standing.behind))
    if standing.ahead:
        parts.append(
            ngettext("{count} edit of its own", "{count} edits of its own", standing.ahead)
        )
    return ", ".join(parts) or _("as the desk is now")


class BackupsDialog(QDialog):
    """Lists them; the newest is marked, so that one click restores it."""

    copy_wanted = Signal(object)
    """Open a copy of this Backup beside the desk."""
    restore_wanted = Signal(object)
    """Put this Backup in the desk's place."""

    def __init__(
        self, kept: Sequence[Backup], desk: Path | None, parent: QWidget | None = None
    ) -> None:
        """'desk' is None where it cannot be read, so that nothing can be compared with it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Backups"))
        self.model = BackupsModel(kept, self)
        self.table = self._table()
        self._buttons = self._button_box()
        self._put_together()
        self._read(desk)
        self.table.selectRow(0)
        self._allow()
        self.table.setFocus()

    @property
    def marked(self) -> Backup | None:
        """The backup that is marked."""
        index = self.table.currentIndex()
        return self.model.kept[index.row()] if index.isValid() else None

    def _table(self) -> QTableView:
        table = row_table(self.model, _("Backups of this desk"), self)
        table.setWordWrap(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.selectionModel().currentRowChanged.connect(self._allow)
        return table

    def _button_box(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.copy = box.addButton(
            _("&Open a copy beside the desk"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.restore = box.addButton(_("&Restore"), QDialogButtonBox.ButtonRole.ActionRole)
        close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self.copy.clicked.connect(lambda: self._choose(self.copy_wanted))
        self.restore.clicked.connect(lambda: self._choose(self.restore_wanted))
        box.rejected.connect(self.reject)
        return box

    def _put_together(self) -> None:
        words = QLabel(self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setText(
            _(
                "Claimdesk makes one every half an hour and at the end, where something was "
                "changed. Restoring loses nothing: the desk as it is now becomes a backup first."
            )
            if self.model.kept
            else _("There is no backup of this desk yet; the first is made in a moment.")
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(12)
        for part in (words, self.table, self._buttons):
            whole.addWidget(part)
        begin_with(self, _WIDTH, _HEIGHT)

    def _read(self, desk: Path | None) -> None:
        """Open one backup after the other, off the GUI thread."""
        for backup in self.model.kept:
            task = Task(partial(_standing, desk, backup.path), self)
            task.done.connect(partial(self.model.learn, backup))
            self.finished.connect(task.cancel)
            task.start()

    def _allow(self) -> None:
        for button in (self.copy, self.restore):
            button.setEnabled(self.marked is not None)

    def _choose(self, wanted: Any) -> None:
        backup = self.marked
        if backup is not None:
            self.accept()
            wanted.emit(backup)


def _standing(desk: Path | None, kept: Path, task: Task) -> Standing | str:
    if task.is_cancelled:
        return ""
    try:
        return backups.standing(desk, kept)
    except ClaimdeskError:
        return _("cannot be read")
