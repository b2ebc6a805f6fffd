"""For which day the claim's status holds, edited in place."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.domain.claim import ClaimRow
from claimdesk.i18n import _
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.views.inspector.attribution_line import AttributionLine
from claimdesk.ui.when import date_obstacle, partial_date, read_day
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.words import Words


class AsOf(QWidget):
    """Enter and leaving store; what is no day stays typed, with the reason below, until the claim
    is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._claim: int | None = None
        self._held = ""
        self.line = AttributionLine(self)
        self.line.setAccessibleName(_("Right as of"))
        hint(
            self.line, _("a day, where that matters: {day}").format(day=partial_date("2022-03-28"))
        )
        self.line.editingFinished.connect(self.store)
        self.line.given_up.connect(self._give_up)
        self.line.textChanged.connect(self._look)
        self.warning = Words(interface_font(SMALL), "danger", self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.line)
        whole.addWidget(self.warning)
        self._look()

    def fill(self, row: ClaimRow) -> None:
        """Show a claim's; a day that is being typed for it stays."""
        if row.id == self._claim and self._is_typed:
            return
        self.store()
        self._claim, self._held = row.id, row.as_of or ""
        self._give_up()

    def store(self) -> None:
        """Store the day that was typed."""
        if self._claim is not None and self._is_typed and not date_obstacle(self.line.text()):
            self._held = read_day(self.line.text()) or ""
            from claimdesk.commands.set_as_of import SetAsOf  # when first needed

            self._desk.run(SetAsOf((self._claim,), self._held))
            self._give_up()

    @property
    def _is_typed(self) -> bool:
        typed = self.line.text().strip()
        return typed != self._shown and (read_day(typed) or typed) != self._held

    @property
    def _shown(self) -> str:
        return partial_date(self._held)

    def _give_up(self) -> None:
        """Show what is held."""
        if self.line.text() != self._shown:
            self.line.setText(self._shown)

    def _look(self) -> None:
        self.warning.show_words(date_obstacle(self.line.text()))
