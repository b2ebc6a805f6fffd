"""What Claimdesk is, and whose work is in it."""

import platform

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimdesk import __version__
from claimdesk.i18n import _
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import application_icon
from claimdesk.ui.widgets.ink import ink

_ICON = 64


class AboutDialog(QDialog):
    """Name, version and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About Claimdesk"))
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(_ICON))
        name = self._label("Claimdesk")
        name.setFont(interface_font(22, QFont.Weight.DemiBold))
        purpose = self._label(
            _("Check the facts of an article, claim by claim, before it is printed.")
        )
        self.details = self._label("\n".join(_details()))
        self.details.setFont(interface_font(SMALL))
        ink(self.details, "text2")
        buttons = QDialogButtonBox(self)
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (name, purpose, self.details):
            words.addWidget(part)
        words.addSpacing(8)
        words.addWidget(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(20)
        whole.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)
        at_least(self, 440)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _details() -> list[str]:
    return [
        _("Version {version}, licence MIT").format(version=__version__),
        _("Qt {qt} and PySide {pyside} (LGPL-3.0), Python {python}").format(
            qt=qVersion(), pyside=PySide6.__version__, python=platform.python_version()
        ),
        _("Icons: Tabler Icons (MIT)"),
        _("Font: Source Serif 4 (OFL-1.1)"),
    ]
