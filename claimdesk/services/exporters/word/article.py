"""The article itself as a Word file in which author and editor work on: each claim is a comment
at its passage. Read again, it gives the very text that the claims stand in."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart

from claimdesk.domain.article import Revision
from claimdesk.domain.dossier import ClaimDetail, Dossier
from claimdesk.domain.errors import Refused
from claimdesk.domain.structure import Block, BlockKind, Link, Structure
from claimdesk.i18n import _, speaking
from claimdesk.services.exporters.content import text_order
from claimdesk.services.exporters.dates import instant
from claimdesk.services.exporters.hygiene import clean, link
from claimdesk.services.exporters.report import Report
from claimdesk.services.exporters.word.comment import Comment, comment_xml, of_article, of_claim
from claimdesk.services.exporters.word.markup import (
    TEXT_WIDTH,
    cell,
    paragraph,
    parsed,
    row,
    run,
    table,
)
from claimdesk.services.exporters.word.package import WordFile

_STYLES = {
    BlockKind.TITLE: "Title",
    BlockKind.BYLINE: "Byline",
    BlockKind.QUOTE: "Quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.LIST_ITEM: "ListBullet",
}
_LONG = 200
"""From this length on the importer reads a table's cells as paragraphs."""
_BULLETS = "•–—-*·‣◦▪"
_APART = '<w:spacing w:before="200"/>'
_BETWEEN = " | "
"""What parts the cells of a table's row in the text."""


def article(dossier: Dossier, report: Report, made_at: str) -> bytes:
    """The article with its comments, in the report's language; the text keeps its own. Refused
    where it has no text."""
    revision = dossier.revision
    with speaking(report.language):
        if revision is None or not revision.text.strip():
            raise Refused(_("This article has no text yet, so there is nothing to comment on."))
        file = WordFile(dossier.article.data.language)
        writer = _Writer(file, revision)
        comments = list(_comments(dossier, report))
        for span in (None, *(_span(claim, revision) for claim in text_order(dossier.claims))):
            writer.places.add(span)
        file.fill(writer.body())
        _add(file, comments, made_at)
        head = report.head
        if not writer.has_title:
            file.head_from_the_start()
        file.run_heads(kind=head.author or "", title=head.title, made=_made(report))
        file.describe(head.title, head.author or "", made_at)
        file.name_article(dossier.article.public_id)
        return file.bytes()


def _comments(dossier: Dossier, report: Report) -> Iterator[Comment]:
    entries = {claim.number: claim for claim in report.claims}
    yield of_article(report, dossier.article.public_id)
    for claim in text_order(dossier.claims):
        yield of_claim(entries[claim.row.number], claim.row.public_id)


def _made(report: Report) -> str:
    head, summary = report.head, report.summary
    revision = " ".join((_("Revision"), str(head.revision.number))) if head.revision else ""
    result = _("Result: {checked} of {count} claims checked").format(
        checked=summary.checked, count=summary.claims
    )
    return " · ".join(filter(None, (revision, result, head.made_at)))


def _add(file: WordFile, comments: Iterable[Comment], made_at: str) -> None:
    """Put the comments into their part, which python-docx makes when it is first asked for."""
    len(file.document.comments)
    part = cast("XmlPart", file.document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS))
    when = f"{instant(made_at):%Y-%m-%dT%H:%M:%SZ}"
    inside = "".join(comment_xml(one, at, when) for at, one in enumerate(comments))
    part.element.extend(list(parsed("w:comments", inside)))


Span = tuple[int, int]
"""Start and end in the text."""


class _Places:
    """Where comments and links begin and end. Each stands in the text's segments, which are its
    paragraphs and cells: what lies between them is no word that Word could hold."""

    def __init__(self, segments: Sequence[Span], links: Iterable[Link]) -> None:
        self._starts = [start for start, _end in segments]
        self._ends = [end for _start, end in segments]
        self._spans: list[Span] = []
        self._begin: dict[int, list[int]] = defaultdict(list)
        self._finish: dict[int, list[int]] = defaultdict(list)
        self.links = [(one.start, one.end, one.address) for one in links if link(one.address)]
        self._cuts: list[int] = []

    def add(self, span: Span | None) -> None:
        """Give the next comment its place; the first segment stands for none."""
        start, end = self._within(span) or (self._starts[0], self._ends[0])
        self._begin[start].append(len(self._spans))
        self._finish[end].append(len(self._spans))
        self._spans.append((start, end))

    def settle(self) -> None:
        """Order what begins or ends together: what holds others is outside of them."""
        for numbers in self._begin.values():
            numbers.sort(key=lambda number: -self._spans[number][1])
        for numbers in self._finish.values():
            numbers.sort(key=lambda number: -self._spans[number][0])
        ends = {at for start, end, _address in self.links for at in (start, end)}
        self._cuts = sorted({*self._begin, *self._finish, *ends})

    def cuts(self, start: int, end: int) -> list[int]:
        """Where a segment is cut, its ends included."""
        first, last = bisect_right(self._cuts, start), bisect_left(self._cuts, end)
        return [start, *self._cuts[first:last], end]

    def beginning(self, at: int) -> str:
        """The marks of what begins here."""
        numbers = self._begin.get(at, ())
        return "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)

    def ending(self, at: int) -> str:
        """The marks of what ends here."""
        return "".join(
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/>'
            f'</w:rPr><w:commentReference w:id="{number}"/></w:r>'
            for number in self._finish.get(at, ())
        )

    def _within(self, span: Span | None) -> Span | None:
        if span is None:
            return None
        first = bisect_right(self._ends, span[0])
        last = bisect_left(self._starts, span[1]) - 1
        if first > last or first == len(self._ends):
            return None
        return max(span[0], self._starts[first]), min(span[1], self._ends[last])


