"""Everything about one article, gathered for a report."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimdesk.domain.anchor import Anchor, AnchorOrigin
from claimdesk.domain.article import ArticleRow, Revision
from claimdesk.domain.claim import ClaimRow, RelationKind
from claimdesk.domain.correction import Correction
from claimdesk.domain.coverage import Looked
from claimdesk.domain.desk import DeskInfo
from claimdesk.domain.erasure import Erasure
from claimdesk.domain.event import Event
from claimdesk.domain.note import Note
from claimdesk.domain.question import Question
from claimdesk.domain.source import Evidence, Source
from claimdesk.domain.status import Status
from claimdesk.i18n import _


@dataclass(frozen=True, slots=True)
class Relation:
    """A claim's tie to another one, seen from 'claim'; 'backwards' where it was made from the
    other one."""

    id: int
    public_id: str
    kind: RelationKind
    claim: int
    other: int
    other_public_id: str
    other_number: int
    other_statement: str
    other_status: Status
    remark: str | None
    backwards: bool = False

    @property
    def label(self) -> str:
        """How this claim hangs together with the other one, in the language spoken."""
        if self.backwards and self.kind is RelationKind.DEPENDS_ON:
            return _("is the basis of")
        return self.kind.label


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """What the inspector and reports show of a claim. 'history' holds the events that touched
    it, newest first; reports leave it empty. 'passage_state' is how the anchor came there."""

    row: ClaimRow
    anchor: Anchor | None
    revision: int | None
    evidence: tuple[Evidence, ...]
    notes: tuple[Note, ...]
    relations: tuple[Relation, ...]
    history: tuple[Event, ...] = ()
    passage_state: AnchorOrigin | None = None
    corrections: tuple[Correction, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last link of one writer's chain: whoever knows it can tell a changed history."""

    writer: str
    events: int
    time: str
    link: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One article with all that the desk knows of it. 'people' are those who worked on it,
    'first_event' and 'last_event' the times of its first and last edit, 'notes' and 'questions'
    its own, 'looked' what was said of ranges of the revision's text, 'address' where the report
    will stand on the web. Where it was cut for a report, 'left_out' names what is missing, and
    'masked' says that words were blanked."""

    desk: DeskInfo
    article: ArticleRow
    revision: Revision | None
    claims: tuple[ClaimDetail, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    people: tuple[str, ...]
    first_event: str | None
    last_event: str | None
    heads: tuple[ChainHead, ...]
    questions: tuple[Question, ...] = ()
    erasures: tuple[Erasure, ...] = ()
    looked: tuple[Looked, ...] = ()
    left_out: tuple[str, ...] = ()
    masked: bool = False
    address: str | None = None

    @property
    def counts(self) -> Mapping[Status, int]:
        """Claims by status."""
        return self.article.counts
