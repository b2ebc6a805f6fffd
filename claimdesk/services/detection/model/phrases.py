"""Where a passage may begin and end: at the edges of phrases, not between an article and its noun.
The model cuts by likelihood alone; what it leaves hanging would read like a scrap."""

from collections.abc import Sequence

from claimdesk.domain.suggestion import CURRENCIES
from claimdesk.services.detection.sentence import Sentence

Span = tuple[int, int]
"""Tokens first to last (with it)."""

_NOUN = frozenset(("noun", "plural", "name"))
_QUALITY = frozenset(("adj", "number", "digits"))
_BEFORE = frozenset(("det", "prep"))
_INFLECTED = frozenset(("en", "finite", "part"))
"""What between an article and a noun is an adjective."""
_JOINING = frozenset(("conj", "sub"))
_MARKS, _BRACKETS = frozenset('„“”»«"'), frozenset("()")
_STOPS = frozenset(",;:.!?…–—-") | _MARKS | _BRACKETS
_BETWEEN, _AND = frozenset(("zwischen", "between")), frozenset(("und", "and"))
_NEAR = 2
_AHEAD = 2
"""So many words are taken in to end a phrase; a longer one is cut before it begins."""


def whole(sentence: Sentence, spans: Sequence[Span]) -> list[Span | None]:
    """The same passages, each ending where a phrase ends: its missing words are taken in where no
    other passage has them, else those that belong to what follows are left to that. None where
    no more than a word would be left."""
    found: list[Span | None] = []
    given: int | None = None
    for at, span in enumerate(spans):
        first, last = _without_signs(sentence, *span)
        first, given = first if given is None else given, None
        room = spans[at + 1][0] if at + 1 < len(spans) else len(sentence.tokens)
        end = _end(sentence, first, last, room)
        if end < last and last + 1 == room < len(sentence.tokens):
            given = end + 1 + (sentence.tags[end + 1] in _JOINING)
            if first == end and given == end + 1:
                given, end = first, first - 1
        found.append((first, end) if end >= first else None)
    return found


def range_from(sentence: Sentence, span: Span, following: Span) -> int | None:
    """Where 'between two and three' begins, if these passages are its halves."""
    (first, last), (begins, _) = span, following
    middle = begins - 1 if sentence.tokens[begins - 1].text not in CURRENCIES else begins - 2
    if not last <= middle <= last + 1 or sentence.tokens[middle].lower not in _AND:
        return None
    near = range(max(0, first - _NEAR), last + 1)
    return next((at for at in near if sentence.tokens[at].lower in _BETWEEN), None)


def _without_signs(sentence: Sentence, first: int, last: int) -> Span:
    tokens = sentence.tokens
    while first < last and tokens[first].text in ",;:.–—-)":
        first += 1
    while first < last and tokens[last].text in ",;:.–—-(":
        last -= 1
    for marks in (_MARKS, _BRACKETS):
        if first < last and sum(token.text in marks for token in tokens[first : last + 1]) == 1:
            first += tokens[first].text in marks
            last -= tokens[last].text in marks
    return first, last


def _end(sentence: Sentence, first: int, last: int, room: int) -> int:
    """The end of the phrase ahead, if it is near and free; else of the one behind."""
    further = last
    while _hangs(sentence, further) and further - last < _AHEAD and further + 1 < room:
        further += 1
    if not _hangs(sentence, further) and (further == last or sentence.tags[further] in _NOUN):
        return further
    while last > first and _hangs(sentence, last):
        last -= 1
    return last


def _hangs(sentence: Sentence, last: int) -> bool:
    """Whether the word belongs to what comes after it."""
    tag, rest = sentence.tags[last], sentence.tags[last + 1 : last + 3]
    if not rest or sentence.tokens[last + 1].text in _STOPS:
        return tag == "det"
    if tag in _QUALITY or (tag in _INFLECTED and last and sentence.tags[last - 1] in _BEFORE):
        return rest[0] in _NOUN or (rest[0] == "adj" and rest[-1] in _NOUN)
    return tag in _BEFORE or tag in _JOINING
