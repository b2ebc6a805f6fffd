"""What stands at the edges of a report and is no part of what it says: an agency's mark behind the
place it reports from, the word before a credit, an address."""

import re

from claimdesk.services.detection.blocks import AGENCIES, BlockKind
from claimdesk.services.detection.sentence import Sentence

_DATELINE = re.compile(
    rf"(?:[A-ZÄÖÜ][\w.'’/ -]{{1,40}}?\s?)?"
    rf"(?P<mark>\((?:(?i:{AGENCIES})(?:[/-]\w{{2,12}})*|[a-z]{{2,5}}(?:/[a-z]{{2,6}})*)\)\s*"
    rf"(?:[-–—:]\s*)?)"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|"
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:de|at|ch|eu|uk|org|com|net|info|gov)\b(?:/[^\s,;)]*)?"
)
_LABEL = re.compile(
    r"(?:foto|fotos|bild|bilder|daten|protokoll|interview|grafik|karte|quelle|stand|text|photo|"
    r"photos|photograph|photographs|picture|pictures|graphic|map|source|words):?",
    re.IGNORECASE,
)

_SIGNED = frozenset((BlockKind.BYLINE, BlockKind.CREDIT))


def after_dateline(sentence: Sentence) -> int:
    """The token that a sentence which opens its block really begins with."""
    found = _DATELINE.match(sentence.text, sentence.start, sentence.end)
    if not found:
        return 0
    tokens = enumerate(sentence.tokens)
    return next((at for at, token in tokens if token.start >= found.end()), 0)


def within_text(
    sentence: Sentence, first: int, last: int, *, opens: bool
) -> tuple[int, int] | None:
    """The part of a passage that belongs to what is said; None where nothing does. 'opens' tells
    that the sentence opens its block."""
    tokens = sentence.tokens
    found = _DATELINE.match(sentence.text, sentence.start, sentence.end) if opens else None
    if found and tokens[last].end > found.start("mark"):
        while first <= last and tokens[first].start < found.end():
            first += 1
    if first > last:
        return None
    start, end = tokens[first].start, tokens[last].end
    if sentence.block in _SIGNED and _LABEL.fullmatch(sentence.text, start, end):
        return None
    for address in _ADDRESS.finditer(sentence.text, sentence.start, sentence.end):
        if address.start() < start and end <= address.end():
            return None
    return first, last
