"""What a word is about: strikes, moves, trade, law, offices …, by how it begins. The lists in
'resources/detection' hold beginnings of words; a German compound is about what its last part is."""

from collections import defaultdict
from functools import cache

from claimdesk.paths import RESOURCES

Senses = tuple[str, ...]
_SHORT, _REST_OF_SHORT, _REST = 3, 2, 4
_PART, _REST_OF_PART = 4, 3


@cache
def beginnings(language: str) -> dict[str, Senses]:
    """What words that begin so are about."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    text = (RESOURCES / "detection" / f"senses.{language}.txt").read_text(encoding="utf-8")
    sense = ""
    for line in text.splitlines():
        if not line.startswith(" "):
            sense = line.rstrip(":")
            continue
        for word in line.split():
            found[word].append(sense)
    return {word: tuple(senses) for word, senses in found.items()}


class Lookup(dict[str, Senses]):
    """The senses of any word in lower case; what was asked once is remembered, up to a limit."""

    _LIMIT = 50_000

    def __init__(self, language: str) -> None:
        super().__init__()
        self._known = beginnings(language)
        self._compounds = language == "de"

    def __missing__(self, word: str) -> Senses:
        found = self._begins(word, _SHORT, _REST_OF_SHORT, _REST)
        if not found and self._compounds:
            for cut in range(2, len(word) - _PART + 1):
                if found := self._begins(word[cut:], _PART, _REST_OF_SHORT, _REST_OF_PART):
                    break
        if len(self) < self._LIMIT:
            self[word] = found
        return found

    def _begins(self, word: str, short: int, rest_of_short: int, rest: int) -> Senses:
        """The longest listed beginning that leaves no more than an ending."""
        for size in range(len(word), max(short, len(word) - rest) - 1, -1):
            if size <= short and len(word) - size > rest_of_short:
                break
            if found := self._known.get(word[:size]):
                return found
        return ()


@cache
def lookup(language: str) -> Lookup:
    """The look-up of a language."""
    return Lookup(language)
