"""The clauses of a sentence, and what governs what in them. Cut only where a cut is certain:
what stays together counts as governing, and in doubt that is the better error."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from claimdesk.services.matching.function_words import (
    ARTICLES,
    COORDINATORS,
    RELATIVES,
    SUBORDINATORS,
)
from claimdesk.services.matching.lexicon import AUXILIARIES, WordKind
from claimdesk.services.matching.verbs import is_known_verb
from claimdesk.services.matching.words import Word, spelling, words_of

_CUTS = frozenset(',;:–—()„“”"«»‚‘…')


@dataclass(slots=True)
class Clause:
    """Some words of a sentence, by their places in it. 'above' is the clause that governs it;
    'shares' the one whose subject is its own as well; 'says' that it only tells who says it."""

    number: int
    words: list[int] = field(default_factory=list)
    is_sub: bool = False
    above: int | None = None
    shares: int | None = None
    says: bool = False
    has_verb: bool = False


@dataclass(frozen=True)
class Sentence:
    """One sentence, or several that belong together, as words and clauses."""

    text: str
    start: int
    end: int
    german: bool

    @cached_property
    def raw(self) -> list[Word]:
        """All words and marks."""
        return words_of(self.text, self.start, self.end, self.german)

    @cached_property
    def words(self) -> list[Word]:
        """Without marks."""
        return [word for word in self.raw if not word.is_mark]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What it says, spelling apart."""
        return tuple(word.key for word in self.words)

    @cached_property
    def clauses(self) -> list[Clause]:
        """Its clauses, in order."""
        return _Cutter(self).clauses

    @cached_property
    def clause_of(self) -> dict[int, int]:
        """Each word's clause."""
        return {word: clause.number for clause in self.clauses for word in clause.words}

    @cached_property
    def subjects(self) -> dict[int, frozenset[int]]:
        """Each clause's subject, as far as one can tell."""
        return {clause.number: frozenset(_subject(self, clause)) for clause in self.clauses}

    def inside(self, start: int, end: int) -> range:
        """The words that stand in a range of the text, wholly or in part."""
        places = [i for i, word in enumerate(self.words) if word.start < end and word.end > start]
        return range(places[0], places[-1] + 1) if places else range(0)

    def above(self, clauses: set[int]) -> set[int]:
        """The clauses that govern these."""
        found: set[int] = set()
        waiting = list(clauses)
        while waiting:
            above = self.clauses[waiting.pop()].above
            if above is not None and above not in found | clauses:
                found.add(above)
                waiting.append(above)
        return found


def is_finite(words: list[Word], place: int) -> bool:
    """Whether a word certainly is a finite verb."""
    word = words[place]
    if word.kind is WordKind.AUXILIARY:
        return AUXILIARIES[word.key][1] != "bare"
    if word.kind is WordKind.MODAL or (word.capital and place):
        return word.kind is WordKind.MODAL
    if word.kind is WordKind.SAYING:
        return not spelling(word.text).startswith("ge")
    if word.kind is not WordKind.CONTENT or len(word.key) < 3 or is_known_verb(word.key):
        return word.kind is WordKind.CONTENT and is_known_verb(word.key)
    return not word.capital and _looks_finite(words, place)


def _looks_finite(words: list[Word], place: int) -> bool:
    """Whether a word ends like a past tense and stands where no adjective or participle would."""
    key = words[place].key
    if not key.endswith(("te", "ten", "ed")) or len(key) < (4 if key.endswith("ed") else 5):
        return False
    before = words[place - 1] if place else None
    if before and (before.kind is WordKind.PREPOSITION or spelling(before.text) in ARTICLES):
        return False
    if key.endswith("ed"):
        return before is None or before.kind is not WordKind.AUXILIARY
    return place + 1 == len(words) or not words[place + 1].capital


