"""Names of people with their offices, and of bodies."""

from collections.abc import Iterator

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.sentence import Sentence

_JOINTS = frozenset("von van der de zu of the for und & du la le al bin".split())
_COMMON = ("timeunit", "month", "weekday", "unit", "number")


def names(sentence: Sentence) -> Iterator[Cue]:
    """Passages that name somebody or something."""
    at, count = 0, len(sentence.tokens)
    while at < count:
        if not _capital(sentence, at):
            at += 1
            continue
        last = _end(sentence, at)
        titled = sentence.any_of(at, last, "title")
        body = sentence.any_of(at, last, "org")
        if titled and last > at:
            yield Cue(at, last, Kind.NAME_OFFICE, "name_with_office")
        elif body and last > at:
            yield Cue(at, last, Kind.NAME_OFFICE, "institution")
        elif last > at and at:
            yield Cue(at, last, Kind.NAME_OFFICE, "name")
        at = last + 1


def _capital(sentence: Sentence, at: int) -> bool:
    text = sentence.tokens[at].text
    if not text[0].isupper() or any(name in sentence.classes[at] for name in _COMMON):
        return False
    closed = ("det", "prep", "pron", "sub", "conj", "aux", "adv", "verb", "say", "neg")
    return bool(at) or not any(name in sentence.classes[at] for name in closed)


def _end(sentence: Sentence, at: int) -> int:
    last, count = at, len(sentence.tokens)
    while last + 1 < count:
        if _capital(sentence, last + 1):
            last += 1
        elif (
            (sentence.tokens[last + 1].lower in _JOINTS or sentence.tokens[last + 1].text == ".")
            and last + 2 < count
            and _capital(sentence, last + 2)
            and last - at < 4
        ):
            last += 2
        else:
            break
    return last
