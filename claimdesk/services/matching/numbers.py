"""Numbers as newspapers write them: digits with German or English separators, number words, and
'3,5 Millionen'. One value however it is written; where two writings could differ, they do."""

import re
from decimal import Decimal
from functools import lru_cache

DIGITS = (
    r"(?:(?<![\w.,])[-−])?\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?![\d])"
    r"|(?:(?<![\w.,])[-−])?\d+(?:[.,:'’]\d+)*"
)
_GROUPED_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_GROUPED_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+\Z")
_GROUPED_OTHER = re.compile(r"\d{1,3}(?:['’\u00a0\u202f\u2009 ]\d{3})+\Z")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\Z")

_GERMAN_ONES = dict(
    zip(
        ["ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun"],
        range(1, 10),
        strict=True,
    )
)
_GERMAN_SMALL = {
    "null": 0,
    "eins": 1,
    **{word: value for word, value in _GERMAN_ONES.items() if word != "ein"},
    "zehn": 10,
    "elf": 11,
    "zwoelf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fuenfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
}
_GERMAN_TENS = {
    "zwanzig": 20,
    "dreissig": 30,
    "vierzig": 40,
    "fuenfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_ENGLISH_SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_ENGLISH_TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_ORDINALS = {
    "erste": 1,
    "dritte": 3,
    "siebte": 7,
    "achte": 8,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
}
_MILLION, _BILLION, _TRILLION = 10**6, 10**9, 10**12
_SCALES = {
    "tausend": 1000,
    "tsd": 1000,
    "thousand": 1000,
    "mio": _MILLION,
    "million": _MILLION,
    "millionen": _MILLION,
    "mn": _MILLION,
    "mrd": _BILLION,
    "milliarde": _BILLION,
    "milliarden": _BILLION,
    "bn": _BILLION,
    "billionen": _TRILLION,
    "trillion": _TRILLION,
    "trn": _TRILLION,
    "hundred": 100,
    "hundert": 100,
}


def value_of(digits: str, german: bool) -> Decimal | str:
    """The value of a number written in digits; a time of day or a version stays what it is."""
    sign = -1 if digits[0] in "-−" else 1
    plain = digits.lstrip("-−")
    own, other = (_GROUPED_POINT, ",") if german else (_GROUPED_COMMA, ".")
    if _GROUPED_OTHER.match(plain):
        return sign * Decimal(re.sub(r"\D", "", plain))
    whole, _point, fraction = plain.partition(other)
    if own.match(whole) and fraction.isdecimal() | (fraction == ""):
        return sign * Decimal(f"{re.sub(r'[.,]', '', whole)}.{fraction or 0}")
    foreign = _GROUPED_COMMA if german else _GROUPED_POINT
    if foreign.match(plain) and len(re.findall(r"[.,]", plain)) > 1:
        return sign * Decimal(re.sub(r"\D", "", plain))
    if len(re.findall(r"[.,:'’]", plain)) == 1 and re.search("[.,]", plain):
        return sign * Decimal(plain.replace(",", "."))
    if plain.isdecimal():
        return sign * Decimal(plain)
    return digits


def date_of(digits: str) -> tuple[int, int, str] | None:
    """Day, month, year of a date in German digits."""
    found = _DATE.match(digits)
    if not found or not (1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12):
        return None
    return int(found[1]), int(found[2]), found[3]


def spelt(value: Decimal) -> str:
    """A value as a key: '1000', '3.5'."""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def scale(key: str, german: bool) -> int | None:
    """The factor of 'Millionen', 'bn' and the like."""
    if key == "billion":
        return _TRILLION if german else _BILLION
    return _SCALES.get(key)


@lru_cache(10_000)
def cardinal(key: str) -> int | None:
    """The value of a number word; 'ein' and 'eine' are none."""
    if key in _GERMAN_SMALL or key in _GERMAN_TENS:
        return _GERMAN_SMALL.get(key, _GERMAN_TENS.get(key))
    if key in _ENGLISH_SMALL or key in _ENGLISH_TENS:
        return _ENGLISH_SMALL.get(key, _ENGLISH_TENS.get(key))
    return _german_compound(key)


@lru_cache(10_000)
def ordinal(key: str) -> int | None:
    """The value of an ordinal word, in whatever case it stands."""
    if key in _ORDINALS:
        return _ORDINALS[key]
    for ending in ("en", "er", "es", "em", "e"):
        body = key.removesuffix(ending)
        if body == key:
            continue
        if f"{body}e" in _ORDINALS:
            return _ORDINALS[f"{body}e"]
        for mark in ("st", "t"):
            if body.endswith(mark) and (value := cardinal(body.removesuffix(mark))) is not None:
                return value
    return None


def _german_compound(key: str) -> int | None:
    for word, factor in (("tausend", 1000), ("hundert", 100)):
        before, found, after = key.partition(word)
        if found:
            head = 1 if before in ("", "ein") else cardinal(before)
            tail = 0 if not after else _rest(after.removeprefix("und"))
            if head is not None and tail is not None and head < 1000:
                return head * factor + tail
            return None
    ones, found, tens = key.partition("und")
    if found and ones in _GERMAN_ONES and tens in _GERMAN_TENS:
        return _GERMAN_TENS[tens] + _GERMAN_ONES[ones]
    return None


def _rest(key: str) -> int | None:
    return 1 if key in ("ein", "eins") else cardinal(key)
