"""Figures of a sentence with the noun they count, for the passes that calculate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimdesk.domain.suggestion import CURRENCIES
from claimdesk.services.detection.measures import single
from claimdesk.services.detection.numbers import scale
from claimdesk.services.detection.sentence import Sentence

_NOUNS = ("noun", "name", "plural")
_STOPS = ("verb", "aux", "conj", "det", "number", "digits", "prep")
_PER_CENT = frozenset(
    ("%", "prozent", "percent", "per", "percentage", "prozentpunkte", "prozentpunkten")
)


_REFERENCES = frozenset(
    "fußnote seite artikel paragraf paragraph § nummer nr kapitel zimmer saal linie az footnote "
    "page article section chapter number no room line".split()
)
"""What a figure behind them is the name of."""
_FROM, _TO = frozenset(("von", "from")), frozenset(("auf", "to"))
_RANGED = frozenset(("bis", "to", "–", "-"))
_BETWEEN = frozenset(("zwischen", "between"))
_HEDGED = 3
"""'auf jetzt rund': how many words stand between the two at most."""
_FRACTIONS = ("drittel", "viertel", "fünftel", "sechstel", "achtel", "zehntel", "third", "fifth")


@dataclass(frozen=True, slots=True)
class Counted:
    """A certain figure: its value, unit or noun, and where it stands."""

    first: int
    last: int
    value: float
    unit: str
    noun: str
    definite: bool
    rough: bool
    ranged: bool = False
    """Whether it is one end of a range: '10 bis 15 Prozent'."""

    @property
    def is_share(self) -> bool:
        """Whether it is in per cent."""
        return self.unit in _PER_CENT


def one_unit(figures: Iterable[Counted]) -> bool:
    """Whether they may count the same: one unit, given at all of them or, for words, left out."""
    units = {one.unit for one in figures}
    return len(units - {""}) <= 1 and (len(units) == 1 or not units & CURRENCIES)


def counted(sentence: Sentence) -> Iterator[Counted]:
    """The figures of a sentence that are no dates. In '1,5 und 1,1 Millionen' and in 'von 1,5 auf
    1,1 Millionen' both are millions."""
    found: list[Counted] = []
    for one in single(sentence, 0, len(sentence.tokens) - 1):
        value, unit = one.figure.value, (one.figure.unit or "").lower()
        if value is None or _is_date(sentence, one.first, one.last, value):
            continue
        before = sentence.classes[one.first - 1] if one.first else ()
        found.append(
            Counted(
                one.first,
                one.last,
                value,
                unit,
                _noun(sentence, one.last),
                "det" in before,
                one.figure.approximate
                or one.figure.lower is not None
                or one.figure.upper is not None,
            )
        )
    for at in range(len(found) - 2, -1, -1):
        found[at : at + 2] = _joined(sentence, found[at], found[at + 1])
    yield from found


def _joined(sentence: Sentence, one: Counted, following: Counted) -> tuple[Counted, Counted]:
    """A bare figure takes millions and unit of the one that it is joined with."""
    between = [token.lower for token in sentence.tokens[one.last + 1 : following.first]]
    if one.unit or one.value >= 1000 or not between:
        return one, following
    opened = sentence.tokens[one.first - 1].lower if one.first else ""
    moved = opened in _FROM and between[0] in _TO and len(between) <= _HEDGED
    ranged = len(between) == 1 and not moved and (between[0] in _RANGED or opened in _BETWEEN)
    if not moved and not ranged and between not in (["und"], ["and"], [","]):
        return one, following
    factors = [
        scale(token.text, sentence.language) or 1
        for token in sentence.tokens[following.first : following.last + 1]
    ]
    one = replace(one, value=one.value * max(factors), unit=following.unit)
    if not ranged:
        return one, following
    return replace(one, rough=True, ranged=True), replace(following, rough=True, ranged=True)


def _is_date(sentence: Sentence, first: int, last: int, value: float) -> bool:
    """A day, year, duration, clock, telephone number or age is nothing to add up."""
    text, after = sentence.tokens[first].text, last + 1
    before = first - 1 - sentence.has(first - 2, "month")  # 'Oct. 15'
    following = sentence.tokens[after].text if after < len(sentence.tokens) else ""
    between = first > 0 and sentence.tokens[first - 1].text == ","
    return any(
        (
            sentence.any_of(first, last, "timeunit", "month"),
            following == "." and after + 1 < len(sentence.tokens),
            sentence.has(after, "month") or sentence.has(after, "timeunit"),
            sentence.has(before, "month"),
            before >= 0 and sentence.tokens[first - 1].lower.rstrip(".") in _REFERENCES,
            following.lower().startswith(_FRACTIONS),
            text.isdigit() and (text[0] == "0" or (len(text) == 4 and 1500 <= value <= 2100)),
            between and following in (",", ";") and value < 115,
        )
    )


def _noun(sentence: Sentence, last: int) -> str:
    for place in range(last + 1, min(len(sentence.tokens), last + 4)):
        if sentence.tags[place] in _NOUNS:
            return sentence.tokens[place].lower
        if not sentence.tokens[place].is_word or sentence.tags[place] in _STOPS:
            break
    return ""
