"""The fields of a piece of evidence: what the source says to the claim, and where."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from claimdesk.commands.attach_source import EvidenceData
from claimdesk.domain.source import Stance
from claimdesk.i18n import _
from claimdesk.ui.dialogs.fields import DateLine, Line, Lines, Radios, form
from claimdesk.ui.widgets.hint import hint


class EvidenceForm(QWidget):
    """Edits an EvidenceData."""

    changed = Signal()

    def __init__(self, data: EvidenceData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stance = Radios(
            _("The source"), [(each, _mnemonic(each)) for each in Stance], data.stance, self
        )
        self.excerpt = Lines(_("Excerpt"), data.excerpt, 3, self)
        hint(self.excerpt, _("word for word, without quotation marks"))
        self.locator = Line(_("Place in it"), data.locator, self)
        hint(self.locator, _("page, paragraph, table cell, minute"))
        self.looked = DateLine(_("Looked at on"), data.looked, self)
        self.looked.changed.connect(self.changed)
        self.remark = Line(_("Remark"), data.remark, self)
        self._put_together()

    def data(self) -> EvidenceData:
        """What the fields say."""
        return EvidenceData(
            stance=self.stance.chosen,
            locator=self.locator.words_or_none,
            excerpt=self.excerpt.words_or_none,
            looked=self.looked.date_or_none,
            remark=self.remark.words_or_none,
        )

    def obstacle(self) -> str:
        """Why they cannot be stored yet, in a sentence."""
        return _("The day it was looked at is no date yet.") if self.looked.obstacle() else ""

    def _put_together(self) -> None:
        fields = form()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addRow(_("The source"), self.stance)
        fields.addRow(_("E&xcerpt"), self.excerpt)
        fields.addRow(_("Place in it"), self.locator)
        fields.addRow(_("Looked at on"), self.looked)
        fields.addRow(_("Remark"), self.remark)
        self.setLayout(fields)


def _mnemonic(stance: Stance) -> str:
    """With a key of its own: Alt and the letter after '&'."""
    return {
        Stance.SUPPORTS: _("&supports"),
        Stance.REFUTES: _("&refutes"),
        Stance.QUALIFIES: _("&qualifies"),
        Stance.CONTEXT: _("gives &context"),
    }[stance]
