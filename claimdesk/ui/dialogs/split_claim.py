"""Make two claims of one."""

from PySide6.QtWidgets import QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.part_claims import SplitClaim
from claimdesk.domain.claim import ClaimRow
from claimdesk.i18n import _
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import Lines, form
from claimdesk.ui.widgets.words import body

_WIDTH = 520


class SplitDialog(EditDialog):
    """The statement of each of the two."""

    def __init__(self, desk: Desk, row: ClaimRow, parent: QWidget | None = None) -> None:
        title = _("Split claim {number}").format(number=row.number)
        super().__init__(desk, title, _("Split"), parent)
        self._claim = row.id
        advice = body(self, "text2")
        advice.show_words(
            _("The first keeps number, sources and notes; the second is a claim of its own.")
        )
        self.first = Lines(_("First statement"), row.statement, 3, self)
        self.second = Lines(_("Second statement"), "", 3, self)
        fields = form()
        for field in (self.first, self.second):
            fields.addRow(field.accessibleName(), field)
            field.textChanged.connect(self.check)
        self.body.addWidget(advice)
        self.body.addLayout(fields)
        self.setMinimumWidth(_WIDTH)
        self.second.setFocus()
        self.check()

    def obstacle(self) -> str:
        if not self.first.words:
            return _("The first statement is still missing.")
        return "" if self.second.words else _("The second statement is still missing.")

    def edit(self) -> Edit:
        return SplitClaim(self._claim, _line(self.first.words), _line(self.second.words))


def _line(words: str) -> str:
    return " ".join(words.split())
