"""A sentence with what is known of each of its words."""

from dataclasses import dataclass, field

from claimdesk.services.detection.blocks import BlockKind
from claimdesk.services.detection.tokens import Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens, their parts of speech and classes, and what stands in quotes."""

    start: int
    end: int
    text: str
    """The whole text that it is a sentence of."""
    language: str
    block: BlockKind
    tokens: list[Token]
    tags: list[str]
    classes: list[tuple[str, ...]]
    quoted: list[int]
    """0 outside a quotation, else how many tokens the quotation is old."""
    clauses: list[int] = field(default_factory=list)
    """The number of the clause each token is in."""
    names: list[str] = field(default_factory=list)
    """What the whole text tells of a name: person, place, thing, or nothing."""
    age: int = -1
    """How many years before the text's own time the year named last is; -1 where none was."""
    mentions: list[int] = field(default_factory=list)
    """Which mention in the text each capitalised word is; 0 for other words."""

    def has(self, place: int, name: str) -> bool:
        """Whether there is such a token and it is of that class."""
        return 0 <= place < len(self.tokens) and name in self.classes[place]

    def any_of(self, first: int, last: int, *names: str) -> bool:
        """Whether any token from first to last (with it) is of one of these classes."""
        return any(name in self.classes[at] for at in range(first, last + 1) for name in names)

    def between(self, first: int, last: int) -> str:
        """The text of the tokens from first to last (with it)."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    @property
    def words(self) -> str:
        """The sentence as it stands in the text."""
        return self.text[self.start : self.end]
