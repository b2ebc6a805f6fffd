"""An article under check, and the revisions of its text."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from claimdesk.domain.status import Status


@dataclass(frozen=True, slots=True)
class ArticleData:
    """Bibliographic data; 'published' is a partial date (see source.PartialDate)."""

    title: str
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "de"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article's text, immutable; 'structure' is a structure.Structure as JSON."""

    id: int
    public_id: str
    article: int
    number: int
    text: str
    sha256: str
    made_at: str
    origin: str
    structure: str = "{}"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the sidebar shows of an article."""

    id: int
    public_id: str
    data: ArticleData
    revision: int | None
    counts: Mapping[Status, int] = field(default_factory=dict)
    archived: bool = False
    tags: tuple[str, ...] = ()

    @property
    def claims(self) -> int:
        """How many claims it has."""
        return sum(self.counts.values())

    @property
    def checked(self) -> int:
        """How many of them somebody came to a verdict on."""
        return sum(count for status, count in self.counts.items() if status.is_checked)


def stored_text(text: str) -> str:
    """A text as a revision stores it, the only one that offsets count in: NFC, LF line ends."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def text_sha256(text: str) -> str:
    """SHA-256 of a stored text's UTF-8 bytes, in hex."""
    import hashlib  # a window that only shows needs none

    return hashlib.sha256(text.encode()).hexdigest()
