"""Sentences of a block: where a full stop ends one, and where it only shortens a word."""

import re
from collections.abc import Iterator

from claimdesk.services.detection.words import common

_END = re.compile(r"[.!?…]+[\"“”»«’'‘)\]]*(?=\s|$)")
_ORDINAL = re.compile(r"(?<![\w.,])\d{1,2}$")
_NEXT = re.compile(r"\s+[\"„“”»«‚‘’'(\[–—-]*\s?(\w)?")
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences_of(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of text[start:end] begins and ends, without white space around."""
    begin = start
    for mark in _END.finditer(text, start, end):
        if _ends_here(text, begin, mark, end, language):
            yield from _trimmed(text, begin, mark.end())
            begin = mark.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends_here(text: str, begin: int, mark: re.Match[str], end: int, language: str) -> bool:
    follows = _NEXT.match(text, mark.end(), end)
    first = follows.group(1) if follows and follows.group(1) else ""
    if first.islower():
        return False
    if mark.group() != ".":
        return True
    before = text[max(begin, mark.start() - 40) : mark.start()]
    if _ORDINAL.search(before):
        return not _ordinal(text, mark.end(), end, language, first)
    return _word_ends(text, mark, before, end, language, first=first)


def _word_ends(
    text: str, mark: re.Match[str], before: str, end: int, language: str, *, first: str
) -> bool:
    """Whether the full stop ends a sentence and not just a shortened word."""
    found = _LAST_WORD.search(before)
    last = found.group() if found else ""
    bare = last.rstrip(".").lower()
    if bare in common.ABBREVIATIONS[language]:
        return bare in common.MAY_END and bool(first) and not _weekday_follows(text, mark, end)
    if len(last) == 1 and last.isalpha():
        return False
    return not re.fullmatch(r"(?:\w\.)+\w", last) or not first


def _ordinal(text: str, at: int, end: int, language: str, first: str) -> bool:
    """Whether '6.' before this place is a day or rank: German writes those with a full stop."""
    if language != "de":
        return False
    following = re.match(r"\s+([\w-]+)", text[at : min(end, at + 40)])
    if following is None:
        return False
    word = following.group(1).lower()
    if word in common.MONTHS["de"] or first.isdigit():
        return True
    return word not in common.SENTENCE_STARTERS


def _weekday_follows(text: str, mark: re.Match[str], end: int) -> bool:
    """'8:15 a.m. Tuesday' goes on."""
    word = re.match(r"\s+(\w+)", text[mark.end() : min(end, mark.end() + 20)])
    return word is not None and word.group(1).lower() in common.WEEKDAYS["en"]
