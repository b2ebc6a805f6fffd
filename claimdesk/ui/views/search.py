"""Where one types what is looked for, and what the desk holds of it, group by group."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from claimdesk.i18n import _
from claimdesk.ui.actions.offers import Row
from claimdesk.ui.views.palette import Palette

WIDTH = 920


class SearchPanel(Palette):
    """Lies over the window as the palette does; what it lists comes when it is found."""

    def __init__(self, window: QWidget, question: Callable[[str], None]) -> None:
        super().__init__(window, lambda _query: [], lambda _query: [])
        self._question = question
        self.panel.wanted = WIDTH
        self.listed = ""
        self._run_when_found = False
        self.field.setPlaceholderText(
            _("Claims, notes, sources, article texts, corrections, questions")
        )
        self.field.setAccessibleName(_("Search this desk"))
        self.field.closing_key = Qt.Modifier.CTRL | Qt.Key.Key_F

    def say(self, words: str) -> None:
        """Say how far the search is prepared, or what is wrong with it."""
        self.panel.where.setText(words)

    def ask_again(self) -> None:
        """Ask anew for what was typed."""
        if self.isVisible() and self.field.text().strip():
            self._question(self.field.text())

    def show_found(self, query: str, rows: Sequence[Row]) -> None:
        """List what a query found, if it is still the one typed."""
        if query != self.field.text():
            return
        self.listed = query
        self.panel.nothing.setText(_("Nothing found"))
        self.model.show(rows)
        self._fit()
        self._choose(self.model.next_offer(-1, 1))
        if self._run_when_found:
            self._run_when_found = False
            super().run()

    def run(self) -> None:
        """Go to what is marked; to the first hit where it is still on its way."""
        if self.listed == self.field.text():
            super().run()
        else:
            self._run_when_found = bool(self.field.text().strip())

    def _on_typed(self) -> None:
        self._run_when_found = False
        query = self.field.text()
        if query.strip():
            self._question(query)
        else:
            self.listed = ""
            self.panel.nothing.setText(
                _("Words, their beginnings or the end of a compound; “a phrase” in quotes")
            )
            self.model.show([])
            self._fit()
