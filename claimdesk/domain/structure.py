"""How a revision's text is built: its blocks and its links, in code points of the text.

Blocks stand one after the other with a blank line between them; items of a list and rows of a
table follow each other line by line.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class BlockKind(StrEnum):
    """What a block of a text is."""

    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"

    @property
    def is_tight(self) -> bool:
        """Whether the next block of the same kind follows without a blank line."""
        return self in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, ... of a text. 'level' ranks headings and nested lists; 'notice' says
    that it is probably no part of the article, such as what a publisher puts below each."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Structure:
    """All that is known of a text beyond its characters."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def notices(self) -> tuple[tuple[int, int], ...]:
        """The ranges that are proposed as no part of the article, neighbours as one."""
        found: list[tuple[int, int]] = []
        before: Block | None = None
        for block in self.blocks:
            if block.notice and before and before.notice:
                found[-1] = (found[-1][0], block.end)
            elif block.notice:
                found.append((block.start, block.end))
            before = block
        return tuple(found)

    def to_json(self) -> str:
        """As the desk stores it; what has its usual value is left out."""
        blocks = [
            {"kind": block.kind.value, "start": block.start, "end": block.end}
            | ({"level": block.level} if block.level else {})
            | ({"notice": True} if block.notice else {})
            for block in self.blocks
        ]
        links = [
            {"start": link.start, "end": link.end, "address": link.address} for link in self.links
        ]
        return json.dumps({"blocks": blocks, "links": links}, ensure_ascii=False)

    @classmethod
    def from_json(cls, stored: str) -> "Structure":
        """Read what the desk stores; what is not understood is left out, since a desk may come
        from anybody."""
        try:
            held = json.loads(stored)
        except ValueError:
            return cls()
        if not isinstance(held, dict):
            return cls()
        return cls(
            tuple(block for entry in _entries(held, "blocks") if (block := _block(entry))),
            tuple(link for entry in _entries(held, "links") if (link := _link(entry))),
        )


def _entries(held: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    entries = held.get(name)
    return [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []


def _span(entry: Mapping[str, Any]) -> tuple[int, int] | None:
    start, end = entry.get("start"), entry.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
        return start, end
    return None


def _block(entry: Mapping[str, Any]) -> Block | None:
    span, name, level = _span(entry), entry.get("kind"), entry.get("level", 0)
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if span is None or kind is None or not isinstance(level, int):
        return None
    return Block(kind, *span, level, bool(entry.get("notice")))


_KINDS = {kind.value: kind for kind in BlockKind}
"""A long text has thousands of blocks."""


def _link(entry: Mapping[str, Any]) -> Link | None:
    span, address = _span(entry), entry.get("address")
    return Link(*span, address) if span and isinstance(address, str) else None
