"""What became of claims when a newer text came: one answer a claim, with the reason."""

import json
from dataclasses import dataclass
from enum import StrEnum

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.comparison import Piece, PieceKind
from claimdesk.i18n import _


class Reason(StrEnum):
    """What differs between two states of a text, as far as it bears on a claim."""

    WORDS = "words"
    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    NEGATION = "negation"
    QUALIFIER = "qualifier"
    MODAL = "modal"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    SAYING = "saying"
    CONDITION = "condition"
    TENSE = "tense"
    ROLES = "roles"
    QUESTION = "question"
    WORDING = "wording"
    ORDER = "order"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"

    @property
    def label(self) -> str:
        """What it says in the language spoken."""
        return {
            Reason.WORDS: _("other words"),
            Reason.NUMBER: _("another figure"),
            Reason.UNIT: _("another unit"),
            Reason.DATE: _("another date"),
            Reason.NEGATION: _("a negation came or went"),
            Reason.QUALIFIER: _("another qualifier"),
            Reason.MODAL: _("said as certain or uncertain"),
            Reason.HEDGE: _("said as certain or uncertain"),
            Reason.ATTRIBUTION: _("attributed to somebody else, or to nobody"),
            Reason.SAYING: _("another verb of saying"),
            Reason.CONDITION: _("another condition"),
            Reason.TENSE: _("another time"),
            Reason.ROLES: _("who does what to whom"),
            Reason.QUESTION: _("a question instead of a statement"),
            Reason.WORDING: _("worded differently"),
            Reason.ORDER: _("another order of words"),
            Reason.NOT_FOUND: _("no longer in the text"),
            Reason.AMBIGUOUS: _("several places fit equally well"),
        }[self]


@dataclass(frozen=True, slots=True)
class OldClaim:
    """A claim where it stood; 'corrections' are the accepted ones, old and new wording."""

    id: int
    start: int
    end: int
    corrections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What an anchor keeps of how its sentence changed."""

    reason: Reason | None = None
    pieces: tuple[Piece, ...] = ()

    def to_json(self) -> str | None:
        """As the desk stores it; None where nothing differs."""
        if self.reason is None and not self.pieces:
            return None
        pieces = [[piece.kind.value, piece.text] for piece in self.pieces]
        return json.dumps({"reason": self.reason, "pieces": pieces}, ensure_ascii=False)

    @classmethod
    def from_json(cls, stored: str | None) -> "Difference":
        """Read what the desk stores; what is not understood is left out."""
        try:
            held = json.loads(stored or "{}")
            reason = held.get("reason")
            return cls(
                Reason(reason) if reason else None,
                tuple(Piece(str(text), PieceKind(kind)) for kind, text in held.get("pieces", ())),
            )
        except (ValueError, TypeError, AttributeError):
            return cls()


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a claim: its state, its place in the new text (None where it is gone), and
    how its sentence differs."""

    claim: int
    state: AnchorOrigin
    start: int | None = None
    end: int | None = None
    difference: Difference = Difference()


Range = tuple[int, int]
"""Start and end, in code points."""


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What became of all claims, in the order given. 'new_passages' may hold new claims; 'kept'
    has the sentences that stand in both texts, as old and new ranges."""

    claims: tuple[Carried, ...]
    new_passages: tuple[Range, ...]
    kept: tuple[tuple[Range, Range], ...]
