"""What somebody turned down in an earlier text, known again where its sentence was reworded since:
the mark of a suggestion (see domain.recognition) holds only as long as the words beside it do."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from claimdesk.domain.claim import Kind
from claimdesk.domain.recognition import plain_words
from claimdesk.services.anchoring.sentences import sentences

_ALIKE = 0.65
"""The share of their words that two sentences have in common at least."""


class Rejected(NamedTuple):
    """A passage that was turned down as a claim of this kind."""

    start: int
    end: int
    kind: Kind


class _Place(NamedTuple):
    """A passage by what it says, and which of its equals in the sentence it is."""

    kind: Kind
    words: str
    nth: int


class Text:
    """A text whose passages are looked for by their sentences."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = sentences(text)
        self.sentences = {plain_words(text[start:end]) for start, end in self._spans}

    def place(self, start: int, end: int, kind: Kind) -> tuple[_Place, str]:
        """A passage, and the words of the sentence that it begins in."""
        at = bisect_right(self._spans, start, key=lambda span: span[0]) - 1
        first, last = self._spans[at] if at >= 0 else (start, end)
        words, before = plain_words(self._text[start:end]), plain_words(self._text[first:start])
        nth = f" {before} ".count(f" {words} ")
        return _Place(kind, words, nth), plain_words(self._text[first:last])


class Rejections:
    """The passages that were turned down in one text, looked for in a later one. A sentence that
    both texts hold is not reworded: there the marks alone tell."""

    def __init__(self, earlier: Text, rejected: Iterable[Rejected], later: Text) -> None:
        self._earlier, self._later = earlier, later
        self._held: defaultdict[_Place, list[str]] = defaultdict(list)
        for one in rejected:
            place, sentence = earlier.place(*one)
            if sentence not in later.sentences:
                self._held[place].append(sentence)

    def hold(self, start: int, end: int, kind: Kind) -> bool:
        """Whether this passage of the later text was turned down before."""
        if not self._held:
            return False
        place, sentence = self._later.place(start, end, kind)
        if sentence in self._earlier.sentences:
            return False
        return any(_are_alike(sentence, one) for one in self._held.get(place, ()))


def _are_alike(one: str, other: str) -> bool:
    words, others = Counter(one.split()), Counter(other.split())
    shared = (words & others).total()
    return 2 * shared >= _ALIKE * (words.total() + others.total())
