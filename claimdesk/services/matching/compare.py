"""One claim in two sentences: does the second state the same?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from claimdesk.domain.carry_over import Reason
from claimdesk.services.matching.clauses import Sentence, is_finite
from claimdesk.services.matching.kinship import are_forms
from claimdesk.services.matching.lexicon import AUXILIARIES, WordKind
from claimdesk.services.matching.roles import are_swapped
from claimdesk.services.matching.scope import Item, Scope, reason_of, scope
from claimdesk.services.matching.verbs import PARTICLES, analysed
from claimdesk.services.matching.words import Word, spelling


class Level(IntEnum):
    """How much differs."""

    SAME = 0
    REWORDED = 1
    CHANGED = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """How much differs, and what."""

    level: Level
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sentences: the claim's words in it, and those of the other claims; 'between'
    are words that came to stand among the claim's own and are another's."""

    sentence: Sentence
    own: range
    others: Sequence[range] = ()
    between: frozenset[int] = frozenset()

    @property
    def scope(self) -> Scope:
        """What bears on the claim."""
        return scope(self.sentence, self.own, self.others, self.between)


SAME = Verdict(Level.SAME)


def compare(old: Side, new: Side) -> Verdict:
    """Whether what the old side states of the claim, the new one states too."""
    before, after = old.scope, new.scope
    turned = is_passive(old) != is_passive(new)
    lost, found = before.hard - after.hard, after.hard - before.hard
    left = _settled(old, new, (before, lost), (after, found), turned)
    if left:
        return Verdict(Level.CHANGED, _first_reason(left))
    for differs, reason in (
        (_asks(old) != _asks(new), Reason.QUESTION),
        (_mood(old) != _mood(new), Reason.MODAL),
        (not _same_time(old, new), Reason.TENSE),
        (not _same_auxiliaries(old, new), Reason.TENSE),
        (are_swapped(old.sentence, old.own, new.sentence, new.own, turned=turned), Reason.ROLES),
    ):
        if differs:
            return Verdict(Level.CHANGED, reason)
    return _wording(old, new, before, after, changed=bool(lost or found))


def _wording(old: Side, new: Side, before: Scope, after: Scope, *, changed: bool) -> Verdict:
    """What is left to tell apart once the fact is the same."""
    if changed or before.soft != after.soft:
        return Verdict(Level.REWORDED, Reason.WORDING)
    if _spelt(old) != _spelt(new):
        reason = Reason.ORDER if sorted(_spelt(old)) == sorted(_spelt(new)) else Reason.WORDING
        return Verdict(Level.REWORDED, reason)
    return SAME


def _spelt(side: Side) -> list[str]:
    """The words that bear on the claim, in their order and spelling."""
    held = side.scope.words
    places = sorted(
        {place for places in held.values() for place in places} | (set(side.own) - side.between)
    )
    return [spelling(side.sentence.words[place].text).removesuffix(".") for place in places]


_Half = tuple[Scope, Counter[Item]]


def _settled(old: Side, new: Side, lost: _Half, found: _Half, turned: bool) -> list[Word]:
    """The words of which one side has more than the other, once forms of one word, joined and
    split spellings, and words that only moved are taken off."""
    gone = _words(old.sentence, *lost)
    come = _words(new.sentence, *found)
    german = old.sentence.german
    for word in list(gone):
        partner = next((one for one in come if _match(word, one, turned, german)), None)
        if partner:
            gone.remove(word)
            come.remove(partner)
    gone, come = _rejoined(gone, come, new), _rejoined(come, gone, old)
    gone = [word for word in gone if not _only_moved(word, new, turned)]
    come = [word for word in come if not _only_moved(word, old, turned)]
    return gone + come


def _words(sentence: Sentence, held: Scope, surplus: Counter[Item]) -> list[Word]:
    found = []
    for item, count in surplus.items():
        found += held.words[item][-count:]
    return [sentence.words[place] for place in sorted(found)]


def _match(one: Word, other: Word, turned: bool, german: bool) -> bool:
    """Whether two words of the surplus are one: same key in another binding that says nothing,
    or forms of the same word."""
    if one.key == other.key:
        return one.kind not in (WordKind.NUMBER, WordKind.QUALIFIER, WordKind.UNIT)
    return are_forms(one, other, turned=turned, german=german)


def _rejoined(gone: list[Word], come: list[Word], other: Side) -> list[Word]:
    """Without words that the other side writes in two, or with another in one."""
    keys = [word.key for word in other.sentence.words]
    pairs = {first + second for first, second in pairwise(keys)}
    held = {word.key for word in come}
    left = []
    for word in gone:
        verb = analysed(word.key)
        joined = word.key in pairs
        part = any(
            word.key != key
            and (key.startswith(word.key) or key.endswith(word.key))
            and key in _whole(gone)
            for key in held
        )
        split = verb is not None and verb[1] in keys and _has_verb(verb[0], other)
        if not (joined or part or split):
            left.append(word)
    return left


