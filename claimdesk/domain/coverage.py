"""What of a text somebody looked at: stored as ranges, so that a better sentence splitter changes
nothing; shown as the state of each sentence."""

from dataclasses import dataclass
from enum import StrEnum

from claimdesk.i18n import _


class CoverageKind(StrEnum):
    """What was said of a range of a text."""

    NO_FACT = "no_fact"
    NOT_ARTICLE = "not_article"


@dataclass(frozen=True, slots=True)
class Looked:
    """A range of a revision's text, in code points, and what somebody said of it."""

    id: int
    kind: CoverageKind
    start: int
    end: int
    person: str
    made_at: str
    remark: str | None = None


class SentenceState(StrEnum):
    """How far the checking of a sentence is; the first that holds."""

    NOT_ARTICLE = "not_article"
    OPEN = "open"
    CHECKED = "checked"
    NO_FACT = "no_fact"
    NOT_LOOKED_AT = "not_looked_at"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            SentenceState.NOT_ARTICLE: _("not part of the article"),
            SentenceState.OPEN: _("with an unchecked claim"),
            SentenceState.CHECKED: _("all claims checked"),
            SentenceState.NO_FACT: _("looked at, no fact"),
            SentenceState.NOT_LOOKED_AT: _("not looked at"),
        }[self]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a revision, in code points of its text."""

    start: int
    end: int
    state: SentenceState
