"""Put away what is not wanted; it stays in the desk and comes back by undo."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import about_claims, owner
from claimdesk.domain.history import Message
from claimdesk.i18n import N_

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class SetAsideClaims:
    """Set claims aside, with all that hangs on them."""

    claims: tuple[int, ...]

    def apply(self, work: "Work") -> Message:
        work.set("claim", self.claims, aside=True)
        return about_claims(
            work, self.claims, N_("Set claim {number} aside"), N_("Set {count} claims aside")
        )


@dataclass(frozen=True, slots=True)
class SetAsideEvidence:
    """Detach a source from a claim; the source stays in the library."""

    evidence: int

    def apply(self, work: "Work") -> Message:
        claim = work.get("evidence", self.evidence)["claim"]
        work.set("evidence", self.evidence, aside=True)
        return about_claims(work, (claim,), N_("Set evidence of claim {number} aside"), "")


@dataclass(frozen=True, slots=True)
class SetAsideNote:
    """Set a note aside."""

    note: int

    def apply(self, work: "Work") -> Message:
        note = work.get("note", self.note)
        work.set("note", self.note, aside=True)
        return owner(
            work,
            note["claim"],
            note["article"],
            N_("Set a note on claim {number} aside"),
            N_("Set a note on “{title}” aside"),
        )


@dataclass(frozen=True, slots=True)
class SetAsideCorrection:
    """Set a correction aside."""

    correction: int

    def apply(self, work: "Work") -> Message:
        claim = work.get("correction", self.correction)["claim"]
        work.set("correction", self.correction, aside=True)
        return about_claims(work, (claim,), N_("Set a correction of claim {number} aside"), "")


@dataclass(frozen=True, slots=True)
class SetAsideRelation:
    """Set a tie between two claims aside."""

    relation: int

    def apply(self, work: "Work") -> Message:
        claim = work.get("relation", self.relation)["claim"]
        work.set("relation", self.relation, aside=True)
        return about_claims(work, (claim,), N_("Set a relation of claim {number} aside"), "")


@dataclass(frozen=True, slots=True)
class SetAsideQuestion:
    """Set a question aside, with its answer."""

    question: int

    def apply(self, work: "Work") -> Message:
        question = work.get("question", self.question)
        work.set("question", self.question, aside=True)
        return owner(
            work,
            question["claim"],
            question["article"],
            N_("Set a question on claim {number} aside"),
            N_("Set a question on “{title}” aside"),
        )
