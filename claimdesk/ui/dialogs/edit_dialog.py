"""What all dialogs that edit have in common: a body, a sentence that says why they cannot be
finished yet, and buttons.

They never block the window's loop (open them with 'open'), and close only once the desk has
stored the edit, so that a refused one loses no typed word.
"""

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from claimdesk.commands.edit import Edit
from claimdesk.domain.history import Changes
from claimdesk.i18n import _
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.widgets.ink import ink

_FINISH = ("Ctrl+Return", "Ctrl+Enter")


class AskingDialog(QDialog):
    """A dialog that can be finished when nothing stands against it."""

    def __init__(self, title: str, finish: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.reason = QLabel(self)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.reason.setFont(interface_font(SMALL))
        ink(self.reason, "text2")
        self.buttons = QDialogButtonBox(self)
        self.finish = self.buttons.addButton(finish, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel.setAutoDefault(False)
        self.finish.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for keys in _FINISH:
            QShortcut(QKeySequence(keys), self, self.accept)
        self._put_together()

    @abstractmethod
    def obstacle(self) -> str:
        """Why it cannot be finished yet, in a sentence; empty where it can."""

    def check(self) -> None:
        """Look again whether it can be finished."""
        obstacle = self.obstacle()
        self.reason.setText(obstacle)
        self.finish.setEnabled(not obstacle)
        self.finish.setToolTip(obstacle)

    def accept(self) -> None:
        self.check()
        if self.finish.isEnabled():
            self.conclude()

    @abstractmethod
    def conclude(self) -> None:
        """Do what it is for, and close."""

    def _put_together(self) -> None:
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.addWidget(self.reason, 1)
        self.foot.addWidget(self.buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(12)
        whole.addLayout(self.body, 1)
        whole.addLayout(self.foot)


class EditDialog(AskingDialog):
    """A dialog whose words become one edit."""

    def __init__(self, desk: Desk, title: str, finish: str, parent: QWidget | None = None) -> None:
        super().__init__(title, finish, parent)
        self.desk = desk
        self._waiting = False

    @abstractmethod
    def edit(self) -> Edit:
        """The edit that the words make."""

    def stored(self, changes: Changes) -> None:
        """What happens once the desk has it."""

    def conclude(self) -> None:
        if not self._waiting:
            self._waiting = True
            self.finish.setEnabled(False)
            self.desk.run(self.edit(), self._stored, self._refused)

    def _stored(self, changes: Changes) -> None:
        if isValid(self):  # it may have been closed meanwhile
            self.stored(changes)
            self.done(QDialog.DialogCode.Accepted)

    def _refused(self, sentence: str) -> None:
        if isValid(self):
            self._waiting = False
            self.check()
            self.reason.setText(sentence)
