"""How much it matters that a claim is right, on a scale of three."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from claimdesk.domain.claim import WORTHINESS
from claimdesk.i18n import _, pgettext


def worthiness_words(level: int) -> str:
    """How much it matters that a claim is right."""
    return {
        1: pgettext("check-worthiness", "low"),
        2: pgettext("check-worthiness", "medium"),
        3: pgettext("check-worthiness", "high"),
    }[level]


class Worthiness(QWidget):
    """Three buttons that show what the desk holds, not what was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not exclusive, or Qt's arrow keys would store a value on their way.
        self._group = QButtonGroup(self, exclusive=False)
        self._level = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for level in WORTHINESS:
            row.addWidget(self._button(level))
        row.addStretch(1)
        self._group.idClicked.connect(self._clicked)

    def show_level(self, level: int) -> None:
        """Show a claim's."""
        self._level = level
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == level)

    def button(self, level: int) -> QRadioButton:
        """The button of a level."""
        found = self._group.button(level)
        assert isinstance(found, QRadioButton)
        return found

    def _button(self, level: int) -> QRadioButton:
        button = QRadioButton(self)
        button.setText(worthiness_words(level))
        button.setAutoExclusive(False)
        button.setAccessibleName(_("check-worthiness {level} of 3").format(level=level))
        self._group.addButton(button, level)
        return button

    def _clicked(self, level: int) -> None:
        self.show_level(self._level)
        self.chosen.emit(level)
