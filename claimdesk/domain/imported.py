"""A text as it came out of a file, before it becomes a revision."""

from dataclasses import dataclass, field
from enum import StrEnum

from claimdesk.domain.article import ArticleData
from claimdesk.domain.comment_mark import Mark
from claimdesk.domain.structure import Structure
from claimdesk.i18n import _


class LeadKind(StrEnum):
    """What in a file says where to look."""

    COMMENT = "comment"
    FOOTNOTE = "footnote"
    LINK = "link"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            LeadKind.COMMENT: _("comment"),
            LeadKind.FOOTNOTE: _("footnote"),
            LeadKind.LINK: _("link"),
        }[self]


@dataclass(frozen=True, slots=True)
class Lead:
    """A comment, footnote or link of a file, at its passage: who said it there, when, what.
    'external' is its id in the file, to know it again when the file comes back; 'parent' is that
    of the comment it replies to, empty where it begins a thread and None where the file does not
    say; 'done' tells that its thread was marked so."""

    kind: LeadKind
    start: int
    end: int
    text: str
    said_by: str | None = None
    said_at: str | None = None
    external: str | None = None
    parent: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody said to a comment that went out with a claim: 'lead' has the words, 'mark'
    the claim, 'asked' the time it went out. 'changed' where our own words were changed so that
    all of them are in it."""

    lead: Lead
    mark: Mark
    asked: str | None = None
    changed: bool = False


class OddityKind(StrEnum):
    """What may look odd in a text."""

    JOINED = "joined"
    NOTICE = "notice"
    ADDRESS = "address"
    ENCODING = "encoding"
    SIGNS = "signs"
    DELETED = "deleted"
    LAYOUT = "layout"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that the importer mended or could not be sure of: a sentence, and where."""

    kind: OddityKind
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """The bytes that a text came from. 'encoding' where the format leaves it open."""

    name: str
    content: bytes = field(repr=False)
    sha256: str
    media_type: str
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedText:
    """A text in NFC with all that its file says of it; 'data' is a proposal to be looked at.
    Where it went out from a desk, 'article' is the public id it had there, 'replies' are what
    others said to our comments, and 'done' counts those of ours that were marked so."""

    text: str
    structure: Structure
    data: ArticleData
    file: OriginalFile
    leads: tuple[Lead, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    article: str | None = None
    replies: tuple[Reply, ...] = ()
    done: int = 0
