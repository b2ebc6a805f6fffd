"""Where a passage of one sentence stands in another; never a guess."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from claimdesk.services.matching.clauses import Sentence
from claimdesk.services.matching.kinship import are_forms
from claimdesk.services.matching.lexicon import WordKind
from claimdesk.services.matching.words import Word

_EDGES = "„“”\"«»‚‘'’()"
_Matched = dict[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a passage in the new sentence, and whether two places fit equally well."""

    words: range
    ambiguous: bool = False


NOWHERE = Place(range(0))
UNCLEAR = Place(range(0), ambiguous=True)


def aligned(old: Sentence, new: Sentence) -> _Matched:
    """Each old word's new place, as far as the sentence keeps its order, then of what moved
    within it what is there once on both sides."""
    matcher = SequenceMatcher(None, old.keys, new.keys, autojunk=False)
    pairs = {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    taken = set(pairs.values())
    left = [place for place in range(len(new.keys)) if place not in taken]
    for place in range(len(old.keys)):
        if place in pairs:
            continue
        same = [one for one in left if _is_one(old.words[place], new.words[one], old.german)]
        rivals = [
            one
            for one in range(len(old.keys))
            if one not in pairs and old.keys[one] == old.keys[place]
        ]
        if len(same) == 1 and len(rivals) == 1:
            pairs[place] = same[0]
            left.remove(same[0])
    return pairs


def _is_one(one: Word, other: Word, german: bool) -> bool:
    return one.key == other.key or are_forms(one, other, turned=True, german=german)


def placed(old: Sentence, own: range, new: Sentence, pairs: _Matched) -> Place:
    """The passage in the new sentence: where its words stand, or else what replaced them between
    the same neighbours."""
    if not own:
        return NOWHERE
    exact = _occurrences(old.keys[own.start : own.stop], new.keys)
    if exact:
        return _exact(exact, own, old, pairs)
    hit = {place: pairs[place] for place in own if place in pairs}
    telling = {
        place: there
        for place, there in hit.items()
        if old.words[place].kind not in (WordKind.FILLER, WordKind.AUXILIARY)
    }
    if not telling:
        return _replaced(old, own, new, pairs)
    start, stop = min(hit.values()), max(hit.values()) + 1
    if stop - start > len(own) + 2:
        start, stop = min(telling.values()), max(telling.values()) + 1
    if stop - start > 2 * len(own) + 3:
        return NOWHERE
    return Place(_widened(range(start, stop), own, new, pairs))


def _occurrences(keys: tuple[str, ...], held: tuple[str, ...]) -> list[int]:
    size = len(keys)
    return [place for place in range(len(held) - size + 1) if held[place : place + size] == keys]


def _exact(found: list[int], own: range, old: Sentence, pairs: _Matched) -> Place:
    size = len(own)
    if len(found) == 1:
        return Place(range(found[0], found[0] + size))
    copies = _occurrences(old.keys[own.start : own.stop], old.keys)
    if len(copies) == len(found):
        place = found[copies.index(own.start)]
        if all(pairs.get(one) == place + step for step, one in enumerate(own)):
            return Place(range(place, place + size))
    fitting = [
        place
        for place in found
        if all(pairs.get(one) == place + step for step, one in enumerate(own))
        and _shares_a_neighbour(own, place, size, pairs)
    ]
    return Place(range(fitting[0], fitting[0] + size)) if len(fitting) == 1 else UNCLEAR


def _shares_a_neighbour(own: range, place: int, size: int, pairs: _Matched) -> bool:
    return pairs.get(own.start - 1) == place - 1 or pairs.get(own.stop) == place + size


def _replaced(old: Sentence, own: range, new: Sentence, pairs: _Matched) -> Place:
    """What stands between the neighbours of a passage none of whose words are left."""
    before, after = own.start - 1, own.stop
    while before >= 0 and before not in pairs and own.start - before < 3:
        before -= 1
    while after < len(old.keys) and after not in pairs and after - own.stop < 2:
        after += 1
    start = pairs.get(before, -1 if before < 0 else None)
    stop = pairs.get(after, len(new.keys) if after >= len(old.keys) else None)
    if start is None or stop is None or not 0 < stop - start - 1 <= len(own) + 2:
        return NOWHERE
    if before < 0 and after >= len(old.keys):
        return NOWHERE
    return Place(range(start + 1, stop))


def _widened(place: range, own: range, new: Sentence, pairs: _Matched) -> range:
    """A place with the words at its edges that replaced the passage's own."""
    taken = set(pairs.values())
    start, stop = place.start, place.stop
    lost_head = _missing(own, pairs, forward=True)
    lost_tail = _missing(own, pairs, forward=False)
    while lost_head and start > 0 and start - 1 not in taken:
        start, lost_head = start - 1, lost_head - 1
    while lost_tail and stop < len(new.keys) and stop not in taken:
        stop, lost_tail = stop + 1, lost_tail - 1
    if own.start in pairs and pairs[own.start] == start - 1:
        start -= 1
    return range(start, stop)


def _missing(own: range, pairs: _Matched, *, forward: bool) -> int:
    count = 0
    for place in own if forward else reversed(own):
        if place in pairs:
            break
        count += 1
    return count


def span_of(sentence: Sentence, place: range, old_quote: str) -> tuple[int, int]:
    """The characters of a place, with the quotation marks that the passage began and ended
    with."""
    start, end = sentence.words[place.start].start, sentence.words[place.stop - 1].end
    text = sentence.text
    if old_quote[:1] in _EDGES and start > 0 and text[start - 1] in _EDGES:
        start -= 1
    if (old_quote[-1:] in _EDGES and end < len(text) and text[end] in _EDGES) or (
        old_quote[-1:] in ".,;:!?…-" and text[end : end + 1] == old_quote[-1:]
    ):
        end += 1
    return start, end
