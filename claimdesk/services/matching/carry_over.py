"""Carries claims over to a newer text. Text in, values out; never a guessed place, and in doubt
the fact has changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.carry_over import Carried, CarryOver, Difference, OldClaim, Range, Reason
from claimdesk.domain.comparison import Piece
from claimdesk.services.anchoring.sentences import Span, is_german, sentences, sentences_touching
from claimdesk.services.matching.alignment import Alignment, align
from claimdesk.services.matching.clauses import Sentence
from claimdesk.services.matching.compare import Level, Side, Verdict, compare
from claimdesk.services.matching.corrected import expected
from claimdesk.services.matching.difference import difference
from claimdesk.services.matching.news import new_passages
from claimdesk.services.matching.placing import NOWHERE, Place, aligned, placed, span_of

_LONG_ENOUGH = 20
"""From how many characters on an untouched sentence is looked for as it stands."""


def carry_over(
    old_text: str, claims: Sequence[OldClaim], new_text: str, language: str | None = None
) -> CarryOver:
    """What became of each claim of the old text in the new one."""
    return _Carrying(old_text, claims, new_text, language).result()


@dataclass(slots=True)
class Pairing:
    """An old stretch of text and the new one that it may have become, with the claims in it."""

    old: Sentence
    new: Sentence
    own: dict[int, range]
    places: dict[int, Place]
    moved: bool
    good: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """One claim's answer before it is put into words."""

    state: AnchorOrigin
    pairing: Pairing | None = None
    span: Range | None = None
    reason: Reason | None = None


