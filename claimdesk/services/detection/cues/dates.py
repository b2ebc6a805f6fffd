"""Points and spans of time, durations, ages."""

import re
from collections.abc import Iterator

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.numbers import number
from claimdesk.services.detection.sentence import Sentence

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:er|s)?$|\d{2}er$|\d{4}/\d{2,4}$")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?$|\d{4}-\d\d-\d\d$|\d{1,2}/\d{1,2}/\d{2,4}$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}$")
_AGE = re.compile(
    r"(?:\d+|\w+)-?(?:jährig|year-old|years-old|monatig|wöchig|tägig|stündig|minütig)"
)
_DECADE = re.compile(r"\w{4,}ziger(?:jahre|jahren)?$|\d\d(?:er|s)$|\w+zigerjahren?$")
_BEFORE = {
    "de": frozenset("am im seit vor nach bis um ab vom zum von zur in gegen während ende anfang "
                    "mitte kurz schon erst bereits noch rund etwa knapp gut mindestens fast mehr "
                    "als letzten vergangenen nächsten kommenden vorigen dieses diesem den dem der "
                    "die das über lang".split()),
    "en": frozenset("on in at by since for from until till before after during between last next "
                    "this early late mid about around nearly almost more than over some the a "
                    "every past within under".split()),
}  # fmt: skip
_AFTER = {
    "de": frozenset("lang alt her später zuvor danach früher uhr jahre jahren".split()),
    "en": frozenset("ago later earlier old before after a.m p.m am pm".split()),
}


def dates(sentence: Sentence) -> Iterator[Cue]:
    """Passages about time."""
    at, count = 0, len(sentence.tokens)
    while at < count:
        if _is_age(sentence, at):
            yield Cue(at, at, Kind.DATE, "age")
            at += 1
            continue
        end = _core(sentence, at)
        if end is None:
            at += 1
            continue
        first, last = _wide(sentence, at, end)
        yield Cue(first, last, Kind.DATE, _reason(sentence, at, end))
        at = last + 1


def _is_age(sentence: Sentence, at: int) -> bool:
    """', 61,' after a name, 'ist 83.'"""
    tokens = sentence.tokens
    if not (tokens[at].text.isdigit() and 1 <= len(tokens[at].text) <= 3 and at):
        return False
    ends = at + 1 == len(tokens) or tokens[at + 1].text in ",.;)"
    before = tokens[at - 1]
    if before.text == "," and at > 1:
        return ends and tokens[at - 2].text[0].isupper() and int(tokens[at].text) < 115
    known = (
        "is",
        "was",
        "ist",
        "war",
        "wird",
        "turned",
        "aged",
        "mit",
        "mittlerweile",
        "inzwischen",
    )
    return ends and before.lower in known


def _core(sentence: Sentence, at: int) -> int | None:
    """The last token of the point or span of time that begins here."""
    token = sentence.tokens[at]
    if any(form.match(token.lower) for form in (_DAY, _AGE, _DECADE)):
        return at
    if (clock := _clock(sentence, at)) is not None:
        return clock
    if token.text[0].isdigit():
        return _from_digits(sentence, at)
    return _in_words(sentence, at)


def _in_words(sentence: Sentence, at: int) -> int | None:
    token, names = sentence.tokens[at], sentence.classes[at]
    month = "month" in names and token.text[0].isupper() and _is_month(sentence, at)
    if month or "weekday" in names:
        return _over(sentence, at + 1)
    if number(token.text, sentence.language) is not None or "quant" in names:
        after = at + 1
        while after < at + 3 and sentence.has(after, "number"):
            after += 1
        if sentence.has(after, "timeunit"):
            return after
    if "timeunit" in names and "unit" not in names and at and _governed(sentence, at):
        return at
    return None


def _clock(sentence: Sentence, at: int) -> int | None:
    """'18.45 Uhr', 'um 9.30', and in words."""
    if (clock := _clock_words(sentence, at)) is not None:
        return clock
    if not _CLOCK.match(sentence.tokens[at].text):
        return None
    hours = sentence.has(at + 1, "timeunit")
    if hours or (at and sentence.tokens[at - 1].lower in ("um", "at")):
        return at + hours
    return None


def _clock_words(sentence: Sentence, at: int) -> int | None:
    """'ten to six', 'halb acht', '8 a.m.'."""
    following = [token.lower for token in sentence.tokens[at + 1 : at + 4]]
    if not following:
        return None
    if number(sentence.tokens[at].text, sentence.language) is None and (
        sentence.tokens[at].lower not in ("half", "quarter", "halb", "viertel")
    ):
        return None
    if following[0] in ("a.m", "p.m", "am", "pm", "o’clock", "o'clock", "uhr"):
        return at + 1
    if len(following) > 1 and following[0] in ("to", "past", "vor", "nach"):
        value = number(following[1], sentence.language)
        if value is not None and value <= 12 and following[1].isalpha():
            return at + 2
    return None


def _is_month(sentence: Sentence, at: int) -> bool:
    if sentence.tokens[at].text not in ("May", "March", "Mai"):
        return True
    neighbours = [
        sentence.tokens[place].lower
        for place in (at - 1, at + 1)
        if 0 <= place < len(sentence.tokens)
    ]
    return any(word[0].isdigit() or word in _BEFORE[sentence.language] for word in neighbours)


def _from_digits(sentence: Sentence, at: int) -> int | None:
    after = at + 1
    if sentence.has(after, "timeunit"):
        return after
    stop = after < len(sentence.tokens) and sentence.tokens[after].text == "."
    if stop and sentence.has(after + 1, "month"):
        return _over(sentence, after + 2)
    if sentence.has(after, "month"):
        return _over(sentence, after + 1)
    if _YEAR.match(sentence.tokens[at].text) and not sentence.has(after, "unit"):
        return at
    return None


def _over(sentence: Sentence, after: int) -> int:
    """Days, months and years that go on with it."""
    last = after - 1
    while after < len(sentence.tokens):
        token = sentence.tokens[after]
        if sentence.has(after, "month") or (token.text[0].isdigit() and len(token.text) <= 4):
            last = after
        elif token.text not in (",", ".") or after > last + 1:
            break
        after += 1
    return last


def _governed(sentence: Sentence, at: int) -> bool:
    """Whether words before make it a time: 'im vergangenen Jahr', 'last autumn'."""
    before = _BEFORE[sentence.language]
    return any(
        sentence.tokens[place].lower in before
        for place in range(max(0, at - 2), at)
        if sentence.clauses[place] == sentence.clauses[at]
    )


def _wide(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    before, after = _BEFORE[sentence.language], _AFTER[sentence.language]
    floor = max(0, first - 3)
    while first > floor and sentence.tokens[first - 1].lower in before:
        first -= 1
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].lower in after:
        last += 1
    return first, last


def _reason(sentence: Sentence, first: int, last: int) -> str:
    word = sentence.tokens[first].lower
    if _AGE.match(word):
        return "age"
    if sentence.any_of(first, last, "month", "weekday") or _DAY.match(word):
        return "date"
    if _CLOCK.match(word):
        return "time_of_day"
    return "year" if _YEAR.match(word) else "duration"
