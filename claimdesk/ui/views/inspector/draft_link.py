"""The way back to words that were left half written, and into the field where one goes on."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from claimdesk.i18n import _
from claimdesk.ui.views.inspector.drafts import Draft, Drafts, Place
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import on_button

_EXCERPT = 40

Begun = tuple[Place, Draft]


class DraftLink(LinkButton):
    """Says how the words begin; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.hide()

    def show_begun(self, begun: Begun | None) -> None:
        """Lead to these words."""
        if begun is not None:
            start = " ".join(begun[1].words.split())[:_EXCERPT]
            self.setText(on_button(_("Continue the draft “{start} …”").format(start=start)))
        self.setVisible(begun is not None)


def first_begun(drafts: Drafts, places: Iterable[Place]) -> Begun | None:
    """The first of some places where words wait."""
    return next(((place, draft) for place in places if (draft := drafts.at(place))), None)


def chain(after: QWidget, editor: QWidget) -> None:
    """Let Tab reach an editor that was made late where it stands: behind some widget, and in it
    from top to bottom."""
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
