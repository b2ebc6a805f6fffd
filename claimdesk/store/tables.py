"""What is in the desk file, declared once: Alembic's metadata, and the columns that Work writes.

Table classes do not validate, so the closed scales carry CHECKs made from the domain's enums;
open scales (types of sources, origins) have none, since widening a CHECK rebuilds its table.
Nothing is deleted: 'aside' hides a row. Times are ISO 8601 text in UTC.
"""

from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from claimdesk.domain.claim import WORTHINESS, Kind, RelationKind
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.coverage import CoverageKind
from claimdesk.domain.note import NoteRole
from claimdesk.domain.question import Addressee
from claimdesk.domain.remark import RemarkState
from claimdesk.domain.source import SourceRank, Stance
from claimdesk.domain.status import Status
from claimdesk.domain.suggestion import SuggestionState

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def _one_of(column: str, scale: type[StrEnum]) -> CheckConstraint:
    members = ", ".join(f"'{member}'" for member in scale)
    return CheckConstraint(f"{column} IN ({members})", name=column)


def _of_those_not_aside(name: str, *columns: str, unique: bool = False) -> Index:
    """An index that leaves out what is set aside, as nearly every query does."""
    there = text("NOT aside")
    return Index(name, *columns, unique=unique, sqlite_where=there, postgresql_where=there)


class Row(SQLModel):
    """What every row has: a key inside, a public id for exchange, and whether it is set aside."""

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(unique=True)
    aside: bool = Field(default=False)


class Desk(Row, table=True):
    """The desk itself: one row."""

    title: str
    sample: bool = False
    made_at: str


class Person(Row, table=True):
    """Somebody who works on the desk."""

    name: str
    initials: str


class Writer(Row, table=True):
    """An installation that writes to the desk; each has a chain of its own."""

    begun_at: str


class Article(Row, table=True):
    """One text under check."""

    title: str
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str
    url: str | None = None
    archived: bool = False


class Revision(Row, table=True):
    """One state of an article's text. 'structure' holds its blocks and links as JSON; 'snapshot'
    the file that it came from."""

    __table_args__ = (UniqueConstraint("article", "number"),)

    article: int = Field(foreign_key="article.id")
    number: int
    text: str
    sha256: str
    made_at: str
    origin: str
    structure: str = "{}"
    snapshot: int | None = Field(default=None, foreign_key="snapshot.id")
    file_name: str | None = None
    made_by: int | None = Field(default=None, foreign_key="person.id")


class Claim(Row, table=True):
    """One thing that a checker ticks off; its number is never used again in its article."""

    __table_args__ = (
        UniqueConstraint("article", "number"),
        _one_of("status", Status),
        _one_of("kind", Kind),
        CheckConstraint(f"check_worthiness IN {WORTHINESS}", name="check_worthiness"),
        _of_those_not_aside("ix_claim_article_status", "article", "status"),
    )

    article: int = Field(foreign_key="article.id")
    number: int
    statement: str
    kind: str
    attributed_to: str | None = None
    figures: str = "[]"
    check_worthiness: int
    status: str = Status.UNCHECKED.value
    as_of: str | None = None
    changed_at: str
    changed_by: int | None = Field(default=None, foreign_key="person.id")


class Anchor(Row, table=True):
    """Where a claim stands in one revision: one a claim and revision. One that is gone has no
    place; its quote holds the last known words. 'difference' says, as JSON, what changed."""

    __table_args__ = (
        _of_those_not_aside("ux_anchor_claim_revision", "claim", "revision", unique=True),
        CheckConstraint('start >= 0 AND "end" > start', name="span"),
    )

    claim: int = Field(foreign_key="claim.id")
    revision: int = Field(foreign_key="revision.id", index=True)
    start: int | None = None
    end: int | None = None
    quote: str
    prefix: str
    suffix: str
    origin: str
    difference: str | None = None
    confirmed_by: int | None = Field(default=None, foreign_key="person.id")
    confirmed_at: str | None = None


class Coverage(Row, table=True):
    """A range of a revision's text that somebody looked at."""

    __table_args__ = (
        _one_of("kind", CoverageKind),
        CheckConstraint('start >= 0 AND "end" > start', name="span"),
        _of_those_not_aside("ix_coverage_revision", "revision"),
    )

    revision: int = Field(foreign_key="revision.id")
    start: int
    end: int
    kind: str
    remark: str | None = None
    person: int = Field(foreign_key="person.id")
    made_at: str


