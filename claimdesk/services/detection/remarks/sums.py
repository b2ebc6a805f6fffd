"""Parts that do not add up to their whole, shares that add up to more than all."""

import itertools
import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.counted import Counted, counted, one_unit
from claimdesk.services.detection.remarks.making import added, plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_WHOLE = re.compile(
    r"\b(?:zusammen|insgesamt|gesamt|in summe|macht|darunter|davon|verteil\w+|aufgeteilt|je|"
    r"übrigen|rest|total|altogether|in all|of whom|of which|of the|of them|the rest|made up of|"
    r"as follows|comprising|und zwar|nämlich|also)\b|:",
    re.I,
)
_OTHERS = re.compile(r"\b(?:übrigen|restlichen|remaining|der rest|the rest|the other)\b", re.I)
_TOTAL = re.compile(r"\b(?:total|altogether|in all|zusammen|insgesamt|macht|summe)\b", re.I)
_REST = re.compile(r"\b(?:the rest|den rest|der rest)\b", re.I)
_MEASURES = frozenset(
    "m km kg meter metern kilometer kilometern metres meters kilometres miles feet tonnen tonnes "
    "grad degrees stunden minuten hours minutes".split()
)
"""A whole that lacks one of these is counted in something else."""
_FARTHEST, _BESIDE, _ROW_LENGTH = 12, 4, 60
_CHANGE = re.compile(
    r"\b(?:gestiegen|gesunken|stieg|sank|wuchs|fiel|erhöh\w+|mehr|weniger|statt|zuvor|vorjahr|"
    r"rose|fell|grew|more|less|than|from|compared|instead|against)\b",
    re.I,
)


