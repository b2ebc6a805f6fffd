"""Clean characters, and where each one went: blanks one by one, NFC, nothing that is not seen."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

LINE = "\u2028"
"""A line break that stays one; every other one is a blank, as in HTML and XML."""

_UNSEEN = (
    "\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
)
_BLANK = " \t\n\r\f\v\u2028\u2029\x85"
_ODD = re.compile(
    rf"^[\s{_UNSEEN}]+|[\s{_UNSEEN}]+\Z"
    rf"|[{_BLANK}{_UNSEEN}]{{2,}}|[\t\n\r\f\v\u2028\u2029\x85{_UNSEEN}]"
)
_BREAK = re.compile(f"[{LINE}\u2029]")
_GAP = re.compile(f"[{_BLANK}]")


class Offsets:
    """Translates offsets of a raw text into those of the text made of it."""

    def __init__(self) -> None:
        self._raw = [0]
        self._shift = [0]

    def note(self, raw: int, clean: int) -> None:
        """From this raw offset on, counting starts anew at that one."""
        self._raw.append(raw)
        self._shift.append(clean - raw)

    def __call__(self, raw: int) -> int:
        """The new offset of a raw one; inside what was changed, that of its end."""
        place = bisect_right(self._raw, raw) - 1
        limit = self._raw[place + 1] + self._shift[place + 1] if place + 1 < len(self._raw) else raw
        mapped = raw + self._shift[place]
        return min(mapped, limit) if place + 1 < len(self._raw) else mapped


def tidy(raw: str) -> tuple[str, Offsets]:
    """The raw text clean, and the translator of its offsets."""
    offsets = Offsets()
    parts: list[str] = []
    size = held = 0
    for start, end, new in _repairs(raw):
        parts += (raw[held:start], new)
        size += start - held + len(new)
        held = end
        offsets.note(end, size)
    if not parts:
        return raw, offsets
    return "".join((*parts, raw[held:])), offsets


def composed(raw: str) -> tuple[str, Offsets]:
    """The text in NFC, and the translator of its offsets."""
    offsets = Offsets()
    if unicodedata.is_normalized("NFC", raw):
        return raw, offsets
    parts: list[str] = []
    size = start = 0
    for end in _clusters(raw):
        new = unicodedata.normalize("NFC", raw[start:end])
        parts.append(new)
        size += len(new)
        if len(new) != end - start:
            offsets.note(end, size)
        start = end
    return unicodedata.normalize("NFC", "".join(parts)), offsets


def _repairs(raw: str) -> Iterator[tuple[int, int, str]]:
    for match in _ODD.finditer(raw):
        held = match.group()
        if match.start() == 0 or match.end() == len(raw):
            new = ""
        elif _BREAK.search(held):
            new = "\n"
        else:
            new = " " if _GAP.search(held) else ""
        if new != held:
            yield match.start(), match.end(), new


def _clusters(raw: str) -> Iterator[int]:
    """The ends of what composes: a sign with its combining marks."""
    for place in range(1, len(raw)):
        char = raw[place]
        if not (unicodedata.combining(char) or "\u1161" <= char <= "\u11ff"):
            yield place
    yield len(raw)
