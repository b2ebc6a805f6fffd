"""What stands beside a passage in the manuscript's right margin."""

from dataclasses import dataclass

from claimdesk.domain.correction import CorrectionState


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What of one claim waits at the margin: the wordings and the state of the correction that
    counts, whether a question is open, and whether the passage changed and nobody has confirmed
    it yet."""

    claim: int
    correction: CorrectionState | None = None
    old_wording: str = ""
    new_wording: str = ""
    has_question: bool = False
    is_changed: bool = False
