"""Claims that somebody listed outside the desk, and where they stand in a text."""

from dataclasses import dataclass

from claimdesk.domain.claim import Kind
from claimdesk.domain.status import Status


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim of a list; 'start' is a hint at where its quote stands. A spreadsheet may say more:
    what was found, against which source (its words, its address), and the proposed wording."""

    statement: str
    quote: str
    number: int | None = None
    start: int | None = None
    kind: Kind = Kind.OTHER
    check_worthiness: int = 2
    attributed_to: str | None = None
    status: Status = Status.UNCHECKED
    as_of: str | None = None
    note: str = ""
    source: str = ""
    address: str = ""
    new_wording: str = ""


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A listed claim with its number and its passage, or the reason why it has none."""

    claim: ListedClaim
    number: int
    span: tuple[int, int] | None
    reason: str = ""
