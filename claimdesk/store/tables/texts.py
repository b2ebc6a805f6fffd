"""Articles, their texts, and what is claimed in them."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from claimdesk.domain.claim import WORTHINESS, Kind
from claimdesk.domain.coverage import CoverageKind
from claimdesk.domain.status import Status
from claimdesk.store.tables.row import Row, of_those_not_aside, one_of


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
        one_of("status", Status),
        one_of("kind", Kind),
        CheckConstraint(f"check_worthiness IN {WORTHINESS}", name="check_worthiness"),
        of_those_not_aside("ix_claim_article_status", "article", "status"),
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
        of_those_not_aside("ux_anchor_claim_revision", "claim", "revision", unique=True),
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
        one_of("kind", CoverageKind),
        CheckConstraint('start >= 0 AND "end" > start', name="span"),
        of_those_not_aside("ix_coverage_revision", "revision"),
    )

    revision: int = Field(foreign_key="revision.id")
    start: int
    end: int
    kind: str
    remark: str | None = None
    person: int = Field(foreign_key="person.id")
    made_at: str
