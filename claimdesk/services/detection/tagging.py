"""Parts of speech, behind a protocol: by lists and endings always, by HanTa where installed."""

from collections.abc import Sequence
from typing import Protocol

from claimdesk.services.detection.tokens import Token
from claimdesk.services.detection.words.lexicon import classes


class Tagger(Protocol):
    """Says of each token of a sentence what part of speech it is."""

    def tags(self, tokens: Sequence[Token]) -> list[str]:
        """One tag a token."""


_CLOSED = ("aux", "modal", "det", "prep", "pron", "sub", "conj", "neg", "number", "verb", "say")
_ADVERBS = ("adv", "time", "approx")
_DE_NOUN = ("ung", "heit", "keit", "schaft", "tion", "tät", "ismus", "nis")
_DE_ADJECTIVE = tuple(
    "ige igen iger iges igem liche lichen licher liches ische ischen ischer isches bare baren "
    "same samen lose losen haft hafte haften ende enden ender endes".split()
)


class EndingTagger:
    """Tags by word lists, capitals and endings: no more than a hint, but at once."""

    def __init__(self, language: str) -> None:
        self._classes = classes(language)
        self._guess = _german if language == "de" else _english

    def tags(self, tokens: Sequence[Token]) -> list[str]:
        """One tag a token."""
        return [self._tag(token, first=place == 0) for place, token in enumerate(tokens)]

    def _tag(self, token: Token, *, first: bool) -> str:
        text = token.text
        if not token.is_word:
            return "punct"
        if text[0].isdigit():
            return "digits"
        known = self._classes.get(token.lower, ())
        for name in _CLOSED:
            if name in known:
                return name
        if any(name in known for name in _ADVERBS) and (first or text[0].islower()):
            return "adv"
        return self._guess(token, first)


def _german(token: Token, first: bool) -> str:
    word = token.lower
    if (token.text[0].isupper() and not first) or word.endswith(_DE_NOUN):
        return "noun"
    if word.endswith(_DE_ADJECTIVE):
        return "adj"
    if (word.startswith("ge") and word.endswith(("t", "en")) and len(word) > 5) or (
        word.startswith(_DE_PREFIX) and word.endswith("t")
    ):
        return "part"
    if "zu" in word[2:5] and word.endswith("en"):
        return "inf"
    found = next((tag for tag, endings in _GERMAN if word.endswith(endings)), "")
    return found or ("noun" if token.text[0].isupper() else "other")


_DE_PREFIX = ("be", "er", "ver", "zer", "ent")
_GERMAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("finite", ("te", "ten", "t")),
    ("en", ("en", "ern", "eln")),
    ("adj", ("er", "es", "em", "e")),
)


def _english(token: Token, first: bool) -> str:
    word = token.lower
    if token.text[0].isupper() and not first:
        return "name"
    for tag, endings in _ENGLISH:
        if word.endswith(endings):
            return tag
    return "other"


_ENGLISH: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("noun", ("tion", "sion", "ment", "ness", "ship", "ity", "ance", "ence", "ism", "ist")),
    ("part", ("ed",)),
    ("ing", ("ing",)),
    ("adv", ("ly",)),
    ("adj", ("ous", "ful", "ive", "ible", "able", "ical", "ish", "less", "al", "ic", "est")),
    ("plural", ("s",)),
)
