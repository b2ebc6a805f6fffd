"""Claims that the detector proposes, and why."""

from dataclasses import dataclass
from enum import StrEnum

from claimdesk.domain.claim import Kind
from claimdesk.i18n import _


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ReasonKind(StrEnum):
    """Why a passage is proposed, or how much it matters."""

    FIGURE = "figure"
    VAGUE_QUANTITY = "vague_quantity"
    DATE = "date"
    TIME_OF_DAY = "time_of_day"
    YEAR = "year"
    DURATION = "duration"
    AGE = "age"
    NAME = "name"
    NAME_WITH_OFFICE = "name_with_office"
    INSTITUTION = "institution"
    QUOTATION = "quotation"
    SUPERLATIVE = "superlative"
    COMPARISON = "comparison"
    CAUSE = "cause"
    SOURCE = "source"
    VERB_OF_SAYING = "verb_of_saying"
    RULE = "rule"
    LAW = "law"
    PAST = "past"
    PLACE = "place"
    WHERE = "where"
    EVENT = "event"
    LEARNT = "learnt"
    IN_HEADLINE = "in_headline"
    GRAVE = "grave"
    PUT_IN = "put_in"

    @property
    def label(self) -> str:
        """What it says, in the language spoken."""
        return {
            ReasonKind.FIGURE: _("a figure"),
            ReasonKind.VAGUE_QUANTITY: _("a quantity without a figure"),
            ReasonKind.DATE: _("a date"),
            ReasonKind.TIME_OF_DAY: _("a time of day"),
            ReasonKind.YEAR: _("a year"),
            ReasonKind.DURATION: _("a span of time"),
            ReasonKind.AGE: _("an age"),
            ReasonKind.NAME: _("a name"),
            ReasonKind.NAME_WITH_OFFICE: _("a name with an office"),
            ReasonKind.INSTITUTION: _("a body or authority"),
            ReasonKind.QUOTATION: _("words in quotation marks"),
            ReasonKind.SUPERLATIVE: _("a first, only or most"),
            ReasonKind.COMPARISON: _("a comparison"),
            ReasonKind.CAUSE: _("a cause"),
            ReasonKind.SOURCE: _("a source is named"),
            ReasonKind.VERB_OF_SAYING: _("somebody says so"),
            ReasonKind.RULE: _("what may or must be done"),
            ReasonKind.LAW: _("a law or contract"),
            ReasonKind.PAST: _("something past"),
            ReasonKind.PLACE: _("a place"),
            ReasonKind.WHERE: _("where something is"),
            ReasonKind.EVENT: _("something that happened"),
            ReasonKind.LEARNT: _("like passages that people marked"),
            ReasonKind.IN_HEADLINE: _("at the top of the text"),
            ReasonKind.GRAVE: _("grave if wrong"),
            ReasonKind.PUT_IN: _("put into the statement"),
        }[self]


CURRENCIES = frozenset("$€£¥")
"""Units that are signs."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, with the words that say so."""

    kind: ReasonKind
    words: str = ""

    @property
    def label(self) -> str:
        """The reason with its words, in the language spoken."""
        if not self.words:
            return self.kind.label
        return _("{reason}: “{words}”").format(reason=self.kind.label, words=self.words)


class NotCheckable(StrEnum):
    """Why a passage is nothing that could be checked."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    SUPPOSITION = "supposition"
    QUESTION = "question"
    WISH = "wish"
    SERVICE = "service"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            NotCheckable.OPINION: _("opinion"),
            NotCheckable.PREDICTION: _("prediction"),
            NotCheckable.SUPPOSITION: _("supposition"),
            NotCheckable.QUESTION: _("question"),
            NotCheckable.WISH: _("wish"),
            NotCheckable.SERVICE: _("note to readers"),
        }[self]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written and as a number; 'lower' and 'upper' where it is a bound or a range."""

    text: str
    value: float | None
    unit: str | None = None
    lower: float | None = None
    upper: float | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage that seems to hold a claim; offsets in code points of the stored text."""

    start: int
    end: int
    quote: str
    statement: str
    kind: Kind
    check_worthiness: int
    attributed_to: str | None = None
    figures: tuple[Figure, ...] = ()
    reasons: tuple[Reason, ...] = ()
    not_checkable: NotCheckable | None = None
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion under the mark that it is known by."""

    mark: str
    suggestion: Suggestion
