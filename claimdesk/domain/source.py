"""Sources, and the evidence they give for or against a claim."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimdesk.i18n import _


class SourceType(StrEnum):
    """What a source is."""

    WEB_PAGE = "web_page"
    DOCUMENT = "document"
    DATASET = "dataset"
    BOOK = "book"
    PERSON = "person"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            SourceType.WEB_PAGE: _("web page"),
            SourceType.DOCUMENT: _("document"),
            SourceType.DATASET: _("dataset"),
            SourceType.BOOK: _("book"),
            SourceType.PERSON: _("person, interview"),
            SourceType.OTHER: _("other"),
        }[self]


class SourceRank(StrEnum):
    """How near a source is to the fact."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    REFERENCE = "reference"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            SourceRank.PRIMARY: _("primary source"),
            SourceRank.SECONDARY: _("secondary source"),
            SourceRank.REFERENCE: _("reference work"),
        }[self]


class Stance(StrEnum):
    """What a source says to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    QUALIFIES = "qualifies"
    CONTEXT = "context"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            Stance.SUPPORTS: _("supports"),
            Stance.REFUTES: _("refutes"),
            Stance.QUALIFIES: _("qualifies"),
            Stance.CONTEXT: _("context"),
        }[self]


class Timing(StrEnum):
    """When a source was published, seen from the article."""

    BEFORE = "before"
    AFTER = "after"
    PERHAPS_AFTER = "perhaps_after"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """What readers are warned of; empty where there is nothing to warn of."""
        return {
            Timing.BEFORE: "",
            Timing.AFTER: _("published after the article"),
            Timing.PERHAPS_AFTER: _("perhaps published after the article"),
            Timing.UNKNOWN: _("date of publication unknown"),
        }[self]


_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def is_partial_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that exists (ISO 8601: 2022, 2022-03,
    2022-03-28)."""
    match = _PARTIAL_DATE.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def timing(published: str | None, article_published: str | None) -> Timing:
    """Whether a source is younger than the article, as far as two partial dates can tell.
    One of the article's own day counts as not younger."""
    if not published:
        return Timing.UNKNOWN
    if not article_published:
        return Timing.BEFORE
    shared = min(len(published), len(article_published))
    ours, theirs = published[:shared], article_published[:shared]
    if ours != theirs:
        return Timing.AFTER if ours > theirs else Timing.BEFORE
    return Timing.BEFORE if len(published) == len(article_published) else Timing.PERHAPS_AFTER


@dataclass(frozen=True, slots=True)
class SourceData:
    """A citable thing. 'summary' says in own words what stands there; 'title_seen' is false
    where the title was reconstructed; 'date_basis' says where the date was read, 'read_as' in
    what form the source was read; 'csl' holds further CSL-JSON fields as text. Of a 'confidential'
    source no report says who it is, and its 'contact' stands in none, unless asked to."""

    title: str
    type: SourceType = SourceType.WEB_PAGE
    rank: SourceRank = SourceRank.SECONDARY
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


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the desk's library; 'claims' counts the claims it is attached to."""

    id: int
    public_id: str
    data: SourceData
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source attached to a claim."""

    id: int
    public_id: str
    claim: int
    source: Source
    stance: Stance
    locator: str | None
    excerpt: str | None
    looked: str | None
    remark: str | None
    snapshot_sha256: str | None
    timing: Timing
