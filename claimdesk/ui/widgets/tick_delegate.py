"""Ticks in lists whose box is seen in dark colours, too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.ui.theme import outlined, theme


class TickDelegate(QStyledItemDelegate):
    """Draws rows as usual; Fusion takes the outline of a tick's box from the Window colour."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.palette.setColor(QPalette.ColorRole.Window, outlined(theme()))
