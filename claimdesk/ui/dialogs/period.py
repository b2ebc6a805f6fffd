"""Days of one's own choice that a filter asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from claimdesk.domain.period import Period, spanning
from claimdesk.i18n import _
from claimdesk.ui.dialogs.edit_dialog import AskingDialog
from claimdesk.ui.dialogs.fields import DateLine, form, note
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.widgets.ink import ink

_WIDTH = 420


class PeriodDialog(AskingDialog):
    """From one year, month or day until another; one of them may be left empty."""

    given = Signal(Period)

    def __init__(self, title: str, held: Period | None, parent: QWidget | None = None) -> None:
        """'held' is what the filter asks for already."""
        super().__init__(title, _("Show"), parent)
        self.first = DateLine(_("From"), held.first if held else "", self)
        self.last = DateLine(_("Until"), held.last if held else "", self)
        fields = form()
        for name, line in ((_("From"), self.first), (_("Until"), self.last)):
            fields.addRow(name, line)
            line.changed.connect(self.check)
        said = note(self)
        ink(said, "text2")
        said.setText(_("Both days count. A year or a month is meant whole."))
        self.body.addLayout(fields)
        self.body.addWidget(said)
        at_least(self, _WIDTH)
        self.first.setFocus()
        self.check()

    def obstacle(self) -> str:
        if obstacle := self.first.obstacle() or self.last.obstacle():
            return obstacle
        period = self._period
        if period == Period():
            return _("Give the first day, the last day, or both.")
        if period.first and period.last and period.first > period.last:
            return _("The last day comes before the first.")
        return ""

    def conclude(self) -> None:
        period = self._period
        self.done(self.DialogCode.Accepted)
        self.given.emit(period)

    @property
    def _period(self) -> Period:
        return spanning(self.first.date_or_none or "", self.last.date_or_none or "")
