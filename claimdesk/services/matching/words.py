"""A text as words that can be compared: spelling, quotation marks and number formats evened out,
each word with what it does in its sentence."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from claimdesk.services.matching import function_words, lexicon, numbers
from claimdesk.services.matching.lexicon import WordKind

_TOKEN = re.compile(
    rf"{numbers.DIGITS}|[^\W\d_]+(?:['’][^\W\d_]+)?|[%‰€$£°]|[.,;:!?…–—()\"„“”«»‚‘]"
)
_SPELLING = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "ſ": "s"})
_MARKS = frozenset('.,;:!?…–—()"„“”«»‚‘')
_WIDTHS = (4, 3, 2)
_PHRASE_STARTS = frozenset(phrase[0] for phrase in lexicon.PHRASES)
_DIGIT = re.compile(r"[-−\d]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number of a text, or a punctuation mark (kind None)."""

    start: int
    end: int
    text: str
    key: str
    kind: WordKind | None
    capital: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return self.kind is None


def words_of(text: str, start: int, end: int, german: bool) -> list[Word]:
    """The words of text[start:end], with what stands together joined into one."""
    raw = [_word(match, start, german) for match in _TOKEN.finditer(text[start:end])]
    return list(_joined(raw, german))


@lru_cache(50_000)
def spelling(word: str) -> str:
    """A word's key: lower case, umlauts as two letters."""
    return unicodedata.normalize("NFC", word).lower().translate(_SPELLING)


def _word(match: re.Match[str], offset: int, german: bool) -> Word:
    text = match[0]
    start, end = offset + match.start(), offset + match.end()
    if text in _MARKS:
        return Word(start, end, text, text, None)
    if _DIGIT.match(text):
        value = numbers.value_of(text, german)
        key = text if isinstance(value, str) else f"#{numbers.spelt(value)}"
        return Word(start, end, text, key, WordKind.NUMBER)
    key = spelling(text)
    key, kind = classified(key, german, text[0].isupper())
    return Word(start, end, text, key, kind, text[0].isupper())


@lru_cache(50_000)
def classified(key: str, german: bool, capital: bool) -> tuple[str, WordKind]:
    """A spelling's key by its class, and its kind."""
    if key in _FALSE_FRIENDS[german]:
        return _FALSE_FRIENDS[german][key]
    if key in lexicon.MONTHS and (capital or key not in _MONTH_OR_NOT):
        return lexicon.MONTHS[key], WordKind.MONTH
    for table, kind in _TABLES:
        if key in table:
            return table[key], kind
    if key.endswith("n't"):
        return "~not", WordKind.NEGATION
    if key in lexicon.AUXILIARIES:
        return key, WordKind.AUXILIARY
    return _counted(key, german) or (key, WordKind.CONTENT)


def _counted(key: str, german: bool) -> tuple[str, WordKind] | None:
    if (value := numbers.cardinal(key)) is not None:
        return f"#{value}", WordKind.NUMBER
    if (value := numbers.ordinal(key)) is not None:
        return f"#{value}.", WordKind.NUMBER
    if numbers.scale(key, german):
        return key, WordKind.NUMBER
    if key in function_words.PREPOSITIONS:
        return function_words.PREPOSITIONS[key], WordKind.PREPOSITION
    return (key, WordKind.FILLER) if key in function_words.FILLERS else None


_MONTH_OR_NOT = frozenset(("mai", "may", "march", "jan", "august"))
_FALSE_FRIENDS: dict[bool, dict[str, tuple[str, WordKind]]] = {
    True: {
        "am": ("an", WordKind.PREPOSITION),
        "was": ("was", WordKind.CONTENT),
        "do": ("do", WordKind.CONTENT),
        "die": ("die", WordKind.FILLER),
        "man": ("man", WordKind.CONTENT),
        "to": ("to", WordKind.CONTENT),
        "may": ("may", WordKind.CONTENT),
        "second": ("second", WordKind.CONTENT),
        "third": ("third", WordKind.CONTENT),
        "also": ("also", WordKind.FILLER),
    },
    False: {
        "war": ("war", WordKind.CONTENT),
        "hat": ("hat", WordKind.CONTENT),
        "bin": ("bin", WordKind.CONTENT),
        "die": ("die", WordKind.CONTENT),
        "den": ("den", WordKind.CONTENT),
        "will": ("will", WordKind.AUXILIARY),
        "gut": ("gut", WordKind.CONTENT),
        "fast": ("fast", WordKind.CONTENT),
        "uhr": ("uhr", WordKind.CONTENT),
        "so": ("so", WordKind.FILLER),
        "in": ("in", WordKind.PREPOSITION),
        "fort": ("fort", WordKind.CONTENT),
    },
}
_TABLES = (
    (lexicon.NEGATIONS, WordKind.NEGATION),
    (lexicon.QUALIFIERS, WordKind.QUALIFIER),
    (lexicon.MODALS, WordKind.MODAL),
    (lexicon.HEDGES, WordKind.HEDGE),
    (lexicon.ATTRIBUTIONS, WordKind.ATTRIBUTION),
    (lexicon.SAYINGS, WordKind.SAYING),
    (lexicon.CONDITIONS, WordKind.CONDITION),
    (lexicon.UNITS, WordKind.UNIT),
)


