"""Puts remarks together."""

from collections.abc import Iterable, Sequence

from claimdesk.domain.history import Message
from claimdesk.domain.remark import MESSAGES, Remark, RemarkKind
from claimdesk.services.detection.sentence import Sentence

Span = tuple[int, int]


def remark(
    kind: RemarkKind, message: str, text: str, spans: Sequence[Span], **words: str
) -> Remark:
    """A remark on passages of a text."""
    return Remark(
        kind,
        Message(MESSAGES[message], words),
        tuple(spans),
        tuple(text[start:end] for start, end in spans),
    )


def span(sentence: Sentence, first: int, last: int) -> Span:
    """The passage of the tokens from first to last (with it)."""
    return sentence.tokens[first].start, sentence.tokens[last].end


def plain(value: float, language: str) -> str:
    """A number as texts in that language write it: 2,7 Millionen, 164.000, 18.4."""
    for scale, words in _SCALES[language]:
        if value >= scale and abs(round(value / scale, 2) * scale - value) < 1:
            return f"{_grouped(value / scale, language)} {words[value > scale]}"
    return _grouped(value, language)


def added(values: Iterable[float], language: str) -> str:
    """The parts and their sum: 30 + 12 = 42."""
    parts = list(values)
    words = " + ".join(plain(one, language) for one in parts)
    return f"{words} = {plain(sum(parts), language)}"


_SCALES = {
    "de": ((10**9, ("Milliarde", "Milliarden")), (10**6, ("Million", "Millionen"))),
    "en": ((10**9, ("billion", "billion")), (10**6, ("million", "million"))),
}


def _grouped(value: float, language: str) -> str:
    """Thousands apart, up to two decimals, none that is needless."""
    words = f"{value:,.2f}".rstrip("0").rstrip(".")
    return words if language == "en" else words.translate(_GERMAN_MARKS)


_GERMAN_MARKS = str.maketrans(",.", ".,")
