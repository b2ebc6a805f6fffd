"""Spans of time that do not fit their ends: 'von 7.40 Uhr bis 11.15 Uhr, also fünf Stunden'."""

import re
from collections.abc import Callable, Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.calendar import Moment, amount, clocks, days
from claimdesk.services.detection.remarks.making import Span, plain, remark
from claimdesk.services.detection.sentence import Sentence

_SPANS = {
    "de": re.compile(
        r"\b(?:(gut|knapp|rund|etwa|fast|mehr als|über)\s+)?(\w+)\s+"
        r"(Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?)\b(?!\s+(?:zuvor|vorher|alt))"
    ),
    "en": re.compile(
        r"\b(?:(about|nearly|almost|more than|over|just under)\s+)?([\w-]+)[\s-]"
        r"(minutes?|hours?|days?|weeks?|months?|years?)\b(?!\s+(?:earlier|before|old|ago))",
        re.I,
    ),
}
_LENGTHS = (("min", 1), ("stund", 60), ("hour", 60), ("tag", 1), ("day", 1), ("woche", 7),
            ("week", 7), ("monat", 30.44), ("month", 30.44), ("jahr", 365.25),
            ("year", 365.25))  # fmt: skip
_CLOCK_UNITS = ("min", "stund", "hour")
_TOLD = re.compile(
    r"\b(?:nach|lang|dauer\w*|später|binnen|innerhalb|also|insgesamt|for|after|lasted|took|later|"
    r"within|in all|over)\b",
    re.I,
)
_YEARS = re.compile(
    r"\b(?:von|zwischen|from|between)\s+(1\d{3}|20\d\d)\s+(?:bis|und|to|and|until)\s+"
    r"(1\d{3}|20\d\d)\b",
    re.I,
)
_A_YEAR = r"(1[5-9]\d\d|20\d\d)"
_FROM_TO = {
    "de": re.compile(
        rf"\b[Vv]on\s{_A_YEAR}\sbis\s{_A_YEAR}\b(?![.,]?\d|\s*[-–%€$]|\s[A-ZÄÖÜ]|\sv\.)"
    ),
    "en": re.compile(
        rf"\b[Ff]rom\s{_A_YEAR}\s(?:to|until|till)\s{_A_YEAR}\b(?=\s*[.,;:)]|$)(?!,\d)"
    ),
}
"""Years only: an amount has its unit or noun behind it."""
_DOWN = re.compile(
    r"\b(?:sank|sanken|fiel|fielen|gesunken|gefallen|schrumpf\w+|verringer\w+|fell|fall|fallen|"
    r"drop\w*|sink|declin\w+|shr[aiu]nk|cut|down|reduc\w+|decreas\w+|lower\w*|BC|BCE)\b",
    re.I,
)
_THAT_IS = re.compile(r"\b(?:also|mithin|that is|i\.e\.|later|später)\b", re.I)
_WINDOW, _FEW = 3, 4
Find = Callable[[str, int, int, str], Iterator[Moment]]


