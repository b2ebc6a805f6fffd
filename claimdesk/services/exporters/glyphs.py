"""Which characters the shipped fonts can draw, and what is printed in place of the others.

An accessible PDF may hold no character without a glyph, or the whole export stops; an emoji is
printed by its name instead, and anything else by its number. The report's JSON, which lies in the
PDF, keeps the characters themselves.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

_IGNORED = frozenset("\n\t\u00ad\u200b\u200c\u200d\ufeff\ufe0e\ufe0f")
_UNDRAWN = frozenset("\ufeff\ufe0e\ufe0f\u200d\t")


@lru_cache(maxsize=4)
def drawable(folders: tuple[Path, ...]) -> frozenset[str]:
    """The characters that at least one font in the folders draws."""
    files = sorted(file for folder in folders for file in folder.rglob("*.[ot]tf"))
    found: set[int] = set()
    for file in files:
        found.update(_characters(file.read_bytes()))
    return frozenset(map(chr, found)) | _IGNORED


def printable(text: str, known: frozenset[str]) -> str:
    """The text with what cannot be drawn put into words."""
    if text.isascii() or known.issuperset(text):
        return text
    return "".join(_shown(char, known) for char in text)


def _shown(char: str, known: frozenset[str]) -> str:
    if char in _UNDRAWN:
        return " " if char == "\t" else ""
    if char in known:
        return char
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and known.issuperset(plain):
        return plain
    name = unicodedata.name(char, "")
    if unicodedata.category(char) == "So" and name:
        return f"[{name.lower()}]"
    return f"‹U+{ord(char):04X}›"


def _characters(font: bytes) -> Iterator[int]:
    """The code points in a TrueType or OpenType font's character map (formats 4 and 12)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    for at in range(12, 12 + 16 * tables, 16):
        tag, _sum, offset, _length = struct.unpack_from(">4sIII", font, at)
        if tag == b"cmap":
            yield from _character_map(font, offset)


def _character_map(font: bytes, start: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, start + 2)[0]
    for entry in range(count):
        offset = struct.unpack_from(">I", font, start + 4 + 8 * entry + 4)[0]
        at = start + offset
        form = struct.unpack_from(">H", font, at)[0]
        for low, high in _ranges(font, at, form):
            yield from range(low, high + 1)


def _ranges(font: bytes, at: int, form: int) -> Iterable[tuple[int, int]]:
    if form == 12:
        groups = struct.unpack_from(">I", font, at + 12)[0]
        for group in range(groups):
            low, high, _glyph = struct.unpack_from(">III", font, at + 16 + 12 * group)
            yield low, high
    elif form == 4:
        segments = struct.unpack_from(">H", font, at + 6)[0] // 2
        ends = struct.unpack_from(f">{segments}H", font, at + 14)
        starts = struct.unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
        yield from ((low, high) for low, high in zip(starts, ends, strict=True) if high != 0xFFFF)
