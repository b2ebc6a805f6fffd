"""Which sentence of the new text is which of the old: first those that say the same, by their
surroundings where they occur more than once, then those that are alike enough."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from claimdesk.services.matching.clauses import Sentence
from claimdesk.services.matching.lexicon import WordKind
from claimdesk.services.matching.verbs import analysed

_ALIKE = 0.45
"""From which share of common words on two sentences may be one."""
_IN_PLACE = 0.3
"""The same between the same neighbours."""
_PART = 0.7
"""From which share of its words on a sentence is a piece of another."""
_CLEAR = 0.85
"""A second best this close to the best leaves no best."""
_COMMON = 40
"""A word that stands in more sentences than this leads to none of them."""

Key = tuple[str, ...]


@dataclass(slots=True)
class Alignment:
    """'same' has the new sentence of each old one that says the same; 'moved' which of them left
    their order; 'alike' the new sentences that an old one may have become, the best first."""

    same: dict[int, int] = field(default_factory=dict)
    moved: frozenset[int] = frozenset()
    alike: dict[int, list[int]] = field(default_factory=dict)
    ambiguous: set[int] = field(default_factory=set)


def align(old: Sequence[Sentence], new: Sequence[Sentence]) -> Alignment:
    """Find each old sentence in the new text."""
    found = Alignment()
    keys = [sentence.keys for sentence in old], [sentence.keys for sentence in new]
    found.same = _same(*keys)
    in_order = _in_order(found.same)
    found.moved = frozenset(set(found.same) - in_order)
    taken = set(found.same.values())
    free = [place for place in range(len(new)) if place not in taken]
    held = set(keys[1])
    found.ambiguous = {
        place for place, key in enumerate(keys[0]) if place not in found.same and key in held
    }
    lost = [
        place
        for place in range(len(old))
        if place not in found.same and place not in found.ambiguous
    ]
    if lost and free:
        _Likeness(old, new, lost, free, {one: found.same[one] for one in in_order}).fill(found)
    return found


def _same(old: Sequence[Key], new: Sequence[Key]) -> dict[int, int]:
    counts = Counter(old), Counter(new)
    places = {key: place for place, key in enumerate(new)}
    pairs = {
        place: places[key]
        for place, key in enumerate(old)
        if counts[0][key] == 1 and counts[1][key] == 1
    }
    _spread(pairs, old, new)
    _fill_gaps(pairs, old, new)
    return pairs


def _spread(pairs: dict[int, int], old: Sequence[Key], new: Sequence[Key]) -> None:
    """Repeated sentences by their neighbours: who stands beside a pair is a pair."""
    taken = set(pairs.values())
    for step in (1, -1):
        for place in sorted(pairs, reverse=step < 0):
            here, there = place + step, pairs[place] + step
            while (
                0 <= here < len(old)
                and 0 <= there < len(new)
                and here not in pairs
                and there not in taken
                and old[here] == new[there]
            ):
                pairs[here] = there
                taken.add(there)
                here, there = here + step, there + step


def _fill_gaps(pairs: dict[int, int], old: Sequence[Key], new: Sequence[Key]) -> None:
    """Those of which one copy is left on both sides, between the same neighbours."""
    taken = set(pairs.values())
    left: dict[tuple[int, Key], list[int]] = defaultdict(list)
    wanted: dict[tuple[int, Key], list[int]] = defaultdict(list)
    order = sorted(_in_order(pairs))
    ends = [pairs[one] for one in order]
    for place, key in enumerate(old):
        if place not in pairs:
            wanted[bisect_left(order, place), key].append(place)
    for place, key in enumerate(new):
        if place not in taken:
            left[bisect_left(ends, place), key].append(place)
    for spot, places in wanted.items():
        if len(places) == 1 and len(left[spot]) == 1:
            pairs[places[0]] = left[spot][0]


def _in_order(pairs: dict[int, int]) -> set[int]:
    """The most pairs that keep their order; the others have moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in sorted(pairs):
        spot = bisect_left(tails, pairs[place])
        before[place] = ends[spot - 1] if spot else None
        if spot == len(tails):
            tails.append(pairs[place])
            ends.append(place)
        else:
            tails[spot] = pairs[place]
            ends[spot] = place
    kept: set[int] = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


