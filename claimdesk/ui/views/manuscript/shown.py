"""What the document holds: the lines above the text, then the text.

Only here are the desk's offsets (code points of the stored text) and the document's positions
(UTF-16 units, lines above included) turned into each other. Words are always taken from here:
a QTextDocument hands no-break spaces back as plain ones.
"""

from enum import Enum, auto

from claimdesk.domain.anchor import Utf16
from claimdesk.domain.structure import Link, Structure


class Line(Enum):
    """A line above the text."""

    LABEL = auto()
    TITLE = auto()
    BYLINE = auto()


class ShownText:
    """The lines above the text and the text itself, as one string."""

    def __init__(
        self,
        text: str = "",
        *,
        label: str = "",
        title: str = "",
        byline: str = "",
        structure: Structure | None = None,
    ) -> None:
        self.structure = structure or Structure()
        lines = ((Line.LABEL, label), (Line.TITLE, title), (Line.BYLINE, byline))
        self.text = text
        self.above = tuple((line, words.replace("\n", " ")) for line, words in lines if words)
        above = "".join(f"{words}\n" for _, words in self.above)
        self.whole = above + text
        self._shift = len(above)
        self._utf16 = Utf16(self.whole)

    def position(self, offset: int) -> int:
        """The document's position of a code point offset of the text."""
        return self._utf16.units(self._shift + offset)

    def offset(self, position: int) -> int:
        """The code point offset of a document's position; 0 above the text."""
        return max(0, self._utf16.code_points(position) - self._shift)

    def link(self, position: int) -> Link | None:
        """The link whose words hold a position of the document."""
        offset = self._utf16.code_points(position) - self._shift
        links = self.structure.links
        return next((link for link in links if link.start <= offset < link.end), None)

    def words(self, start: int, end: int) -> str:
        """What stands between two positions of the document."""
        return self.whole[self._utf16.code_points(start) : self._utf16.code_points(end)]