def durations(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Looks for two times, days or years with a span of time told beside them."""
    said: set[int] = set()
    for at in range(len(sentences)):
        if backwards := _backwards(sentences[at]):
            yield backwards
        if since := _since_then(sentences, at):
            said.update(start for start, _ in since.spans)
            yield since
        for size in range(1, _WINDOW + 1):
            window = sentences[at : at + size]
            if len(window) < size or _is_parted(window):
                break
            for found in (_between(window, clocks), _between(window, days), _years(window)):
                if found and not said & {start for start, _ in found.spans}:
                    said.update(start for start, _ in found.spans)
                    yield found


def _backwards(sentence: Sentence) -> Remark | None:
    """'von 2012 bis 2008', where these are years and no amounts that went down."""
    ends = _FROM_TO[sentence.language].search(sentence.text, sentence.start, sentence.end)
    if ends is None or int(ends[2]) >= int(ends[1]) or _DOWN.search(sentence.words):
        return None
    return remark(
        RemarkKind.DURATION_DIFFERS,
        "backwards",
        sentence.text,
        [ends.span()],
        one=ends[1],
        other=ends[2],
    )


def _since_then(sentences: Sequence[Sentence], at: int) -> Remark | None:
    """'um 11.15 Uhr, also nach fünf Stunden', where no time named before fits."""
    sentence = sentences[at]
    text, language = sentence.text, sentence.language
    here = list(clocks(text, sentence.start, sentence.end, language))
    spans = list(_spans([sentence], clock=True))
    if len(here) != 1 or len(spans) != 1 or not _THAT_IS.search(sentence.words):
        return None
    before = list(clocks(text, 0, sentence.start, language))[:_FEW]
    misfits = [
        _misfit([sentence], ((one.start, one.end), (here[0].start, here[0].end)), gap, spans[0])
        for one in before
        for gap in (here[0].value - one.value,)
        if gap > 0
    ]
    return misfits[0] if misfits and all(misfits) else None


def _is_parted(window: Sequence[Sentence]) -> bool:
    return "\n" in window[0].text[window[0].end : window[-1].start]


def _between(window: Sequence[Sentence], find: Find) -> Remark | None:
    """Just two moments in the window, the first and the last sentence holding one each."""
    text, language = window[0].text, window[0].language
    moments = list(find(text, window[0].start, window[-1].end, language))
    spans = list(_spans(window, clock=find is clocks))
    if len(moments) != 2 or len(spans) != 1 or moments[1].start < window[-1].start:
        return None
    one, other = moments
    gap = other.value - one.value
    if find is days and not (one.has_year and other.has_year):
        gap %= 365
    if gap <= 0:
        return None
    return _misfit(window, ((one.start, one.end), (other.start, other.end)), gap, spans[0])


def _years(window: Sequence[Sentence]) -> Remark | None:
    """'von 1987 bis 1994, zwölf Jahre lang'."""
    if len(window) > 1:
        return None
    text = window[0].text
    ends = _YEARS.search(text, window[0].start, window[0].end)
    spans = [one for one in _spans(window, clock=False) if one[2] == "jahr"]
    if ends is None or len(spans) != 1:
        return None
    gap = (int(ends[2]) - int(ends[1])) * 365.25
    return _misfit(window, (ends.span(1), ends.span(2)), gap, spans[0]) if gap > 0 else None


_Told = tuple[re.Match[str], float, str, float]
"""The words, the value, the unit and its length."""


def _spans(window: Sequence[Sentence], *, clock: bool) -> Iterator[_Told]:
    text, language = window[0].text, window[0].language
    for found in _SPANS[language].finditer(text, window[0].start, window[-1].end):
        unit, length = next(
            (one for one in _LENGTHS if found[3].lower().startswith(one[0])), ("", 0)
        )
        value = amount(found[2], language)
        around = text[max(window[0].start, found.start() - 30) : found.end() + 12]
        if value and (unit in _CLOCK_UNITS) is clock and _TOLD.search(around):
            yield found, value, "jahr" if unit == "year" else unit, length


def _misfit(
    window: Sequence[Sentence], ends: tuple[Span, Span], gap: float, told: _Told
) -> Remark | None:
    text, language = window[0].text, window[0].language
    found, value, unit, length = told
    right, (one, other) = gap / length, ends
    slack = 0.3 if found[1] else 0.12
    if abs(right - value) <= max(slack * value, 1.1 if length == 1 or unit == "jahr" else 0.6):
        return None
    return remark(
        RemarkKind.DURATION_DIFFERS,
        "duration",
        text,
        sorted([one, other, found.span()]),
        one=text[one[0] : one[1]],
        other=text[other[0] : other[1]],
        right=f"{plain(round(right, 1), language)} {found[3]}",
        written=found.group(),
    )