class _Cutter:
    """Cuts one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._words = sentence.words
        self.clauses: list[Clause] = [Clause(0)]
        for cut, piece in self._pieces(sentence.raw):
            self._take(cut, piece)
        self._hang_leading_subs()

    def _pieces(self, raw: list[Word]) -> Iterator[tuple[str, list[int]]]:
        cut, place = "", 0
        piece: list[int] = []
        for word in raw:
            if word.is_mark:
                if word.text in _CUTS and piece:
                    yield cut, piece
                    cut, piece = word.text, []
                elif word.text in _CUTS:
                    cut += word.text
                continue
            if piece and self._parts(piece, place):
                yield cut, piece
                cut, piece = "&", []
            piece.append(place)
            place += 1
        if piece:
            yield cut, piece

    def _parts(self, piece: list[int], place: int) -> bool:
        """Whether a word such as 'und' begins another clause: its verb follows at once, and what
        stands before has one too."""
        word = self._words[place]
        if spelling(word.text) not in COORDINATORS or place + 1 >= len(self._words):
            return False
        return any(is_finite(self._words, one) for one in piece) and any(
            is_finite(self._words, one)
            for one in range(place + 1, min(place + 5, len(self._words)))
        )

    def _take(self, cut: str, piece: list[int]) -> None:
        current = self.clauses[-1]
        verb = any(is_finite(self._words, one) for one in piece)
        if not current.words:
            self._fill(current, piece, verb)
            current.is_sub = self._begins_sub(piece)
            return
        if ":" in cut or self._begins_sub(piece):
            self._open(piece, verb, is_sub=True, above=current.number)
            return
        unfinished = next((one for one in reversed(self.clauses) if not one.has_verb), None)
        if not verb or unfinished:
            self._fill(unfinished if verb and unfinished else current, piece, verb)
            return
        self._open_beside(cut, piece)

    def _open_beside(self, cut: str, piece: list[int]) -> None:
        """A clause with a verb of its own beside one that has one."""
        current = self.clauses[-1]
        first = self._words[piece[0]]
        joined = spelling(first.text) in COORDINATORS and len(piece) > 1
        says = cut != "&" and not joined and self._only_says(piece)
        reported = not joined and any(
            self._words[one].kind is WordKind.SAYING for one in current.words
        )
        above = current.number if (current.is_sub or reported) and not says else None
        clause = self._open(piece, True, is_sub=False, above=above)
        clause.says = says
        if joined and is_finite(self._words, piece[1]):
            clause.shares = current.number

    def _only_says(self, piece: list[int]) -> bool:
        """Whether it is no more than 'sagt der Minister' or 'police said'."""
        ends = self._words[piece[0]].kind, self._words[piece[-1]].kind
        return ends[0] is WordKind.SAYING or (ends[1] is WordKind.SAYING and len(piece) < 6)

    def _open(self, piece: list[int], verb: bool, *, is_sub: bool, above: int | None) -> Clause:
        clause = Clause(len(self.clauses), list(piece), is_sub, above, has_verb=verb)
        self.clauses.append(clause)
        return clause

    def _fill(self, clause: Clause, piece: list[int], verb: bool) -> None:
        clause.words.extend(piece)
        clause.has_verb = clause.has_verb or verb

    def _begins_sub(self, piece: list[int]) -> bool:
        keys = [spelling(self._words[one].text) for one in piece[:3]]
        if keys and keys[0] in COORDINATORS:
            keys = keys[1:]
        if keys and self._words[piece[0]].kind is WordKind.PREPOSITION:
            keys = keys[1:]
            if not keys or keys[0] not in SUBORDINATORS:
                return False
        if not keys or keys[0] not in SUBORDINATORS:
            return False
        if keys[0] not in RELATIVES:
            return True
        return piece[0] > 0 and is_finite(self._words, piece[-1])

    def _hang_leading_subs(self) -> None:
        """A subordinate clause in front belongs to the main one behind it."""
        for before, clause in zip(self.clauses, self.clauses[1:], strict=False):
            if before.is_sub and before.above is None and not clause.is_sub:
                before.above, clause.above = clause.number, None


def _subject(sentence: Sentence, clause: Clause) -> Iterator[int]:
    """The first words that name something and hang on no preposition, up to the verb; where
    there are none, the first behind it."""
    words = sentence.words
    verb = next((one for one in clause.words if is_finite(words, one)), None)
    if verb is None and sentence.german:
        verb = next((one for one in clause.words if _may_be_present(words, one)), None)
    head = [one for one in clause.words if verb is None or one < verb]
    found = list(_named(words, head, sentence.german, first_only=clause.is_sub))
    if not found and verb is not None and clause.shares is None:
        tail = [one for one in clause.words if one > verb]
        found = list(_named(words, tail, sentence.german, first_only=True))
    return iter(found)


def _may_be_present(words: list[Word], place: int) -> bool:
    """Whether a word looks like 'leitet' in 'Anna Groß leitet das Büro', or 'eröffnete' in
    'Am Montag eröffnete Frau Ott das Bad'."""
    word = words[place]
    if word.capital or word.kind is not WordKind.CONTENT:
        return False
    if not place or not words[place - 1].capital or place + 1 == len(words):
        return False
    if not word.key.endswith("t"):
        return word.key.endswith(("te", "ten"))
    return words[place + 1].kind in (WordKind.FILLER, WordKind.PREPOSITION, WordKind.NUMBER)


def _named(
    words: list[Word], places: list[int], german: bool, *, first_only: bool = False
) -> Iterator[int]:
    hanging, begun = False, False
    for place in places:
        word = words[place]
        if word.kind is WordKind.PREPOSITION or word.kind is WordKind.ATTRIBUTION:
            if begun and first_only:
                return
            hanging = True
        elif word.kind is WordKind.CONTENT:
            noun = word.capital or not german
            if noun and not hanging:
                begun = True
                yield place
            elif noun and hanging and _ends_phrase(words, place):
                hanging = False
        elif begun and first_only and word.kind is not WordKind.FILLER:
            return


def _ends_phrase(words: list[Word], place: int) -> bool:
    after = words[place + 1] if place + 1 < len(words) else None
    return after is None or not (after.capital and after.kind is WordKind.CONTENT)
