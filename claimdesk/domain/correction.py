"""Proposed new wordings for passages, and what was decided about them."""

from dataclasses import dataclass
from enum import StrEnum

from claimdesk.i18n import _


class CorrectionState(StrEnum):
    """Where a correction stands. Dropped says that the passage leaves the text, whatever its
    new wording would have been."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            CorrectionState.PROPOSED: _("proposed"),
            CorrectionState.ACCEPTED: _("accepted"),
            CorrectionState.DECLINED: _("declined"),
            CorrectionState.DROPPED: _("passage dropped"),
        }[self]


@dataclass(frozen=True, slots=True)
class Correction:
    """A new wording for a claim's passage. 'old_wording' are the passage's words it is for, empty
    where the claim had none; 'new_wording' is empty where the passage was dropped and nobody had
    proposed one; 'reason' says why it was decided so."""

    id: int
    public_id: str
    claim: int
    old_wording: str
    new_wording: str
    why: str | None
    state: CorrectionState
    proposed_by: str
    proposed_at: str
    decided_by: str | None = None
    decided_at: str | None = None
    reason: str | None = None