class _Writer:
    """Writes a revision's text with the comments' places in it."""

    def __init__(self, file: WordFile, revision: Revision) -> None:
        self._file, self._text = file, revision.text
        structure = Structure.from_json(revision.structure)
        self._groups = list(_grouped(_blocks(structure, self._text), self._text))
        self.places = _Places(
            [span for group in self._groups for span in self._segments(group)], structure.links
        )

    @property
    def has_title(self) -> bool:
        """Whether the text begins with its title."""
        return bool(self._groups) and self._groups[0][0].kind is BlockKind.TITLE

    def body(self) -> str:
        """All paragraphs and tables."""
        self.places.settle()
        return "".join(
            self._written(group, apart=bool(at) and self._is_table(self._groups[at - 1]))
            for at, group in enumerate(self._groups)
        )

    def _segments(self, group: Sequence[Block]) -> Iterator[Span]:
        if self._is_table(group):
            for block in group:
                yield from self._cells(block)
        else:
            yield group[0].start, group[-1].end

    def _written(self, group: Sequence[Block], *, apart: bool) -> str:
        """A paragraph or a table; 'apart' from the table that it follows."""
        if self._is_table(group):
            return self._table(group)
        first, inside = group[0], self._inside(group[0].start, group[-1].end)
        if first.kind is BlockKind.HEADING:
            return paragraph(inside, style=f"Heading{min(max(first.level, 1), 6)}")
        style = _STYLES.get(first.kind, "BodyText")
        properties = self._bullet(first) + (_APART if apart else "")
        return paragraph(inside, style=style, properties=properties)

    def _bullet(self, block: Block) -> str:
        if block.kind is not BlockKind.LIST_ITEM:
            return ""
        brings_one = self._text[block.start : block.start + 1] in _BULLETS
        return self._file.bullet(block.level, shown=not brings_one)

    def _is_table(self, group: Sequence[Block]) -> bool:
        return all(block.kind is BlockKind.TABLE_ROW and self._has_cells(block) for block in group)

    def _has_cells(self, block: Block) -> bool:
        """Whether a row is read again as one: it has several cells, none of them long."""
        cells = list(self._cells(block))
        return len(cells) > 1 and all(end - start <= _LONG for start, end in cells)

    def _table(self, blocks: Iterable[Block]) -> str:
        rows = [[self._inside(*span) for span in self._cells(block)] for block in blocks]
        columns = max(map(len, rows))
        width = TEXT_WIDTH // columns
        return table([width] * columns, (row(_padded(cells, columns, width)) for cells in rows))

    def _cells(self, block: Block) -> Iterator[Span]:
        start = block.start
        for words in self._text[block.start : block.end].split(_BETWEEN):
            yield start, start + len(words)
            start += len(words) + len(_BETWEEN)

    def _inside(self, start: int, end: int) -> str:
        """The text of a segment, with the marks and links in it."""
        cuts = self.places.cuts(start, end)
        parts = [self.places.beginning(start)]
        for at, following in pairwise(cuts):
            if at > start:
                parts += [self.places.ending(at), self.places.beginning(at)]
            parts.append(self._words(at, following))
        return "".join([*parts, self.places.ending(end)])

    def _words(self, start: int, end: int) -> str:
        words = clean(self._text[start:end])
        for first, last, address in self.places.links:
            if first <= start and end <= last:
                return self._file.link(address, words)
        return run(words)


def _blocks(structure: Structure, text: str) -> Iterator[Block]:
    """The text's blocks; where nothing is known of them, what blank lines part."""
    if structure.blocks and structure.blocks[-1].end <= len(text):
        yield from structure.blocks
        return
    start = 0
    for words in text.split("\n\n"):
        if words:
            yield Block(BlockKind.PARAGRAPH, start, start + len(words))
        start += len(words) + 2


def _grouped(blocks: Iterable[Block], text: str) -> Iterator[list[Block]]:
    """Blocks that become one paragraph, or one table where they are its rows: those that follow
    each other line by line, but for the items of a list."""
    group: list[Block] = []
    for block in blocks:
        if group and not _goes_on(group, block, text):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _goes_on(group: Sequence[Block], after: Block, text: str) -> bool:
    if "\n\n" in text[group[-1].end : after.start]:
        return False
    return not group[0].kind is after.kind is BlockKind.LIST_ITEM


def _padded(cells: Sequence[str], columns: int, width: int) -> Iterator[str]:
    for inside in cells:
        yield cell(width, paragraph(inside, style="Cell"))
    for _missing in range(columns - len(cells)):
        yield cell(width, paragraph(style="Cell"))


def _span(claim: ClaimDetail, revision: Revision) -> Span | None:
    """Where a claim stands in the text; None where it has no place in it."""
    anchor = claim.anchor
    if anchor is None or claim.revision != revision.id or not anchor.fits(revision.text):
        return None
    return anchor.start, anchor.end
