"""The sentences as the manuscript draws them: where each lies, and how far its checking is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimdesk.domain.coverage import Sentence, SentenceState
from claimdesk.ui.views.manuscript.shown import ShownText


class Stretch(NamedTuple):
    """A sentence in positions of the document; numbered from 0 in the text's order."""

    number: int
    start: int
    end: int
    state: SentenceState

    @property
    def rank(self) -> tuple[int, int]:
        """Sentences lie in no other; the text's order is theirs."""
        return -self.number, 0


class Stretches:
    """All sentences of a text, in order; none overlaps another."""

    def __init__(self, sentences: Iterable[Sentence] = (), shown: ShownText | None = None) -> None:
        self.shown = shown or ShownText()
        self.sentences: Sequence[Sentence] = tuple(sentences)
        self._stretches = [
            Stretch(
                number,
                self.shown.position(sentence.start),
                self.shown.position(sentence.end),
                sentence.state,
            )
            for number, sentence in enumerate(self.sentences)
        ]
        self._starts = [stretch.start for stretch in self._stretches]
        self._ends = [stretch.end for stretch in self._stretches]
        self.unseen = [one for one in self if one.state is SentenceState.NOT_LOOKED_AT]

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self._stretches)

    def __len__(self) -> int:
        return len(self._stretches)

    def __getitem__(self, number: int) -> Stretch:
        return self._stretches[number]

    def overlapping(self, start: int, end: int) -> list[Stretch]:
        """Those that have something between two positions."""
        first = bisect_right(self._ends, start)
        return self._stretches[first : bisect_left(self._starts, end)]

    def at(self, position: int) -> Stretch | None:
        """The one that holds a position, or that has just ended there."""
        found = self.overlapping(position, position + 1) or self.overlapping(position - 1, position)
        return found[0] if found else None

    def next_of(self, state: SentenceState, after: int) -> Stretch | None:
        """The next one in a state behind a position, then from the text's beginning."""
        wanted = [stretch for stretch in self._stretches if stretch.state is state]
        later = (stretch for stretch in wanted if stretch.start > after)
        return next(later, wanted[0] if wanted else None)
