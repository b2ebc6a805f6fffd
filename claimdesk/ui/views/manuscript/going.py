"""Goes to places of the text as soon as that can be done."""

from collections.abc import Callable

from claimdesk.ui.views.manuscript.layout import Spanned
from claimdesk.ui.views.manuscript.pane import TextPane


class Going:
    """Where one text pane is to be taken."""

    def __init__(self, pane: TextPane) -> None:
        self._pane = pane
        self._when_shown: Callable[[], None] | None = None

    def into(self, mark: Spanned, *, reveal: bool = True) -> None:
        """Set the caret into something and bring it into view, once its lines are broken."""

        def go() -> None:
            self._pane.put_caret_into(mark)
            if reveal:
                self.once_shown(lambda: self._pane.reveal(mark))

        self._pane.lines.when(mark.end, go)

    def once_shown(self, scroll: Callable[[], None]) -> None:
        """Scroll now, or as soon as there is a width to break lines in."""
        if self._pane.isVisible():
            scroll()
        else:
            self._when_shown = scroll

    def shown(self) -> None:
        """There is a width now."""
        scroll, self._when_shown = self._when_shown, None
        if scroll:
            scroll()

    def nowhere(self) -> None:
        """Another text is there."""
        self._when_shown = None
