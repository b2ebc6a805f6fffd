"""Pale letters where nothing more is to be looked at; in a long text only around what is seen."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit

from claimdesk.ui.views.manuscript import coverage
from claimdesk.ui.views.manuscript.sentences import Stretches

AROUND, NEAR_EDGE = 12_000, 6_000
"""Characters before and behind the first that is seen, and when it is time for others."""


class Ink:
    """The pale letters of one text edit."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._stretches: Stretches | None = None
        self._inked: tuple[int, int] | None = None
        """Where it ends, if it does not reach over all of the text."""

    def show(self, stretches: Stretches | None, *, is_long: bool) -> None:
        """Show how far the checking of these is; None: all letters are alike."""
        self._stretches, self._inked = stretches, None
        if stretches is None:
            self._edit.setExtraSelections([])
        elif is_long:
            self._ink_around(self._seen)
        else:
            self._edit.setExtraSelections(coverage.pale(self._edit.document(), stretches))

    def follow(self) -> None:
        """Another place is seen."""
        if self._inked is not None:
            seen = self._seen
            if not self._inked[0] + NEAR_EDGE < seen < self._inked[1] - NEAR_EDGE:
                self._ink_around(seen)

    def _ink_around(self, place: int) -> None:
        assert self._stretches is not None
        self._inked = start, end = place - AROUND, place + AROUND
        near = self._stretches.overlapping(start, end)
        self._edit.setExtraSelections(coverage.pale(self._edit.document(), near))

    @property
    def _seen(self) -> int:
        return self._edit.cursorForPosition(QPoint(0, 0)).position()
