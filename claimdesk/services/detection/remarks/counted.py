"""Figures of a sentence with the noun they count, for the passes that calculate."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimdesk.services.detection.measures import single
from claimdesk.services.detection.sentence import Sentence

_NOUNS = ("noun", "name", "plural")
_STOPS = ("verb", "aux", "conj", "det", "number", "digits", "prep")
_PER_CENT = frozenset(
    ("%", "prozent", "percent", "per", "percentage", "prozentpunkte", "prozentpunkten")
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A certain figure: its value, unit or noun, and where it stands."""

    first: int
    last: int
    value: float
    unit: str
    noun: str
    definite: bool
    rough: bool

    @property
    def is_share(self) -> bool:
        """Whether it is in per cent."""
        return self.unit in _PER_CENT


def counted(sentence: Sentence) -> Iterator[Counted]:
    """The figures of a sentence that are no dates."""
    for one in single(sentence, 0, len(sentence.tokens) - 1):
        value, unit = one.figure.value, (one.figure.unit or "").lower()
        if value is None or _is_date(sentence, one.first, one.last, value):
            continue
        before = sentence.classes[one.first - 1] if one.first else ()
        yield Counted(
            one.first,
            one.last,
            value,
            unit,
            _noun(sentence, one.last),
            "det" in before,
            one.figure.approximate or one.figure.lower is not None or one.figure.upper is not None,
        )


def _is_date(sentence: Sentence, first: int, last: int, value: float) -> bool:
    if sentence.any_of(first, last, "timeunit") or "month" in sentence.classes[first]:
        return True
    after = last + 1
    if after < len(sentence.tokens):
        if sentence.tokens[after].text == "." and after + 1 < len(sentence.tokens):
            return True
        if "month" in sentence.classes[after] or "timeunit" in sentence.classes[after]:
            return True
    text = sentence.tokens[first].text
    if text[0] == "0" and text.isdigit():
        return True
    if first and "month" in sentence.classes[first - 1]:
        return True
    return text.isdigit() and len(text) == 4 and 1500 <= value <= 2100


def _noun(sentence: Sentence, last: int) -> str:
    for place in range(last + 1, min(len(sentence.tokens), last + 4)):
        if sentence.tags[place] in _NOUNS:
            return sentence.tokens[place].lower
        if not sentence.tokens[place].is_word or sentence.tags[place] in _STOPS:
            break
    return ""
