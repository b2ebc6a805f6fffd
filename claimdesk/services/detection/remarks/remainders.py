"""What is left of a whole and is not what the parts taken off leave: '18,4 Millionen', of which
'6,5' and '2 Millionen' are paid, 'den Rest von 8,9 Millionen'."""

import itertools
import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.counted import Counted, counted
from claimdesk.services.detection.remarks.making import plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_LEFT = re.compile(
    r"(?:\b(?:(?:den |der )?rest von|restlichen?|übrigen?|verbleibenden?|übrig ble\w+|"
    r"bleib(?:en|t)(?: (?:noch|also|somit))?|blieben|remaining|the rest of|"
    r"leav(?:es|ing)|remains?)|\bthe rest,)\s*(?:rund |etwa |noch |about |some )?$",
    re.I,
)
_MOST_PARTS, _FARTHEST, _OFF, _LEAST_OFF = 4, 8, 0.2, 0.015

_Placed = tuple[Sentence, Counted]


def remainders(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Sums of money alone, told within some sentences."""
    figures = [
        [(one, it) for it in counted(one) if it.unit and not it.is_share] for one in sentences
    ]
    for at, sentence in enumerate(sentences):
        for left in figures[at]:
            words = sentence.text[sentence.start : sentence.tokens[left[1].first].start]
            if not _LEFT.search(words):
                continue
            before = list(itertools.chain(*figures[max(0, at - _FARTHEST) : at]))
            before += figures[at][: figures[at].index(left)]
            if found := _misfit(before, left):
                yield found


def _misfit(before: Sequence[_Placed], left: _Placed) -> Remark | None:
    """The one whole and what was taken off it since that nearly leave what is told."""
    told = left[1]
    alike = [place for place in before if place[1].unit == told.unit]
    near: list[tuple[_Placed, Sequence[_Placed], float]] = []
    for at, whole in enumerate(alike):
        for start in range(at + 1, len(alike)):
            parts = alike[start:]
            right = whole[1].value - sum(one.value for _, one in parts)
            off = abs(right - told.value) / told.value
            if off <= _LEAST_OFF:
                return None
            if off <= _OFF and len(parts) <= _MOST_PARTS and _is_of(alike[at + 1], parts[0]):
                near.append((whole, parts, right))
    if len(near) != 1:
        return None
    ((whole, taken, right),) = near
    language = left[0].language
    return remark(
        RemarkKind.SUM,
        "remainder",
        left[0].text,
        sorted(span(where, one.first, one.last) for where, one in (whole, *taken, left)),
        sum=" − ".join(plain(one.value, language) for _, one in (whole, *taken)),
        right=plain(right, language),
        written=plain(told.value, language),
    )


def _is_of(following: _Placed, first: _Placed) -> bool:
    """Whether the first part is what follows the whole, or opens a paragraph of its own."""
    apart = first[0].text[following[0].end : first[0].start]
    return following is first or (following[0] is not first[0] and "\n" in apart)
