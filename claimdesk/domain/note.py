"""Dated remarks by a person."""

from dataclasses import dataclass
from enum import StrEnum

from claimdesk.i18n import _


class NoteRole(StrEnum):
    """What a note is for: a remark; a lead says where to look, never what was found; a passage
    note says why a passage is no claim; a reason says why a claim was left out."""

    NOTE = "note"
    LEAD = "lead"
    PASSAGE = "passage"
    REASON = "reason"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            NoteRole.NOTE: _("note"),
            NoteRole.LEAD: _("lead"),
            NoteRole.PASSAGE: _("not a claim"),
            NoteRole.REASON: _("reason"),
        }[self]


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a claim, or on an article where it belongs to no single claim; start and end
    say which passage of the revision it speaks of."""

    id: int
    public_id: str
    claim: int | None
    article: int
    person: str
    role: NoteRole
    text: str
    made_at: str
    start: int | None = None
    end: int | None = None
    revision: int | None = None