def _whole(words: Iterable[Word]) -> set[str]:
    keys = [word.key for word in words]
    return {first + second for first in keys for second in keys if first != second}


def _has_verb(stem: str, side: Side) -> bool:
    return any(
        (verb := analysed(word.key)) is not None and verb[0] == stem
        for word in side.sentence.words
        if word.kind is WordKind.CONTENT
    )


def _only_moved(word: Word, other: Side, turned: bool) -> bool:
    """Whether a plain word stands elsewhere in the other sentence, out of the claim's reach, or
    is one that only the passive needs."""
    if word.key in PARTICLES:
        verbs = (analysed(one.key) for one in other.sentence.words)
        if any(verb is not None and verb[1] == word.key for verb in verbs):
            return True
    if word.kind is WordKind.PREPOSITION:
        return turned and word.key == "durch"
    if word.kind is not WordKind.CONTENT:
        return False
    return any(
        one.kind is WordKind.CONTENT
        and (
            one.key == word.key or are_forms(word, one, turned=turned, german=other.sentence.german)
        )
        for place, one in enumerate(other.sentence.words)
        if place not in other.scope.subject
    )


def _first_reason(words: Sequence[Word]) -> Reason:
    reasons = [reason_of(word) for word in words]
    return next((one for one in reasons if one is not Reason.WORDS), Reason.WORDS)


def _asks(side: Side) -> bool:
    marks = [word.text for word in side.sentence.raw if word.is_mark]
    return "?" in marks


def _verbs(side: Side) -> list[Word]:
    """The words of the claim's own clauses."""
    sentence = side.sentence
    clauses = {sentence.clause_of[place] for place in side.own}
    return [sentence.words[place] for one in clauses for place in sentence.clauses[one].words]


def is_passive(side: Side) -> bool:
    """Whether the claim's clause says what is done to somebody."""
    words = _verbs(side)
    lemmas = {AUXILIARIES[word.key][0] for word in words if word.kind is WordKind.AUXILIARY}
    if side.sentence.german:
        return "become" in lemmas and any(_is_participle(word) for word in words)
    return "be" in lemmas and any(_is_participle(word) for word in words)


def _is_participle(word: Word) -> bool:
    if word.kind is WordKind.SAYING:
        return spelling(word.text).startswith(("ge", "be", "er")) or word.text.endswith("ed")
    if word.kind is not WordKind.CONTENT or word.capital:
        return False
    verb = analysed(word.key)
    return verb is not None and (
        verb[2] == "participle"
        or (verb[2] == "?" and word.key.endswith("t"))
        or (verb[2] in ("past", "?") and (word.key.endswith("ed") or verb[2] == "?"))
    )


def _mood(side: Side) -> str:
    forms = {AUXILIARIES[word.key][1] for word in _verbs(side) if word.kind is WordKind.AUXILIARY}
    return next((mood for mood in ("unreal", "reported", "future") if mood in forms), "")


def _time(side: Side) -> str:
    """Past or present as the auxiliaries tell it; '' where there are none."""
    words = _verbs(side)
    held = [AUXILIARIES[word.key] for word in words if word.kind is WordKind.AUXILIARY]
    if any(tense == "past" for _lemma, tense in held):
        return "past"
    if any(lemma == "have" for lemma, _tense in held) and any(map(_is_participle, words)):
        return "past"
    if any(lemma == "become" for lemma, _tense in held) and not any(map(_is_participle, words)):
        return "future"
    if side.sentence.german and any(map(_is_participle, words)) and _has_been(words):
        return "past"
    return "present" if any(tense == "present" for _lemma, tense in held) else ""


def _has_been(words: list[Word]) -> bool:
    """Whether it was done: 'ist eingenommen worden'."""
    return any(word.key == "worden" for word in words)


def _same_time(old: Side, new: Side) -> bool:
    before, after = _time(old) or _verb_time(old), _time(new) or _verb_time(new)
    if before == after:
        return True
    return not (before and after)


def _verb_time(side: Side) -> str:
    """What the full verb tells of the time, where it is certain."""
    places = {word.start for word in _verbs(side)}
    words = side.sentence.words
    for place, word in enumerate(words):
        if word.start not in places or not is_finite(words, place):
            continue
        verb = analysed(spelling(word.text))
        if verb and verb[2] in ("past", "present"):
            return verb[2]
    return ""


def _same_auxiliaries(old: Side, new: Side) -> bool:
    """Whether 'is' did not become 'has' where it is the whole verb."""
    lemmas = []
    for side in (old, new):
        words = _verbs(side)
        if any(map(_is_participle, words)):
            return True
        lemmas.append(
            {AUXILIARIES[word.key][0] for word in words if word.kind is WordKind.AUXILIARY}
        )
    return lemmas[0] == lemmas[1] or not (lemmas[0] and lemmas[1])
