"""What happens in a clause whose words no cue has taken: the verb with its object."""

from collections.abc import Iterator, Sequence

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.sentence import Sentence

_VERBS = frozenset(("verb", "finite", "aux", "modal", "part", "say", "inf", "ing"))
_WEAK = frozenset(("det", "prep", "conj", "sub", "pron", "punct", "adv"))
_LONGEST = 5


def events(sentence: Sentence, taken: Sequence[bool]) -> Iterator[Cue]:
    """One event a clause, on the longest run of words that are free."""
    for first, last in _clauses(sentence):
        best: tuple[int, int, int] | None = None
        for start, end in _free_runs(sentence, taken, first, last):
            strong = sum(sentence.tags[place] not in _WEAK for place in range(start, end + 1))
            if strong >= 2 and (best is None or strong > best[0]):
                best = (strong, start, end)
        if best and any(sentence.tags[place] in _VERBS for place in range(first, last + 1)):
            yield Cue(best[1], best[2], Kind.EVENT, "event")


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(sentence.clauses) + 1):
        if place == len(sentence.clauses) or sentence.clauses[place] != sentence.clauses[start]:
            yield start, place - 1
            start = place


def _free_runs(
    sentence: Sentence, taken: Sequence[bool], first: int, last: int
) -> Iterator[tuple[int, int]]:
    start = None
    for place in range(first, last + 2):
        free = place <= last and not taken[place] and sentence.tokens[place].is_word
        if free and start is None:
            start = place
        elif not free and start is not None:
            yield _trimmed(sentence, start, place - 1)
            start = None


def _trimmed(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Without small words at its ends, and at most so long: German ends with its verb."""
    while end > start and sentence.tags[end] in _WEAK:
        end -= 1
    while end > start and sentence.tags[start] in _WEAK:
        start += 1
    if end - start >= _LONGEST:
        if sentence.tags[start] in _VERBS:
            end = start + _LONGEST - 1
        else:
            start = end - _LONGEST + 1
    return start, end
