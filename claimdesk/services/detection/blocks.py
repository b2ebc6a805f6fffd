"""The blocks of a text: one a line, and what sort of line it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a line of a text is."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    CREDIT = "credit"
    SERVICE = "service"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """A line with words, in code points of the text."""

    start: int
    end: int
    kind: BlockKind


_BYLINE = re.compile(r"(?:(?i:von|by|from|protokoll|interview|text|aus))[: ][^.!?]{0,30}?[A-ZÄÖÜ]")
_EDITION = re.compile(
    r"(?:stand|aktualisiert|veröffentlicht|updated|published)\b.{0,40}\d|"
    r".*\b(?:lesedauer|lesezeit|reading time|min(?:ute)? read)\b",
    re.IGNORECASE,
)
"""When a text was published, and how long it takes to read."""
_CREDIT = re.compile(
    r"(?:quelle|foto|fotos|bild|grafik|karte|source|photo|photos|photograph|photographs|picture|"
    r"graphic|credit|©)\b[^.!?]{0,12}[:/]|©",
    re.IGNORECASE,
)
AGENCIES = (
    r"dpa|afp|ap|rtr|reuters|apa|epd|kna|sid|ots|sda|keystone-sda|ansa|efe|upi|tass|xinhua|"
    r"bloomberg|pa media"
)
_SIGNATURE = re.compile(
    rf"[(\[©\s–—-]*(?:(?i:{AGENCIES})\b|(?<=\()[a-z]{{2,5}}\b)"
    rf"(?:[-/:]\w[\w/-]*|,\s*(?i:{AGENCIES})\b)*[)\]]?\.?|"
    r"(?=.*/)[a-zäöü]{2,4}(?:[ /][a-zäöü]{2,4}){1,4}"
)
"""Agencies, and the initials of those who wrote it: 'dpa/lni', 'rvn hj/mt'."""
_SERVICE = re.compile(
    r"https?://|www\.|\b(?:mehr (?:dazu|zum thema)|lesen sie|read more|newsletter|abonnieren|"
    r"e-?paper|subscribe|schreiben sie uns|anzeige)\b|finden sie (?:unter|auf|hier)|"
    r"find (?:it|them|more) at|\bavailable (?:at|from|here)\b|"
    r"^this (?:article|story) (?:was|has been) (?:amended|updated|corrected|first published)|"
    r"^diese[rs]? (?:artikel|text|beitrag) (?:wurde|ist|erschien) .*"
    r"(?:aktualisiert|korrigiert|geändert|erschien|veröffentlicht)",
    re.IGNORECASE,
)
_FORMS = (
    (BlockKind.BYLINE, _BYLINE.match, 90),
    (BlockKind.BYLINE, _EDITION.match, 90),
    (BlockKind.CREDIT, _CREDIT.match, 90),
    (BlockKind.SERVICE, _SERVICE.search, 240),
)
"""How a line begins, or what it holds, and how long it is at most."""
_MARKUP = re.compile(r"(?:#{1,6}\s+|>\s+|[-*•]\s+|\*\*|__)+")


def blocks_of(text: str) -> Iterator[Block]:
    """The lines with words in them, in order."""
    at, first = 0, True
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        marked = _MARKUP.match(text, start, end)
        heading = bool(marked) and text[start] == "#"
        start = marked.end() if marked else start
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Block(start, end, _kind(text[start:end], first=first, heading=heading))
            first = False


def _kind(line: str, *, first: bool, heading: bool) -> BlockKind:
    if first:
        return BlockKind.HEADLINE
    if _SIGNATURE.fullmatch(line):
        return BlockKind.SERVICE
    for kind, form, length in _FORMS:
        if len(line) < length and form(line):
            return kind
    if heading or (len(line) < 70 and line[-1] not in ".!…:“”\"»«’'" and " | " not in line):
        return BlockKind.SUBHEAD
    return BlockKind.TEXT
