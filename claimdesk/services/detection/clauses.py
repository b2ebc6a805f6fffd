"""Clauses: the parts of a sentence between commas, dashes, colons and joining words."""

from collections.abc import Sequence

from claimdesk.services.detection.tokens import Token

_SIGNS = frozenset(",;:–—()")
_JOINERS = {
    "de": frozenset("und oder aber sondern denn doch".split()),
    "en": frozenset("and or but yet which who that because although while whereas".split()),
}


def clauses_of(tokens: Sequence[Token], language: str) -> list[int]:
    """The number of the clause that each token is in."""
    joiners = _JOINERS[language]
    numbers, current = [], 0
    for token in tokens:
        if token.text in _SIGNS:
            numbers.append(current)
            current += 1
            continue
        if token.lower in joiners:
            current += 1
        numbers.append(current)
    return numbers
