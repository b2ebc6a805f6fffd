"""How large dialogs are: drawn for letters of 13 px, they grow with the user's, as far as the
screen goes, and are never narrower than what stands in them."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from claimdesk.ui.fonts import scaled

_FRAME = 48
"""Pixels that the window manager may want around it."""


def at_least(dialog: QWidget, width: int) -> None:
    """Keep a finished dialog from getting narrower. (Qt forgets what its fields need once a
    smallest width is set.)"""
    layout = dialog.layout()
    needed = layout.totalMinimumSize().width() if layout else 0
    dialog.setMinimumWidth(max(needed, _on_screen(dialog, QSize(width, 0)).width()))


def begin_with(dialog: QWidget, width: int, height: int) -> None:
    """Give a finished dialog the size it has at first."""
    dialog.resize(_on_screen(dialog, QSize(width, height)).expandedTo(dialog.minimumSizeHint()))


def _on_screen(dialog: QWidget, drawn: QSize) -> QSize:
    """The size in the user's letters, where the screen has room for it; never under the drawn."""
    room = dialog.screen().availableSize() - QSize(_FRAME, _FRAME)
    return QSize(scaled(drawn.width()), scaled(drawn.height())).boundedTo(room).expandedTo(drawn)
