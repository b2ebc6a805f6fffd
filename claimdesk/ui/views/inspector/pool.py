"""Rows that are made once and filled again and again."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

_Row = TypeVar("_Row", bound=QWidget)
_Item = TypeVar("_Item")


class Pool(Generic[_Row, _Item]):
    """As many rows in a layout as there are things to show; spare ones are hidden."""

    def __init__(
        self,
        layout: QVBoxLayout,
        make: Callable[[], _Row],
        fill: Callable[[_Row, _Item], None],
    ) -> None:
        self._layout, self._make, self._fill = layout, make, fill
        self.rows: list[_Row] = []
        self.shown = 0
        self._grow()  # early, so that Tab finds the rows where they stand
        self.rows[0].hide()

    def show(self, items: Sequence[_Item]) -> None:
        """Show these, in this order."""
        while len(self.rows) < len(items):
            self._grow()
        for row, item in zip(self.rows, items, strict=False):
            self._fill(row, item)
            row.show()
        for row in self.rows[len(items) : self.shown]:
            row.hide()
        self.shown = len(items)

    def _grow(self) -> None:
        row = self._make()
        self._layout.addWidget(row)
        self.rows.append(row)
        tabs = [button for each in self.rows[-2:] for button in _buttons(each)]
        for before, after in pairwise(tabs):
            QWidget.setTabOrder(before, after)


def _buttons(row: QWidget) -> list[QAbstractButton]:
    return row.findChildren(QAbstractButton)