def sums(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Looks at each sentence, and at each with the two after it."""
    figures = [list(counted(sentence)) for sentence in sentences]
    said: set[tuple[int, int]] = set()
    for number, sentence in enumerate(sentences):
        here = figures[number]
        if found := _shares(sentence, here):
            yield found
            continue
        window = [(sentence, one) for one in here]
        found = _parts(window, len(here)) or _total(sentences, figures, number)
        for reach in _following(sentences, number):
            if found:
                break
            window += [(sentences[reach], one) for one in figures[reach]]
            found = _parts(window, len(here))
        found = (
            found
            or _far(sentences, figures, number)
            or _table(sentences, figures, number)
            or _among(sentences, figures, number)
            or _all_told(sentences, figures, number)
        )
        if found and found.spans[0] not in said:
            said.update(found.spans)
            yield found


def _following(sentences: Sequence[Sentence], number: int) -> Iterator[int]:
    """The next two sentences of the paragraph; after a colon the lines of a list."""
    text, listed = sentences[number].text, sentences[number].words.endswith(":")
    for reach in range(number + 1, min(len(sentences), number + (7 if listed else 3))):
        if "\n" in text[sentences[reach - 1].end : sentences[reach].start] and not listed:
            return
        yield reach


def _table(
    sentences: Sequence[Sentence], figures: Sequence[Sequence[Counted]], number: int
) -> Remark | None:
    """Lines with one figure each, the last of them the total."""
    here = figures[number]
    if len(here) != 1 or not _TOTAL.search(sentences[number].words):
        return None
    rows: list[_Placed] = []
    for at in range(number - 1, -1, -1):
        between = sentences[at].text[sentences[at].end : sentences[at + 1].start]
        if "\n" not in between or len(figures[at]) != 1 or len(sentences[at].words) > _ROW_LENGTH:
            break
        rows.insert(0, (sentences[at], figures[at][0]))
    total = sum(one.value for _, one in rows)
    wrong = 0 < abs(total - here[0].value) <= 0.2 * here[0].value
    return _sum((sentences[number], here[0]), rows) if len(rows) > 2 and wrong else None


def _total(
    sentences: Sequence[Sentence], figures: Sequence[Sequence[Counted]], number: int
) -> Remark | None:
    """'… A, B und C. Zusammen: 30.'"""
    sentence, here = sentences[number], figures[number]
    if not number or len(here) != 1 or not _TOTAL.search(sentence.words):
        return None
    before = [(sentences[number - 1], one) for one in figures[number - 1]]
    whole = (sentence, here[0])
    nearest: Sequence[_Placed] | None = None
    for size in range(2, len(before) + 1):
        for start in range(len(before) - size + 1):
            parts = before[start : start + size]
            total = sum(one.value for _, one in parts)
            if not _is_list(parts) or not _fit(here[0], [one for _, one in parts]):
                continue
            if abs(total - here[0].value) < 1e-6 * total:
                return None
            if _nearly(whole, parts, total):
                nearest = parts
    return _sum(whole, nearest) if nearest else None


_AMONG = re.compile(r"\b(?:unter|von|among|of) (?:den|the) (\w{5,})\b", re.I)
_STEM = 6


_FAR = 8


def _far(
    sentences: Sequence[Sentence], figures: Sequence[Sequence[Counted]], number: int
) -> Remark | None:
    """'640 Gäste …' and some sentences on '410 … und 150 …', the only list of that size."""
    sentence, here = sentences[number], figures[number]
    parts = [(sentence, one) for one in here if not one.is_share and not one.rough]
    if not 2 <= len(here) == len(parts) <= _MOST_PARTS or not _is_list(parts):
        return None
    total = sum(one.value for _, one in parts)
    if total < _LARGE or min(one.value for _, one in parts) < total / 10:
        return None
    if _CHANGE.search(sentence.words) or not _fit(here[0], here):
        return None
    wholes = [
        (earlier, one)
        for earlier, counts in zip(
            sentences[max(0, number - _FAR) : number],
            figures[max(0, number - _FAR) : number],
            strict=True,
        )
        for one in counts
        if one.noun and not one.unit and not one.rough and not one.is_share
    ]
    near = [whole for whole in wholes if abs(whole[1].value - total) <= 0.15 * total]
    if len(near) != 1 or near[0][1].value == total:
        return None
    return _sum(near[0], parts)


def _among(
    sentences: Sequence[Sentence], figures: Sequence[Sequence[Counted]], number: int
) -> Remark | None:
    """'23 Verletzte …' and further on 'Unter den Verletzten sind 14 …, sechs … und zwei …'."""
    sentence, here = sentences[number], figures[number]
    told = _AMONG.search(sentence.words)
    if told is None or len(here) < 2 or not _is_list([(sentence, one) for one in here]):
        return None
    stem = told[1].lower()[:_STEM]
    total = sum(one.value for one in here)
    for earlier, counts in zip(sentences[:number], figures, strict=False):
        for one in counts:
            around = sentence.text[earlier.tokens[one.first].start : earlier.end][:40].lower()
            if stem in around and not one.is_share and not one.rough:
                wrong = 0 < abs(total - one.value) <= 0.15 * one.value
                parts = [(sentence, part) for part in here]
                return _sum((earlier, one), parts) if wrong else None
    return None


_ALL_TOLD = re.compile(r"\b(?:all told|alles in allem|insgesamt|zusammen|in total|in all)\b", re.I)
_MOST_PARTS, _LARGE = 4, 60


def _all_told(
    sentences: Sequence[Sentence], figures: Sequence[Sequence[Counted]], number: int
) -> Remark | None:
    """'It cost $4,500 … All told, he had paid $14,700': all sums of money named before."""
    sentence, here = sentences[number], figures[number]
    if len(here) != 1 or not here[0].unit or not _ALL_TOLD.search(sentence.words):
        return None
    parts = [
        (where, one)
        for where, counts in zip(sentences[:number], figures, strict=False)
        for one in counts
        if one.unit == here[0].unit
    ]
    total = sum(one.value for _, one in parts)
    if not 2 <= len(parts) <= _MOST_PARTS or any(one.rough for _, one in parts):
        return None
    wrong = 0 < abs(total - here[0].value) <= 0.15 * here[0].value
    return _sum((sentence, here[0]), parts) if wrong else None


def _shares(sentence: Sentence, figures: Sequence[Counted]) -> Remark | None:
    """At least three shares in per cent in one list."""
    listed = _list_of_shares(figures)
    total = sum(one.value for one in listed)
    pair = len(listed) == 2 and _OTHERS.search(sentence.words) and not 98.5 < total < 101.5
    if not (pair or (len(listed) > 2 and 101.5 < total <= 140)) or not 80 < total <= 140:
        return None
    if _CHANGE.search(sentence.words) or any(one.ranged for one in listed):
        return None
    return remark(
        RemarkKind.SUM,
        "shares",
        sentence.text,
        [span(sentence, listed[0].first, listed[-1].last)],
        right=plain(total, sentence.language),
        sum=added((one.value for one in listed), sentence.language),
    )


def _list_of_shares(figures: Sequence[Counted]) -> list[Counted]:
    """Shares, and bare figures that stand among them: 'A 60, B 25 und C 20 Prozent'."""
    if not any(one.is_share for one in figures):
        return []
    places = [number for number, one in enumerate(figures) if one.is_share]
    near = range(places[0] - 2, places[-1] + 3)
    among = [
        one
        for number, one in enumerate(figures)
        if one.is_share or (not one.unit and not one.noun and one.value <= 100 and number in near)
    ]
    total = sum(one.value for one in among)
    return among if total >= _FAR_OFF else [one for one in among if not one.rough]


_FAR_OFF = 108
_Placed = tuple[Sentence, Counted]


def _parts(figures: Sequence[_Placed], wholes: int) -> Remark | None:
    """A whole among the first figures and a list of at least two parts that nearly make it."""
    certain = [(sentence, one) for sentence, one in figures if not one.is_share and one.value >= 1]
    nearest: tuple[_Placed, Sequence[_Placed]] | None = None
    for at, whole in enumerate(certain[:wholes]):
        if whole[1].value < 5 or whole[1].rough:
            continue
        for parts in _lists(certain, at):
            total = sum(one.value for _, one in parts)
            if not _fit(whole[1], [one for _, one in parts]):
                continue
            if abs(total - whole[1].value) < 1e-6 * total:
                return None
            if _nearly(whole, parts, total):
                nearest = nearest or (whole, parts)
    return _sum(*nearest) if nearest else None


def _lists(certain: Sequence[_Placed], at: int) -> Iterator[Sequence[_Placed]]:
    """Lists of figures close to each other, after the whole or right before it."""
    for start in (at + 1, at + 2):
        for end in range(min(len(certain), start + 6), start + 1, -1):
            if _is_list(certain[start:end]):
                yield certain[start:end]
    for start in range(max(0, at - 4), at - 1):
        if _is_list(certain[start:at]):
            yield certain[start:at]
    if at and certain[at - 1][0] is certain[at][0]:
        for end in range(min(len(certain), at + 6), at + 2, -1):
            parts = [certain[at - 1], *certain[at + 1 : end]]
            if _is_list(parts[1:]):
                yield parts


def _is_list(parts: Sequence[_Placed]) -> bool:
    """Whether each follows the one before after a sign or an 'and', not too far away."""
    for (one_in, one), (other_in, other) in itertools.pairwise(parts):
        if one.rough or other.rough:
            return False
        if one_in is not other_in:
            continue
        between = one_in.tokens[one.last + 1 : other.first]
        joined = any(token.text in ",;" or token.lower in ("und", "and") for token in between)
        if not joined or len(between) > _FARTHEST:
            return False
    return True


def _nearly(whole: _Placed, parts: Sequence[_Placed], total: float) -> bool:
    """Whether it is meant to be the sum, and is not quite."""
    value = whole[1].value
    words = whole[0].words + " " + parts[-1][0].words
    if _REST.search(words) or abs(total - value) / value > (0.2 if _WHOLE.search(words) else 0.13):
        return False
    if max(one.value for _, one in parts) >= value:
        return False
    first = parts[0][1].first - whole[1].last
    counts = bool(whole[1].noun or whole[1].unit)
    beside = counts and parts[0][0] is whole[0] and 0 < first <= _BESIDE
    large = all(one.value >= 1000 for _, one in (whole, *parts)) and len(parts) > 2
    told = beside or (len(parts) > 2 and value > 12) or bool(_WHOLE.search(words))
    return told and (large or not _CHANGE.search(words))


def _sum(whole: _Placed, parts: Sequence[_Placed]) -> Remark:
    total, language = sum(one.value for _, one in parts), whole[0].language
    spans = [span(sentence, one.first, one.last) for sentence, one in (whole, *parts)]
    return remark(
        RemarkKind.SUM,
        "sum",
        whole[0].text,
        sorted(spans),
        right=plain(total, language),
        written=plain(whole[1].value, language),
        sum=added((one.value for _, one in parts), language),
    )


def _fit(whole: Counted, parts: Sequence[Counted]) -> bool:
    """Whether they count the same, a measure being told at the whole as well."""
    if not whole.unit and any(one.unit in _MEASURES for one in parts):
        return False
    return one_unit((whole, *parts))
