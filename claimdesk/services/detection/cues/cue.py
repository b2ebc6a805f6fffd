"""What a cue says."""

from dataclasses import dataclass

from claimdesk.domain.claim import Kind


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens first to last (with it) of a sentence, the kind of fact they hold, and why."""

    first: int
    last: int
    kind: Kind
    reason: str
    trigger: int | None = None
    """The word that says so, where it is one word."""