class _Likeness:
    """Pairs what is left by the words in common, rare ones counting more."""

    def __init__(
        self,
        old: Sequence[Sentence],
        new: Sequence[Sentence],
        lost: list[int],
        free: list[int],
        fixed: dict[int, int],
    ) -> None:
        self._lost, self._free = lost, free
        self._old = {place: _bag(old[place]) for place in lost}
        self._new = {place: _bag(new[place]) for place in free}
        self._weights = _weights([*self._old.values(), *self._new.values()])
        order = sorted(fixed)
        ends = [fixed[one] for one in order]
        self._gap_old = {place: bisect_left(order, place) for place in lost}
        self._gap_new = {place: bisect_left(ends, place) for place in free}

    def fill(self, found: Alignment) -> None:
        scores = {place: self._scored(place) for place in self._lost}
        best: dict[int, float] = {}
        for scored in scores.values():
            for score, other in scored:
                best[other] = max(best.get(other, 0.0), score)
        for place, scored in scores.items():
            if not scored:
                continue
            partners = self._partners(place, scored, best)
            if partners:
                found.alike[place] = partners
            elif len(scored) > 1 and scored[1][0] > scored[0][0] * _CLEAR:
                found.ambiguous.add(place)

    def _scored(self, place: int) -> list[tuple[float, int]]:
        """New sentences by likeness, the best first; for equally good ones those in place."""
        own = self._old[place]
        scored = []
        for other in self._candidates(place):
            near = self._gap_old[place] == self._gap_new[other]
            score = self._score(own, self._new[other]) + (0.1 if near else 0.0)
            if score >= (_IN_PLACE + 0.1 if near else _ALIKE):
                scored.append((score, other))
        return sorted(scored, key=lambda pair: (-pair[0], pair[1]))

    def _candidates(self, place: int) -> Iterable[int]:
        near = [one for one in self._free if self._gap_new[one] == self._gap_old[place]]
        rare = [key for key in self._old[place] if len(self._holders.get(key, ())) <= _COMMON]
        return {*near[:_COMMON], *(one for key in rare for one in self._holders.get(key, ()))}

    @property
    def _holders(self) -> dict[str, list[int]]:
        if not hasattr(self, "_held"):
            self._held: dict[str, list[int]] = defaultdict(list)
            for place, bag in self._new.items():
                for key in bag:
                    self._held[key].append(place)
        return self._held

    def _score(self, one: Counter[str], other: Counter[str]) -> float:
        shared = self._weight(one & other)
        whole = self._weight(one), self._weight(other)
        if not min(whole):
            return 0.0
        part = shared / min(whole)
        dice = 2 * shared / sum(whole)
        return max(dice, 0.9 * part if part >= _PART and min(len(one), len(other)) > 2 else 0.0)

    def _weight(self, bag: Counter[str]) -> float:
        return sum(self._weights[key] * count for key, count in bag.items())

    def _partners(
        self, place: int, scored: list[tuple[float, int]], best: dict[int, float]
    ) -> list[int]:
        score, first = scored[0]
        others = [other for _score, other in scored[1:4]]
        if best[first] > score + 0.15 and best[first] * _CLEAR > score:
            return []
        unclear = [other for other in scored[1:] if other[0] > score * _CLEAR]
        own = self._old[place]
        if unclear and not all(self._is_piece(other, own) for _score, other in scored[:2]):
            return []
        return [first, *(other for other in others if self._is_piece(other, own))]

    def _is_piece(self, other: int, own: Counter[str]) -> bool:
        bag = self._new[other]
        return self._weight(bag & own) >= _PART * self._weight(bag)


def _bag(sentence: Sentence) -> Counter[str]:
    """The words that tell sentences apart, forms evened out."""
    return Counter(
        _even(word.key)
        for word in sentence.words
        if word.kind not in (WordKind.FILLER, WordKind.AUXILIARY, WordKind.PREPOSITION)
    )


def _even(key: str) -> str:
    if key[:1] in "#~" or len(key) < 5:
        return key
    verb = analysed(key)
    stem = verb[0] if verb else key
    for ending in ("en", "er", "es", "em", "e", "s", "n"):
        if stem.endswith(ending) and len(stem) - len(ending) > 3:
            return stem[: -len(ending)]
    return stem


def _weights(bags: list[Counter[str]]) -> dict[str, float]:
    seen: Counter[str] = Counter()
    for bag in bags:
        seen.update(bag.keys())
    return {key: 1.0 + log(1 + len(bags) / count) / 4 for key, count in seen.items()}
