"""Words with an arrow behind them that open a menu."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStyleOptionToolButton, QToolButton, QWidget

from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import icon
from claimdesk.ui.theme import notifier

_ARROW = 12


class DropDown(QToolButton):
    """Qt's own arrow is so small beside words that it reads as a comma."""

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setFont(interface_font(SMALL))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tip)
        self.setIconSize(QSize(_ARROW, _ARROW))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._draw_icon()
        notifier.changed.connect(self._draw_icon)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu

    def _draw_icon(self) -> None:
        self.setIcon(icon("chevron-down"))
