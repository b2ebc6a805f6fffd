"""What is proposed, and how things are found again."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from claimdesk.domain.claim import WORTHINESS, Kind
from claimdesk.domain.remark import RemarkState
from claimdesk.domain.suggestion import SuggestionState
from claimdesk.store.tables.row import Row, of_those_not_aside, one_of


class Suggestion(Row, table=True):
    """A claim that the detector proposes. The fingerprint knows it again in another run."""

    __table_args__ = (
        one_of("kind", Kind),
        one_of("state", SuggestionState),
        CheckConstraint(f"check_worthiness IN {WORTHINESS}", name="check_worthiness"),
        CheckConstraint('start >= 0 AND "end" > start', name="span"),
        of_those_not_aside("ix_suggestion_revision_state", "revision", "state"),
        of_those_not_aside("ix_suggestion_article_fingerprint", "article", "fingerprint"),
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
        one_of("state", RemarkState),
        of_those_not_aside("ix_remark_revision_state", "revision", "state"),
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

    __table_args__ = (of_those_not_aside("ux_tag_name", "name", unique=True),)

    name: str


class Tagging(Row, table=True):
    """A tag on a claim, or on an article."""

    __table_args__ = (
        CheckConstraint("(claim IS NULL) <> (article IS NULL)", name="owner"),
        of_those_not_aside("ix_tagging_claim", "claim"),
        of_those_not_aside("ix_tagging_article", "article"),
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
