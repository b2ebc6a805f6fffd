"""The middle of the window: the text, and over it, with coverage, what its drawing means."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from claimdesk.ui.views.coverage.legend import CoverageLegend


class TextPage(QWidget):
    """Text under a legend that most readers never see."""

    def __init__(self, text: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(text, 1)
        self.setFocusProxy(text)

    @cached_property
    def legend(self) -> "CoverageLegend":
        """What the drawing of coverage means."""
        from claimdesk.ui.views.coverage.legend import CoverageLegend  # noqa: PLC0415  when shown

        legend = CoverageLegend(self)
        self._whole.insertWidget(0, legend)
        return legend
