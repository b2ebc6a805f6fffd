"""Shares and changes that do not fit the figures beside them."""

import itertools
import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.numbers import FRACTIONS, number
from claimdesk.services.detection.remarks.counted import Counted, counted
from claimdesk.services.detection.remarks.making import plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_OF = frozenset("von der des den of the insgesamt its their his her aller all rund".split())
_FROM = frozenset(("von", "from"))
_TO = frozenset(("auf", "to"))
_PER_CENT = frozenset(("%", "prozent", "percent", "per"))
_POINTS, _SHARE, _FRACTION = 0.015, 0.08, 0.15
"""How far off is rounded: a per cent and a half, or so much of the share told."""
_EVERY = {
    "dritte": 1 / 3, "vierte": 0.25, "fünfte": 0.2, "sechste": 1 / 6, "siebte": 1 / 7,
    "achte": 0.125, "neunte": 1 / 9, "zehnte": 0.1, "zweite": 0.5, "third": 1 / 3,
    "fourth": 0.25, "fifth": 0.2, "tenth": 0.1,
}  # fmt: skip
_UP = re.compile(r"\b(?:plus|zuwachs|anstieg|rückgang|minus|gain|rise|increase|drop|fall|decline|"
                 r"mehr|weniger|more|less|gestiegen|gesunken)\b", re.I)  # fmt: skip


