"""What a claim's sentence reads once its accepted corrections stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.domain.carry_over import OldClaim
from claimdesk.services.anchoring.sentences import Span
from claimdesk.services.matching.clauses import Sentence


@dataclass(frozen=True, slots=True)
class Expected:
    """The corrected sentence, and the claim's words and quote in it."""

    sentence: Sentence
    own: range
    quote: str


def expected(
    text: str, spans: Sequence[Span], unit: range, claim: OldClaim, german: bool
) -> Iterator[Expected]:
    """The sentence with all corrections, then with each alone."""
    if not unit:
        return
    start, end = spans[unit[0]][0], spans[unit[-1]][1]
    choices = [claim.corrections, *((one,) for one in claim.corrections)]
    for chosen in choices if len(claim.corrections) > 1 else choices[:1]:
        made = _applied(text, (start, end), claim, chosen)
        if made is None:
            continue
        words, own_start, own_end = made
        sentence = Sentence(words, 0, len(words), german)
        own = sentence.inside(own_start, own_end)
        if own:
            yield Expected(sentence, own, words[own_start:own_end])


def _applied(
    text: str, unit: Span, claim: OldClaim, corrections: Sequence[tuple[str, str]]
) -> tuple[str, int, int] | None:
    """The sentence with the corrections in it, and where the passage stands then."""
    start, end = unit
    words, own = text[start:end], (claim.start - start, claim.end - start)
    for old, new in corrections:
        place = _nearest(words, old, own)
        if place is None:
            return None
        words = words[:place] + new + words[place + len(old) :]
        own = _shifted(own, place, place + len(old), len(new) - len(old))
    return words, *own


def _nearest(words: str, old: str, own: Span) -> int | None:
    places = []
    place = words.find(old) if old else -1
    while place >= 0:
        places.append(place)
        place = words.find(old, place + 1)
    return min(places, key=lambda one: abs(one - own[0])) if places else None


def _shifted(own: Span, start: int, end: int, more: int) -> Span:
    """The passage after a replacement: moved, or covering it where they overlap."""
    if end <= own[0]:
        return own[0] + more, own[1] + more
    if start >= own[1]:
        return own
    return min(own[0], start), max(own[1], end) + more
