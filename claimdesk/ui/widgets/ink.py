"""Lets a standard control write in one of the theme's colours, also after the scheme changed."""

from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from claimdesk.ui.theme import notifier, theme

Place = Literal["text", "text2", "text3", "accent", "danger"]


def ink(widget: QWidget, place: Place) -> None:
    """Write in that colour of whatever theme is in force."""
    _Ink(widget, place)


class _Ink(QObject):
    """Lives and dies with its widget, which a bare callback would outlive."""

    def __init__(self, widget: QWidget, place: Place) -> None:
        super().__init__(widget)
        self._widget = widget
        self._place = place
        notifier.changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        colour: QColor = getattr(theme(), self._place)
        palette = QPalette(self._widget.palette())
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Active, role, colour)
            palette.setColor(QPalette.ColorGroup.Inactive, role, colour)
        self._widget.setPalette(palette)
