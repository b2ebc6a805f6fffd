"""What the desk knows of a claim beside its status, in one line of icons and words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from claimdesk.domain.claim import Badge
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import badge_pixmap
from claimdesk.ui.widgets.ink import ink

_ICON = 14


class BadgeLine(QWidget):
    """One label with its icon a badge; those that do not apply are hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[Badge, tuple[QLabel, QLabel]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for badge in Badge:
            picture, words = QLabel(self), QLabel(badge.label, self)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setFont(interface_font(SMALL))
            words.setContentsMargins(0, 0, 8, 0)
            ink(words, "text2")
            row.addWidget(picture)
            row.addWidget(words)
            self._marks[badge] = (picture, words)
        row.addStretch(1)

    def fill(self, badges: tuple[Badge, ...]) -> None:
        """Show these."""
        for badge, (picture, words) in self._marks.items():
            shown = badge in badges
            if shown:
                picture.setPixmap(badge_pixmap(badge, _ICON, self.devicePixelRatioF()))
            picture.setVisible(shown)
            words.setVisible(shown)
        self.setVisible(bool(badges))
