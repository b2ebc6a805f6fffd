"""Asks before an address leaves the program: it shows all of it, and where it truly leads."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.dialogs.fields import note
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.fonts import interface_font
from claimdesk.ui.links import cautions, openable
from claimdesk.ui.widgets.ink import ink

Opener = Callable[[QUrl], bool]


class OpenLinkDialog(QDialog):
    """The address, what to be careful of, and the question."""

    def __init__(self, url: str, opener: Opener, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url, self._opener = openable(url), opener
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Open an address"))
        self.address = QPlainTextEdit(clean(url), self)
        self.address.setReadOnly(True)
        self.address.setTabChangesFocus(True)
        self.address.setAccessibleName(_("Address"))
        self.address.setMaximumHeight(self.address.fontMetrics().lineSpacing() * 4 + 12)
        self.question = QLabel(self)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.cautions = note(self)
        self.cautions.setFont(interface_font(weight=QFont.Weight.DemiBold))
        ink(self.cautions, "danger")
        self.buttons = QDialogButtonBox(self)
        self._say()
        self._offer()
        self._put_together()

    def _say(self) -> None:
        found = cautions(self._url) if self._url else []
        self.cautions.setText("\n".join(found))
        self.cautions.setVisible(bool(found))
        self.question.setText(
            _("Open this address outside Claimdesk?")
            if self._url
            else _("Only web and mail addresses are opened; this is none. It can be copied.")
        )

    def _offer(self) -> None:
        role = QDialogButtonBox.ButtonRole
        if self._url:
            opening = self.buttons.addButton(_("Open"), role.AcceptRole)
            opening.setDefault(True)
            opening.setFocus()
            self.buttons.accepted.connect(self._open)
        copying = self.buttons.addButton(_("Copy address"), role.ActionRole)
        copying.clicked.connect(self._copy)
        self.buttons.addButton(_("Cancel"), role.RejectRole)
        self.buttons.rejected.connect(self.reject)

    def _open(self) -> None:
        self.accept()
        if self._url:
            self._opener(self._url)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.toPlainText())
        self.accept()

    def _put_together(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(10)
        for part in (self.question, self.address, self.cautions, self.buttons):
            whole.addWidget(part)
        at_least(self, 460)


def ask_and_open(
    parent: QWidget | None, url: str, opener: Opener = QDesktopServices.openUrl
) -> OpenLinkDialog:
    """Show the address and, once a person agrees, open it."""
    dialog = OpenLinkDialog(url, opener, parent)
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.show()
    return dialog
