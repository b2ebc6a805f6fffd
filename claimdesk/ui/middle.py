"""The middle of the window: the text, and the list under it or at its left."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from claimdesk.ui import widths
from claimdesk.ui.fonts import scaled

LIST_SHARE = 0.4
"""Of the height, where the list stands under the text."""
_MOST_AT_LEFT = 0.5
"""Of the width, however little of it the text needs."""
_LEAST_LIST, _LEAST_TEXT = 160, 140
"""Pixels of height, for three claims and for four lines."""


class Middle(QSplitter):
    """However the window is resized, the list has the share that somebody gave it; else a part of
    the height, or what is left of the width beside a text that is as wide as it reads best."""

    def __init__(self, upper: QWidget, claims: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._upper, self._list = upper, claims
        self._chosen: dict[str, float] = {}
        self._shared: list[int] = []
        self._text = widths.manuscript(None)
        self.addWidget(upper)
        self.addWidget(claims)
        self.splitterMoved.connect(self._on_moved)

    @property
    def _side(self) -> str:
        return "left" if self.orientation() is Qt.Orientation.Horizontal else "below"

    def put_list(self, *, left: bool) -> bool:
        """Put the list at the text's left or below; whether it stood elsewhere."""
        wanted = Qt.Orientation.Horizontal if left else Qt.Orientation.Vertical
        if self.orientation() is wanted:
            return False
        self.insertWidget(0, self._list if left else self._upper)
        self.setOrientation(wanted)
        self.share_out()
        # The list tells how narrow it may be only after this turn.
        QTimer.singleShot(0, self, self.share_out)
        return True

    def put_text(self, page: QWidget) -> None:
        """Show this in place of what stood over the list or beside it."""
        self.replaceWidget(self.indexOf(self._upper), page)
        self._upper.deleteLater()
        self._upper = page
        self.share_out()

    def show_text_size(self, size: int) -> None:
        """Leave room for letters of this size."""
        self._text = widths.manuscript(size)
        self.share_out()

    def shares(self) -> dict[str, float]:
        """What somebody gave to the list, for JSON."""
        if self._shared and self.sizes() != self._shared:
            self._on_moved()
        return dict(self._chosen)

    def restore(self, held: object) -> None:
        """Take saved shares; whatever in them makes no sense is left."""
        if isinstance(held, Mapping):
            self._chosen |= {side: share for side, share in held.items() if _is_share(side, share)}
            self.share_out()

    def share_out(self) -> None:
        """Give text and list what is theirs of the room."""
        room = sum(self.sizes())
        if not room:
            return
        share = self._chosen.get(self._side)
        wanted = self._wanted(room) if share is None else round(share * room)
        left = self._side == "left"
        self.setSizes([wanted, room - wanted] if left else [room - wanted, wanted])
        self._shared = self.sizes()

    def _wanted(self, room: int) -> int:
        if self._side == "left":
            most = max(widths.LIST_AT_LEFT, round(room * _MOST_AT_LEFT))
            return max(widths.LIST_AT_LEFT, min(room - self._text, most))
        least, most = scaled(_LEAST_LIST), room - scaled(_LEAST_TEXT)
        return max(least, min(round(room * LIST_SHARE), most))

    def _on_moved(self) -> None:
        sizes = self.sizes()
        self._chosen[self._side] = sizes[self.indexOf(self._list)] / max(1, sum(sizes))
        self._shared = sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()


def _is_share(side: object, share: Any) -> bool:
    return side in ("left", "below") and isinstance(share, float) and 0 < share < 1
