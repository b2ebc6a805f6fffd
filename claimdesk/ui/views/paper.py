"""What the manuscript will be written on."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from claimdesk.ui import theme


class Paper(QWidget):
    """Blank, in the manuscript's colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.theme().paper)
