"""Words, figures and signs with their places in the text."""

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"""
      (?P<markup>\]\([^()\s]*(?:\([^()\s]*\))?[^()\s]*\)+|\[(?=[^\[\]]*\]\()|[*_]+(?=\W|$)|(?<!\w)[*_]+)
    | (?:https?://|www\.)[^\s<>"„“”»«]+            # addresses
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | \d{1,3}(?:[\u0020\u00a0\u202f]\d{3})+(?![\d\w])(?:,\d+)?  # 60 000
    | \d+(?:[.,:]\d+)*(?:[-‑]?[^\W\d_]+)*           # 1.900  14,5  18:45  9-year-old  1960s
    | (?:[^\W\d_]\.){2,}                           # z.B.  U.S.
    | [^\W\d_][\w]*(?:['’\-‑][^\W_][\w]*)*[’']?(?<!\w[’'](?=\W))  # words, parts joined
    | \w+
    | \.{3}
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or sign."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a figure, no sign."""
        return self.text[0].isalnum()


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a passage."""
    return [
        Token(found.start(), found.end(), found.group(), found.group().lower())
        for found in _TOKEN.finditer(text, start, end)
        if found.lastgroup != "markup"
    ]


@lru_cache(maxsize=8)
def richness(text: str) -> int:
    """How rich in figures a text is: of sixty words, so many hold a digit; 6 at most."""
    words = text.split()
    rich = sum(any(sign.isdigit() for sign in word) for word in words) / max(1, len(words))
    return min(6, int(rich * 60))