def shares(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Looks at each sentence."""
    for at, sentence in enumerate(sentences):
        figures = list(counted(sentence))
        if found := _part_of(sentence, figures):
            yield found
        after = sentences[at + 1] if at + 1 < len(sentences) else None
        before = sentences[at - 1] if at else None
        if found := _change(sentence, figures, after) or _named_change(sentence, figures, before):
            yield found
        if before and (found := _linked(before, sentence) or _than_then(before, sentence)):
            yield found


_LINK = re.compile(
    r"\b(?:das (?:sind|ist|waren|wären|entspricht)|entspricht|also|mithin|that is|that was|"
    r"which is|equivalent to|amounts? to|or)\s(?:(?:rund|etwa|knapp|gut|fast|about|nearly|some|"
    r"just|over|under)\s)*$",
    re.I,
)


def _linked(before: Sentence, sentence: Sentence) -> Remark | None:
    """Two figures in two sentences, 'das sind 40 Prozent': neither a share nor a change."""
    if "\n" in sentence.text[before.end : sentence.start]:
        return None
    figures = [(where, one) for where in (before, sentence) for one in counted(where)]
    told = [place for place in figures if place[1].is_share and place[0] is sentence]
    others = [place for place in figures if not place[1].is_share and place[1].value >= 2]
    if len(told) != 1 or len(others) != 2 or len({one.unit for _, one in others} - {""}) > 1:
        return None
    ((_, share),) = told
    words = sentence.text[sentence.start : sentence.tokens[share.first].start]
    low, high = sorted(one.value for _, one in others)
    if not _LINK.search(words) or low == high:
        return None
    rights = [low / high, (high - low) / high, (high - low) / low]
    if any(abs(right * 100 - share.value) <= max(1.5, 0.1 * share.value) for right in rights):
        return None
    return remark(
        RemarkKind.PERCENTAGE,
        "share",
        sentence.text,
        sorted(
            [
                *(span(where, one.first, one.last) for where, one in others),
                span(sentence, share.first, share.last),
            ]
        ),
        part=plain(low, sentence.language),
        whole=plain(high, sentence.language),
        right=plain(round(low / high * 100, 1), sentence.language),
        written=sentence.between(share.first, share.last),
    )


_THEN = re.compile(
    r"(?:Damals|Zuvor|Vorher|Bis dahin|Ursprünglich|Seinerzeit|Then|Before that|Previously|"
    r"At (?:the|that) time|Originally)\b"
)
_MORE = re.compile(r"\s*(?:Prozent|per cent|percent|%)\s+(?:mehr|more|höher|higher)\b")


def _than_then(before: Sentence, sentence: Sentence) -> Remark | None:
    """'18,4 Millionen, 40 Prozent mehr als geplant. Damals war von 12,1 Millionen die Rede.'"""
    if not _THEN.match(sentence.words) or "\n" in sentence.text[before.end : sentence.start]:
        return None
    shares = [one for one in counted(before) if one.is_share]
    now = [one for one in counted(before) if not one.is_share]
    then = list(counted(sentence))
    if (len(shares), len(now), len(then)) != (1, 1, 1) or not now[0].unit:
        return None
    (share,), (new,), (old,) = shares, now, then
    said = before.text[before.tokens[share.first].end : before.end]
    if new.unit != old.unit or not 0 < old.value < new.value or not _MORE.match(said):
        return None
    right = (new.value - old.value) / old.value * 100
    if abs(right - share.value) <= max(2.0, 0.1 * share.value):
        return None
    return _changed((sentence, old), (before, new), (before, share), right)


def _part_of(sentence: Sentence, figures: Sequence[Counted]) -> Remark | None:
    """'86 der 410 Beschäftigten, also jeder Dritte'."""
    for part, whole in itertools.pairwise(figures):
        between = sentence.tokens[part.last + 1 : whole.first]
        if not 1 <= len(between) <= 4 or not any(token.lower in _OF for token in between):
            continue
        if any(not token.is_word for token in between) or not 0 < part.value < whole.value:
            continue
        if part.is_share or whole.is_share:
            continue
        told = _share_near(sentence, range(whole.last + 1, whole.last + 13)) or _share_near(
            sentence, range(part.first - 7, part.first - 1)
        )
        if told is not None and (found := _misfit(sentence, part, whole, told)):
            return found
    for whole, part in itertools.pairwise(figures):
        opened = sentence.tokens[whole.first - 1].lower if whole.first else ""
        before = sentence.tokens[whole.first - 2].lower if whole.first > 1 else ""
        joint = {token.lower for token in sentence.tokens[whole.last + 1 : part.first]}
        if not {opened, before} & {"von", "of"} or joint & _TO:
            continue
        if part.is_share or whole.is_share:
            continue
        told = _share_near(sentence, range(part.last + 1, part.last + 7))
        if told is not None and 0 < part.value < whole.value:
            return _misfit(sentence, part, whole, told)
    return None


def _beyond(sentence: Sentence, first: int, right: float, share: float) -> bool:
    """'mehr als jeder Dritte', where it is less."""
    before = " ".join(token.lower for token in sentence.tokens[max(0, first - 2) : first])
    if before in ("mehr als", "more than"):
        return right < share * 0.99
    return before in ("weniger als", "less than") and right > share * 1.01


_Share = tuple[float, int, int]


def _misfit(sentence: Sentence, part: Counted, whole: Counted, told: _Share) -> Remark | None:
    """A remark where the share told is not that of the part in the whole."""
    share, first, last = told
    right = part.value / whole.value
    in_per_cent = sentence.tokens[last].lower in _PER_CENT
    off = max(_POINTS, _SHARE * share) if in_per_cent else _FRACTION * share
    if abs(right - share) <= off and not _beyond(sentence, first, right, share):
        return None
    start, end = sorted((part, whole), key=lambda one: one.first)
    return remark(
        RemarkKind.PERCENTAGE,
        "share",
        sentence.text,
        [span(sentence, start.first, end.last), span(sentence, first, last)],
        part=plain(part.value, sentence.language),
        whole=plain(whole.value, sentence.language),
        right=plain(round(right * 100, 1), sentence.language),
        written=sentence.between(first, last),
    )


def _share_near(sentence: Sentence, places: range) -> _Share | None:
    """A share on one of these words: a fraction, every so many, per cent."""
    for place in places:
        if not 0 < place < len(sentence.tokens):
            continue
        word, before = sentence.tokens[place].lower, sentence.tokens[place - 1].lower
        stem = word.removesuffix("r").removesuffix("s").removesuffix("n")
        if before in ("jeder", "jede", "jedes", "every") and stem in _EVERY:
            return _EVERY[stem], place - 1, place
        if word in FRACTIONS and word not in ("halb", "halbe", "halben", "halbes"):
            times = number(before, sentence.language) or 1
            return FRACTIONS[word] * max(1, times), place - 1, place
        value = number(word, sentence.language)
        if value and place + 1 < len(sentence.tokens):
            unit = sentence.tokens[place + 1].lower
            if unit in _PER_CENT:
                return value / 100, place, place + 1
    return None


def _change(
    sentence: Sentence, figures: Sequence[Counted], after: Sentence | None
) -> Remark | None:
    """'von 30 auf 39 Millionen, ein Plus von 40 Prozent'."""
    ends = _ends(sentence, figures)
    if ends is None:
        return None
    start, end = ends
    told = [(sentence, one) for one in figures if one not in ends and one.is_share]
    if not told and after is not None:
        told = [(after, one) for one in counted(after) if one.is_share][:1]
    if not told or not _UP.search(told[0][0].words):
        return None
    where, share = told[0]
    points = abs(end.value - start.value)
    unit = _after(where, share)
    right = points if "point" in unit or "punkt" in unit else points / start.value * 100
    least = 0.4 if right is points else 1.0 if start.is_share else 2.0
    if abs(right - share.value) <= max(least, 0.08 * share.value):
        return None
    first, last = min(start.first, end.first), max(start.last, end.last)
    return remark(
        RemarkKind.PERCENTAGE,
        "change",
        sentence.text,
        [span(sentence, first, last), span(where, share.first, share.last)],
        one=plain(start.value, sentence.language),
        other=plain(end.value, sentence.language),
        right=plain(round(right, 1), sentence.language),
        written=plain(share.value, sentence.language),
    )


_CHANGED = re.compile(
    r"\b(?:(rückgang|minus|einbruch|verlust|drop|fall|decline|loss)|"
    r"(plus|anstieg|zuwachs|steigerung|gain|rise|increase|growth))\s+"
    r"(?:um|von|of)\s+(?:\w+\s+)?$",
    re.I,
)


_MOVED = re.compile(
    r"\b(?:(fell|dropped|shrank|sank|declined|cut|down|fiel|sank|schrumpfte|gesunken|gefallen|"
    r"geschrumpft)|(rose|grew|climbed|up|jumped|stieg|wuchs|kletterte|gestiegen|gewachsen))\b",
    re.I,
)


def _moved(sentence: Sentence) -> re.Match[str] | None:
    """The one word that says which way it went."""
    found = list(_MOVED.finditer(sentence.words))
    return found[0] if len(found) == 1 else None


_ANOTHER = 10
"""So far off it is no slip: the share is of something else."""


def _named_change(
    sentence: Sentence, figures: Sequence[Counted], before: Sentence | None
) -> Remark | None:
    """'240 … heute noch 186, ein Rückgang um 32 Prozent', the first maybe a sentence before."""
    others = [(sentence, one) for one in figures if not one.is_share]
    if len(others) == 1 and before and "\n" not in sentence.text[before.end : sentence.start]:
        others = [(before, one) for one in counted(before) if not one.is_share] + others
    if len(others) != 2 or not _may_be_one(*others):
        return None
    low, high = sorted(others, key=lambda place: place[1].value)
    for share in figures:
        words = sentence.text[sentence.start : sentence.tokens[share.first].start]
        told = _CHANGED.search(words) or _moved(sentence)
        if not share.is_share or told is None or low[1].value <= 0:
            continue
        start, end = (high, low) if told[1] else (low, high)
        right = abs(end[1].value - start[1].value) / start[1].value * 100
        if max(2.0, 0.1 * share.value) < abs(right - share.value) < _ANOTHER * share.value:
            return _changed(start, end, (sentence, share), right)
    return None


def _changed(start: "_Placed", end: "_Placed", told: "_Placed", right: float) -> Remark:
    """A remark that the change is not what the text tells, but 'right' per cent."""
    language = told[0].language
    return remark(
        RemarkKind.PERCENTAGE,
        "change",
        told[0].text,
        sorted(span(where, one.first, one.last) for where, one in (start, end, told)),
        one=plain(start[1].value, language),
        other=plain(end[1].value, language),
        right=plain(round(right, 1), language),
        written=plain(told[1].value, language),
    )


def _may_be_one(one: "_Placed", other: "_Placed") -> bool:
    """Whether two figures can be one quantity at two times: they count the same, and are no part
    and whole."""
    (where, first), (place, second) = one, other
    for words in ({first.unit, second.unit}, {first.noun, second.noun}):
        if len(words - {""}) > 1:
            return False
    between = where.text[where.tokens[first.last].end : place.tokens[second.first].start]
    return ";" not in between and not _PART_OF.fullmatch(between)


_Placed = tuple[Sentence, Counted]
_PART_OF = re.compile(r"\s+(?:of|von|der|aus)\s+(?:the\s+|den\s+|allen\s+)?")


def _ends(sentence: Sentence, figures: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """The figures after 'von' and 'auf', where they are of one sort."""
    found: dict[str, Counted] = {}
    for one in figures:
        before = {token.lower for token in sentence.tokens[max(0, one.first - 2) : one.first]}
        if before & _TO:
            found.setdefault("to", one)
        elif before & _FROM:
            found.setdefault("from", one)
    if len(found) < 2:
        return None
    start, end = found["from"], found["to"]
    alike = start.is_share == end.is_share and len({start.unit, end.unit} - {""}) <= 1
    return (start, end) if alike and start.value > 0 else None


def _after(sentence: Sentence, one: Counted) -> str:
    return " ".join(token.lower for token in sentence.tokens[one.first : one.last + 2])
