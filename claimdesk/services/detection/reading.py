"""From a text to its sentences with everything known of their words."""

import re
from collections import Counter
from collections.abc import Iterator

from claimdesk.services.detection.blocks import Block, blocks_of
from claimdesk.services.detection.clauses import clauses_of
from claimdesk.services.detection.memory import Memory, remember
from claimdesk.services.detection.quotes import Quotes
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.sentences import sentences_of
from claimdesk.services.detection.tagging import EndingTagger, Tagger
from claimdesk.services.detection.tokens import Token, tokens_of
from claimdesk.services.detection.words.lexicon import lookup

_YEAR = re.compile(r"1\d{3}|20\d\d")


class Reader:
    """Reads blocks of one language."""

    def __init__(
        self, language: str, memory: Memory | None = None, tagger: Tagger | None = None
    ) -> None:
        self.language = language
        self._memory = memory or Memory()
        self._met: Counter[str] = Counter()
        self._tagger = tagger or EndingTagger(language)
        self._classes = lookup(language)

    @classmethod
    def of(cls, text: str, language: str) -> "Reader":
        """A reader that knows the names of a text."""
        return cls(language, remember(text, language))

    def sentences(self, text: str, block: Block) -> Iterator[Sentence]:
        """The sentences of a block, in order."""
        quotes = Quotes(self.language)
        age = -1
        for start, end in sentences_of(text, block.start, block.end, self.language):
            tokens = tokens_of(text, start, end)
            age = self._age(tokens, age)
            yield Sentence(
                start,
                end,
                text,
                self.language,
                block.kind,
                tokens,
                self._tagger.tags(tokens),
                [self._classes[token.lower] for token in tokens],
                quotes.walk(tokens),
                clauses_of(tokens, self.language),
                [self._memory.names.get(token.lower, "") for token in tokens],
                age,
                self._mentions(tokens),
            )

    def _mentions(self, tokens: list[Token]) -> list[int]:
        """Which mention in the text each capitalised word is; 0 for other words."""
        found = []
        for token in tokens:
            if token.text[0].isupper():
                self._met[token.lower] += 1
                found.append(self._met[token.lower])
            else:
                found.append(0)
        return found

    def _age(self, tokens: list[Token], age: int) -> int:
        """How long ago the last year named is, seen from the text's own year."""
        for token in tokens:
            if self._memory.year and _YEAR.fullmatch(token.text):
                age = self._memory.year - int(token.text)
        return age

    def all(self, text: str) -> Iterator[Sentence]:
        """The sentences of a text."""
        for block in blocks_of(text):
            yield from self.sentences(text, block)
