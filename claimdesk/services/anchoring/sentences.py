"""Where sentences stand in a text, in German and English.

A line break ends a sentence, unless the line was only wrapped or the next one goes on in lower
case. Full stops of abbreviations, initials and German ordinals ('28. März') end none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claimdesk.services.anchoring.abbreviations import ABBREVIATIONS, STARTERS

Span = tuple[int, int]
"""Start inclusive, end exclusive, in code points."""

_BLANKS = " \t\u00a0\u2007\u202f\u2009"
_CLOSING = "\"'”“’»«›‹‘)\\]"
_OPENING = "\"'„“‘‚»«›‹(\\["
_END = re.compile(
    rf"(?P<stop>[.!?…]+)(?P<close>[{_CLOSING}]*)(?P<gap>[\s{_BLANKS}]+)(?=(?P<open>[{_OPENING}–—*_-]*"
    rf"[{_BLANKS}]*)(?P<next>\w))"
)
_LAST_WORD = re.compile(r"[\w.’'-]*\w?\Z")
_FIRST_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_GERMAN = re.compile(r"\b(?:der|die|das|und|ist|nicht|ein|eine|mit|von|im)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|is|to|in|was|that|with|a)\b")
_ROMAN = re.compile(r"[IVX]+\Z")
_TERMINAL = re.compile(rf"[.!?…:;][{_CLOSING}*_]*\Z")
_WORD = re.compile(r"\w")

_WRAPPED = range(40, 130)
"""How long the lines of a paragraph are that somebody's editor has wrapped."""
_SAMPLE = 20_000
"""How many characters tell the language."""


def sentences(text: str, language: str | None = None) -> list[Span]:
    """The sentences of a text from its beginning to its end, without the blanks around them;
    the language is guessed where it is not given."""
    german = is_german(text) if language is None else language.startswith("de")
    return [
        span
        for start, end in _blocks(text)
        for span in _within(text, start, end, german)
        if _WORD.search(text, *span)
    ]


def sentences_touching(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of the spans, which are in order and do not overlap, that share a character with a
    range; for an empty range the one around it."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, max(end, start + 1), key=lambda span: span[0])
    return spans[first:last]


def is_german(text: str) -> bool:
    """Whether a text, by its small words, is German rather than English."""
    head = text[:_SAMPLE].lower()
    return len(_GERMAN.findall(head)) >= len(_ENGLISH.findall(head))


def _blocks(text: str) -> Iterator[Span]:
    """The pieces that no sentence reaches out of: lines, joined where one goes on in the next."""
    held: Span | None = None
    for start, end in _lines(text):
        if held and _goes_on(text, held, start):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _lines(text: str) -> Iterator[Span]:
    """Lines, those of a wrapped paragraph as one."""
    place = 0
    for gap in (*(match.span() for match in _BLANK_LINE.finditer(text)), (len(text), len(text))):
        lines = [match.span() for match in _LINE.finditer(text, place, gap[0])]
        lines = [line for line in lines if text[line[0] : line[1]].strip()]
        if lines and _is_wrapped(lines):
            yield lines[0][0], lines[-1][1]
        else:
            yield from lines
        place = gap[1]


def _is_wrapped(lines: list[Span]) -> bool:
    lengths = [end - start for start, end in lines]
    return len(lines) > 2 and all(length in _WRAPPED for length in lengths[:-1])


def _goes_on(text: str, before: Span, start: int) -> bool:
    """Whether what stands before breaks off in the middle, and the line goes on in lower case."""
    begin = text[start : start + 40].lstrip()
    return begin[:1].islower() and not _TERMINAL.search(
        text[max(0, before[1] - 12) : before[1]].rstrip()
    )


def _within(text: str, start: int, end: int, german: bool) -> Iterator[Span]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and _is_end(text, begin, match, german):
            yield _trimmed(text, begin, match.end("close"))
            begin = match.end()
    if begin < end:
        yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _is_end(text: str, begin: int, match: re.Match[str], german: bool) -> bool:
    first = match["next"]
    if first.islower():
        return False
    if match["stop"] != ".":
        return True
    found = _FIRST_WORD.match(text, match.end() + len(match["open"]))
    starter = found is not None and found[0] in STARTERS
    if match["close"]:
        return not first.isdecimal() or not match["close"].startswith(")")
    return _ends_word(_last_word(text, begin, match.start()), starter, first, german)


def _last_word(text: str, begin: int, end: int) -> str:
    found = _LAST_WORD.search(text[max(begin, end - 24) : end])
    return found[0] if found else ""


def _ends_word(word: str, starter: bool, first: str, german: bool) -> bool:
    """Whether the full stop after a word ends the sentence; 'starter': the next word is one that
    sentences begin with, 'first' its first letter."""
    if word.lower() in ABBREVIATIONS:
        return ABBREVIATIONS[word.lower()] and starter
    if word.isdecimal():
        return not german or len(word) > 3 or starter
    if german and _ROMAN.match(word) and len(word) < 6:
        return starter
    if len(word) == 1 and word.isalpha():  # an initial, 'z. B.'
        return word not in ("I", "A") and starter and word.isupper()
    if "." in word and all(len(part) < 3 for part in word.split(".")):  # U.S, p.m
        return starter and not first.isdecimal()
    return True
