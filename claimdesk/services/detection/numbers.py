"""Numbers as texts write them: 1.900, 14,5, $1.4 million, zweihundertfünfzig, thirty-eight."""

import re
from functools import lru_cache

_DE_UNITS = {
    "null": 0, "ein": 1, "eins": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwei": 2,
    "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30,
    "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_EN_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundert": 100, "tausend": 1_000, "million": 10**6, "millionen": 10**6, "mio": 10**6,
    "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**12,
    "billionen": 10**12, "tsd": 1_000,
}  # fmt: skip
EN_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "m": 10**6, "billion": 10**9,
    "bn": 10**9, "trillion": 10**12, "dozen": 12,
}  # fmt: skip
FRACTIONS = {
    "halb": 0.5, "halbe": 0.5, "halben": 0.5, "halbes": 0.5, "hälfte": 0.5, "drittel": 1 / 3,
    "viertel": 0.25, "fünftel": 0.2, "sechstel": 1 / 6, "siebtel": 1 / 7, "achtel": 0.125,
    "neuntel": 1 / 9, "zehntel": 0.1, "half": 0.5, "third": 1 / 3, "thirds": 2 / 3,
    "quarter": 0.25, "quarters": 0.75, "fifth": 0.2, "tenth": 0.1,
}  # fmt: skip
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_SHORT = re.compile(r"([\d.,]+)(m|bn|k)", re.IGNORECASE)
_SHORT_SCALES = {"k": 1_000, "m": 10**6, "bn": 10**9}
_GROUPED_DE = re.compile(r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?$")
_GROUPED_EN = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?$")


@lru_cache(maxsize=4096)
def number(word: str, language: str) -> float | None:
    """The value of one written number, in digits or words; None for any other word."""
    if word[:1].isdigit():
        if language == "en" and (short := _SHORT.fullmatch(word)):
            value = _in_digits(short[1], language)
            return None if value is None else value * _SHORT_SCALES[short[2].lower()]
        return _in_digits(word, language)
    lower = word.lower()
    if lower in FRACTIONS:
        return None
    return _german(lower) if language == "de" else _english(lower)


def scale(word: str, language: str) -> int | None:
    """What a word such as 'Millionen' multiplies by."""
    return (SCALES if language == "de" else EN_SCALES).get(word.lower().rstrip("."))


def _in_digits(word: str, language: str) -> float | None:
    if not _DIGITS.fullmatch(word):
        return None
    grouped, group, point = (_GROUPED_DE, ".", ",") if language == "de" else (_GROUPED_EN, ",", ".")
    plain = re.sub("[\u0020\u00a0\u202f]", "", word)
    if grouped.match(word):
        plain = plain.replace(group, "")
    plain = plain.replace(point, ".") if point != "." else plain.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return None


def _german(word: str) -> float | None:
    plain = {**_DE_UNITS, "hundert": 100, "tausend": 1000, "anderthalb": 1.5}
    if word in plain:
        return plain[word]
    if word.endswith("einhalb") and len(word) > 7:
        whole = _german(word[:-7])
        return None if whole is None else whole + 0.5
    for name, factor in (("tausend", 1000), ("hundert", 100)):
        if name in word:
            before, after = word.split(name, 1)
            more, less = _german(before) if before else 1, _german(after) if after else 0
            return None if more is None or less is None else more * factor + less
    return _one_and_ten(word)


def _one_and_ten(word: str) -> float | None:
    """'dreiundzwanzig'."""
    one, _, ten = word.partition("und")
    small, large = _DE_UNITS.get(one), _DE_UNITS.get(ten)
    if small is None or large is None or not small < 10 <= large or large % 10:
        return None
    return large + small


def _english(word: str) -> float | None:
    if word in _EN_UNITS:
        return _EN_UNITS[word]
    if "-" in word:
        ten, _, one = word.partition("-")
        if ten in _EN_UNITS and one in _EN_UNITS and _EN_UNITS[ten] >= 20 > _EN_UNITS[one]:
            return _EN_UNITS[ten] + _EN_UNITS[one]
    return {"hundred": 100, "thousand": 1000, "dozen": 12}.get(word)
