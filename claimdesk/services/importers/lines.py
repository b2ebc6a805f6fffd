"""Line breaks of plain text: which ones mean something and which an editor put in by itself."""

import re
from collections.abc import Sequence

_WRAP = range(40, 121)
"""How wide editors and mail programs wrap."""
_ITEM = re.compile(r"\s*(?:[-–—•*·‣▪◦]|\d{1,3}[.)]|[a-zA-Z]\))\s+\S")


def is_item(line: str) -> bool:
    """Whether a line begins like an item of a list."""
    return bool(_ITEM.match(line))


def wrap_width(groups: Sequence[Sequence[str]]) -> int:
    """How wide the lines of a text are wrapped; 0 where they are not. 'groups' are the lines of
    each paragraph."""
    width = max((len(line) for lines in groups if len(lines) > 1 for line in lines), default=0)
    if width not in _WRAP or any(len(line) > width + 20 for lines in groups for line in lines):
        return 0
    full = sum(_is_full(lines, place, width) for lines in groups for place in range(len(lines) - 1))
    breaks = sum(len(lines) - 1 for lines in groups)
    return width if full * 2 > breaks else 0


def is_wrapped(lines: Sequence[str], place: int, width: int) -> bool:
    """Whether the break after a line is there only because the line was full."""
    return bool(width) and not is_item(lines[place + 1]) and _is_full(lines, place, width)


def _is_full(lines: Sequence[str], place: int, width: int) -> bool:
    after = lines[place + 1].split(None, 1)
    return bool(after) and len(lines[place]) + 1 + len(after[0]) > width