class _Carrying:
    """One old and one new text."""

    def __init__(
        self, old_text: str, claims: Sequence[OldClaim], new_text: str, language: str | None
    ) -> None:
        self._texts = old_text, new_text
        self._claims = claims
        self._german = is_german(new_text) if language is None else language.startswith("de")
        spans = [sentences(text, "de" if self._german else "en") for text in self._texts]
        self._old_spans, self._new_spans = spans
        self._old = [Sentence(old_text, *span, self._german) for span in spans[0]]
        self._new = [Sentence(new_text, *span, self._german) for span in spans[1]]
        self._alignment: Alignment = align(self._old, self._new)
        self._units = self._by_unit()
        self._pairings: dict[tuple[Span, Span], Pairing] = {}

    def result(self) -> CarryOver:
        found = [self._carried(claim) for claim in self._claims]
        taken = [(one.start, one.end) for one in found if one.start is not None and one.end]
        return CarryOver(
            tuple(found),
            tuple(new_passages(self._old, self._new, self._alignment, taken)),
            tuple(
                (self._old_spans[old], self._new_spans[new])
                for old, new in sorted(self._alignment.same.items())
            ),
        )

    def _by_unit(self) -> dict[Span, list[OldClaim]]:
        """Claims by the stretch of whole sentences that they stand in."""
        units: dict[Span, list[OldClaim]] = defaultdict(list)
        self._unit_of: dict[int, range] = {}
        places = {span: place for place, span in enumerate(self._old_spans)}
        for claim in self._claims:
            touched = sentences_touching(self._old_spans, claim.start, claim.end)
            unit = range(places[touched[0]], places[touched[-1]] + 1) if touched else range(0)
            self._unit_of[claim.id] = unit
            for place in unit:
                units[self._old_spans[place]].append(claim)
        return units

    def _carried(self, claim: OldClaim) -> Carried:
        unit = self._unit_of[claim.id]
        found = self._look(claim, unit) if unit else _Found(AnchorOrigin.GONE)
        if claim.corrections and found.state not in (AnchorOrigin.SAME, AnchorOrigin.MOVED):
            found = self._as_decided(claim, unit) or found
        return self._worded(claim, found)

    def _worded(self, claim: OldClaim, found: _Found) -> Carried:
        reason = found.reason
        if found.state is AnchorOrigin.GONE:
            reason = reason or Reason.NOT_FOUND
        start, end = found.span or (None, None)
        pieces: tuple[Piece, ...] = ()
        if found.pairing and found.state not in (AnchorOrigin.SAME, AnchorOrigin.MOVED):
            old, new = found.pairing.old, found.pairing.new
            pieces = difference(old.text[old.start : old.end], new.text[new.start : new.end])
        return Carried(claim.id, found.state, start, end, Difference(reason, pieces))

    def _look(self, claim: OldClaim, unit: range) -> _Found:
        pairings = list(self._pairings_of(unit))
        fitting = [one for one in pairings if one.places[claim.id].words]
        if not fitting:
            unclear = any(one.places[claim.id].ambiguous for one in pairings)
            unclear = unclear or any(one in self._alignment.ambiguous for one in unit)
            return _Found(AnchorOrigin.GONE, reason=Reason.AMBIGUOUS if unclear else None)
        best = max(fitting, key=lambda one: self._quality(claim, one))
        rivals = [one for one in fitting if one is not best and one.new.start != best.new.start]
        if any(self._quality(claim, one) == self._quality(claim, best) for one in rivals):
            return _Found(AnchorOrigin.GONE, reason=Reason.AMBIGUOUS)
        return self._judged(claim, best)

    def _quality(self, claim: OldClaim, pairing: Pairing) -> tuple[int, int]:
        """How many of the passage's words, then of the whole sentence's, stand there."""
        own = pairing.own[claim.id]
        keys = [pairing.old.keys[place] for place in own]
        there = [pairing.new.keys[place] for place in pairing.places[claim.id].words]
        return sum(key in there for key in keys), pairing.good

    def _judged(self, claim: OldClaim, pairing: Pairing) -> _Found:
        old, new = pairing.old, pairing.new
        quote = self._texts[0][claim.start : claim.end]
        if _text(old) == _text(new):
            offset = new.start - old.start
            span = claim.start + offset, claim.end + offset
            return _Found(_state(Level.SAME, pairing.moved), pairing, span)
        place = pairing.places[claim.id].words
        span = span_of(new, place, quote)
        verdict = self._compared(claim, pairing)
        return _Found(_state(verdict.level, pairing.moved), pairing, span, verdict.reason)

    def _compared(self, claim: OldClaim, pairing: Pairing) -> Verdict:
        own, places = pairing.own[claim.id], pairing.places
        others = [one for one in pairing.own if one != claim.id]
        apart = [one for one in others if not _overlap(pairing.own[one], own)]
        here = places[claim.id].words
        between = {
            place
            for one in apart
            for place in places[one].words
            if places[one].words.start >= here.start and places[one].words.stop <= here.stop
        }
        return compare(
            Side(pairing.old, own, [pairing.own[one] for one in others]),
            Side(pairing.new, here, [places[one].words for one in others], frozenset(between)),
        )

    def _pairings_of(self, unit: range) -> Iterator[Pairing]:
        """The new stretches that an old one may have become."""
        same, alike = self._alignment.same, self._alignment.alike
        if len(unit) == 1:
            place = unit[0]
            if place in same:
                yield self._pairing(unit, range(same[place], same[place] + 1))
            elif place in alike:
                for other in alike[place]:
                    yield self._pairing(unit, range(other, other + 1))
            else:
                yield from self._as_it_stands(unit)
            return
        targets = [same.get(place, alike.get(place, [None])[0]) for place in unit]
        held = [target for target in targets if target is not None]
        if held and max(held) - min(held) < len(unit) + 2:
            yield self._pairing(unit, range(min(held), max(held) + 1))

    def _as_it_stands(self, unit: range) -> Iterator[Pairing]:
        """Where the sentence itself was left alone, but what is around it now runs into it."""
        words = _text(self._old[unit[0]])
        old_text, new_text = self._texts
        start = new_text.find(words)
        if len(words) < _LONG_ENOUGH or start < 0 or new_text.find(words, start + 1) >= 0:
            return
        if old_text.find(words) != self._old[unit[0]].start:
            return
        touched = sentences_touching(self._new_spans, start, start + len(words))
        first = self._new_spans.index(touched[0])
        yield self._pairing(unit, range(first, first + len(touched)))

    def _pairing(self, unit: range, target: range) -> Pairing:
        old, new = _stretch(self._old, unit), _stretch(self._new, target)
        key = (old.start, old.end), (new.start, new.end)
        if key not in self._pairings:
            self._pairings[key] = self._paired(unit, target, old, new)
        return self._pairings[key]

    def _paired(self, unit: range, target: range, old: Sentence, new: Sentence) -> Pairing:
        inside = {
            claim.id: claim for place in unit for claim in self._units[self._old_spans[place]]
        }
        own = {one: old.inside(claim.start, claim.end) for one, claim in inside.items()}
        pairs = aligned(old, new)
        places = {
            one: placed(old, words, new, pairs) if words else NOWHERE for one, words in own.items()
        }
        return Pairing(old, new, own, places, self._has_moved(unit, target), len(pairs))

    def _has_moved(self, unit: range, target: range) -> bool:
        same, moved = self._alignment.same, self._alignment.moved
        if unit[0] in same:
            return unit[0] in moved
        before = next(
            (one for one in range(unit[0] - 1, -1, -1) if one in same and one not in moved), None
        )
        after = next(
            (
                one
                for one in range(unit[-1] + 1, len(self._old))
                if one in same and one not in moved
            ),
            None,
        )
        return bool(
            (before is not None and same[before] > target[0])
            or (after is not None and same[after] < target[0])
        )

    def _as_decided(self, claim: OldClaim, unit: range) -> _Found | None:
        """The claim corrected, where the accepted wording stands in the new text."""
        for wanted in expected(self._texts[0], self._old_spans, unit, claim, self._german):
            for target in self._targets(wanted.sentence, unit):
                new = _stretch(self._new, target)
                place = placed(wanted.sentence, wanted.own, new, aligned(wanted.sentence, new))
                if not place.words:
                    continue
                verdict = compare(Side(wanted.sentence, wanted.own), Side(new, place.words))
                if verdict.level is Level.SAME:
                    old = _stretch(self._old, unit)
                    pairing = Pairing(old, new, {}, {}, self._has_moved(unit, target))
                    span = span_of(new, place.words, wanted.quote)
                    return _Found(AnchorOrigin.CORRECTED, pairing, span)
        return None

    def _targets(self, wanted: Sentence, unit: range) -> Iterator[range]:
        """New stretches that say what the corrected one says; only one such place counts."""
        parts = [
            Sentence(wanted.text, *span, self._german)
            for span in sentences(wanted.text, "de" if self._german else "en")
        ]
        keys = [part.keys for part in parts]
        held = [sentence.keys for sentence in self._new]
        exact = [
            range(place, place + len(keys))
            for place in range(len(held) - len(keys) + 1)
            if held[place : place + len(keys)] == keys
        ]
        if exact:
            yield from exact if len(exact) == 1 else []
            return
        for place in unit:
            for other in self._alignment.alike.get(place, ()):
                yield range(other, min(other + len(keys), len(held)))


def _stretch(sentence: Sequence[Sentence], places: range) -> Sentence:
    first, last = sentence[places[0]], sentence[places[-1]]
    if first is last:
        return first
    return Sentence(first.text, first.start, last.end, first.german)


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _text(sentence: Sentence) -> str:
    return sentence.text[sentence.start : sentence.end]


def _state(level: Level, moved: bool) -> AnchorOrigin:
    if level is Level.CHANGED:
        return AnchorOrigin.FACT_CHANGED
    if level is Level.REWORDED:
        return AnchorOrigin.REWORDED
    return AnchorOrigin.MOVED if moved else AnchorOrigin.SAME
