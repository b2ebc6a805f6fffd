"""A button that reads like a link: for the one action in a section's head."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from claimdesk.i18n import _
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.tooltip import plain_tooltip


class LinkButton(QToolButton):
    """Flat words in the accent colour, reached by Tab and pressed by Space."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(interface_font(SMALL))
        ink(self, "accent")


def aside_button(parent: QWidget) -> LinkButton:
    """The one that sets something aside; says that this removes it, and that nothing is lost."""
    button = LinkButton(_("set aside"), parent)
    button.setToolTip(
        plain_tooltip(_("Remove it; “What was set aside” in the Edit menu brings it back"))
    )
    return button