class Source(Row, table=True):
    """A citable thing in the desk's library."""

    __table_args__ = (_one_of("rank", SourceRank),)

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

    __table_args__ = (_one_of("stance", Stance),)

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
        _one_of("role", NoteRole),
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
        _one_of("state", CorrectionState),
        _of_those_not_aside("ix_correction_claim_state", "claim", "state"),
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
        _one_of("addressee", Addressee),
        CheckConstraint("(claim IS NULL) <> (article IS NULL)", name="owner"),
        _of_those_not_aside("ix_question_claim_answered_at", "claim", "answered_at"),
        _of_those_not_aside("ix_question_article", "article"),
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
        _one_of("kind", RelationKind),
        CheckConstraint("claim <> other", name="two"),
    )

    claim: int = Field(foreign_key="claim.id", index=True)
    other: int = Field(foreign_key="claim.id", index=True)
    kind: str
    remark: str | None = None


class Suggestion(Row, table=True):
    """A claim that the detector proposes. The fingerprint knows it again in another run."""

    __table_args__ = (
        _one_of("kind", Kind),
        _one_of("state", SuggestionState),
        CheckConstraint(f"check_worthiness IN {WORTHINESS}", name="check_worthiness"),
        CheckConstraint('start >= 0 AND "end" > start', name="span"),
        _of_those_not_aside("ix_suggestion_revision_state", "revision", "state"),
        _of_those_not_aside("ix_suggestion_article_fingerprint", "article", "fingerprint"),
    )

    article: int = Field(foreign_key="article.id")
    revision: int = Field(foreign_key="revision.id")
    start: int
    end: int
    quote: str
    statement: str
    kind: str
    check_worthiness: int
    attributed_to: str | None = None
    figures: str = "[]"
    reasons: str = "[]"
    not_checkable: str | None = None
    fingerprint: str
    state: str = SuggestionState.OPEN.value
    claim: int | None = Field(default=None, foreign_key="claim.id")
    made_at: str


class Remark(Row, table=True):
    """A slip noticed in the text: a message id with its arguments, and the passages."""

    __table_args__ = (
        _one_of("state", RemarkState),
        _of_those_not_aside("ix_remark_revision_state", "revision", "state"),
    )

    article: int = Field(foreign_key="article.id")
    revision: int = Field(foreign_key="revision.id")
    kind: str
    text: str
    arguments: str = "{}"
    spans: str = "[]"
    fingerprint: str
    state: str = RemarkState.OPEN.value
    note: int | None = Field(default=None, foreign_key="note.id")
    made_at: str


class Tag(Row, table=True):
    """A free word."""

    __table_args__ = (_of_those_not_aside("ux_tag_name", "name", unique=True),)

    name: str


class Tagging(Row, table=True):
    """A tag on a claim, or on an article."""

    __table_args__ = (
        CheckConstraint("(claim IS NULL) <> (article IS NULL)", name="owner"),
        _of_those_not_aside("ix_tagging_claim", "claim"),
        _of_those_not_aside("ix_tagging_article", "article"),
    )

    tag: int = Field(foreign_key="tag.id", index=True)
    claim: int | None = Field(default=None, foreign_key="claim.id")
    article: int | None = Field(default=None, foreign_key="article.id")


class SavedFilter(Row, table=True):
    """Conditions on claims that are worth a name; 'conditions' is JSON."""

    __tablename__ = "saved_filter"

    name: str
    conditions: str
    place: int = 0


class Event(Row, table=True):
    """One entry of the append-only history; its number counts within its writer's chain."""

    __table_args__ = (UniqueConstraint("writer", "number"),)

    writer: int = Field(foreign_key="writer.id")
    number: int
    time: str
    person: int = Field(foreign_key="person.id")
    message: str
    arguments: str
    reverts: int | None = Field(default=None, foreign_key="event.id", index=True)
    salt: str
    digest: str
    link: str


class Change(SQLModel, table=True):
    """What an event did to one field of one row; rows are named by public ids."""

    __table_args__ = (Index(None, "entity", "row"),)

    id: int | None = Field(default=None, primary_key=True)
    event: int = Field(foreign_key="event.id", index=True)
    number: int
    entity: str
    row: str
    claim: int | None = Field(default=None, foreign_key="claim.id", index=True)
    article: int | None = Field(default=None, foreign_key="article.id")
    field: str
    before: str | None = None
    after: str | None = None
    salt: str
    digest: str


class Draft(Row, table=True):
    """Words being typed, kept at once, not yet an edit."""

    person: int = Field(foreign_key="person.id")
    entity: str
    row: str
    field: str
    text: str
    base: str
    changed_at: str


TABLES = SQLModel.metadata.tables
"""Each table by its name."""
