"""How much it would matter if it were wrong: 1 to 3, with the reasons that raise it."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimdesk.domain.claim import Kind
from claimdesk.domain.suggestion import Reason, ReasonKind
from claimdesk.services.detection.blocks import BlockKind
from claimdesk.services.detection.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text: how deep, from 0 to 1, and the how manieth sentence of its paragraph."""

    depth: float
    sentence: int


def worth_of(
    sentence: Sentence,
    first: int,
    last: int,
    kind: Kind,
    reasons: Iterable[Reason],
    place: Place,
) -> tuple[int, tuple[Reason, ...]]:
    """Check-worthiness and why."""
    return 2, ()
