"""The middle of the window: the text, or two revisions of it side by side; over the text, with
coverage, what its drawing means."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from claimdesk.ui.views.comparison.view import ComparisonView
    from claimdesk.ui.views.coverage.legend import CoverageLegend


class TextPage(QWidget):
    """Text under a legend that most readers never see."""

    def __init__(self, text: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._pages = QStackedWidget(self)
        self._pages.addWidget(text)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._pages, 1)
        self.setFocusProxy(text)

    @cached_property
    def legend(self) -> "CoverageLegend":
        """What the drawing of coverage means."""
        from claimdesk.ui.views.coverage.legend import CoverageLegend  # when shown

        legend = CoverageLegend(self)
        self._whole.insertWidget(0, legend)
        return legend

    @cached_property
    def comparison(self) -> "ComparisonView":
        """Two revisions side by side."""
        from claimdesk.ui.views.comparison.view import ComparisonView  # when shown

        comparison = ComparisonView(self)
        self._pages.addWidget(comparison)
        return comparison

    def show_text(self) -> None:
        """Show the text."""
        self._pages.setCurrentWidget(self._text)

    def show_comparison(self) -> None:
        """Show two revisions in its place."""
        self._pages.setCurrentWidget(self.comparison)
