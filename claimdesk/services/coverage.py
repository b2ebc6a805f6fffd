"""How far the checking of a text is, sentence by sentence."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from claimdesk.domain.coverage import CoverageKind, Looked, Sentence, SentenceState

Span = tuple[int, int]

_SHARE = 0.5
"""How much of a sentence's length a range must hold for what was said of it to count: the
splitter may cut otherwise than the one of that day."""


def coverage(
    spans: Sequence[Span], claims: Iterable[tuple[int, int, bool]], looked: Iterable[Looked]
) -> tuple[Sentence, ...]:
    """The state of each sentence. 'spans' are the sentences in the text's order; a claim is its
    passage's start and end, and whether it is still open."""
    starts = [start for start, _end in spans]
    ends = [end for _start, end in spans]
    holds: dict[int, bool] = {}
    for start, end, is_open in claims:
        for place in range(bisect_right(ends, start), bisect_left(starts, end)):
            holds[place] = holds.get(place, False) or is_open
    covered = _covered(spans, starts, ends, looked)
    return tuple(
        Sentence(start, end, _state(holds.get(place), covered.get(place)))
        for place, (start, end) in enumerate(spans)
    )


def counts(sentences: Iterable[Sentence]) -> Counter[SentenceState]:
    """How many sentences are in which state."""
    return Counter(sentence.state for sentence in sentences)


def _covered(
    spans: Sequence[Span], starts: list[int], ends: list[int], looked: Iterable[Looked]
) -> dict[int, CoverageKind]:
    lengths: Counter[tuple[int, CoverageKind]] = Counter()
    for one in looked:
        for place in range(bisect_right(ends, one.start), bisect_left(starts, one.end)):
            start, end = spans[place]
            lengths[place, one.kind] += min(end, one.end) - max(start, one.start)
    found: dict[int, CoverageKind] = {}
    for (place, kind), length in lengths.items():
        start, end = spans[place]
        if length >= _SHARE * (end - start) and found.get(place) is not CoverageKind.NOT_ARTICLE:
            found[place] = kind
    return found


def _state(holds: bool | None, said: CoverageKind | None) -> SentenceState:
    """'holds': whether some claim in it is open; None where it has no claim."""
    if said is CoverageKind.NOT_ARTICLE:
        return SentenceState.NOT_ARTICLE
    if holds is not None:
        return SentenceState.OPEN if holds else SentenceState.CHECKED
    return SentenceState.NO_FACT if said else SentenceState.NOT_LOOKED_AT
