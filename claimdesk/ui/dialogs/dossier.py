"""The dossier of another desk: what is in it, looked at before it is stored."""

from PySide6.QtWidgets import QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.import_dossier import ImportDossier
from claimdesk.domain.received import ReceivedDossier
from claimdesk.i18n import _, ngettext
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.fields import form, note
from claimdesk.ui.dialogs.incoming import IncomingDialog
from claimdesk.ui.dialogs.sizes import begin_with
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.words import body

_WIDTH, _HEIGHT = 620, 240


class DossierDialog(IncomingDialog):
    """Title, desk, what it holds and what it does not; Enter imports it."""

    def __init__(
        self, desk: Desk, received: ReceivedDossier, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, _("Import an article from another desk"), _("Import"), parent)
        self._received = received
        fields = form()
        for name, words in _lines(received):
            label = body(self)
            label.show_words(words)
            fields.addRow(name, label)
        self.body.addLayout(fields)
        for sentence in received.warnings:
            warning = note(self)
            warning.setText(clean(sentence))
            self.body.addWidget(warning)
        self.body.addStretch(1)
        begin_with(self, _WIDTH, _HEIGHT)
        self.check()
        self.finish.setFocus()

    def obstacle(self) -> str:
        return ""

    def edit(self) -> Edit:
        return ImportDossier(self._received)


def _lines(received: ReceivedDossier) -> list[tuple[str, str]]:
    dossier = received.dossier
    evidence = sum(len(claim.evidence) for claim in dossier.claims)
    notes = sum(len(claim.notes) for claim in dossier.claims) + len(dossier.notes)
    counts = (
        ngettext("{count} claim", "{count} claims", len(dossier.claims)),
        ngettext("{count} source", "{count} sources", len(dossier.sources)),
        ngettext("{count} piece of evidence", "{count} pieces of evidence", evidence),
        ngettext("{count} note", "{count} notes", notes),
    )
    return [
        (_("Title"), clean(received.title)),
        (_("Desk"), clean(dossier.desk.title)),
        (_("Report made"), moment(received.made_at)),
        (_("Holds"), ", ".join(counts)),
    ]
