"""The claim's evidence: the first pieces whole, the others counted until they are asked for."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.domain.source import Evidence, Stance
from claimdesk.i18n import _, ngettext
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Place
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.views.inspector.draft_lines import DraftLines
from claimdesk.ui.views.inspector.evidence_row import EvidenceRow
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.section import Section
from claimdesk.ui.widgets.words import Words, flush

SHOWN = 4
"""How many are shown at once; one more would hide nothing worth a click."""


class EvidenceSection(Section):
    """Sources with what they say."""

    edit_wanted = Signal(object)
    link_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Evidence"), _("Attach source"), "S", parent)
        self._desk = desk
        self._claim: int | None = None
        self._all: Sequence[Evidence] = ()
        self._unfolded = False
        self.none = Words(interface_font(SMALL), "text3", self)
        self.none.show_words(_("No source yet. S attaches one."))
        self.body.addWidget(self.none)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self.body.addLayout(rows)
        self.pool: Pool[EvidenceRow, Evidence] = Pool(rows, self._row, EvidenceRow.fill)
        self.more = LinkButton("", self)
        self.more.clicked.connect(self._fold)
        self.folded = Words(interface_font(SMALL), "text2", self)
        self.body.addLayout(flush(self.more, self.folded))
        self.draft = DraftLines(
            desk.drafts, desk.drafts.of_claim, ("source", "evidence"), self._go_on, self
        )
        self.body.addWidget(self.draft)

    def fill(self, claim: int, evidence: Sequence[Evidence]) -> None:
        """Show a claim's evidence; folded anew for another claim."""
        self._unfolded = self._unfolded and claim == self._claim
        self._claim, self._all = claim, evidence
        self.set_count(len(evidence) or None)
        self.none.setVisible(not evidence)
        self.draft.fill(claim)
        self._show()

    def _go_on(self, place: Place, _draft: Draft) -> None:
        """With a source that is half attached, or evidence that is half rewritten."""
        edited = next((one for one in self._all if one.id == place.note), None)
        if edited is not None:
            self.edit_wanted.emit(edited)
        elif place.field.startswith("source."):
            self.action.emit()

    def _show(self) -> None:
        folded = () if self._unfolded else self._all[SHOWN:]
        self.pool.show(self._all[: len(self._all) - len(folded)])
        words = ngettext("{count} more", "{count} more", len(folded))
        self.more.setText(words if folded else _("Show fewer"))
        self.more.setVisible(len(self._all) > SHOWN)
        self.folded.show_words(stances_in_words(folded))
        self.more.setAccessibleDescription(self.folded.words)

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show()

    def _row(self) -> EvidenceRow:
        row = EvidenceRow(self)
        row.edit_wanted.connect(self.edit_wanted)
        row.link_wanted.connect(self.link_wanted)
        row.aside_wanted.connect(self._set_aside)
        return row

    def _set_aside(self, evidence: Evidence) -> None:
        from claimdesk.commands.set_aside import SetAsideEvidence  # when first needed

        self._desk.run(SetAsideEvidence(evidence.id))


def stances_in_words(evidence: Sequence[Evidence]) -> str:
    """'2 refute, 4 qualify'."""
    counts = Counter(one.stance for one in evidence)
    return ", ".join(_counted(stance, counts[stance]) for stance in Stance if counts[stance])


def _counted(stance: Stance, count: int) -> str:
    match stance:
        case Stance.SUPPORTS:
            return ngettext("{count} supports", "{count} support", count)
        case Stance.REFUTES:
            return ngettext("{count} refutes", "{count} refute", count)
        case Stance.QUALIFIES:
            return ngettext("{count} qualifies", "{count} qualify", count)
        case Stance.CONTEXT:
            return ngettext("{count} gives context", "{count} give context", count)
