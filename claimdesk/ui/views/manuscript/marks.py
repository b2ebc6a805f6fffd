"""The passages as the manuscript knows them: where they lie, in which lane, in which state.

A claim is found by its id, never by its place: several may share one passage.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui.views.manuscript.shown import ShownText


class Mark(NamedTuple):
    """A claim's passage in positions of the document; no lane where three others took them."""

    claim: int
    number: int
    start: int
    end: int
    lane: int | None

    @property
    def rank(self) -> tuple[int, int]:
        """Inner before outer, then by number."""
        return self.end - self.start, self.number

    def holds(self, other: "Mark") -> bool:
        """Whether another passage lies within this one."""
        return self.start <= other.start and other.end <= self.end


def lanes(spans: Sequence[tuple[int, int]], count: int) -> list[int | None]:
    """A lane for each span: the shortest first takes the free one nearest the text."""
    taken: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    given: list[int | None] = [None] * len(spans)
    for place in sorted(range(len(spans)), key=lambda at: spans[at][1] - spans[at][0]):
        for lane, neighbours in enumerate(taken):
            if _is_free(neighbours, spans[place]):
                insort(neighbours, spans[place])
                given[place] = lane
                break
    return given


def _is_free(neighbours: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    start, end = span
    after = bisect_left(neighbours, (start, start))
    return (after == 0 or neighbours[after - 1][1] <= start) and (
        after == len(neighbours) or neighbours[after][0] >= end
    )


class Marks:
    """All passages of a text, with what is chosen and what a filter leaves."""

    def __init__(
        self, passages: Iterable[Passage] = (), shown: ShownText | None = None, lane_count: int = 3
    ) -> None:
        self.shown = shown or ShownText()
        self._statuses: dict[int, Status] = {}
        self._marks: list[Mark] = []
        self._place(passages, lane_count)
        self._by_claim = {mark.claim: mark for mark in self._marks}
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate((mark.end for mark in self._marks), max))
        self.chosen: int | None = None
        self.selected: frozenset[int] = frozenset()
        self.visible: frozenset[int] | None = None

    def _place(self, passages: Iterable[Passage], lane_count: int) -> None:
        shown = self.shown
        placed = [
            (shown.position(span[0]), shown.position(span[1]), passage)
            for passage in passages
            if (span := _without_spaces(passage, shown.text))
        ]
        placed.sort(key=lambda item: (item[0], -item[1], item[2].number))
        given = lanes([(start, end) for start, end, _ in placed], lane_count)
        for (start, end, passage), lane in zip(placed, given, strict=True):
            self._marks.append(Mark(passage.claim, passage.number, start, end, lane))
            self._statuses[passage.claim] = passage.status

    def chosen_like(self, others: "Marks") -> "Marks":
        """These, with what is chosen and left by a filter among others."""
        self.chosen, self.selected, self.visible = others.chosen, others.selected, others.visible
        return self

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def get(self, claim: int | None) -> Mark | None:
        """A claim's mark; None where it has no passage here."""
        return None if claim is None else self._by_claim.get(claim)

    def status(self, mark: Mark) -> Status:
        """Where its claim stands."""
        return self._statuses[mark.claim]

    def set_statuses(self, statuses: Mapping[int, Status]) -> list[Mark]:
        """Take new statuses over; the marks that changed."""
        changed = []
        for claim, status in statuses.items():
            mark = self._by_claim.get(claim)
            if mark and self._statuses[claim] is not status:
                self._statuses[claim] = status
                changed.append(mark)
        return changed

    def overlapping(self, start: int, end: int) -> list[Mark]:
        """The marks that have something between two positions, in the text's order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [mark for mark in self._marks[first:last] if mark.end > start]

    def is_ringed(self, mark: Mark) -> bool:
        """Whether it is the chosen claim or among several chosen."""
        return mark.claim == self.chosen or mark.claim in self.selected

    def is_faint(self, mark: Mark) -> bool:
        """Whether a filter puts it aside. What is chosen never is."""
        return (
            self.visible is not None and mark.claim not in self.visible and not self.is_ringed(mark)
        )

    @property
    def widest_number(self) -> int:
        """The highest number, for the gutter's width."""
        return max((mark.number for mark in self._marks), default=0)

    def next_of(self, hits: Iterable[Mark]) -> Mark | None:
        """Which of the marks under one point a click chooses: inner to outer, then round again;
        those that a filter puts aside only where there are no others."""
        ranked = sorted(hits, key=attrgetter("rank"))
        ranked = [mark for mark in ranked if not self.is_faint(mark)] or ranked
        if not ranked:
            return None
        at = next((at for at, mark in enumerate(ranked) if mark.claim == self.chosen), -1)
        return ranked[(at + 1) % len(ranked)]


def _without_spaces(passage: Passage, text: str) -> tuple[int, int] | None:
    """A passage without the spaces at its ends; None where the text has no such passage."""
    start, end = passage.start, passage.end
    if not 0 <= start < end <= len(text):
        return None
    if not text[start].isspace() and not text[end - 1].isspace():
        return start, end
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return (start, start + len(words.strip())) if words.strip() else None
