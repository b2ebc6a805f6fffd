"""The way back to words that were left half written."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

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
