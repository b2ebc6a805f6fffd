"""What of a sentence bears on one claim: the words of its passage, and those that govern them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimdesk.domain.carry_over import Reason
from claimdesk.services.matching.clauses import Sentence, is_finite
from claimdesk.services.matching.lexicon import WordKind
from claimdesk.services.matching.verbs import PARTICLES
from claimdesk.services.matching.words import Word, spelling

_REASONS = {
    WordKind.NUMBER: Reason.NUMBER,
    WordKind.UNIT: Reason.UNIT,
    WordKind.MONTH: Reason.DATE,
    WordKind.NEGATION: Reason.NEGATION,
    WordKind.QUALIFIER: Reason.QUALIFIER,
    WordKind.MODAL: Reason.MODAL,
    WordKind.HEDGE: Reason.HEDGE,
    WordKind.ATTRIBUTION: Reason.ATTRIBUTION,
    WordKind.SAYING: Reason.SAYING,
    WordKind.CONDITION: Reason.CONDITION,
}
_FIGURES = frozenset({WordKind.NUMBER, WordKind.UNIT, WordKind.MONTH})
_SOFT = frozenset({WordKind.FILLER, WordKind.AUXILIARY})
_CLAUSE_WIDE = frozenset({WordKind.NEGATION, WordKind.MODAL, WordKind.HEDGE, WordKind.SAYING})
_LEADING = frozenset({WordKind.QUALIFIER, WordKind.PREPOSITION, WordKind.FILLER, WordKind.NUMBER})

_SIGNS = frozenset("$€£")
_CUTS = frozenset(",;:–—()")

Item = tuple[str, str]
"""A word's key, and what it is bound to: the thing counted, the figure qualified."""


@dataclass(slots=True)
class Scope:
    """What must stay for a claim to stay: 'hard' with the words, 'soft' what only words it."""

    hard: Counter[Item] = field(default_factory=Counter)
    soft: Counter[str] = field(default_factory=Counter)
    words: dict[Item, list[int]] = field(default_factory=dict)
    subject: set[int] = field(default_factory=set)

    def hold(self, item: Item, place: int) -> None:
        """Note a word that counts."""
        self.hard[item] += 1
        self.words.setdefault(item, []).append(place)


def reason_of(word: Word) -> Reason:
    """What it is called when this word differs."""
    return _REASONS.get(word.kind or WordKind.CONTENT, Reason.WORDS)


def scope(
    sentence: Sentence,
    own: range,
    others: Sequence[range],
    between: frozenset[int] = frozenset(),
) -> Scope:
    """What bears on the claim whose passage are the words 'own' without those 'between'; 'others'
    are the passages of the other claims of the sentence."""
    return _Scoping(sentence, own, others, between).scope


