"""Who several claims are attributed to."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.edit_claim import AttributeClaims
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import Line, form, note
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.dialogs.sure import MOST_UNASKED
from claimdesk.ui.widgets.hint import hint

_WIDTH = 420


class AttributionDialog(EditDialog):
    """A name or a body; empty where the article itself says so. What all of a few claims have
    stands there already."""

    def __init__(self, desk: Desk, claims: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Attributed to"), _("Store"), parent)
        self._claims = tuple(claims)
        few = self._claims if len(self._claims) <= MOST_UNASKED else ()
        held = {row.attributed_to or "" for row in queries.claim_rows(desk.read, few)}
        self.name = Line(_("Attributed to"), held.pop() if len(held) == 1 else "", self)
        hint(self.name, _("nobody: the article itself says so"))
        self.name.selectAll()
        said = note(self)
        said.setText(
            ngettext(
                "{count} claim is attributed to this person or body.",
                "{count} claims are attributed to this person or body.",
                len(self._claims),
            )
        )
        fields = form()
        fields.addRow(_("Attributed to"), self.name)
        self.body.addWidget(said)
        self.body.addLayout(fields)
        at_least(self, _WIDTH)
        self.name.setFocus()
        self.check()

    def obstacle(self) -> str:
        return ""

    def edit(self) -> Edit:
        return AttributeClaims(self._claims, self.name.words)