def _joined(raw: list[Word], german: bool) -> Iterator[Word]:
    place = 0
    while place < len(raw):
        word, width = _at(raw, place, german)
        if isinstance(word, tuple):
            yield from word
        else:
            yield word
        place += width


def _at(raw: list[Word], place: int, german: bool) -> tuple[Word | tuple[Word, ...], int]:
    word = raw[place]
    if word.is_mark:
        return word, 1
    for width in _WIDTHS if spelling(word.text) in _PHRASE_STARTS else ():
        group = raw[place : place + width]
        found = lexicon.PHRASES.get(tuple(spelling(one.text) for one in group))
        if found and len(group) == width:
            return replace(word, end=group[-1].end, key=found[0], kind=found[1]), width
    if word.kind is WordKind.NUMBER or spelling(word.text) in _ONE:
        return _number(raw, place, german)
    if word.kind is WordKind.QUALIFIER and not _bears(raw, place):
        return _plain(word), 1
    return word, 1


_ONE = frozenset(["ein", "eine", "einen", "einer", "einem", "a", "an"])


def _bears(raw: list[Word], place: int) -> bool:
    """Whether a word such as 'über' qualifies a number here."""
    if spelling(raw[place].text) not in lexicon.BEFORE_NUMBERS:
        return True
    following = raw[place + 1 : place + 3]
    after = [word for word in following if spelling(word.text) not in _ONE | {"die", "the"}]
    return bool(after) and after[0].kind is WordKind.NUMBER and not after[0].key.endswith(".")


def _plain(word: Word) -> Word:
    key = spelling(word.text)
    if key in function_words.PREPOSITIONS:
        return replace(word, key=function_words.PREPOSITIONS[key], kind=WordKind.PREPOSITION)
    kind = WordKind.FILLER if key in function_words.FILLERS else WordKind.CONTENT
    return replace(word, key=key, kind=kind)


def _number(raw: list[Word], place: int, german: bool) -> tuple[Word | tuple[Word, ...], int]:
    """A number with the scale behind it; a date in digits as its three parts."""
    word = raw[place]
    if date := numbers.date_of(word.text):
        return _date(word, date), 1
    value = _value(word)
    if value is None:
        return word, 1
    if not german and (ones := _ones_after(raw, place)):
        key = f"#{numbers.spelt(value + ones)}"
        return replace(word, end=raw[place + 1].end, key=key), 2
    width, factor = _scales(raw, place + 1, german)
    if factor > 1:
        key = f"#{numbers.spelt(value * factor)}"
        return replace(word, end=raw[place + width].end, key=key, kind=WordKind.NUMBER), 1 + width
    if spelling(word.text) in _ONE:
        return word, 1
    return _ordinal(raw, place, german)


def _ones_after(raw: list[Word], place: int) -> int:
    """The five of 'twenty-five'."""
    tens, ones = raw[place], raw[place + 1] if place + 1 < len(raw) else None
    if ones is None or tens.text.isdecimal() or not tens.text.lower().endswith("ty"):
        return 0
    value = numbers.cardinal(spelling(ones.text)) or 0
    return value if value < 10 else 0


def _ordinal(raw: list[Word], place: int, german: bool) -> tuple[Word, int]:
    """'30. Jahrestag' and '30th' are 'dreißigster'; the day of a date is a plain number."""
    word, after = raw[place], raw[place + 1 : place + 3]
    key = word.key.removesuffix(".")
    near = [one.kind for one in (*raw[max(0, place - 2) : place], *after)]
    if WordKind.MONTH in near and "." not in word.text:
        width = 2 if after and after[0].text == "." and len(after) > 1 else 1
        return replace(word, key=key), width
    if after and spelling(after[0].text) in ("th", "st", "nd", "rd"):
        return replace(word, end=after[0].end, key=f"{key}."), 2
    if german and len(after) > 1 and after[0].text == "." and _is_short(word.text):
        return replace(word, end=after[0].end, key=f"{key}."), 2
    return word, 1


def _is_short(text: str) -> bool:
    return text.isdecimal() and len(text) < 4


def _value(word: Word) -> Decimal | None:
    if word.key.startswith("#"):
        return Decimal(word.key[1:].rstrip("."))
    if spelling(word.text) in _ONE:
        return Decimal(1)
    return Decimal(1) if word.kind is WordKind.NUMBER and word.key in ("million",) else None


def _scales(raw: list[Word], place: int, german: bool) -> tuple[int, int]:
    """How many words after a number scale it, and by how much."""
    width, factor = 0, 1
    while place + width < len(raw):
        word = raw[place + width]
        found = None if word.is_mark else numbers.scale(spelling(word.text), german)
        if not found:
            break
        factor *= found
        width += 1
        if place + width < len(raw) - 1 and raw[place + width].text == "." and len(word.text) < 4:
            width += 1
    return width, factor


def _date(word: Word, date: tuple[int, int, str]) -> tuple[Word, ...]:
    day, month, year = date
    if len(year) == 2:
        year = f"20{year}"
    first = word.start + len(word.text.split(".")[0])
    second = first + 1 + len(word.text.split(".")[1])
    return (
        Word(word.start, first, word.text[: first - word.start], f"#{day}", WordKind.NUMBER),
        Word(first, second, word.text[: second - word.start], f"~month {month}", WordKind.MONTH),
        Word(second, word.end, year, f"#{year}", WordKind.NUMBER),
    )
