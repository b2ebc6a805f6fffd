"""For which day the status of claims holds."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.set_as_of import SetAsOf
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import DateLine, form, note
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.dialogs.sure import MOST_UNASKED

_WIDTH = 420


class AsOfDialog(EditDialog):
    """A year, month or day; empty for none."""

    def __init__(self, desk: Desk, claims: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(desk, _("As-of date"), _("Store"), parent)
        self._claims = tuple(claims)
        few = self._claims if len(self._claims) <= MOST_UNASKED else ()
        days = {row.as_of for row in queries.claim_rows(desk.read, few)}
        held = days.pop() if len(days) == 1 else None
        self.day = DateLine(_("Right as of"), held, self)
        self.day.line.selectAll()
        self.day.changed.connect(self.check)
        said = note(self)
        said.setText(
            ngettext(
                "The day for which the status of {count} claim holds; what came later does not "
                "count. Leave it empty where that does not matter.",
                "The day for which the status of {count} claims holds; what came later does not "
                "count. Leave it empty where that does not matter.",
                len(self._claims),
            )
        )
        fields = form()
        fields.addRow(_("Right as of"), self.day)
        self.body.addWidget(said)
        self.body.addLayout(fields)
        at_least(self, _WIDTH)
        self.day.setFocus()
        self.check()

    def obstacle(self) -> str:
        return self.day.obstacle()

    def edit(self) -> Edit:
        return SetAsOf(self._claims, self.day.date_or_none or "")
