"""What claims are checked with, and what came of it."""

from sqlalchemy import CheckConstraint, Column, LargeBinary
from sqlmodel import Field

from claimdesk.domain.claim import RelationKind
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.note import NoteRole
from claimdesk.domain.question import Addressee
from claimdesk.domain.source import SourceRank, Stance
from claimdesk.store.tables.row import Row, of_those_not_aside, one_of


class Source(Row, table=True):
    """A citable thing in the desk's library."""

    __table_args__ = (one_of("rank", SourceRank),)

    type: str
    rank: str
    title: str
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    summary: str | None = None
    remark: str | None = None
    title_seen: bool = True
    date_basis: str | None = None
    read_as: str | None = None
    csl: str | None = None
    confidential: bool = False
    contact: str | None = None


class Snapshot(Row, table=True):
    """Bytes captured, kept inside the desk."""

    sha256: str = Field(unique=True)
    media_type: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    captured: str
    origin: str


class Evidence(Row, table=True):
    """A source attached to a claim."""

    __table_args__ = (one_of("stance", Stance),)

    claim: int = Field(foreign_key="claim.id", index=True)
    source: int = Field(foreign_key="source.id", index=True)
    snapshot: int | None = Field(default=None, foreign_key="snapshot.id")
    stance: str
    locator: str | None = None
    excerpt: str | None = None
    looked: str | None = None
    remark: str | None = None


class Note(Row, table=True):
    """A remark on a claim, or on an article. One that came in a file keeps who wrote it there and
    when, and its id there."""

    __table_args__ = (
        one_of("role", NoteRole),
        CheckConstraint("(claim IS NULL) <> (article IS NULL)", name="owner"),
    )

    claim: int | None = Field(default=None, foreign_key="claim.id", index=True)
    article: int | None = Field(default=None, foreign_key="article.id", index=True)
    revision: int | None = Field(default=None, foreign_key="revision.id")
    person: int = Field(foreign_key="person.id")
    role: str
    start: int | None = None
    end: int | None = None
    text: str
    made_at: str
    said_by: str | None = None
    said_at: str | None = None
    external: str | None = None


class Correction(Row, table=True):
    """A new wording for a claim's passage, with what was decided about it."""

    __table_args__ = (
        one_of("state", CorrectionState),
        of_those_not_aside("ix_correction_claim_state", "claim", "state"),
    )

    claim: int = Field(foreign_key="claim.id")
    old_wording: str
    new_wording: str
    why: str | None = None
    state: str = CorrectionState.PROPOSED.value
    proposed_by: int = Field(foreign_key="person.id")
    proposed_at: str
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: str | None = None
    reason: str | None = None


class Question(Row, table=True):
    """A question on a claim, or on an article; open until it has an answer."""

    __table_args__ = (
        one_of("addressee", Addressee),
        CheckConstraint("(claim IS NULL) <> (article IS NULL)", name="owner"),
        of_those_not_aside("ix_question_claim_answered_at", "claim", "answered_at"),
        of_those_not_aside("ix_question_article", "article"),
    )

    claim: int | None = Field(default=None, foreign_key="claim.id")
    article: int | None = Field(default=None, foreign_key="article.id")
    addressee: str
    name: str | None = None
    text: str
    asked_by: int = Field(foreign_key="person.id")
    asked_at: str
    answer: str | None = None
    answered_by: int | None = Field(default=None, foreign_key="person.id")
    answered_at: str | None = None


class Relation(Row, table=True):
    """A tie between two claims."""

    __table_args__ = (
        one_of("kind", RelationKind),
        CheckConstraint("claim <> other", name="two"),
    )

    claim: int = Field(foreign_key="claim.id", index=True)
    other: int = Field(foreign_key="claim.id", index=True)
    kind: str
    remark: str | None = None
