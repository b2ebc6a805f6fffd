"""A filter that is on, in words; pressing it switches it off."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from claimdesk.i18n import _
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import icon
from claimdesk.ui.theme import notifier

_ICON = 12


class FilterChip(QToolButton):
    """Words with a cross behind them."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(f"\N{NO-BREAK SPACE}{words}")  # which styles that draw a frame need
        self.setAccessibleName(_("Switch off: {filter}").format(filter=words))
        self.setToolTip(self.accessibleName())
        self.setFont(interface_font(SMALL))
        self.setIconSize(QSize(_ICON, _ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw_icon()
        notifier.changed.connect(self._draw_icon)

    def _draw_icon(self) -> None:
        self.setIcon(icon("x"))
