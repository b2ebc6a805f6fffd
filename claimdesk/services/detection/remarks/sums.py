"""Parts that do not add up to their whole, shares that add up to more than all."""

import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.counted import Counted, counted
from claimdesk.services.detection.remarks.making import plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_WHOLE = re.compile(
    r"\b(?:zusammen|insgesamt|gesamt|in summe|macht|darunter|davon|verteil\w+|aufgeteilt|je|"
    r"übrigen|rest|total|altogether|in all|of whom|of which|of the|of them|the rest|made up of|"
    r"as follows|comprising|und zwar|nämlich|also)\b|:",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:gestiegen|gesunken|stieg|sank|wuchs|fiel|erhöh\w+|mehr|weniger|statt|zuvor|vorjahr|"
    r"rose|fell|grew|up|down|more|less|than|from|compared|instead|against)\b",
    re.I,
)


def sums(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Looks at each sentence, and at each with the one after it."""
    figures = [list(counted(sentence)) for sentence in sentences]
    for number, sentence in enumerate(sentences):
        here = figures[number]
        if found := _shares(sentence, here):
            yield found
        elif found := _parts([(sentence, one) for one in here]):
            yield found
        elif number + 1 < len(sentences) and "\n" not in sentence.text[
            sentence.end : sentences[number + 1].start
        ]:
            following = [(sentences[number + 1], one) for one in figures[number + 1]]
            whole = [(sentence, one) for one in here][-1:]
            if whole and len(following) >= 2 and (found := _parts(whole + following)):
                yield found


def _shares(sentence: Sentence, figures: Sequence[Counted]) -> Remark | None:
    """At least three shares in per cent in one list."""
    listed = _list_of_shares(sentence, figures)
    total = sum(one.value for one in listed)
    if len(listed) < 3 or not 101.5 < total <= 140 or _CHANGE.search(sentence.words):
        return None
    return remark(
        RemarkKind.SUM,
        "shares",
        sentence.text,
        [span(sentence, listed[0].first, listed[-1].last)],
        right=plain(total),
        sum=" + ".join(plain(one.value) for one in listed) + f" = {plain(total)}",
    )


def _list_of_shares(sentence: Sentence, figures: Sequence[Counted]) -> list[Counted]:
    """Shares, and bare figures that stand among them: 'A 60, B 25 und C 20 Prozent'."""
    if not any(one.is_share for one in figures):
        return []
    places = [number for number, one in enumerate(figures) if one.is_share]
    among = [
        one
        for number, one in enumerate(figures)
        if one.is_share or (not one.unit and one.value <= 100 and number < places[-1] and
                            number >= places[0] - 2)
    ]  # fmt: skip
    return [one for one in among if not one.rough]


def _parts(figures: Sequence[tuple[Sentence, Counted]]) -> Remark | None:
    """A whole, first or last, and at least two parts of the same unit."""
    certain = [(sentence, one) for sentence, one in figures if not one.is_share]
    if not 3 <= len(certain) <= 7 or any(one.rough for _, one in certain[1:]):
        return None
    words = certain[0][0].words + " " + (certain[-1][0].words if certain else "")
    if not _WHOLE.search(words):
        return None
    for whole, parts in ((certain[0], certain[1:]), (certain[-1], certain[:-1])):
        total = sum(one.value for _, one in parts)
        value = whole[1].value
        if not _fit(whole[1], [one for _, one in parts]) or value < 5:
            continue
        if total == value:
            return None
        if abs(total - value) / value <= 0.13 and max(one.value for _, one in parts) < value:
            spans = [span(whole[0], whole[1].first, whole[1].last)]
            spans += [span(sentence, one.first, one.last) for sentence, one in parts]
            return remark(
                RemarkKind.SUM,
                "sum",
                whole[0].text,
                sorted(spans),
                right=plain(total),
                written=plain(value),
                sum=" + ".join(plain(one.value) for _, one in parts) + f" = {plain(total)}",
            )
    return None


def _fit(whole: Counted, parts: Sequence[Counted]) -> bool:
    """Whether they count the same: one unit, given at all of them or left out."""
    units = {one.unit for one in (whole, *parts) if one.unit}
    return len(units) <= 1
