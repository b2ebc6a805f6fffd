"""What others said to the comments of a report, and where it belongs."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimdesk.domain.imported import Lead
from claimdesk.domain.question import Question


@dataclass(frozen=True, slots=True)
class Target:
    """A claim, or the article, that a comment went out with, and its open questions, the oldest
    first."""

    id: int
    public_id: str
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Targets:
    """Claims by their numbers, the article under WHOLE_ARTICLE; and what the desk holds already
    as a note or answer, by the claim's id, None for the article's."""

    by_number: Mapping[int, Target]
    said: frozenset[tuple[int | None, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reply says to a question."""

    question: Question
    text: str
    lead: Lead


@dataclass(frozen=True, slots=True)
class Remark:
    """A reply that becomes a note, on a claim or, without one, on the article."""

    claim: int | None
    text: str
    lead: Lead


@dataclass(frozen=True, slots=True)
class Incoming:
    """What becomes of replies; those that the desk knows already are in none."""

    answers: tuple[Answer, ...] = ()
    notes: tuple[Remark, ...] = ()
    leads: tuple[Lead, ...] = ()

    @property
    def count(self) -> int:
        """How much they bring to claims and article."""
        return len(self.answers) + len(self.notes)
