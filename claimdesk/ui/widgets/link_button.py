"""A button that reads like a link: for the one action in a section's head."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.widgets.ink import ink


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
