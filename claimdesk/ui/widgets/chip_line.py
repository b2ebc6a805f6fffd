"""Filters that are on, each with a cross, in lines that break."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from claimdesk.ui.widgets.filter_chip import FilterChip
from claimdesk.ui.widgets.flow import flow, flow_height

_BETWEEN, _BETWEEN_LINES = 4, 2

Chip = tuple[str, Callable[[], object]]
"""Its words, and what pressing it does."""


class ChipLine(QWidget):
    """Made anew only where other filters are on. Whoever holds it gives it the height that its
    width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[FilterChip] = []

    def show_chips(self, wanted: Sequence[Chip]) -> None:
        """Show these; the keyboard stays in the line while there is one."""
        at = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._made(words, switch_off) for words, switch_off in wanted]
        for before, after in zip(self.chips, self.chips[1:], strict=False):
            QWidget.setTabOrder(before, after)
        if at is not None and self.chips:
            self.chips[min(at, len(self.chips) - 1)].setFocus()
        self.setVisible(bool(self.chips))
        self._arrange()

    def words(self) -> list[str]:
        """What the chips say."""
        return [chip.text().strip() for chip in self.chips]

    def width_in_one_line(self) -> int:
        """How wide all are beside each other."""
        return sum(chip.sizeHint().width() + _BETWEEN for chip in self.chips)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:
        return flow_height(self._flow(width))

    def sizeHint(self) -> QSize:
        return QSize(self.width_in_one_line(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _made(self, words: str, switch_off: Callable[[], object]) -> FilterChip:
        chip = FilterChip(words, self)
        chip.clicked.connect(lambda _checked: switch_off())
        chip.show()
        return chip

    def _arrange(self) -> None:
        for chip, (place, size) in zip(self.chips, self._flow(self.width()), strict=True):
            chip.setGeometry(QRect(place, size))

    def _flow(self, width: int) -> list[tuple[QPoint, QSize]]:
        """A chip that is wider than all is cut."""
        hints = (chip.sizeHint() for chip in self.chips)
        sizes = [QSize(min(hint.width(), max(1, width)), hint.height()) for hint in hints]
        return list(flow(sizes, width, _BETWEEN, _BETWEEN_LINES))
