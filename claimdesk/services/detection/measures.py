"""Figures of a passage as numbers: value, unit, bounds, whether they are rough."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimdesk.domain.suggestion import Figure
from claimdesk.services.detection.numbers import FRACTIONS, number, scale
from claimdesk.services.detection.sentence import Sentence

_SIGNS = {"%": "%", "$": "$", "€": "€", "£": "£", "¥": "¥"}
_RANGE = frozenset(("bis", "to", "–", "-", "und", "and"))
_BETWEEN = frozenset(("zwischen", "between", "von", "from"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure and the tokens it stands on."""

    first: int
    last: int
    figure: Figure


def measures(sentence: Sentence, first: int, last: int) -> list[Measured]:
    """The figures on the tokens first to last (with it), ranges joined."""
    found: list[Measured] = []
    for one in single(sentence, first, last):
        before = found[-1] if found else None
        if before and _is_range(sentence, before, one):
            found[-1] = _joined(sentence, before, one)
        else:
            found.append(one)
    return found


def single(sentence: Sentence, first: int, last: int) -> Iterator[Measured]:
    """Each figure on these tokens for itself."""
    at = first
    while at <= last:
        read = _value(sentence, at, last)
        if read is None:
            at += 1
            continue
        value, end = read
        yield _measured(sentence, at, end, value)
        at = end + 1


def _value(sentence: Sentence, at: int, last: int) -> tuple[float, int] | None:
    token, language = sentence.tokens[at], sentence.language
    if token.lower in FRACTIONS:
        value: float | None = FRACTIONS[token.lower]
    elif token.lower in ("ein", "eine", "einen", "einem", "einer", "eines", "one", "a", "an"):
        return None
    else:
        value = number(token.text, language)
    if value is None:
        return None
    end = at
    while end < last:
        following = sentence.tokens[end + 1].text
        factor = scale(following, language)
        if factor is None and following.lower() in FRACTIONS:
            value, end = value * FRACTIONS[following.lower()], end + 1
            continue
        if factor is None:
            break
        value, end = value * factor, end + 1
        if end < last and sentence.tokens[end + 1].text == ".":
            end += 1
    return value, end


def _measured(sentence: Sentence, at: int, end: int, value: float) -> Measured:
    first, last, unit = at, end, None
    if end + 1 < len(sentence.tokens):
        following = sentence.tokens[end + 1]
        if (
            following.text in _SIGNS
            or "unit" in sentence.classes[end + 1]
            or ("timeunit" in sentence.classes[end + 1])
        ):
            unit, last = following.text, end + 1
    if at and sentence.tokens[at - 1].text in _SIGNS:
        unit, first = sentence.tokens[at - 1].text, at - 1
    rough, lower, upper = _bounds(sentence, first, value)
    text = sentence.between(first, last)
    return Measured(first, last, Figure(text, value, unit, lower, upper, rough))


def _bounds(
    sentence: Sentence, first: int, value: float
) -> tuple[bool, float | None, float | None]:
    before = [sentence.tokens[place].lower for place in range(max(0, first - 2), first)]
    near = sentence.classes[first - 1] if first else ()
    joined = " ".join(before)
    if joined.endswith(("more than", "mehr als", "mindestens", "at least", "über", "over")):
        return False, value, None
    if joined.endswith(("less than", "fewer than", "weniger als", "at most", "höchstens", "bis zu",
                        "up to", "unter", "under")):  # fmt: skip
        return False, None, value
    if any(word in ("knapp", "nearly", "almost", "fast") for word in before[-1:]):
        return True, None, value
    if before[-1:] == ["gut"]:
        return True, value, None
    return "approx" in near, None, None


def _is_range(sentence: Sentence, one: Measured, other: Measured) -> bool:
    if other.first != one.last + 2 or one.figure.value is None or other.figure.value is None:
        return False
    joint = sentence.tokens[one.last + 1].lower
    if joint not in _RANGE or one.figure.value >= other.figure.value:
        return False
    opened = one.first > 0 and sentence.tokens[one.first - 1].lower in _BETWEEN
    return opened or joint not in ("und", "and")


def _joined(sentence: Sentence, one: Measured, other: Measured) -> Measured:
    lower = _in_its_scale(sentence, one, other)
    figure = replace(
        other.figure,
        text=sentence.between(one.first, other.last),
        value=None,
        lower=lower,
        upper=other.figure.value,
    )
    return Measured(one.first, other.last, figure)


def _in_its_scale(sentence: Sentence, one: Measured, other: Measured) -> float | None:
    """The first of '1 bis 2 Millionen' is a million."""
    lower, upper = one.figure.value, other.figure.value
    if lower is None or upper is None or one.figure.unit or one.first < one.last:
        return lower
    words = sentence.tokens[other.first : other.last + 1]
    factor = max(scale(token.text, sentence.language) or 1 for token in words)
    return lower * factor if lower * factor < upper else lower
