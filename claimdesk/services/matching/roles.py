"""Who does it and who suffers it: whether two sentences of the same words exchange them."""

from claimdesk.services.matching.clauses import Sentence, is_finite
from claimdesk.services.matching.lexicon import WordKind
from claimdesk.services.matching.words import Word, spelling

_SUBJECT_MARKS = frozenset(("der", "ein"))
_OBJECT_MARKS = frozenset(("den", "einen", "dem", "einem", "des", "eines"))
_MARKS = _SUBJECT_MARKS | _OBJECT_MARKS
_SINGULAR = frozenset(
    ["das", "der", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"]
)
_AGENT = frozenset(("von", "vom", "durch", "by"))


def are_swapped(
    old: Sentence, old_own: range, new: Sentence, new_own: range, *, turned: bool
) -> bool:
    """Whether the doer of one sentence stands where the other has the one it is done to."""
    before, after = _parties(old, old_own), _parties(new, new_own)
    if len(before) < 2 or len(after) < 2:
        return False
    first, second = before[0], before[1]
    others = [party for party in after if party[0] in (first[0], second[0])]
    if len(others) < 2 or first[0] == second[0]:
        return False
    if turned:
        return _doer(old, before) != _doer(new, others)
    if [party[0] for party in others[:2]] == [first[0], second[0]]:
        return _marks_changed(before[:2], others[:2]) and old.german
    plural = _plural_doer(old, old_own, before[:2])
    told = plural and plural == _plural_doer(new, new_own, others[:2])
    return not old.german or not (told or _marked_alike(before[:2], others[:2]))


_Party = tuple[str, str, bool]
"""A name or noun, the article before it, and whether 'by' leads it."""


def _parties(sentence: Sentence, own: range) -> list[_Party]:
    """The nouns of the claim's clauses that hang on no preposition but 'by'."""
    words = sentence.words
    clauses = {sentence.clause_of[place] for place in own}
    places = sorted(place for one in clauses for place in sentence.clauses[one].words)
    found: list[_Party] = []
    hanging, agent, article = False, False, ""
    for place in places:
        word = words[place]
        spelt = spelling(word.text)
        noun = _is_noun(words, place, sentence.german)
        if is_finite(words, place):
            hanging, agent, article = False, False, ""
        elif spelt in _AGENT:
            hanging, agent, article = False, True, ""
        elif word.kind in (WordKind.PREPOSITION, WordKind.ATTRIBUTION) or spelt == "of":
            hanging, agent = True, False
        elif word.kind is WordKind.FILLER:
            article = spelt
            if spelt in ("des", "eines"):
                hanging = True
        elif noun:
            if not hanging and not (found and _adjacent(words, place, sentence.german)):
                found.append((word.key, article, agent))
            hanging, article = hanging and not sentence.german, ""
            agent = False
    return found


def _is_noun(words: list[Word], place: int, german: bool) -> bool:
    """Whether a word may name somebody; English participles stand behind 'was'."""
    word = words[place]
    if word.kind is not WordKind.CONTENT or german:
        return word.kind is WordKind.CONTENT and word.capital
    return not place or words[place - 1].kind is not WordKind.AUXILIARY


def _adjacent(words: list[Word], place: int, german: bool) -> bool:
    """Whether a noun only goes on with the one before it: 'Minister Meier'."""
    before = words[place - 1] if place else None
    if before is None or before.kind is not WordKind.CONTENT or is_finite(words, place - 1):
        return False
    return before.capital or not german


def _doer(sentence: Sentence, parties: list[_Party]) -> str:
    for key, _article, agent in parties:
        if agent:
            return key
    for key, article, _agent in parties:
        if sentence.german and article in _SUBJECT_MARKS:
            return key
    unmarked = [key for key, article, _agent in parties if article not in _OBJECT_MARKS]
    return (unmarked or [parties[0][0]])[0]


def _plural_doer(sentence: Sentence, own: range, parties: list[_Party]) -> str:
    """Who must be the doer, since the verb is plural and the other one is not; '' if unsure."""
    clauses = {sentence.clause_of[place] for place in own}
    verbs = [
        sentence.words[place].key
        for one in clauses
        for place in sentence.clauses[one].words
        if is_finite(sentence.words, place)
    ]
    if not verbs or not all(verb.endswith("n") for verb in verbs):
        return ""
    several = [key for key, article, _agent in parties if article not in _SINGULAR]
    return several[0] if len(several) == 1 else ""


def _marks_changed(before: list[_Party], after: list[_Party]) -> bool:
    return any(
        {one[1], other[1]} <= _MARKS and (one[1] in _SUBJECT_MARKS) != (other[1] in _SUBJECT_MARKS)
        for one, other in zip(before, after, strict=True)
    )


def _marked_alike(before: list[_Party], after: list[_Party]) -> bool:
    """Whether an article still tells who is who, though the order is turned round."""
    marks = {party[0]: party[1] for party in before}
    told = [party for party in after if party[1] in _MARKS]
    return bool(told) and all(marks.get(party[0]) == party[1] for party in told)
