"""One thing counted twice with two results."""

from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.counted import Counted, counted
from claimdesk.services.detection.remarks.making import plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_GENERAL = frozenset(
    "menschen personen mann frauen männer kinder leute mal stück teile people men women children "
    "others times parts cases members".split()
)


def quantities(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """A figure with its noun, and later 'the' other figure with the same noun."""
    met: dict[str, tuple[Sentence, Counted]] = {}
    for sentence in sentences:
        for one in counted(sentence):
            if one.unit or one.rough or len(one.noun) < 5 or one.noun in _GENERAL or one.value < 3:
                continue
            stem = _stem(one.noun)
            before = met.get(stem)
            if before is None:
                met[stem] = (sentence, one)
            elif one.definite and _differ(before[1].value, one.value):
                spans = [
                    span(before[0], before[1].first, before[1].last),
                    span(sentence, one.first, one.last),
                ]
                yield remark(
                    RemarkKind.QUANTITY_DIFFERS,
                    "quantities",
                    sentence.text,
                    spans,
                    what=one.noun.capitalize() if sentence.language == "de" else one.noun,
                    one=plain(before[1].value, sentence.language),
                    other=plain(one.value, sentence.language),
                )


def _stem(noun: str) -> str:
    for ending in ("en", "e", "n", "s"):
        if noun.endswith(ending) and len(noun) - len(ending) >= 4:
            return noun[: -len(ending)]
    return noun


def _differ(one: float, other: float) -> bool:
    return one != other and 0.6 < one / other < 1.67 and one > 2
