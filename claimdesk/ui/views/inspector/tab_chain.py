"""Tab through an editor that was made late, where it stands."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def chain(after: QWidget, editor: QWidget) -> None:
    """Let Tab reach an editor behind some widget, and go in it from top to bottom."""
    tabs = [
        widget
        for widget in _from_top(editor)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
    for before, behind in pairwise([after, *tabs]):
        QWidget.setTabOrder(before, behind)


def _from_top(widget: QWidget) -> Iterable[QWidget]:
    """A widget's descendants in the order of its layouts."""
    layout = widget.layout()
    return () if layout is None else _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterable[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
            yield from _from_top(widget)
        elif inner is not None:
            yield from _in_layout(inner)