class _Scoping:
    """Goes through one sentence for one claim."""

    def __init__(
        self, sentence: Sentence, own: range, others: Sequence[range], between: frozenset[int]
    ) -> None:
        self._sentence = sentence
        self._words = sentence.words
        self._own = set(own) - between
        clause_of = sentence.clause_of
        self._clauses = {clause_of[place] for place in own}
        self._above = sentence.above(self._clauses)
        self._foreign = self._owned(own, others)
        self._sources = set(self._attributed())
        self.scope = Scope()
        self.scope.subject = self._subject()
        for place in range(len(self._words)):
            self._consider(place)

    def _owned(self, own: range, others: Sequence[range]) -> set[int]:
        """The words that belong to other claims: their passages, and what leads up to them."""
        found: set[int] = set()
        for other in others:
            if not other or (other.start <= own.start and own.stop <= other.stop):
                continue
            found.update(other)
            place = other.start - 1
            while place >= 0 and self._words[place].kind in _LEADING and place not in self._own:
                found.add(place)
                place -= 1
        return found - self._own

    def _subject(self) -> set[int]:
        sentence = self._sentence
        relevant = self._clauses | self._above
        shared = {sentence.clauses[one].shares for one in self._clauses}
        relevant |= {one for one in shared if one is not None}
        return {place for clause in relevant for place in sentence.subjects[clause]}

    def _attributed(self) -> list[int]:
        """The words that name who says it: behind 'laut', before 'zufolge', beside 'sagt'."""
        found: list[int] = []
        for place, word in enumerate(self._words):
            if word.kind is WordKind.ATTRIBUTION:
                found += self._named_beside(place)
        for clause in self._sentence.clauses:
            if clause.says:
                found += clause.words
        return found

    def _named_beside(self, place: int) -> list[int]:
        step = -1 if spelling(self._words[place].text) == "zufolge" else 1
        found = []
        for away in range(1, 6):
            at = place + step * away
            if not 0 <= at < len(self._words):
                break
            word = self._words[at]
            if is_finite(self._words, at) or word.kind in (
                WordKind.NUMBER,
                WordKind.QUALIFIER,
                WordKind.MODAL,
            ):
                break
            found.append(at)
        return found

    def _consider(self, place: int) -> None:
        word = self._words[place]
        if place in self._own:
            if word.kind in _SOFT:
                self.scope.soft[word.key] += 1
            else:
                self.scope.hold(self._item(place), place)
        elif self._governs(place, word):
            self.scope.hold(self._item(place), place)
        elif place not in self._foreign:
            self.scope.soft[word.key] += 1

    def _governs(self, place: int, word: Word) -> bool:
        if word.kind in _SOFT:
            return False
        clause = self._sentence.clauses[self._sentence.clause_of[place]]
        near = clause.number in self._clauses
        if word.kind is WordKind.ATTRIBUTION or place in self._sources or clause.says:
            return True
        if word.kind in _CLAUSE_WIDE:
            return near or clause.number in self._above
        if word.kind is WordKind.CONDITION:
            return self._conditions(place, word, clause.number)
        return self._governs_by_place(place, word, clause.number, near=near)

    def _governs_by_place(self, place: int, word: Word, clause: int, *, near: bool) -> bool:
        if place in self.scope.subject:
            return word.kind not in _FIGURES or (near and place not in self._foreign)
        if is_finite(self._words, place) and clause in self._above:
            return True
        return near and (place not in self._foreign or self._is_verb(place, word))

    def _conditions(self, place: int, word: Word, clause: int) -> bool:
        """'If' governs wherever it hangs on our clause; 'because' only its own."""
        if clause in self._clauses | self._above:
            return place not in self._foreign
        above = self._sentence.clauses[clause].above
        return word.key in ("~if", "~unless") and above in self._clauses

    def _is_verb(self, place: int, word: Word) -> bool:
        if word.kind is not WordKind.CONTENT:
            return False
        last = self._sentence.clauses[self._sentence.clause_of[place]].words[-1] == place
        return (
            is_finite(self._words, place)
            or (not word.capital and last and self._sentence.german)
            or (last and word.key in PARTICLES)
        )

    def _item(self, place: int) -> Item:
        word = self._words[place]
        if word.kind is WordKind.NUMBER or word.kind is WordKind.QUALIFIER:
            return word.key, self._bound(place, numbers=word.kind is WordKind.QUALIFIER)
        if word.kind is WordKind.UNIT:
            beside = [*self._words[max(0, place - 1) : place], *self._words[place + 1 : place + 2]]
            counts = [one.key for one in beside if one.kind is WordKind.NUMBER]
            return word.key, counts[0] if counts else ""
        return word.key, ""

    def _bound(self, place: int, *, numbers: bool) -> str:
        """What a figure counts, or a qualifier qualifies."""
        before = self._words[place - 1] if place else None
        if not numbers and before and before.kind is WordKind.UNIT and before.text in _SIGNS:
            return before.key
        for at in range(place + 1, min(place + 4, len(self._words))):
            word = self._words[at]
            gap = self._sentence.text[self._words[at - 1].end : word.start]
            if is_finite(self._words, at) or not _CUTS.isdisjoint(gap):
                return ""
            if word.kind is WordKind.UNIT or (numbers and word.kind is WordKind.NUMBER):
                return word.key
            if word.kind is WordKind.CONTENT and (word.capital or not self._sentence.german):
                return word.key
            if word.kind not in (WordKind.CONTENT, WordKind.FILLER, WordKind.PREPOSITION):
                return ""
        return ""
