"""Makes one text of a draft's blocks: mends what files break, proposes what is what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import ImportedText, Lead, LeadKind, Oddity, OddityKind, OriginalFile
from claimdesk.domain.structure import Block, BlockKind, Link, Structure
from claimdesk.i18n import _
from claimdesk.services.importers.addresses import is_whole, mend_links
from claimdesk.services.importers.draft import Draft, DraftBlock, DraftLead
from claimdesk.services.importers.facts import propose
from claimdesk.services.importers.kinds import ends_a_sentence, tell_kinds
from claimdesk.services.importers.replies import told_apart

_HIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that turn the direction of writing, and can make a text look like another one."""


@dataclass(slots=True)
class _Seam:
    """Where two blocks were joined: the block that holds both, and where the second begins."""

    block: DraftBlock
    place: int


def compose(
    draft: Draft, file: OriginalFile, oddities: Sequence[Oddity] = (), *, mend: bool = True
) -> ImportedText:
    """The text of a draft with its structure, leads and what looks odd. UnreadableText where
    there is none."""
    draft.end()
    blocks = [block for block in draft.blocks if block.text]
    for block in blocks:
        mend_links(block)
    blocks = [block for block in blocks if block.text.strip()]
    if not blocks:
        raise UnreadableText(_("there is no text in it"))
    tell_kinds(blocks)
    blocks, seams = _joined(blocks) if mend else (blocks, [])
    text, starts = _put_together(blocks)
    structure = Structure(tuple(_blocks(blocks, starts)), tuple(_links(blocks, starts)))
    unplaced = [_lead(lead, 0, len(blocks[0].text)) for lead in draft.unplaced]
    leads, replies, done = told_apart(_leads(blocks, starts), draft.saved_by, unplaced)
    return ImportedText(
        text=text,
        structure=structure,
        data=propose(draft.facts, text, structure, file.name),
        file=file,
        leads=leads,
        oddities=(*oddities, *_oddities(text, structure, blocks, starts, seams)),
        article=draft.article,
        replies=replies,
        done=done,
    )


def _joined(blocks: Sequence[DraftBlock]) -> tuple[list[DraftBlock], list[_Seam]]:
    """A sentence that two paragraphs share is made one again."""
    done: list[DraftBlock] = []
    seams: list[_Seam] = []
    for block in blocks:
        if done and _goes_on(done[-1], block):
            seams.append(_join(done[-1], block))
        else:
            done.append(block)
    return done, seams


def _goes_on(before: DraftBlock, after: DraftBlock) -> bool:
    if before.kind is not BlockKind.PARAGRAPH or after.kind is not BlockKind.PARAGRAPH:
        return False
    held = before.text
    return (
        after.text[0].islower()
        and (held[-1].isalnum() or held[-1] == ",")
        and (not ends_a_sentence(held))
    )


def _join(before: DraftBlock, after: DraftBlock) -> _Seam:
    place = len(before.text) + 1
    before.text += " " + after.text
    for span in after.spans:
        span.start += place
        span.end += place
    before.links += after.links
    before.leads += after.leads
    return _Seam(before, place)


def _put_together(blocks: Sequence[DraftBlock]) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    size = 0
    before: DraftBlock | None = None
    for block in blocks:
        if before is not None:
            tight = block.tight or (before.kind is block.kind and block.kind.is_tight)
            parts.append("\n" if tight else "\n\n")
            size += len(parts[-1])
        starts.append(size)
        parts.append(block.text)
        size += len(block.text)
        before = block
    return "".join(parts), starts


def _blocks(blocks: Sequence[DraftBlock], starts: Sequence[int]) -> Iterator[Block]:
    for block, start in zip(blocks, starts, strict=True):
        yield Block(block.kind, start, start + len(block.text), block.level, block.notice)


def _links(blocks: Sequence[DraftBlock], starts: Sequence[int]) -> Iterator[Link]:
    for block, start in zip(blocks, starts, strict=True):
        for link in block.links:
            yield Link(start + link.start, start + link.end, link.address)


def _leads(blocks: Sequence[DraftBlock], starts: Sequence[int]) -> Iterator[Lead]:
    for block, start in zip(blocks, starts, strict=True):
        found = [
            *block.leads,
            *(DraftLead(one.start, one.end, LeadKind.LINK, one.address) for one in block.links),
        ]
        for lead in sorted(found, key=lambda one: (one.start, one.end)):
            first, last = _passage(block.text, lead.start, lead.end)
            yield _lead(lead, start + first, start + last)


def _lead(lead: DraftLead, start: int, end: int) -> Lead:
    return Lead(
        lead.kind,
        start,
        end,
        lead.text,
        lead.said_by,
        lead.said_at,
        lead.external,
        lead.parent,
        lead.done,
    )


def _passage(text: str, start: int, end: int) -> tuple[int, int]:
    """A passage without blanks around it; for a mere point the word before it."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        return start, end
    while end > 0 and text[end - 1].isspace():
        end -= 1
    start = end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return (start, end) if start < end else (0, len(text))


def _oddities(
    text: str,
    structure: Structure,
    blocks: Sequence[DraftBlock],
    starts: Sequence[int],
    seams: Sequence[_Seam],
) -> Iterator[Oddity]:
    begins = {id(block): start for block, start in zip(blocks, starts, strict=True)}
    for seam in seams:
        place = begins[id(seam.block)] + seam.place
        around = (_words_before(text, place - 1), _words_after(text, place))
        yield Oddity(
            OddityKind.JOINED,
            _("A sentence was broken across two paragraphs and is joined: “{before} / {after}”.")
            .format(before=text[around[0] : place - 1], after=text[place : around[1]]),
            *around,
        )  # fmt: skip
    for link in structure.links:
        if not is_whole(link.address):
            said = _("The address “{address}” of a link has no host.")
            yield Oddity(
                OddityKind.ADDRESS, said.format(address=link.address), link.start, link.end
            )
    for start, end in structure.notices:
        yield Oddity(OddityKind.NOTICE, _("This may be no part of the article."), start, end)
    for sign in _HIDDEN:
        if (place := text.find(sign)) >= 0:
            said = _("Invisible signs turn the direction of writing here.")
            yield Oddity(OddityKind.SIGNS, said, place, place + 1)
            return


def _words_before(text: str, place: int, count: int = 2) -> int:
    begin = text.rfind("\n", 0, place) + 1
    words = text[begin:place].split(" ")
    return place - len(" ".join(words[-count:]))


def _words_after(text: str, place: int, count: int = 2) -> int:
    stop = text.find("\n", place)
    words = text[place : stop if stop >= 0 else len(text)].split(" ")
    return place + len(" ".join(words[:count]))
