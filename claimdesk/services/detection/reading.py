"""From a text to its sentences with everything known of their words."""

from collections.abc import Iterator

from claimdesk.services.detection.blocks import Block, blocks_of
from claimdesk.services.detection.clauses import clauses_of
from claimdesk.services.detection.quotes import Quotes
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.sentences import sentences_of
from claimdesk.services.detection.tagging import EndingTagger, Tagger
from claimdesk.services.detection.tokens import tokens_of
from claimdesk.services.detection.words.lexicon import lookup


class Reader:
    """Reads blocks of one language."""

    def __init__(self, language: str, tagger: Tagger | None = None) -> None:
        self.language = language
        self._tagger = tagger or EndingTagger(language)
        self._classes = lookup(language)

    def sentences(self, text: str, block: Block) -> Iterator[Sentence]:
        """The sentences of a block, in order."""
        quotes = Quotes(self.language)
        for start, end in sentences_of(text, block.start, block.end, self.language):
            tokens = tokens_of(text, start, end)
            yield Sentence(
                start,
                end,
                self.language,
                block.kind,
                tokens,
                self._tagger.tags(tokens),
                [self._classes[token.lower] for token in tokens],
                quotes.walk(tokens),
                clauses_of(tokens, self.language),
            )

    def all(self, text: str) -> Iterator[Sentence]:
        """The sentences of a text."""
        for block in blocks_of(text):
            yield from self.sentences(text, block)
