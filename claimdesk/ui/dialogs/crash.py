"""What is known of a crash: to be read, copied or deleted. Nothing is sent anywhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from claimdesk.i18n import _
from claimdesk.ui.dialogs.sizes import begin_with

_WIDTH, _HEIGHT = 640, 420


class CrashDialog(QDialog):
    """Shows the log's text."""

    delete_wanted = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What went wrong"))
        words = QLabel(
            _(
                "This helps whoever looks after Claimdesk to find the fault. It names places in "
                "the program and holds no word of your articles; it is sent to nobody."
            ),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Crash log"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(12)
        for part in (words, self.text, self._buttons()):
            whole.addWidget(part)
        begin_with(self, _WIDTH, _HEIGHT)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.copy = box.addButton(_("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.delete = box.addButton(_("Delete"), QDialogButtonBox.ButtonRole.DestructiveRole)
        close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.text.toPlainText())
        )
        self.delete.clicked.connect(self._delete)
        box.rejected.connect(self.reject)
        return box

    def _delete(self) -> None:
        self.delete_wanted.emit()
        self.accept()
