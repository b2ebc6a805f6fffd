"""A passage in its surroundings: its sentence where that is short, else some words either side.

Sentences are cut by a rule of thumb; where it errs, the reader sees a little more or less.
"""

import re
from dataclasses import dataclass

from claimdesk.domain.anchor import Anchor
from claimdesk.services.exporters.hygiene import clean

_REACH = 160
"""How many characters of surroundings are shown at most on either side."""

# Three letters or digits before the full stop, a capital after it: '14. März' and 'Dr. Müller'
# end no sentence.
_SENTENCE_END = re.compile(r"(?<=\w\w\w)[.!?…]+[\"”“’»«)\]]*\s+(?=[\"„“‘‚»«(\[]*[^\W\d_a-zà-ÿ])")
_BROKEN_WORD_AT_START = re.compile(r"^\S*\s")
_BROKEN_WORD_AT_END = re.compile(r"\s\S*$")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage with what stands before and after it."""

    before: str
    quote: str
    after: str


def quotation(anchor: Anchor, text: str) -> Quotation:
    """The passage in the text that it fits, or else in the surroundings that it remembers."""
    if anchor.fits(text):
        before, after = _sentence(text, anchor.start, anchor.end)
    else:
        before, after = _cut_front(anchor.prefix), _cut_back(anchor.suffix)
    return Quotation(clean(before), clean(anchor.quote), clean(after))


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    return _before(text, start), _after(text, end)


def _before(text: str, start: int) -> str:
    paragraph = text.rfind("\n", 0, start) + 1
    window = max(paragraph, start - _REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, window, start + 1)]
    if ends and ends[-1] <= start:
        return text[ends[-1] : start]
    return text[window:start] if window == paragraph else _cut_front(text[window:start])


def _after(text: str, end: int) -> str:
    paragraph = text.find("\n", end)
    paragraph = len(text) if paragraph < 0 else paragraph
    window = min(paragraph, end + _REACH)
    if match := _SENTENCE_END.search(text, max(0, end - 1), window):
        return text[end : match.end()].rstrip()
    return text[end:window] if window == paragraph else _cut_back(text[end:window])


def _cut_front(text: str) -> str:
    """Surroundings that begin anywhere, begun at a word."""
    return text and _ELLIPSIS + _BROKEN_WORD_AT_START.sub("", text.lstrip())


def _cut_back(text: str) -> str:
    return text and _BROKEN_WORD_AT_END.sub("", text.rstrip()) + _ELLIPSIS
