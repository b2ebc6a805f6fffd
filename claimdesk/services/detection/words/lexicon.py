"""Which classes a word belongs to, by itself or by the last part of a German compound."""

from collections import defaultdict
from functools import cache

from claimdesk.services.detection.words import common, de, en, places

Classes = dict[str, tuple[str, ...]]
_HEADS = ("title", "org", "law", "geo", "timeunit", "unit")
"""Classes that a compound takes from its last part: Sicherheitsforscher is a title."""


@cache
def classes(language: str) -> Classes:
    """The classes of each listed word of a language, lower case."""
    source = de if language == "de" else en
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in source.CLASSES.items():
        for word in dict.fromkeys(words.split()):
            found[word].append(name)
    for word in source.VERBS.split():
        found[word].append("verb")
    for word in places.PLACES[language]:
        if "country" not in found[word]:
            found[word].append("country")
    for word in common.MONTHS[language]:
        found[word].append("month")
    for word in common.WEEKDAYS[language]:
        found[word].append("weekday")
    return {word: tuple(names) for word, names in found.items()}


class Lookup(dict[str, tuple[str, ...]]):
    """The classes of any word; what was asked once is remembered, up to a limit."""

    _LIMIT = 50_000

    def __init__(self, language: str) -> None:
        super().__init__(classes(language))
        self._compounds = language == "de"
        self._heads = {
            word: tuple(n for n in names if n in _HEADS)
            for word, names in classes(language).items()
            if len(word) > 3 and any(n in _HEADS for n in names)
        }

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = self._by_head(word)
        if len(self) < self._LIMIT:
            self[word] = found
        return found

    def _by_head(self, word: str) -> tuple[str, ...]:
        if "-" in word:
            return self[word.rpartition("-")[2]] if word[-1] != "-" else ()
        if self._compounds:
            for cut in range(3, len(word) - 3):
                if names := self._heads.get(word[cut:]):
                    return names
        return ()


@cache
def lookup(language: str) -> Lookup:
    """The look-up of a language."""
    return Lookup(language)
