"""The words of a text, each with its place: what quotes are compared by where signs differ."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_LINK = re.compile(r"!?\[(?P<label>[^\]]*)\]\([^()\s]*\)|<(?P<bare>https?://[^>\s]+)>")
_BRACKET = re.compile(r"\s?\((?:https?://|/)[^\s()]+\)")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in lower case and where each one begins and ends."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    places: dict[str, list[int]]
    """Where each word stands, counted in words."""

    @classmethod
    def of(cls, text: str) -> "Words":
        """The words of a text."""
        words, spans, places = [], [], dict[str, list[int]]()
        for place, match in enumerate(_WORD.finditer(text)):
            word = match.group().lower()
            words.append(word)
            spans.append(match.span())
            places.setdefault(word, []).append(place)
        return cls(text, tuple(words), tuple(spans), places)

    def find(self, wanted: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where these words stand one after the other, as ranges of the text."""
        if not wanted or any(word not in self.places for word in wanted):
            return []
        # The rarest word first: 'in' stands everywhere.
        step, word = min(enumerate(wanted), key=lambda one: len(self.places[one[1]]))
        found = []
        for place in self.places[word]:
            first = place - step
            if first >= 0 and self.words[first : first + len(wanted)] == wanted:
                found.append((self.spans[first][0], self.spans[first + len(wanted) - 1][1]))
        return found


def words_of(quote: str) -> tuple[str, ...]:
    """The words of a quote as a reader sees them: without Markdown's marks and addresses."""
    plain = _BRACKET.sub("", _LINK.sub(lambda match: match["label"] or match["bare"] or "", quote))
    return tuple(match.group().lower() for match in _WORD.finditer(_MARKS.sub("", plain)))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a range begins and ends where words do."""
    edges = ((start - 1, start), (end - 1, end))
    return not any(
        left >= 0 and right < len(text) and _WORD.fullmatch(text[left] + text[right])
        for left, right in edges
    )
