"""Finds where quotes stand in a text. What fits in several places equally well is not placed.

A hint counts in whatever text its list was made for: the raw file, another version, this very
text. So hints are not believed as they are; how far they are off is learnt from the quotes that
stand only once, and of several places that one is taken which is off by as much as its
neighbours in the list.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.domain.claim_list import ListedClaim, PlacedClaim
from claimdesk.i18n import _
from claimdesk.services.anchoring.words import Words, stands_alone, words_of

Span = tuple[int, int]

_SLACK = 24
"""By how many characters a hint may be off beyond what its neighbours are."""
_MANY = 2_000
"""From how many places on a quote is a word like any other."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Hints whose quotes stand only once, in their order, and how far each is off."""

    hints: tuple[int, ...]
    drifts: tuple[int, ...]

    def around(self, hint: int) -> tuple[int, ...]:
        """How far the nearest known hints before and after this one are off."""
        place = bisect_left(self.hints, hint)
        return self.drifts[max(0, place - 1) : place + 1]


def place_claims(text: str, claims: Sequence[ListedClaim]) -> list[PlacedClaim]:
    """The claims in their order, numbered, each with its passage or the reason why it has none."""
    words = Words.of(text)
    found = [_candidates(words, claim.quote) for claim in claims]
    known = _known(claims, found)
    placed = []
    for claim, number, spans in zip(claims, _numbers(claims), found, strict=True):
        span, reason = _choose(claim, spans, known)
        placed.append(PlacedClaim(claim, number, span, reason))
    return placed


def _numbers(claims: Sequence[ListedClaim]) -> list[int]:
    """The list's own numbers; what has none, or one that is taken, gets the next free one."""
    given = [claim.number for claim in claims]
    last = max((number for number in given if number), default=0)
    numbers: list[int] = []
    seen: set[int] = set()
    for number in given:
        if number is None or number in seen:
            last += 1
            number = last  # noqa: PLW2901  it has none of its own
        seen.add(number)
        numbers.append(number)
    return numbers


def _candidates(words: Words, quote: str) -> list[Span]:
    """All places that fit a quote: those with its very signs, else those with its words."""
    wanted = unicodedata.normalize("NFC", quote).strip()
    exact = _occurrences(words.text, wanted) if wanted else []
    whole = [span for span in exact if stands_alone(words.text, *span)]
    return whole or words.find(words_of(wanted)) or exact


def _occurrences(text: str, wanted: str) -> list[Span]:
    found: list[Span] = []
    place = text.find(wanted)
    while place >= 0 and len(found) < _MANY:
        found.append((place, place + len(wanted)))
        place = text.find(wanted, place + 1)
    return found


def _known(claims: Sequence[ListedClaim], found: Sequence[Sequence[Span]]) -> _Known:
    pairs = sorted(
        {
            (claim.start, spans[0][0] - claim.start)
            for claim, spans in zip(claims, found, strict=True)
            if claim.start is not None and len(spans) == 1
        }
    )
    return _Known(tuple(hint for hint, _drift in pairs), tuple(drift for _hint, drift in pairs))


def _choose(claim: ListedClaim, spans: Sequence[Span], known: _Known) -> tuple[Span | None, str]:
    if len(spans) == 1:
        return spans[0], ""
    if not spans:
        if not claim.quote.strip():
            return None, _("the list gives no quote")
        return None, _("these words are not in the text")
    if claim.start is not None and (span := _by_hint(claim.start, spans, known)):
        return span, ""
    said = _("these words stand in {count} places, and nothing tells which is meant")
    return None, said.format(count=len(spans))


def _by_hint(hint: int, spans: Sequence[Span], known: _Known) -> Span | None:
    """The one place that a hint points at; None where it could be several, or none."""
    drifts = known.around(hint) or (0,)
    low, high = min(drifts), max(drifts)
    slack = _SLACK if known.hints else 0
    for allowed in dict.fromkeys((0, slack)):
        fitting = [span for span in spans if low - allowed <= span[0] - hint <= high + allowed]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return _holding(hint, spans) if not known.hints else None


def _holding(hint: int, spans: Sequence[Span]) -> Span | None:
    """The one place that holds the hint, where nothing else is known of the list."""
    holding = [span for span in spans if span[0] <= hint < span[1]]
    return holding[0] if len(holding) == 1 else None
