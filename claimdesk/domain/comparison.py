"""Two revisions of a text beside each other, claim by claim."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.status import Status
from claimdesk.i18n import _


class PieceKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence."""

    text: str
    kind: PieceKind = PieceKind.SAME


class Verdict(StrEnum):
    """What the comparison says of a row; new passages hold no claim yet."""

    FACT_CHANGED = "fact_changed"
    REWORDED = "reworded"
    CORRECTED = "corrected"
    GONE = "gone"
    NEW = "new"
    MOVED = "moved"
    SAME = "same"

    @classmethod
    def of(cls, origin: AnchorOrigin) -> "Verdict":
        """The verdict on a claim by how its anchor came there; one made by hand stands there for
        good."""
        return cls.SAME if origin is AnchorOrigin.MADE else cls(origin.value)

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            Verdict.FACT_CHANGED: _("fact changed"),
            Verdict.REWORDED: _("reworded"),
            Verdict.CORRECTED: _("corrected"),
            Verdict.GONE: _("gone"),
            Verdict.NEW: _("new"),
            Verdict.MOVED: _("moved"),
            Verdict.SAME: _("same"),
        }[self]

    @property
    def meaning(self) -> str:
        """What it means for the checking."""
        return {
            Verdict.FACT_CHANGED: _("open again"),
            Verdict.REWORDED: _("status kept, please confirm"),
            Verdict.CORRECTED: _("as decided, nothing to do"),
            Verdict.GONE: _("stays in the list, without a place"),
            Verdict.NEW: _("not looked at yet"),
            Verdict.MOVED: _("status kept"),
            Verdict.SAME: _("status kept"),
        }[self]


@dataclass(frozen=True, slots=True)
class CarriedClaim:
    """A claim with its places in two revisions, None where it has none; 'reason' is a
    carry_over.Reason's identifier."""

    claim: int
    number: int
    status: Status
    origin: AnchorOrigin
    after: tuple[int, int] | None
    before: tuple[int, int] | None
    confirmed: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A sentence of the older revision, of the newer one, or of both, with a claim or without.
    'start' is where it stands in the newer revision, None where it is gone; 'is_open' says that a
    reworded passage has yet to be confirmed."""

    verdict: Verdict
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    claim: int | None = None
    number: int | None = None
    status: Status | None = None
    start: int | None = None
    remark: str = ""
    is_open: bool = False
    repeats: bool = False
    """Whether the row before has the same words."""

    @property
    def words(self) -> str:
        """The newer words, or the older ones where there are none."""
        return "".join(piece.text for piece in self.after or self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two revisions of an article: their numbers and times, and the rows in the order of the
    newer one."""

    older: int
    newer: int
    older_made_at: str
    newer_made_at: str
    rows: tuple[ComparedRow, ...]

    @property
    def counts(self) -> Counter[Verdict]:
        """How many rows each verdict has."""
        return Counter(row.verdict for row in self.rows)
