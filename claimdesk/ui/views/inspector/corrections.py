"""New wordings for the claim's passage: the old words struck out, the new ones below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.domain.correction import Correction
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.fonts import EXCERPT, SMALL, interface_font, manuscript_font
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.section import Section
from claimdesk.ui.widgets.words import Words, body, meta


class CorrectionRow(QWidget):
    """One correction: where it stands, both wordings, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        struck = manuscript_font(EXCERPT)
        struck.setStrikeOut(True)
        self.state = Words(interface_font(SMALL), "text2", self)
        self.old = Words(struck, "text3", self, selectable=True)
        self.new = Words(manuscript_font(EXCERPT), parent=self, selectable=True)
        self.why = body(self, "text2")
        self.decided = meta(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for words in (self.state, self.old, self.new, self.why, self.decided):
            column.addWidget(words)

    def fill(self, correction: Correction) -> None:
        """Show a correction."""
        self.state.show_words(correction.state.label)
        self.old.show_words(clean(correction.old_wording))
        self.old.setAccessibleName(_("Old wording: {words}").format(words=self.old.words))
        self.new.show_words(clean(correction.new_wording))
        self.new.setAccessibleName(_("New wording: {words}").format(words=self.new.words))
        self.why.show_words(clean(correction.reason or correction.why or ""))
        self.decided.show_words(_who(correction))


class CorrectionsSection(Section):
    """Hidden where nothing is to be corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Correction"), parent=parent)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self.body.addLayout(rows)
        self.pool: Pool[CorrectionRow, Correction] = Pool(
            rows, lambda: CorrectionRow(self), CorrectionRow.fill
        )

    def fill(self, corrections: Sequence[Correction]) -> None:
        """Show a claim's corrections."""
        self.set_count(len(corrections))
        self.pool.show(corrections)
        self.setVisible(bool(corrections))


def _who(correction: Correction) -> str:
    person, time = correction.proposed_by, correction.proposed_at
    if correction.decided_at is not None:
        person, time = correction.decided_by or "", correction.decided_at
    return " · ".join(part for part in (clean(person), moment(time)) if part)
