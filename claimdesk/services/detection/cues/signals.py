"""Words that by themselves tell a kind: superlatives, comparisons, causes, sources, rules and
places."""

from collections.abc import Iterator

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.sentence import Sentence

_SIGNALS: tuple[tuple[str, Kind, str, int, int], ...] = (
    ("super", Kind.SUPERLATIVE, "superlative", 1, 2),
    ("cause", Kind.CAUSAL, "cause", 0, 4),
    ("compare", Kind.COMPARISON, "comparison", 1, 2),
    ("source", Kind.ATTRIBUTION, "source", 0, 3),
    ("say", Kind.ATTRIBUTION, "verb_of_saying", 1, 1),
    ("may", Kind.LAW_INSTITUTION, "rule", 0, 3),
    ("law", Kind.LAW_INSTITUTION, "law", 1, 1),
    ("past", Kind.HISTORY, "past", 0, 2),
    ("geo", Kind.GEOGRAPHY, "place", 2, 2),
    ("country", Kind.GEOGRAPHY, "place", 1, 0),
)
"""A class, the kind and reason it gives, and how many words before and after belong to it."""


def signals(sentence: Sentence) -> Iterator[Cue]:
    """Passages around such a word, within its clause."""
    for at, names in enumerate(sentence.classes):
        if _place_follows(sentence, at):
            yield Cue(at, _within(sentence, at, 2), Kind.GEOGRAPHY, "where")
        for name, kind, reason, before, after in _SIGNALS:
            if name in names:
                first, last = _within(sentence, at, -before), _within(sentence, at, after)
                yield Cue(first, last, kind, reason, at)
                break


_WHERE = frozenset("in aus nach from near to im off bei at".split())


def _place_follows(sentence: Sentence, at: int) -> bool:
    """'aus Prag', 'near Leeds': one of these small words and a name without an article."""
    if sentence.tokens[at].lower not in _WHERE or at + 1 >= len(sentence.tokens):
        return False
    name = sentence.classes[at + 1]
    return sentence.tokens[at + 1].text[0].isupper() and (
        not name or "country" in name or "geo" in name
    )


def _within(sentence: Sentence, at: int, reach: int) -> int:
    """The furthest token at most so many away, in the same clause, no sign."""
    step, place = (1 if reach > 0 else -1), at
    for _ in range(abs(reach)):
        following = place + step
        if not 0 <= following < len(sentence.tokens):
            break
        if sentence.clauses[following] != sentence.clauses[at]:
            break
        if not sentence.tokens[following].is_word:
            break
        place = following
    return place
