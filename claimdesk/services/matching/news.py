"""The passages of a newer text that no older one stands behind: they may hold new claims."""

from collections.abc import Iterator, Sequence

from claimdesk.domain.carry_over import Range
from claimdesk.services.matching.alignment import Alignment
from claimdesk.services.matching.clauses import Sentence
from claimdesk.services.matching.function_words import COORDINATORS
from claimdesk.services.matching.lexicon import WordKind
from claimdesk.services.matching.placing import aligned
from claimdesk.services.matching.words import spelling

_ENOUGH = 3
"""How many telling words in a row make a passage of their own."""
_LITTLE = frozenset({WordKind.FILLER, WordKind.AUXILIARY, WordKind.PREPOSITION})


def new_passages(
    old: Sequence[Sentence], new: Sequence[Sentence], found: Alignment, taken: Sequence[Range]
) -> Iterator[Range]:
    """New sentences as a whole; of changed ones the words that came, unless a claim holds them."""
    same = set(found.same.values())
    origins: dict[int, list[int]] = {}
    for place, others in found.alike.items():
        for other in others:
            origins.setdefault(other, []).append(place)
    for place, sentence in enumerate(new):
        if place in same:
            continue
        if place not in origins:
            yield sentence.start, sentence.end
            continue
        known: set[int] = set()
        for origin in origins[place]:
            known |= set(aligned(old[origin], sentence).values())
        yield from _fresh(sentence, known, taken)


def _fresh(sentence: Sentence, known: set[int], taken: Sequence[Range]) -> Iterator[Range]:
    run: list[int] = []
    for place in range(len(sentence.words) + 1):
        if place < len(sentence.words) and place not in known:
            run.append(place)
            continue
        words = [sentence.words[one] for one in run]
        if words and spelling(words[0].text) in COORDINATORS:
            words = words[1:]
        telling = [word for word in words if word.kind not in _LITTLE]
        if len(telling) >= _ENOUGH:
            start, end = words[0].start, words[-1].end
            if not any(one[0] < end and start < one[1] for one in taken):
                yield start, end
        run = []
