"""Questions to those who may know, and their answers."""

from dataclasses import dataclass
from enum import StrEnum

from claimdesk.i18n import _


class Addressee(StrEnum):
    """Who a question goes to."""

    AUTHOR = "author"
    EDITOR = "editor"
    SOURCE = "source"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            Addressee.AUTHOR: _("to the author"),
            Addressee.EDITOR: _("to the editor"),
            Addressee.SOURCE: _("to a source"),
        }[self]


@dataclass(frozen=True, slots=True)
class Question:
    """A question on a claim, whose number it carries, or on an article where it belongs to no
    single claim; 'name' says who exactly is asked."""

    id: int
    public_id: str
    claim: int | None
    number: int | None
    article: int
    addressee: Addressee
    name: str | None
    text: str
    asked_by: str
    asked_at: str
    answer: str | None = None
    answered_by: str | None = None
    answered_at: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the answer is still to come."""
        return self.answered_at is None
