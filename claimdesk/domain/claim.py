"""A claim: one thing that can be true or false and that a checker ticks off on its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from claimdesk.domain.period import Period
from claimdesk.domain.status import Status
from claimdesk.i18n import _, language

WORTHINESS = (1, 2, 3)
"""Check-worthiness, from 'would hurt little' to 'must be right'."""


class Kind(StrEnum):
    """What sort of fact a claim states."""

    QUANTITY = "quantity"
    DATE = "date"
    NAME_OFFICE = "name_office"
    EVENT = "event"
    ATTRIBUTION = "attribution"
    QUOTE = "quote"
    COMPARISON = "comparison"
    SUPERLATIVE = "superlative"
    CAUSAL = "causal"
    GEOGRAPHY = "geography"
    HISTORY = "history"
    LAW_INSTITUTION = "law_institution"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return _kinds(language())[self]


@cache
def _kinds(_spoken: str) -> Mapping[Kind, str]:
    """In the language that is spoken now; kept, since lists ask at every row they draw."""
    return {
        Kind.QUANTITY: _("quantity"),
        Kind.DATE: _("date"),
        Kind.NAME_OFFICE: _("name, office"),
        Kind.EVENT: _("event"),
        Kind.ATTRIBUTION: _("attribution"),
        Kind.QUOTE: _("quote"),
        Kind.COMPARISON: _("comparison"),
        Kind.SUPERLATIVE: _("superlative"),
        Kind.CAUSAL: _("cause"),
        Kind.GEOGRAPHY: _("geography"),
        Kind.HISTORY: _("history"),
        Kind.LAW_INSTITUTION: _("law, institution"),
        Kind.OTHER: _("other"),
    }


class Badge(StrEnum):
    """What the desk knows of a claim beside its status, derived from its own objects; first what
    waits for somebody."""

    OPEN_QUESTION = "open_question"
    CORRECTION_PROPOSED = "correction_proposed"
    CORRECTION_ACCEPTED = "correction_accepted"
    CORRECTION_DECLINED = "correction_declined"
    PASSAGE_DROPPED = "passage_dropped"
    PASSAGE_CHANGED = "passage_changed"
    NO_EVIDENCE = "no_evidence"
    ONLY_SECONDARY = "only_secondary"
    LEAD = "lead"
    SNAPSHOT = "snapshot"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            Badge.OPEN_QUESTION: _("open question"),
            Badge.CORRECTION_PROPOSED: _("correction proposed"),
            Badge.CORRECTION_ACCEPTED: _("correction accepted"),
            Badge.CORRECTION_DECLINED: _("correction declined"),
            Badge.PASSAGE_DROPPED: _("passage dropped"),
            Badge.PASSAGE_CHANGED: _("passage changed"),
            Badge.NO_EVIDENCE: _("verified without evidence"),
            Badge.ONLY_SECONDARY: _("only secondary sources"),
            Badge.LEAD: _("lead"),
            Badge.SNAPSHOT: _("snapshot kept"),
        }[self]


class RelationKind(StrEnum):
    """How two claims hang together."""

    SAME_FACT = "same_fact"
    CONTRADICTS = "contradicts"
    DEPENDS_ON = "depends_on"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            RelationKind.SAME_FACT: _("same fact as"),
            RelationKind.CONTRADICTS: _("contradicts"),
            RelationKind.DEPENDS_ON: _("depends on"),
        }[self]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What lists show of a claim. Counts leave out what was set aside."""

    id: int
    public_id: str
    article: int
    number: int
    statement: str
    kind: Kind
    status: Status
    check_worthiness: int
    attributed_to: str | None
    figures: tuple[str, ...]
    as_of: str | None
    sources: int
    primary_sources: int
    notes: int
    leads: int
    snapshots: int
    changed_at: str
    changed_by: str
    article_title: str = ""
    open_questions: int = 0
    corrections_proposed: int = 0
    corrections_accepted: int = 0
    corrections_declined: int = 0
    passages_dropped: int = 0
    passages_reworded: int = 0
    passages_with_another_fact: int = 0
    tags: tuple[str, ...] = ()

    @property
    def is_left(self) -> bool:
        """Whether something is still to be done: a status to be set, or to be confirmed since the
        passage was reworded."""
        return self.status.is_open or self.passages_reworded > 0

    @property
    def figures_shown(self) -> tuple[str, ...]:
        """Its figures without the days and years of a date."""
        if self.kind is not Kind.DATE:
            return self.figures
        return tuple(one for one in self.figures if not one.rstrip(".").isdigit())

    @property
    def badges(self) -> tuple[Badge, ...]:
        """What stands beside the status, in the order of badges."""
        borne = self.status.needs_evidence
        counts = (
            (Badge.OPEN_QUESTION, self.open_questions),
            (Badge.CORRECTION_PROPOSED, self.corrections_proposed),
            (Badge.CORRECTION_ACCEPTED, self.corrections_accepted),
            (Badge.CORRECTION_DECLINED, self.corrections_declined),
            (Badge.PASSAGE_DROPPED, self.passages_dropped),
            (
                Badge.PASSAGE_CHANGED,
                self.passages_reworded or (self.passages_with_another_fact and self.status.is_open),
            ),
            (Badge.NO_EVIDENCE, borne and not self.sources),
            (Badge.ONLY_SECONDARY, borne and self.sources and not self.primary_sources),
            (Badge.LEAD, self.leads),
            (Badge.SNAPSHOT, self.snapshots),
        )
        return tuple(badge for badge, count in counts if count)


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a claim stands in a revision's text, for drawing; offsets in code points."""

    claim: int
    number: int
    status: Status
    start: int
    end: int
    to_confirm: bool = False
    """Whether the passage was reworded and nobody has confirmed its status since."""

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.status.is_open or self.to_confirm


class ClaimColumn(StrEnum):
    """What claims can be sorted by."""

    PASSAGE = "passage"
    ARTICLE = "article_title"
    NUMBER = "number"
    STATUS = "status"
    STATEMENT = "statement"
    KIND = "kind"
    CHECK_WORTHINESS = "check_worthiness"
    FIGURES = "figures"
    CHANGED_BY = "changed_by"
    SOURCES = "sources"
    NOTES = "notes"
    AS_OF = "as_of"
    CHANGED_AT = "changed_at"


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims a list shows; an empty set means all, of several badges one is enough. Text is
    looked for in statement, attribution and figures, a bare number also among the numbers. 'left'
    shows what is still to be done: unchecked, in progress, to be confirmed. Without 'article' the
    whole desk is meant, or those of it that 'articles' names by their public ids; 'people' are the
    names of who changed a claim last; 'sourced' asks for some source, or for none."""

    article: int | None = None
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    text: str = ""
    badges: frozenset[Badge] = frozenset()
    left: bool = False
    worthiness: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    sourced: bool | None = None
    changed: Period | None = None
    as_of: Period | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the article limits the list."""
        return bool(self.statuses) or self.is_narrowed_within

    @property
    def is_narrowed_within(self) -> bool:
        """Whether anything but article and statuses limits the list: then counts by status are
        not those of the article."""
        return bool(
            self.kinds
            or self.text.strip()
            or self.badges
            or self.left
            or self.worthiness
            or self.tags
            or self.people
            or self.articles
            or self.sourced is not None
            or self.changed
            or self.as_of
        )


@dataclass(frozen=True, slots=True)
class ClaimSort:
    """The order of a list."""

    column: ClaimColumn = ClaimColumn.PASSAGE
    descending: bool = False
