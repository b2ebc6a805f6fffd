"""Propose another wording for a passage, and decide about it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import about_claims, required
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.errors import Conflict, Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_DECIDED = {
    CorrectionState.PROPOSED: N_("Reopen the correction of claim {number}"),
    CorrectionState.ACCEPTED: N_("Accept the correction of claim {number}"),
    CorrectionState.DECLINED: N_("Decline the correction of claim {number}"),
    CorrectionState.DROPPED: N_("Drop the passage of claim {number}"),
}


@dataclass(frozen=True, slots=True)
class ProposeCorrection:
    """Propose a new wording for some words of the text: those given, or all of the claim's
    passage."""

    claim: int
    new_wording: str
    why: str = ""
    old_wording: str | None = None

    def apply(self, work: "Work") -> Message:
        old = self.old_wording
        if old is None:
            old = queries.passage_words(work.read, self.claim)
        new = required(self.new_wording, _("The new wording"))
        if new == old:
            raise Refused(_("The new wording is the old one; change it and try again."))
        work.add(
            "correction",
            claim=self.claim,
            old_wording=old,
            new_wording=new,
            why=self.why.strip() or None,
            proposed_by=work.person,
            proposed_at=work.now,
        )
        return about_claims(work, (self.claim,), N_("Propose a correction of claim {number}"), "")


@dataclass(frozen=True, slots=True)
class RewordCorrection:
    """Change a correction's new wording; 'base' are the words that the edit started from. What
    was decided about the old ones does not hold for the new ones, so it is open again."""

    correction: int
    new_wording: str
    base: str

    def apply(self, work: "Work") -> Message:
        held = work.get("correction", self.correction)
        work.expect("correction", self.correction, "new_wording", self.base)
        new = required(self.new_wording, _("The new wording"))
        if new != held["new_wording"]:
            work.set("correction", self.correction, new_wording=new)
            _decide(work, self.correction, CorrectionState.PROPOSED, "")
        return about_claims(
            work, (held["claim"],), N_("Reword the correction of claim {number}"), ""
        )


@dataclass(frozen=True, slots=True)
class ExplainCorrection:
    """Say why a correction is needed, empty for no word on it; 'base' as with the wording."""

    correction: int
    why: str
    base: str

    def apply(self, work: "Work") -> Message:
        held = work.get("correction", self.correction)
        work.expect("correction", self.correction, "why", self.base)
        work.set("correction", self.correction, why=self.why.strip() or None)
        return about_claims(
            work, (held["claim"],), N_("Explain the correction of claim {number}"), ""
        )


@dataclass(frozen=True, slots=True)
class DecideCorrection:
    """Accept a correction, decline it with the reason, say that its passage is dropped, or open it
    again; 'base' is the state that the decision started from."""

    correction: int
    decision: CorrectionState
    reason: str = ""
    base: CorrectionState = CorrectionState.PROPOSED

    def apply(self, work: "Work") -> Message:
        held = work.get("correction", self.correction)
        if held["state"] != self.base:
            raise Conflict(
                _("Meanwhile this correction is {state}; look at it and decide anew.").format(
                    state=CorrectionState(held["state"]).label
                )
            )
        if self.decision is CorrectionState.DECLINED and not self.reason.strip():
            raise Refused(_("A correction is declined only with the reason; give it."))
        if self.decision is not CorrectionState.DROPPED and not held["new_wording"]:
            raise Refused(_("This correction has no new wording yet; write it first."))
        if self.decision is not self.base:
            _decide(work, self.correction, self.decision, self.reason)
        return about_claims(work, (held["claim"],), _DECIDED[self.decision], "")


@dataclass(frozen=True, slots=True)
class DropPassage:
    """Say that a claim's passage leaves the text: every correction still proposed for it is
    settled so; where there is none, one without new wording keeps the decision."""

    claim: int
    reason: str = ""

    def apply(self, work: "Work") -> Message:
        proposed = work.find(
            "correction", claim=self.claim, state=CorrectionState.PROPOSED.value, aside=False
        )
        rows = [row["id"] for row in proposed] or [self._add(work)]
        for row in rows:
            _decide(work, row, CorrectionState.DROPPED, self.reason)
        return about_claims(work, (self.claim,), _DECIDED[CorrectionState.DROPPED], "")

    def _add(self, work: "Work") -> int:
        return work.add(
            "correction",
            claim=self.claim,
            old_wording=queries.passage_words(work.read, self.claim),
            new_wording="",
            proposed_by=work.person,
            proposed_at=work.now,
        )


def _decide(work: "Work", correction: int, decision: CorrectionState, reason: str) -> None:
    is_open = decision is CorrectionState.PROPOSED
    work.set(
        "correction",
        correction,
        state=decision.value,
        decided_by=None if is_open else work.person,
        decided_at=None if is_open else work.now,
        reason=None if is_open else reason.strip() or None,
    )
