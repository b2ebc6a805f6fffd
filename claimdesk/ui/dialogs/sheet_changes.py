"""A sheet has come back: what it would change, looked at before anything is stored."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QTableView,
    QWidget,
)

from claimdesk.commands.edit import Edit
from claimdesk.commands.import_sheet import ImportSheet
from claimdesk.domain.sheet import SheetPlan
from claimdesk.i18n import _, ngettext
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.fields import Lines
from claimdesk.ui.dialogs.incoming import IncomingDialog
from claimdesk.ui.dialogs.sizes import begin_with
from claimdesk.ui.models.sheet_changes import SheetChangesModel, cells_of
from claimdesk.ui.widgets.row_table import row_table
from claimdesk.ui.widgets.tick_delegate import TickDelegate
from claimdesk.ui.widgets.words import body, meta

_WIDTH, _HEIGHT = 1040, 660
_BEFORE, _AFTER, _REMARK = 2, 3, 4


class SheetChangesDialog(IncomingDialog):
    """A table of changes with ticks; below it the words of the one that is marked, in full. Space
    ticks what is marked."""

    def __init__(
        self, desk: Desk, plan: SheetPlan, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, _("Changes in “{name}”").format(name=name), _("Take over"), parent)
        self._plan, self._name = plan, name
        self.model = SheetChangesModel(plan.changes, self)
        self.head = body(self)
        self.head.show_words(_summary(plan))
        self.table = self._table()
        self.before = self._words(_("In the desk"))
        self.after = self._words(_("In the sheet"))
        self.remark = body(self)
        self.remarks = meta(self)
        self.remarks.show_words("\n".join(plan.remarks))
        self._put_parts_together()
        self._add_buttons()
        self.model.dataChanged.connect(self.check)
        self.table.selectRow(0)
        self._show()
        begin_with(self, _WIDTH, _HEIGHT)
        self.check()
        self.table.setFocus()

    def obstacle(self) -> str:
        if not self._plan.changes:
            return _("There is nothing to take over.")
        if not self.model.ticked:
            return _("Tick what is to be taken over.")
        return ""

    def edit(self) -> Edit:
        return ImportSheet(self._plan.article, self.model.ticked, self._name)

    def check(self) -> None:
        super().check()
        count = len(self.model.ticked)
        self.finish.setText(ngettext("Take {count} over", "Take {count} over", count))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks all that is marked."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            self.model.turn([index.row() for index in self.table.selectionModel().selectedRows()])
            return True
        return super().eventFilter(watched, event)

    def _table(self) -> QTableView:
        table = row_table(self.model, _("Changes"), self)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = table.horizontalHeader()
        for column, width in enumerate((90, 130, 270, 270)):
            head.resizeSection(column, width)
        for column in (_BEFORE, _AFTER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(_REMARK, 250)
        table.setItemDelegateForColumn(0, TickDelegate(table))
        table.installEventFilter(self)
        table.selectionModel().currentRowChanged.connect(self._show)
        return table

    def _words(self, name: str) -> Lines:
        field = Lines(name, lines=4, parent=self)
        field.setReadOnly(True)
        return field

    def _put_parts_together(self) -> None:
        self.body.addWidget(self.head)
        self.body.addWidget(self.table, 1)
        words = QGridLayout()
        words.setHorizontalSpacing(12)
        words.setVerticalSpacing(4)
        for column, field in enumerate((self.before, self.after)):
            label = meta(self)
            label.show_words(field.accessibleName())
            words.addWidget(label, 0, column)
            words.addWidget(field, 1, column)
        self.body.addLayout(words)
        self.body.addWidget(self.remark)
        self.body.addWidget(self.remarks)

    def _add_buttons(self) -> None:
        self.all_ = self.buttons.addButton(_("Tick &all"), QDialogButtonBox.ButtonRole.ResetRole)
        self.none = self.buttons.addButton(_("Tick &none"), QDialogButtonBox.ButtonRole.ResetRole)
        rows = range(self.model.rowCount())
        for button, on in ((self.all_, True), (self.none, False)):
            button.setAutoDefault(False)
            button.setEnabled(bool(rows))
            button.clicked.connect(lambda _checked=False, on=on: self.model.tick(rows, on))

    def _show(self) -> None:
        change = self.model.at(self.table.currentIndex())
        cells = cells_of(change) if change else ("", "", "", "", "")
        self.before.setPlainText(cells[_BEFORE])
        self.after.setPlainText(cells[_AFTER])
        self.remark.show_words(cells[_REMARK])


def _summary(plan: SheetPlan) -> str:
    """How many changes there are, and how many of them need a look."""
    if not plan.changes:
        return _("Nothing was changed in this sheet that the desk does not hold already.")
    parts = [ngettext("{count} change", "{count} changes", len(plan.changes))]
    if conflicts := sum(change.conflict for change in plan.changes):
        parts.append(
            ngettext(
                "{count} was changed in the desk, too: tick it where the sheet is right",
                "{count} were changed in the desk, too: tick those where the sheet is right",
                conflicts,
            )
        )
    if problems := sum(bool(change.problem) for change in plan.changes):
        parts.append(
            ngettext("{count} cannot be taken over", "{count} cannot be taken over", problems)
        )
    return " · ".join(parts)
