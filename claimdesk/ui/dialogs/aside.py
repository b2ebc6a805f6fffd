"""What was set aside, and the way back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from claimdesk.commands.bring_back import BringBack
from claimdesk.domain.aside import Aside
from claimdesk.domain.errors import ClaimdeskError
from claimdesk.domain.history import Changes
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.fields import note
from claimdesk.ui.dialogs.sizes import begin_with
from claimdesk.ui.models.aside import AsideModel
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.row_table import row_table

_WIDTH, _HEIGHT = 860, 480
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AsideDialog(QDialog):
    """A list that is searched as one types; Enter brings back what is marked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Set aside"))
        self.model = AsideModel(self)
        self.search = QLineEdit(self)
        hint(self.search, _("Words, article, person"))
        self.search.setAccessibleName(_("Find what was set aside"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.table = self._table()
        self.said = note(self)
        self._buttons = self._button_box()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(12)
        for part in (self.search, self.table, self.said, self._buttons):
            whole.addWidget(part)
        begin_with(self, _WIDTH, _HEIGHT)
        desk.changed.connect(self._on_changed)
        self._read()
        self.search.setFocus()

    @property
    def marked(self) -> Aside | None:
        """What is marked."""
        return self.model.at(self.table.currentIndex())

    def bring_back(self) -> None:
        """Bring back what is marked; the list stays, for the next."""
        if (thing := self.marked) is not None:
            self.said.setText("")
            self._desk.run(BringBack(thing.entity, thing.id), otherwise=self.said.setText)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list moves while one types, and Enter takes what is marked."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self.table.event(event)
                return True
            if event.key() in _ENTER:
                self.bring_back()
                return True
        return super().eventFilter(watched, event)

    def _table(self) -> QTableView:
        table = row_table(self.model, _("What was set aside"), self)
        head = table.horizontalHeader()
        for column, width in enumerate((100, 330, 210)):
            head.resizeSection(column, width)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(3, 190)
        table.selectionModel().currentRowChanged.connect(self._allow)
        table.activated.connect(self.bring_back)
        return table

    def _button_box(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.back = box.addButton(_("&Bring back"), QDialogButtonBox.ButtonRole.ActionRole)
        close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.back.setAutoDefault(False)
        close.setAutoDefault(False)
        self.back.clicked.connect(self.bring_back)
        box.rejected.connect(self.reject)
        return box

    def _find(self, typed: str) -> None:
        self.model.find(typed)
        self._mark(0)

    def _on_changed(self, _changes: Changes) -> None:
        row = self.table.currentIndex().row()
        self._read()
        self._mark(min(row, self.model.rowCount() - 1))

    def _read(self) -> None:
        try:
            self.model.fill(queries.set_aside(self._desk.read))
        except ClaimdeskError as error:
            self.said.setText(str(error))
        if self.model.is_empty:
            self.said.setText(_("Nothing is set aside; what you remove is listed here."))
        self._mark(0)

    def _mark(self, row: int) -> None:
        self.table.selectRow(max(row, 0))
        self._allow()

    def _allow(self) -> None:
        self.back.setEnabled(self.marked is not None)
