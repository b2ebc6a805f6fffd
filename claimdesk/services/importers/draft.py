"""What the readers write into: blocks with links and leads, not yet one text."""

from dataclasses import dataclass, field

from claimdesk.domain.imported import LeadKind, Oddity
from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.limits import MAX_CHARACTERS, too_large
from claimdesk.services.importers.tidy import LINE, composed, tidy


@dataclass(slots=True)
class DraftSpan:
    """A range of a block's text."""

    start: int
    end: int


@dataclass(slots=True)
class DraftLink(DraftSpan):
    """A link inside a block."""

    address: str


@dataclass(slots=True)
class DraftLead(DraftSpan):
    """A comment or footnote inside a block."""

    kind: LeadKind
    text: str
    said_by: str | None = None
    said_at: str | None = None
    external: str | None = None
    parent: str | None = None
    done: bool = False


@dataclass(slots=True)
class DraftBlock:
    """One block; its offsets count in its own text. One that is 'tight' follows the block before
    on the next line."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    text: str = ""
    links: list[DraftLink] = field(default_factory=list)
    leads: list[DraftLead] = field(default_factory=list)
    notice: bool = False
    tight: bool = False

    @property
    def spans(self) -> list[DraftSpan]:
        """All that points into the text."""
        return [*self.links, *self.leads]


class Draft:
    """Takes a text piece by piece. Blanks and line ends of what is written count as in HTML;
    'line' makes a break that stays."""

    def __init__(self) -> None:
        self.blocks: list[DraftBlock] = []
        self.facts: dict[str, str] = {}
        """Bibliographic data that the file states: fields of ArticleData."""
        self.article: str | None = None
        """The public id of the article that it was made of, where it went out from a desk."""
        self.saved_by: str | None = None
        self.unplaced: list[DraftLead] = []
        """Comments whose passages were deleted."""
        self.oddities: list[Oddity] = []
        self._block: DraftBlock | None = None
        self._parts: list[str] = []
        self._size = 0
        self._total = 0

    @property
    def place(self) -> int:
        """Where the next character of the block will stand."""
        return self._size

    def begin(
        self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, *, tight: bool = False
    ) -> None:
        """End the block, if any, and begin another one."""
        self.end()
        self._block = DraftBlock(kind, level, tight=tight)

    def write(self, text: str) -> None:
        """Add to the block; without one, to a paragraph."""
        if not text:
            return
        if self._block is None:
            self._block = DraftBlock()
        self._parts.append(text)
        self._size += len(text)
        self._total += len(text)
        if self._total > MAX_CHARACTERS:
            raise too_large()

    def line(self) -> None:
        """A line break inside the block."""
        self.write(LINE)

    def link(self, start: int, address: str) -> None:
        """What was written of this block since 'start' leads to an address."""
        if self._block is not None and self._size > start and address:
            self._block.links.append(DraftLink(start, self._size, address))

    def link_range(self, start: int, end: int, address: str) -> None:
        """A range of this block leads to an address; what touches a link to the same goes on it."""
        if self._block is None or start >= end or not address:
            return
        last = self._block.links[-1] if self._block.links else None
        if last and last.address == address and start - last.end <= 1:
            last.end = end
        else:
            self._block.links.append(DraftLink(start, end, address))

    def take_back(self, count: int) -> None:
        """Drop the last characters written, and the blanks before nothing."""
        raw = "".join(self._parts)
        raw = raw[: len(raw) - count]
        self._parts, self._size = [raw], len(raw)

    def lead(self, lead: DraftLead) -> None:
        """A lead at a passage of this block."""
        if self._block is None:
            self._block = DraftBlock()
        self._block.leads.append(lead)

    def end(self) -> None:
        """End the block; one without text is none."""
        block, raw = self._block, "".join(self._parts)
        self._block, self._parts, self._size = None, [], 0
        if block is None:
            return
        clean, first = tidy(raw)
        block.text, second = composed(clean)
        for span in block.spans:
            span.start, span.end = second(first(span.start)), second(first(span.end))
        block.links = [link for link in block.links if link.end > link.start]
        if block.text:
            self.blocks.append(block)
        elif block.leads and self.blocks:
            self._move_leads(block)

    def _move_leads(self, block: DraftBlock) -> None:
        """A comment on an empty paragraph belongs to the one before."""
        target = self.blocks[-1]
        for lead in block.leads:
            lead.start = lead.end = len(target.text)
            target.leads.append(lead)
