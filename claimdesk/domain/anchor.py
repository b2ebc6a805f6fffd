"""Where a claim stands in a revision: position and quote, as in the W3C Web Annotation model
(TextPositionSelector, TextQuoteSelector; https://www.w3.org/TR/annotation-model/#selectors).
Offsets count Unicode code points of the stored text, start inclusive, end exclusive.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 32
"""How many code points of prefix and suffix are kept."""


class AnchorOrigin(StrEnum):
    """How an anchor came to stand where it stands."""

    MADE = "made"
    SAME = "same"
    MOVED = "moved"
    REWORDED = "reworded"
    FACT_CHANGED = "fact_changed"
    CORRECTED = "corrected"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of a text, with enough of its surroundings to find it again."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, text: str, start: int, end: int) -> "Anchor":
        """The anchor of text[start:end]; ValueError where there is no such passage."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no passage {start}-{end} in a text of {len(text)}")
        return cls(
            start,
            end,
            text[start:end],
            text[max(0, start - CONTEXT) : start],
            text[end : end + CONTEXT],
        )

    def fits(self, text: str) -> bool:
        """Whether the passage and its surroundings stand in the text where the anchor says."""
        return (
            0 <= self.start < self.end <= len(text)
            and text[self.start : self.end] == self.quote
            and text[max(0, self.start - len(self.prefix)) : self.start] == self.prefix
            and text[self.end : self.end + len(self.suffix)] == self.suffix
        )


_WIDE = re.compile("[\U00010000-\U0010ffff]")
"""What takes two UTF-16 units."""


class Utf16:
    """Translates between code points, which the desk counts in, and the UTF-16 units Qt does."""

    def __init__(self, text: str) -> None:
        # Nearly every text has none of the wide characters, and counting units is quick.
        has_wide = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
        self._wide = [found.start() for found in _WIDE.finditer(text)] if has_wide else []
        self._units = [place + rank for rank, place in enumerate(self._wide)]

    def units(self, code_points: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return code_points + bisect_left(self._wide, code_points)

    def code_points(self, units: int) -> int:
        """The code point offset of a UTF-16 offset; inside a pair, that of the pair."""
        rank = bisect_left(self._units, units)
        if rank and units == self._units[rank - 1] + 1:
            return self._wide[rank - 1]
        return units - rank
