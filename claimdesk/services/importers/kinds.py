"""Tells what a block is where the format does not say: title, byline, heading, notice."""

import re
from collections.abc import Sequence

from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.draft import DraftBlock

CLOSING = "\"'”“’»«›‹)]"
"""What may stand between a sentence's end and the next one."""

_ENDS = re.compile(rf"[.!?…:;][{re.escape(CLOSING)}]*\Z")
_LONG = 160
_HEADING = 90
_FRONT = 8
"""How many blocks may stand before the article begins."""
_BACK = 8
"""How many of a publisher's notices may stand below it."""
_BYLINE = re.compile(
    r"(?:von|by|text|autor(?:in)?|author|eine? \w+ von|stand|aktualisiert|veröffentlicht|updated"
    r"|published|lesedauer)\b[:\s]",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:\w+ )?\w*(?:redakteur|korrespondent|reporter|autor|volontär|editor|correspondent|writer)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:quelle|fotos?|bild(?:er|quelle)?|photos?|photographs?|credit|picture|illustration|grafik"
    r"|source|image)\s*:",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"e-?paper|kurz-?link|\bnewsletter\b|\babonnieren|\babonnement|\bsubscribe|\bsign up\b"
    r"|all rights reserved|alle rechte vorbehalten|^\s*(?:©|\(c\)|copyright)|mehr zum thema"
    r"|lesen sie (?:auch|mehr)|read more|related (?:articles|stories)|folgen sie uns|follow us"
    r"|\bunsere app\b|download (?:the|our) app|permalink|diesen artikel (?:teilen|drucken)"
    r"|share this|dieser (?:artikel|text) (?:erschien|ist erstmals)|first appeared"
    r"|^(?:impressum|datenschutz|privacy|terms of)",
    re.IGNORECASE,
)


def tell_kinds(blocks: Sequence[DraftBlock]) -> None:
    """Give plain paragraphs the kind that they look like."""
    _title(blocks)
    body = next((place for place, one in enumerate(blocks) if len(one.text) > _LONG), len(blocks))
    for place, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        if place < min(body, _FRONT) and _is_byline(blocks, place):
            block.kind = BlockKind.BYLINE
        elif len(block.text) <= 2 * _LONG and _CAPTION.match(block.text):
            block.kind = BlockKind.CAPTION
        elif _is_heading(blocks, place):
            block.kind, block.level = BlockKind.HEADING, 2
    _notices(blocks)


def ends_a_sentence(text: str) -> bool:
    """Whether a block's text is complete by its last signs."""
    return bool(_ENDS.search(text))


def _title(blocks: Sequence[DraftBlock]) -> None:
    if any(block.kind is BlockKind.TITLE for block in blocks):
        return
    tops = [one for one in blocks[:_FRONT] if one.kind is BlockKind.HEADING and one.level <= 1]
    if tops:
        tops[0].kind = BlockKind.TITLE
    elif len(blocks) > 1 and blocks[0].kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        first, goes_on = blocks[0].text, blocks[1].text[0].islower()
        complete = first.endswith((".", ":", ";", ",")) or "\n" in first
        if len(first) <= _LONG and not complete and not goes_on:
            blocks[0].kind = BlockKind.TITLE


def _is_heading(blocks: Sequence[DraftBlock], place: int) -> bool:
    text = blocks[place].text
    if not 0 < place < len(blocks) - 1 or len(text) > _HEADING or "\n" in text:
        return False
    if ends_a_sentence(text) or text.endswith((",", "–", "-")) or not text[0].isupper():
        return False
    after = blocks[place + 1]
    if after.kind is not BlockKind.PARAGRAPH or after.text[0].islower():
        return False
    return len(after.text) > len(text)


def _is_byline(blocks: Sequence[DraftBlock], place: int) -> bool:
    """'Von Ada Ärmel', also 'Redakteurin Wirtschaft' in a paragraph of its own below it."""
    text = blocks[place].text
    if len(text) <= _LONG and _BYLINE.match(text):
        return True
    follows = place > 0 and blocks[place - 1].kind is BlockKind.BYLINE
    return follows and bool(_OFFICE.match(text)) and len(text) <= _HEADING


def _notices(blocks: Sequence[DraftBlock]) -> None:
    for block in reversed(blocks[-_BACK:]):
        if not _NOTICE.search(block.text) or block is blocks[0]:
            return
        block.notice = True
