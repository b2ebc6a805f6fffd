"""The parts of a verification report, as every format lays them out.

All strings are clean and all dates are in words; statuses, kinds and stances stay what they are,
since a format may draw them. No share of truth is among them: nobody could sign it.
"""

from dataclasses import dataclass

from claimdesk.domain.claim import Badge, Kind, RelationKind
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.note import NoteRole
from claimdesk.domain.question import Addressee
from claimdesk.domain.source import SourceRank, SourceType, Stance, Timing
from claimdesk.domain.status import Status
from claimdesk.services.exporters.marked_text import Paragraph
from claimdesk.services.exporters.passage import Quotation


@dataclass(frozen=True, slots=True)
class Address:
    """A web or mail address as written, and as one may click it."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """Which state of the text was checked."""

    number: int
    sha256: str
    origin: str
    made_at: str


@dataclass(frozen=True, slots=True)
class HeadLine:
    """The last link of one writer's chain."""

    writer: str
    events: int
    time: str
    link: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top: the article, the desk, the people, the times. 'erased' has a
    sentence for each time that words were erased for good, 'extent' one that says so where not
    all of the article's claims are in the report."""

    title: str
    language: str
    author: str | None
    publisher: str | None
    published: str | None
    address: Address | None
    revision: RevisionLine | None
    desk: str
    sample: bool
    made_at: str
    people: tuple[str, ...]
    first_event: str | None
    last_event: str | None
    chains: tuple[HeadLine, ...]
    erased: tuple[str, ...] = ()
    extent: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """How many claims have a status."""

    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The result in numbers; 'parts' holds each status, in the order of bars."""

    claims: int
    checked: int
    parts: tuple[Part, ...]

    @property
    def bar(self) -> tuple[Part, ...]:
        """The statuses that occur."""
        return tuple(part for part in self.parts if part.count)


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with its number in the list and the numbers of the claims that use it."""

    number: int
    title: str
    title_seen: bool
    author: str | None
    publisher: str | None
    published: str | None
    timing: Timing
    type: SourceType
    rank: SourceRank
    language: str | None
    address: Address | None
    summary: str | None
    remark: str | None
    date_basis: str | None
    read_as: str | None
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """What one source says to one claim."""

    source: SourceEntry
    stance: Stance
    locator: str | None
    excerpt: str | None
    looked: str | None
    remark: str | None
    timing: Timing
    snapshot_sha256: str | None


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A dated remark; 'passage' is what it speaks of in the text, where it says so."""

    role: NoteRole
    text: str
    person: str
    made_at: str
    passage: Quotation | None


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """Old and new wording, with what was decided."""

    old_wording: str
    new_wording: str
    why: str | None
    state: CorrectionState
    proposed_by: str
    proposed_at: str
    decided_by: str | None
    decided_at: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question with its answer, if there is one; 'number' is its claim's, None where it is about
    the article."""

    number: int | None
    addressee: Addressee
    name: str | None
    text: str
    asked_by: str
    asked_at: str
    answer: str | None
    answered_by: str | None
    answered_at: str | None

    @property
    def is_open(self) -> bool:
        """Whether the answer is still to come."""
        return self.answered_at is None


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """A tie to another claim of the report or of another article."""

    kind: RelationKind
    number: int
    statement: str
    status: Status
    here: bool
    remark: str | None
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """One claim with all that is known of it. A lead says where to look, never what was found,
    so it is kept apart from the findings. 'id' is its public one."""

    id: str
    number: int
    statement: str
    kind: Kind
    check_worthiness: int
    status: Status
    badges: tuple[Badge, ...]
    attributed_to: str | None
    figures: tuple[str, ...]
    as_of: str | None
    passage: Quotation | None
    evidence: tuple[EvidenceEntry, ...]
    findings: tuple[NoteEntry, ...]
    reasons: tuple[NoteEntry, ...]
    leads: tuple[NoteEntry, ...]
    corrections: tuple[CorrectionEntry, ...]
    questions: tuple[QuestionEntry, ...]
    relations: tuple[RelationEntry, ...]
    changed_at: str
    changed_by: str


@dataclass(frozen=True, slots=True)
class Unchecked:
    """The claims nobody came to a verdict on, for one of the three ways that happens."""

    status: Status
    claims: tuple[ClaimEntry, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A verification report. 'claims' are in the text's order; 'corrections', 'to_decide' and
    'not_checked' point into them; 'not_looked_at' are the sentences that nobody looked
    at; 'answered' are questions on the article itself; 'unused' are sources no
    claim uses yet; 'text' is the article's, with the claims in it."""

    language: str
    head: Head
    summary: Summary
    corrections: tuple[ClaimEntry, ...]
    open_questions: tuple[QuestionEntry, ...]
    to_decide: tuple[ClaimEntry, ...]
    claims: tuple[ClaimEntry, ...]
    not_checked: tuple[Unchecked, ...]
    notes: tuple[NoteEntry, ...]
    answered: tuple[QuestionEntry, ...]
    sources: tuple[SourceEntry, ...]
    unused: tuple[SourceEntry, ...]
    not_looked_at: tuple[str, ...] = ()
    text: tuple[Paragraph, ...] = ()

    @property
    def placed(self) -> frozenset[int]:
        """The numbers of the claims that stand in the text."""
        stretches = (one for paragraph in self.text for one in paragraph)
        return frozenset(number for one in stretches for number in one.begins)

    @property
    def is_interim(self) -> bool:
        """Whether some claims are still open."""
        return not self.claims or any(claim.status.is_open for claim in self.claims)
