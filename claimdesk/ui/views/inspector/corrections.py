"""New wordings for the claim's passage, with what was decided about them, and the field in which
one is written."""

from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Drafts, Place
from claimdesk.ui.fonts import BODY, interface_font
from claimdesk.ui.views.inspector.correction_editor import (
    EXPLANATION,
    FIELD,
    WHY,
    CorrectionEditor,
)
from claimdesk.ui.views.inspector.correction_row import CorrectionRow
from claimdesk.ui.views.inspector.draft_lines import DraftLines
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.views.inspector.tab_chain import chain
from claimdesk.ui.widgets.section import Section

_Editor = TypeVar("_Editor", bound=PlaceEditor[Place])


class CorrectionsSection(Section):
    """Corrections of one claim. The editors are made when first needed."""

    editor_opened = Signal(QWidget)
    decline_wanted = Signal(object)
    drop_wanted = Signal(object)

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(_("Correction"), _("Propose"), "C", parent)
        self._desk, self._drafts = desk, drafts
        self._claim: int | None = None
        self._corrections: tuple[Correction, ...] = ()
        rows = QVBoxLayout()
        rows.setSpacing(12)
        self.body.addLayout(rows)
        self.pool: Pool[CorrectionRow, Correction] = Pool(rows, self._row, CorrectionRow.fill)
        self.draft = DraftLines(drafts, drafts.of_claim, (FIELD, EXPLANATION), self._continue, self)
        self.body.addWidget(self.draft)

    @cached_property
    def editor(self) -> CorrectionEditor:
        """Where the new wording is written."""
        made = CorrectionEditor(self._desk, self._drafts, self._held_wording, self)
        return self._placed(made)

    @cached_property
    def why(self) -> PlaceEditor[Place]:
        """Where it is said why a correction is needed."""
        made = PlaceEditor(
            self._desk,
            self._drafts,
            _explain,
            self._held_why,
            name=_("Why"),
            font=interface_font(BODY),
            lines=2,
            parent=self,
        )
        return self._placed(made)

    def fill(self, claim: int, corrections: Sequence[Correction]) -> None:
        """Show a claim's corrections; what is being written for it stays."""
        if claim != self._claim:
            self.keep()
        self._claim, self._corrections = claim, tuple(corrections)
        self.set_count(len(corrections) or None)
        self.name_action(_("Change") if self.proposed else _("Propose"))
        self.pool.show(corrections)
        self.draft.fill(claim)

    def propose(self, old: str | None) -> None:
        """Write a new wording for these words. With none the one that is proposed is reworded;
        where there is none either, the passage gets one."""
        if self._claim is None:
            return
        proposed = self.proposed
        if old is None and proposed is not None and not self._drafts.at(Place(self._claim, FIELD)):
            self._reword(proposed)
            return
        if old is None:
            old = queries.passage_words(self._desk.read, self._claim)
        self.editor.propose(self._claim, old)
        self._show_editor(self.editor)

    @property
    def proposed(self) -> Correction | None:
        """The first correction that waits for a decision."""
        waiting = (one for one in self._corrections if one.state is CorrectionState.PROPOSED)
        return next(waiting, None)

    def accept(self, correction: Correction) -> None:
        """Decide that the new wording is to stand."""
        self._decide(correction, CorrectionState.ACCEPTED)

    def keep(self) -> None:
        """Put what is being typed away as a draft."""
        for name in ("editor", "why"):
            if name in self.__dict__:
                getattr(self, name).keep()

    def _decide(self, correction: Correction, state: CorrectionState) -> None:
        from claimdesk.commands.propose_correction import DecideCorrection  # when first needed

        self._desk.run(DecideCorrection(correction.id, state, base=correction.state))

    def _reword(self, correction: Correction) -> None:
        self.editor.reword(
            correction.claim, correction.id, correction.old_wording, correction.new_wording
        )
        self._show_editor(self.editor)

    def _explain(self, correction: Correction) -> None:
        self.why.open_at(Place(correction.claim, EXPLANATION, correction.id), correction.why or "")
        self._show_editor(self.why)

    def _show_editor(self, editor: PlaceEditor[Place]) -> None:
        editor.field.setFocus()
        self.editor_opened.emit(editor)

    def _placed(self, editor: _Editor) -> _Editor:
        self.draft.leave_out(editor)
        self.body.insertWidget(1, editor)
        chain(self._last_tab, editor)
        return editor

    @property
    def _last_tab(self) -> QWidget:
        """What Tab reaches before the editors."""
        return self.pool.rows[-1].aside

    def _continue(self, place: Place, draft: Draft) -> None:
        correction = next((one for one in self._corrections if one.id == place.note), None)
        if place.field == WHY:  # nothing but the reason was typed
            self.propose(queries.passage_words(self._desk.read, place.claim))
        elif correction is None:
            self.propose(draft.base)
        elif place.field == FIELD:
            self._reword(correction)
        else:
            self._explain(correction)

    def _held(self, place: Place) -> Correction | None:
        detail = queries.claim_detail(self._desk.read, place.claim, history=0)
        return next((one for one in detail.corrections if one.id == place.note), None)

    def _held_wording(self, place: Place) -> str:
        if place.note is None:
            draft = self._drafts.at(place)
            return draft.base if draft else ""
        held = self._held(place)
        return held.new_wording if held else ""

    def _held_why(self, place: Place) -> str:
        held = self._held(place)
        return (held.why or "") if held else ""

    def _set_aside(self, correction: Correction) -> None:
        from claimdesk.commands.set_aside import SetAsideCorrection  # when first needed

        self._desk.run(SetAsideCorrection(correction.id))

    def _row(self) -> CorrectionRow:
        row = CorrectionRow(self)
        row.accept_wanted.connect(self.accept)
        row.decline_wanted.connect(self.decline_wanted)
        row.drop_wanted.connect(self.drop_wanted)
        row.reopen_wanted.connect(lambda one: self._decide(one, CorrectionState.PROPOSED))
        row.edit_wanted.connect(self._reword)
        row.explain_wanted.connect(self._explain)
        row.aside_wanted.connect(self._set_aside)
        return row


def _explain(place: Place, draft: Draft) -> Edit:
    from claimdesk.commands.propose_correction import ExplainCorrection  # when first needed

    assert place.note is not None
    return ExplainCorrection(place.note, draft.words, draft.base)
