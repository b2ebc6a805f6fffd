"""'Doubled' where it is not double, and two shares that are called one and are not."""

import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.counted import Counted, counted
from claimdesk.services.detection.remarks.making import plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_TIMES = (
    (re.compile(r"\bverdoppel\w*|\bdoppelt so\b|\bdoubl(?:ed|ing)\b|\btwice as\b", re.I), 2.0),
    (re.compile(r"\bverdreifach\w*|\bdreimal so\b|\btripl(?:ed|ing)\b|\bthree times as\b", re.I),
     3.0),
    (re.compile(r"\bvervierfach\w*|\bviermal so\b|\bquadrupl\w+\b|\bfour times as\b", re.I), 4.0),
    (re.compile(r"\bhalbier\w*|\bhalb so\b|\bhalv(?:ed|ing)\b|\bhalf as\b", re.I), 0.5),
)  # fmt: skip
_LOOSE = re.compile(r"\b(?:fast|knapp|mehr als|über|gut|nearly|almost|more than|over)\b", re.I)
_ANOTHER = 10
"""So far off it is no slip: the two figures are of different things."""
_SAME = frozenset(("also", "mithin", "sprich", "or", "i.e", "oder"))
_PARTS = {
    "hälfte": 50.0, "drittel": 100 / 3, "viertel": 25.0, "fünftel": 20.0, "zehntel": 10.0,
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0,
    "dritte": 100 / 3, "vierte": 25.0, "fünfte": 20.0, "zehnte": 10.0, "three": 100 / 3,
    "four": 25.0, "five": 20.0, "ten": 10.0,
}  # fmt: skip


def times(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Looks at each sentence."""
    for at, sentence in enumerate(sentences):
        figures = list(counted(sentence))
        before = sentences[at - 1] if at else None
        found = _doubled(sentence, figures) or _same_share(sentence, figures)
        near = before and "\n" not in sentence.text[before.end : sentence.start]
        if before and near and not found and not figures:
            found = _doubled(sentence, list(counted(before)), before)
        if found:
            yield found


def _doubled(
    sentence: Sentence, figures: Sequence[Counted], figures_in: Sentence | None = None
) -> Remark | None:
    """Just two figures of one sort and one word for how many times; the figures maybe before."""
    counted_in = figures_in or sentence
    plain_ones = [one for one in figures if not one.rough]
    told = [(form.search(sentence.words), factor) for form, factor in _TIMES]
    words = [(found, factor) for found, factor in told if found]
    if len(plain_ones) != 2 or len(figures) != 2 or len(words) != 1:
        return None
    one, other = plain_ones
    sorts = {one.unit or one.noun, other.unit or other.noun} - {""}
    if len(sorts) > 1 or min(one.value, other.value) < 1:
        return None
    found, factor = words[0]
    right = other.value / one.value
    times_told = max(factor, 1 / factor)
    times_right = max(right, 1 / right)
    slack = 0.3 if _LOOSE.search(sentence.words) else 0.15
    off = abs(times_right - times_told) / times_told
    if found is None or not slack < off < _ANOTHER:
        return None
    return remark(
        RemarkKind.PERCENTAGE,
        "times",
        sentence.text,
        [span(counted_in, one.first, other.last)],
        one=plain(one.value, sentence.language),
        other=plain(other.value, sentence.language),
        right=plain(round(times_right, 1), sentence.language),
        written=found.group(),
    )


def _same_share(sentence: Sentence, figures: Sequence[Counted]) -> Remark | None:
    """'18 Prozent, also jeder Dritte'."""
    for place, word in enumerate(sentence.tokens):
        value = _PARTS.get(word.lower.removesuffix("r").removesuffix("s"))
        before = sentence.tokens[place - 1].lower if place else ""
        if value is None or before not in (
            "jeder", "jede", "jedes", "ein", "eine", "einem", "die", "der", "a", "one", "in",
        ):  # fmt: skip
            continue
        for share in figures:
            if not share.is_share or not _is_linked(sentence, share, place):
                continue
            if abs(share.value - value) / max(share.value, value) > 0.25:
                first, last = min(share.first, place - 1), max(share.last, place)
                return remark(
                    RemarkKind.PERCENTAGE,
                    "same_share",
                    sentence.text,
                    [span(sentence, first, last)],
                    one=sentence.between(share.first, share.last),
                    other=sentence.between(place - 1, place),
                    right=plain(round(share.value, 1), sentence.language),
                    written=plain(round(value, 1), sentence.language),
                )
    return None


def _is_linked(sentence: Sentence, share: Counted, place: int) -> bool:
    """Whether only a few words stand between, one of them saying that both are the same."""
    low, high = sorted((share.last, place))
    between = [token.lower for token in sentence.tokens[low + 1 : high]]
    return len(between) <= 6 and any(word in _SAME for word in between)
