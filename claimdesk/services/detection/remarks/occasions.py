"""'23 attacks … nine times … eight times … five times': occasions that do not make the total."""

import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.numbers import number
from claimdesk.services.detection.remarks.counted import counted
from claimdesk.services.detection.remarks.making import added, plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_TIMES = re.compile(r"\b(?P<de>\w+)mal\b|\b(?P<en>\w+)\s+times\b", re.IGNORECASE)
_SO_OFT = re.compile(
    r"\b(?:mehr|größer|höher|so (?:viel|groß|hoch)|as (?:many|much)|than)\b", re.IGNORECASE
)
_FEWEST, _OFF = 3, 0.2


def occasions(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """A list of at least three in one sentence, the one figure near their sum the total."""
    for at, sentence in enumerate(sentences):
        found = list(_TIMES.finditer(sentence.text, sentence.start, sentence.end))
        values = [number((one["de"] or one["en"]).lower(), sentence.language) for one in found]
        if len(values) < _FEWEST or None in values or _SO_OFT.search(sentence.words):
            continue
        listed = {one.start() for one in found}
        where = [sentence]
        if at and "\n" not in sentence.text[sentences[at - 1].end : sentence.start]:
            where.append(sentences[at - 1])
        wholes = [
            (place, one)
            for place in where
            for one in counted(place)
            if place.tokens[one.first].start not in listed and not one.is_share and one.value > 1
        ]
        total = sum(value for value in values if value is not None)
        near = [one for one in wholes if abs(total - one[1].value) <= _OFF * one[1].value]
        if len(near) != 1 or near[0][1].rough or near[0][1].unit:
            continue
        ((place, whole),) = near
        if total != whole.value:
            yield remark(
                RemarkKind.SUM,
                "sum",
                sentence.text,
                sorted([span(place, whole.first, whole.last), *(one.span() for one in found)]),
                right=plain(total, sentence.language),
                written=plain(whole.value, sentence.language),
                sum=added((value or 0 for value in values), sentence.language),
            )
