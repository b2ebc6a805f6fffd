"""Puts remarks together."""

from collections.abc import Sequence

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


def plain(value: float) -> str:
    """A number for people: no needless decimals."""
    return f"{value:.0f}" if abs(value - round(value)) < 0.005 else f"{value:.1f}".rstrip("0")
