"""What the sentence before leaves in mind: who 'she' is, where 'there' is, when 'yesterday' was;
each only where one thing alone can be meant."""

import re
from datetime import date, timedelta

from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.words.common import MONTHS
from claimdesk.services.detection.words.first_names import FIRST_NAMES

_HEADER = 600
_DATED = re.compile(
    r"^.*\b(?:stand|updated|aktualisiert|veröffentlicht|published)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})\.\s?(?:(?P<month>\d{1,2})\.|(?P<name>[A-Za-zä]+))\s?(?P<year>(?:19|20)\d\d)|"
    r"\b(?P<day_en>\d{1,2})\s(?P<name_en>[A-Z][a-z]+)\s(?P<year_en>(?:19|20)\d\d)|"
    r"\b(?P<name_us>[A-Z][a-z]+)\s(?P<day_us>\d{1,2}),\s(?P<year_us>(?:19|20)\d\d)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TITLES = {"herr": "m", "herrn": "m", "mr": "m", "frau": "f", "mrs": "f", "ms": "f", "miss": "f"}
_PRONOUNS = {
    "de": {"er": "m", "sie": "f"},
    "en": {"he": "m", "she": "f"},
}
_DETERMINERS = {
    "m": frozenset("der ein dieser jener sein ihr kein den einen seinen ihren dem einem".split()),
    "f": frozenset("die eine diese jene seine ihre keine der einer seiner ihrer".split()),
}
_OF_PEOPLE = frozenset(
    "sagte sagt erklärte erklärt betonte betont meinte meint lebt lebte wohnt wohnte studierte "
    "studiert heiratete starb kandidiert kandidierte schrieb schreibt glaubt glaubte fordert "
    "forderte lacht lachte leitet leitete arbeitet arbeitete hofft weiß trat amtiert".split()
)
_WHERE = frozenset(("in", "nach", "aus"))
_PLACE_CLASSES = frozenset(("country", "geo"))


class Topic:
    """What is in mind when a sentence of a text begins."""

    def __init__(self, text: str = "") -> None:
        self._name: str | None = None
        self._gender: str | None = None
        self._competes = frozenset[str]()
        self.place: str | None = None
        self.day, self.year = _dated(text[:_HEADER])

    def begin_block(self) -> None:
        """Pronouns do not reach over a paragraph's end for certain."""
        self._name = None

    def meant(self, sentence: Sentence, place: int) -> str | None:
        """Who the pronoun there is, where that is certain."""
        language, word = sentence.language, sentence.tokens[place].lower
        gender = _PRONOUNS[language].get(word)
        if self._name is None or gender is None or gender != self._gender:
            return None
        if place and any(name == "person" for name in sentence.names[:place]):
            return None
        verb = sentence.tokens[place + 1].lower if place + 1 < len(sentence.tokens) else ""
        if word == "sie" and not (verb.endswith("t") or verb in _SINGULAR):
            return None
        return None if gender in self._competes and verb not in _OF_PEOPLE else self._name

    def follow(self, sentence: Sentence) -> None:
        """Read on: a sentence that names one person leaves that one in mind, several none; one
        that names nobody the one that it begins with as a pronoun."""
        found = _people(sentence)
        if len(found) == 1:
            ((self._name, self._gender),) = found.items()
            self._competes = _competing(sentence)
        elif found or not self._goes_on(sentence):
            self._name = None
        places = _places(sentence)
        self.place = places[0] if len(places) == 1 else None

    def _goes_on(self, sentence: Sentence) -> bool:
        return bool(sentence.tokens) and self.meant(sentence, 0) is not None


_SINGULAR = frozenset(("war", "hatte", "wurde", "sei", "habe", "kam", "ging", "schrieb", "starb"))


def _people(sentence: Sentence) -> dict[str, str | None]:
    """Who is named, each by the longest form, and whether that is a man or a woman."""
    found: dict[str, str | None] = {}
    place, count = 0, len(sentence.tokens)
    while place < count:
        start = place
        while place < count and sentence.names[place] == "person":
            place += 1
        if place > start:
            name = sentence.between(start, place - 1)
            if not any(known.endswith(name) for known in found):
                found = {known: one for known, one in found.items() if not name.endswith(known)}
                found[name] = _gender(sentence, start)
        place += 1
    return found


def _gender(sentence: Sentence, start: int) -> str | None:
    first = FIRST_NAMES.get(sentence.tokens[start].lower)
    before = sentence.tokens[start - 1].lower if start else ""
    if title := _TITLES.get(before):
        return title if first in (None, title) else None
    if first is None and start and FIRST_NAMES.get(before):
        return FIRST_NAMES[before]
    if sentence.language == "de" and start and "title" in sentence.classes[start - 1]:
        office = "f" if before.endswith("in") else "m"
        return office if first in (None, office) else None
    return first


def _competing(sentence: Sentence) -> frozenset[str]:
    """German things are he and she, too: which of them the sentence names besides."""
    if sentence.language != "de":
        return frozenset()
    nouns = ("noun", "plural")
    return frozenset(
        gender
        for gender, determiners in _DETERMINERS.items()
        for at, token in enumerate(sentence.tokens[:-1])
        if token.lower in determiners
        and any(tag in nouns for tag in sentence.tags[at + 1 : at + 3])
        and "title" not in sentence.classes[at + 1]
    )


def _places(sentence: Sentence) -> list[str]:
    """Names after 'in', 'nach' or 'aus' without an article, that are no time."""
    found = [
        token.text
        for before, token, names in zip(
            sentence.tokens, sentence.tokens[1:], sentence.classes[1:], strict=False
        )
        if before.lower in _WHERE and token.text[0].isupper() and _PLACE_CLASSES.issuperset(names)
    ]
    return list(dict.fromkeys(found))


def _dated(header: str) -> tuple[date | None, int | None]:
    """The day and the year that a text is dated, where its header gives no two."""
    lines = [found.group() for found in _DATED.finditer(header)]
    days = {day for line in lines for found in _DAY.finditer(line) if (day := _day(found))}
    years = {int(year) for line in lines for year in _YEAR.findall(line)}
    day = next(iter(days)) if len(days) == 1 else None
    return day, next(iter(years)) if len(years) == 1 else None


def _day(found: re.Match[str]) -> date | None:
    day, year = (
        int(found[part] or found[f"{part}_en"] or found[f"{part}_us"]) for part in ("day", "year")
    )
    name = found["name"] or found["name_en"] or found["name_us"]
    month = int(found["month"]) if found["month"] else _month(name)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next((names[name.lower()] for names in MONTHS.values() if name.lower() in names), 0)


RELATIVE_DAYS = {
    "de": {"vorgestern": -2, "gestern": -1},
    "en": {"yesterday": -1, "tomorrow": 1},
}
"""'heute' and 'today' mean these years as well."""


def day_meant(day: date, by: int, language: str) -> str:
    """A day near another, written out."""
    one = day + timedelta(days=by)
    if language == "de":
        return f"{one:%d.%m.%Y}"
    return f"{one.day} {_ENGLISH[one.month - 1].capitalize()} {one.year}"


_ENGLISH = [name for name in MONTHS["en"] if len(name) > 4 or name in ("may", "june", "july")]
