"""Figures with what they count, shares, vague quantities, ordinals."""

from collections.abc import Iterator

from claimdesk.domain.claim import Kind
from claimdesk.domain.suggestion import CURRENCIES
from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.numbers import FRACTIONS, number, scale
from claimdesk.services.detection.sentence import Sentence

_ARTICLES = frozenset("ein eine einen einem einer eines eins one a an".split())
_VAGUE = frozenset(
    "alle allen aller viele vielen vieler wenige wenigen einige einigen mehrere mehreren manche "
    "beide beiden beider sämtliche zahlreiche zahlreichen etliche etlichen niemand mehrheit "
    "dutzende hunderte tausende zehntausende hunderttausende meisten keiner keine kein jeder jede "
    "all most many few several both dozens hundreds thousands tens majority minority nobody none "
    "each every hardly half".split()
)


def figures(sentence: Sentence) -> Iterator[Cue]:
    """Passages that say how much or how many."""
    at, count = 0, len(sentence.tokens)
    while at < count:
        if not _begins(sentence, at):
            at += 1
            continue
        last = _run(sentence, at)
        first = _back(sentence, at)
        reason = "figure" if _certain(sentence, at, last) else "vague_quantity"
        last = _counted(sentence, last)
        yield Cue(first, last, Kind.QUANTITY, reason)
        at = last + 1


def _begins(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.text in CURRENCIES:
        return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].text[0].isdigit()
    if token.text[0].isdigit():
        return True
    if token.lower in _ARTICLES:
        return False
    if token.lower in FRACTIONS or token.lower in _VAGUE:
        return True
    return number(token.text, sentence.language) is not None or (
        scale(token.text, sentence.language) is not None and len(token.text) > 2
    )


def _run(sentence: Sentence, at: int) -> int:
    last = at
    while last + 1 < len(sentence.tokens):
        token = sentence.tokens[last + 1]
        if not (
            token.text[0].isdigit()
            or token.text in ("%", "$", "€", "£", "-", "–", "/")
            or "unit" in sentence.classes[last + 1]
            or scale(token.text, sentence.language) is not None
            or token.lower in FRACTIONS
        ):
            break
        last += 1
    return last


def _back(sentence: Sentence, first: int) -> int:
    floor = max(0, first - 3)
    while first > floor and (
        sentence.any_of(first - 1, first - 1, "approx", "least", "most")
        or sentence.tokens[first - 1].text in CURRENCIES
    ):
        first -= 1
    return first


def _certain(sentence: Sentence, first: int, last: int) -> bool:
    return any(
        sentence.tokens[at].text[0].isdigit()
        or number(sentence.tokens[at].text, sentence.language) is not None
        for at in range(first, last + 1)
    )


def _counted(sentence: Sentence, last: int) -> int:
    """With the noun that is counted, over adjectives."""
    reach = min(len(sentence.tokens) - 1, last + 3)
    for at in range(last + 1, reach + 1):
        if sentence.tags[at] in ("noun", "name", "plural"):
            return at
        if sentence.tags[at] not in ("adj", "part", "det", "other", "en", "ing"):
            break
    return last
