"""Plain text."""

import re

from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.draft import Draft
from claimdesk.services.importers.lines import is_item, is_wrapped, wrap_width

_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LONG_LINE = 130


def read_plain(text: str) -> Draft:
    """Paragraphs between blank lines; in a text without them, each line."""
    draft = Draft()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\0", "")
    groups = [
        [line.strip() for line in part.split("\n") if line.strip()]
        for part in _PARAGRAPHS.split(text)
    ]
    width = wrap_width(groups)
    for lines in groups:
        if not width and _each_a_paragraph(lines):
            for place, line in enumerate(lines):
                item = is_item(line) and place > 0
                draft.begin(BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH, tight=item)
                draft.write(line)
        elif lines:
            _write(draft, lines, width)
    draft.end()
    return draft


def _each_a_paragraph(lines: list[str]) -> bool:
    """Whether the lines are paragraphs that no blank line parts."""
    return any(len(line) > _LONG_LINE and not is_item(line) for line in lines)


def _write(draft: Draft, lines: list[str], width: int) -> None:
    for place, line in enumerate(lines):
        if is_item(line) and (place or any(map(is_item, lines[1:]))):
            draft.begin(BlockKind.LIST_ITEM, tight=place > 0)
        elif place == 0:
            draft.begin()
        elif is_wrapped(lines, place - 1, width):
            draft.write(" ")
        else:
            draft.line()
        draft.write(line)
