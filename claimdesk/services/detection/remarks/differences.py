"""Leads, gaps and changes by an amount that do not fit the two figures beside them; more votes
than a body has members."""

import itertools
import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.numbers import number
from claimdesk.services.detection.remarks.counted import Counted, counted, one_unit
from claimdesk.services.detection.remarks.making import plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_GAP = re.compile(
    r"\b(?:vorsprung|abstand|differenz|unterschied|rückstand|mehr als|weniger als|mehr|weniger|"
    r"plus|minus|zuwachs|rückgang|anstieg|fehl(?:en|t|ten|te|betrag)|lead|margin|difference|gap|ahead|behind|more|"
    r"fewer|less|up|down|increase|rise|drop|fall|decline|short)\b",
    re.I,
)
_BY = frozenset(("um", "by"))
_CLOSE = 4
_SCALE = 1000
"""So many times larger, it is counted in another unit."""
_BODY = re.compile(
    r"\b(?:(\w+)-(?:member|köpfig\w*)|(\w+)köpfig\w*|(?:alle|der|die|all|the|its)\s+(\w+)\s+"
    r"(?:mitglieder\w*|richter\w*|stadträte\w*|members|judges|councillors|councilors))\b",
    re.I,
)
_VOTE = re.compile(
    r"\b(?:mit|stimmt\w*|voted?|passed|by|votes? of|ergebnis von)\s+(\w+)\s*(?:zu|gegen|to|-|–)\s*"
    r"(\w+)\b",
    re.I,
)
_ALL = re.compile(
    r"\b(?:alle|niemand enthielt|keine enthaltung\w*|vollzählig|all of|nobody abstained|"
    r"no abstentions?|in full)\b",
    re.I,
)


def differences(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Looks at each sentence, and at each with the one after it."""
    said: set[int] = set()
    for at, sentence in enumerate(sentences):
        found = _misfit([(sentence, one) for one in counted(sentence)])
        after = sentences[at + 1] if at + 1 < len(sentences) else None
        if found is None and after and "\n" not in sentence.text[sentence.end : after.start]:
            found = _misfit([(where, one) for where in (sentence, after) for one in counted(where)])
        if found and not said & {start for start, _ in found.spans}:
            said.update(start for start, _ in found.spans)
            yield found
    yield from _votes(sentences)
    yield from _race(sentences)


_Placed = tuple[Sentence, Counted]


def _misfit(figures: Sequence[_Placed]) -> Remark | None:
    """Three figures of one sort, of which one is called the gap between the other two."""
    alike = [one for one in figures if not one[1].is_share and not one[1].rough]
    if len(alike) != 3 or not _are_of_one_sort([one for _, one in alike]):
        return None
    shares = [place for place in figures if place[1].is_share]
    gaps = [place for place in alike if _is_gap(*place, shares)]
    if len(gaps) != 1:
        return None
    ((where, told),) = gaps
    one, other = (figure for _, figure in alike if figure is not told)
    right = abs(one.value - other.value)
    total = one.value + other.value
    if right in (0, told.value) or told.value in (one.value, other.value, total):
        return None
    if abs(right - told.value) / max(right, told.value) > _FAR:
        return None
    high, low = sorted((one.value, other.value), reverse=True)
    return remark(
        RemarkKind.SUM,
        "gap",
        where.text,
        sorted(span(place, figure.first, figure.last) for place, figure in alike),
        one=plain(high, where.language),
        other=plain(low, where.language),
        right=plain(right, where.language),
        written=plain(told.value, where.language),
    )


_FAR = 0.55


def _are_of_one_sort(figures: Sequence[Counted]) -> bool:
    """Whether they may count the same; a bare 30 beside millions of euros does not."""
    sorts = {one.unit or one.noun for one in figures}
    values = [one.value for one in figures]
    is_sure = "" not in {one.unit for one in figures} or min(values) * _SCALE >= max(values)
    return len(sorts - {""}) <= 1 and is_sure and one_unit(figures)


def _is_gap(sentence: Sentence, one: Counted, shares: Sequence[_Placed]) -> bool:
    """Whether a word for a difference stands close to it and is not that of a share ('an increase
    of 30 percent'), or 'um'."""
    before = sentence.tokens[max(0, one.first - _CLOSE) : one.first]
    if before and before[-1].lower in _BY:
        return True
    after = sentence.tokens[one.last + 1 : one.last + _CLOSE]
    if any(where is sentence and 0 < it.first - one.last <= 2 * _CLOSE for where, it in shares):
        after = []
    words = (" ".join(token.text for token in side) for side in (before, after))
    return any(_GAP.search(side) for side in words)


def _votes(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """'alle neun Richter … mit fünf zu drei'."""
    for one, other in itertools.pairwise([*sentences, None]):
        if one is None:
            return
        end = one.end if other is None or "\n" in one.text[one.end : other.start] else other.end
        bodies = list(_BODY.finditer(one.text, one.start, end))
        votes = list(_VOTE.finditer(one.text, one.start, end))
        if len(bodies) != 1 or len(votes) != 1:
            continue
        size = _value(next(group for group in bodies[0].groups() if group), one.language)
        sides = [_value(word, one.language) for word in votes[0].groups()]
        if size is None or None in sides:
            continue
        cast = sum(value for value in sides if value is not None)
        told_all = _ALL.search(one.text, one.start, end)
        if cast > size or (told_all and cast != size and cast > size / 2):
            yield remark(
                RemarkKind.SUM,
                "votes",
                one.text,
                sorted([bodies[0].span(), votes[0].span()]),
                members=plain(size, one.language),
                votes=plain(cast, one.language),
                sum=" + ".join(plain(value or 0, one.language) for value in sides),
            )


_RACE = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d{2}):(\d{2})(?![\d:])|(?<![\d:])()(\d{1,2}):(\d{2})[.,]?\d*(?![\d:])"
)
_BY_TIME = re.compile(r"\b(?:um|by)\s+(?:(\d{1,2}):(\d{2})\b|(\w+)\s+(?:Sekunden|seconds)\b)")


def _race(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """'2:08:41 … (2:09:45) … um 1:14 Minuten'."""
    for at, sentence in enumerate(sentences):
        told = _BY_TIME.search(sentence.words)
        if told is None:
            continue
        first = sentences[max(0, at - 1)]
        if "\n" in sentence.text[first.end : sentence.start]:
            first = sentence
        place = sentence.start + told.start()
        runs = [
            found
            for found in _RACE.finditer(sentence.text, first.start, sentence.end)
            if not place <= found.start() < sentence.start + told.end()
        ]
        gap = _seconds((told[1], told[2])) if told[1] else _value(told[3], sentence.language)
        if len(runs) != 2 or not gap:
            continue
        one, other = (_seconds([part for part in run.groups() if part]) for run in runs)
        if 0 < abs(one - other) < 4 * gap and abs(one - other) != gap:
            yield remark(
                RemarkKind.SUM,
                "gap",
                sentence.text,
                sorted([*(run.span() for run in runs), (place, sentence.start + told.end())]),
                one=runs[0].group(),
                other=runs[1].group(),
                right=_clock(abs(one - other)),
                written=told.group().partition(" ")[2],
            )


def _seconds(parts: Sequence[str]) -> int:
    total = 0
    for part in parts:
        total = total * 60 + int(part)
    return total


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _value(word: str, language: str) -> float | None:
    return number(word, language)
