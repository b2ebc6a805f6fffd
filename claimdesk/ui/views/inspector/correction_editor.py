"""The field in which a new wording is written: the old words above it, why below it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Drafts, Place
from claimdesk.ui.fonts import BODY, EXCERPT, interface_font, manuscript_font
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.views.inspector.words_editor import WordsField
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.words import Words

FIELD, WHY, EXPLANATION = "correction", "correction.why", "explanation"
"""The names of the places where drafts are kept; why a new wording is needed belongs to it."""


class CorrectionEditor(PlaceEditor[Place]):
    """Writes a new correction, which starts from the old words and keeps them as its base, or
    rewords one."""

    BESIDE = (WHY,)

    def __init__(
        self,
        desk: Desk,
        drafts: Drafts,
        held: Callable[[Place], str],
        parent: QWidget | None = None,
    ) -> None:
        struck = manuscript_font(EXCERPT)
        struck.setStrikeOut(True)
        super().__init__(
            desk,
            drafts,
            self._edit_of,
            held,
            name=_("New wording"),
            font=manuscript_font(EXCERPT, italic=True),
            lines=2,
            parent=parent,
        )
        self._kept = drafts
        self.old = Words(struck, "text2", self)
        self.why = WordsField(interface_font(BODY), 1, self)
        hint(self.why, _("why, if it needs saying"))
        self.why.setAccessibleName(_("Why"))
        self.why.finished.connect(self.finished)
        self.why.left.connect(self.left)
        self.why.textChanged.connect(self._keep_why)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(0, self.old)
        whole.insertWidget(2, self.why)

    def propose(self, claim: int, old: str) -> None:
        """Write a new wording for these words, on with what was left of one."""
        place = Place(claim, FIELD)
        draft = self._kept.at(place)
        if self.place != place:
            self._begin_why(claim)
            self.open_at(place, old)
            if draft is None:
                self.field.selectAll()
        self._show_old(draft.base if draft else old)

    def reword(self, claim: int, correction: int, old: str, new: str) -> None:
        """Write another wording in place of one that was proposed."""
        self.open_at(Place(claim, FIELD, correction), new)
        self.why.hide()
        self.old.show_words(clean(old))

    def _show_old(self, old: str) -> None:
        self.old.show_words(clean(old))
        self.old.setAccessibleName(_("Old wording: {words}").format(words=self.old.words))

    def _begin_why(self, claim: int) -> None:
        draft = self._kept.at(Place(claim, WHY))
        self.why.blockSignals(True)
        self.why.setPlainText(draft.words if draft else "")
        self.why.blockSignals(False)
        self.why.show()

    def _keep_why(self) -> None:
        if self.place is not None and self.place.note is None:
            self._kept.keep(Place(self.place.claim, WHY), Draft(self.why.toPlainText(), ""))

    def _edit_of(self, place: Place, draft: Draft) -> Edit:
        from claimdesk.commands.propose_correction import (  # when first needed
            ProposeCorrection,
            RewordCorrection,
        )

        if place.note is not None:
            return RewordCorrection(place.note, draft.words, draft.base)
        why = self.why.toPlainText()
        return ProposeCorrection(place.claim, draft.words, why, old_wording=draft.base)
