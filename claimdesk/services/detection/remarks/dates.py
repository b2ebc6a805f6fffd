"""One event dated twice: 'die Kündigung im Februar', 'seit der Kündigung im März'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.making import remark, span
from claimdesk.services.detection.sentence import Sentence

_YEAR_OF = re.compile(r",\s(?:dem Jahr (?:der|des|ihrer|seiner)|the year of the)\s(\w+)")
_UNTIL = frozenset(("bis", "until", "till"))
_OF = frozenset("im in vom von of last seit am".split())


@dataclass(frozen=True, slots=True)
class _Dated:
    """A noun with its month or year."""

    sentence: Sentence
    first: int
    last: int
    when: str
    is_year: bool
    close: bool
    things: frozenset[str]
    """Names and long nouns of its sentence: what it is about."""


def dates(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Nouns that stand beside two months, or beside two years."""
    met: dict[tuple[str, bool], _Dated] = {}
    for sentence in sentences:
        for noun, dated in _dated(sentence):
            key = (noun, dated.is_year)
            before = met.get(key)
            if before is None:
                met[key] = dated
            elif before.when != dated.when and _is_one_event(before, dated):
                yield remark(
                    RemarkKind.DATE_DIFFERS,
                    "dates",
                    sentence.text,
                    [
                        span(before.sentence, before.first, before.last),
                        span(sentence, dated.first, dated.last),
                    ],
                    what=_noun_of(dated),
                    one=before.when,
                    other=dated.when,
                )
                met[key] = dated


def _dated(sentence: Sentence) -> Iterator[tuple[str, _Dated]]:
    for place, token in enumerate(sentence.tokens):
        year = (
            token.text.isdigit() and len(token.text) == 4 and token.text[:2] in ("18", "19", "20")
        )
        month = "month" in sentence.classes[place] and token.text[0].isupper()
        before = sentence.tokens[place - 1].lower if place else ""
        if year and _is_listed(sentence, place):
            continue
        if not (year or month) or sentence.has(place - 1, "month") or before in _UNTIL:
            continue
        links = (*_nouns(sentence, place), *_subject(sentence, place), *_verbs(sentence, place))
        for noun, close in links:
            first, last = min(noun, place), max(noun, place)
            stem = _event(sentence.tokens[noun].lower)
            yield stem, _Dated(sentence, first, last, token.text, year, close, _things(sentence))


def _is_listed(sentence: Sentence, place: int) -> bool:
    """'2020 und 2023'."""
    return any(
        0 <= place + 2 * by < len(sentence.tokens)
        and sentence.tokens[place + by].lower in _AND
        and sentence.tokens[place + 2 * by].text.isdigit()
        for by in (1, -1)
    )


_AND = frozenset(("und", "and", "sowie", "oder", "or", ","))


def _noun_of(dated: _Dated) -> str:
    """What is dated: the word that is not the date."""
    first, last = (dated.sentence.tokens[at].text for at in (dated.first, dated.last))
    return last if first == dated.when else first


def _is_one_event(one: _Dated, other: _Dated) -> bool:
    """Whether a date stands right at its noun, or both sentences are about the same."""
    return one.close or other.close or bool(one.things & other.things)


def _things(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        token.lower.removesuffix("s")
        for place, token in enumerate(sentence.tokens)
        if sentence.mentions[place]
        and len(token.text) > _LONG
        and place
        and _is_thing(sentence, place)
    )


def _nouns(sentence: Sentence, place: int) -> Iterator[tuple[int, bool]]:
    """The noun right before 'im Februar', or right after '1992 geschlossene'."""
    before = place - 1
    while before >= 0 and (
        sentence.tokens[before].text == "." or sentence.tags[before] == "digits"
    ):
        before -= 1
    if before >= 0 and sentence.tokens[before].lower in _OF:
        before -= 1
    if before >= 0 and _is_noun(sentence, before) and _is_thing(sentence, before):
        yield before, True
    told = _YEAR_OF.match(sentence.text, sentence.tokens[place].end, sentence.end)
    if told:
        yield next(at for at in range(place, len(sentence.tokens))
                   if sentence.tokens[at].start == told.start(1)), True  # fmt: skip
    if (noun := _after_month(sentence, place)) is not None:
        yield noun, True
    for after in range(place + 1, min(len(sentence.tokens), place + 5)):
        if not sentence.tokens[after].is_word:
            break
        if sentence.tags[after] == "noun" and sentence.tags[after - 1] in (
            "part",
            "adj",
            "en",
            "finite",
        ):
            if _is_thing(sentence, after):
                yield after, False
            break


def _is_noun(sentence: Sentence, place: int) -> bool:
    """'hearing' is one behind 'public' or 'the'."""
    tag, before = sentence.tags[place], sentence.tags[place - 1] if place else ""
    return tag in ("noun", "plural") or (tag == "ing" and before in ("det", "adj"))


def _after_month(sentence: Sentence, place: int) -> int | None:
    """'the June hearing', of something that there is not every few months."""
    after = place + 1
    if (
        sentence.language != "en"
        or not sentence.has(place, "month")
        or sentence.tokens[max(0, place - 1)].lower != "the"
        or after >= len(sentence.tokens)
        or sentence.tags[after] not in ("noun", "ing")
    ):
        return None
    once = sentence.tokens[after].lower not in _AGAIN and not _ANOTHER.search(sentence.words)
    return after if once and _is_thing(sentence, after) else None


_AGAIN = frozenset(
    "meeting election vote report session quarter budget survey poll rate rates figure figures "
    "data release issue conference summit deadline edition update review payment bill statement "
    "increase rise drop fall cut count total".split()
)
_ANOTHER = re.compile(
    r"\b(?:second|another|next|earlier|previous|first|further|latest|last|again|annual|monthly)\b",
    re.IGNORECASE,
)


def _subject(sentence: Sentence, place: int) -> Iterator[tuple[int, bool]]:
    """Nouns in a sentence that begins with its month: 'Im Mai gab es Streiks'."""
    if place > 2 or sentence.tokens[0].lower not in _OF:
        return
    for at in range(place + 1, min(len(sentence.tokens), place + 12)):
        if sentence.tags[at] in ("noun", "plural") and _is_thing(sentence, at):
            before = sentence.tags[at - 1]
            if before not in ("prep", "adj", "noun"):
                yield at, False


_EVENTS = (
    ("rücktritt", "rücktrat", "rückgetreten", "resign", "stepped"),
    ("beschluss", "beschloss"),
    ("unterzeichn", "unterschr", "vertrag", "abkommen", "signed", "signing", "treaty", "agreement"),
    ("gründung", "gegründet", "gründete", "founded", "founding"),
    ("eröffnung", "eröffnet"),
    ("verhaftung", "verhaftet", "festnahme", "festgenommen", "arrest"),
    ("kündigung", "kündigte", "gekündigt"),
    ("schließung", "geschlossen", "closed", "closure", "closing"),
    ("sprengung", "sprengen", "gesprengt", "sprengte"),
    ("entlassung", "entlassen", "dismiss"),
    ("ernennung", "ernannt", "appoint"),
    ("abstimmung", "stimmten", "vote"),
    ("umbau", "umgebaut"),
    ("einsturz", "eingestürzt", "stürzte", "collapse"),
    ("übergabe", "übergeben"),
    ("urteil", "verurteilt", "verdict", "ruling", "convicted"),
    ("überfall", "überfiel", "überfallen", "raid"),
    ("brand", "brannte", "abgebrannt"),
    ("absturz", "abgestürzt"),
    ("verkauf", "verkauft", "sold"),
    ("hochzeit", "heiratete", "geheiratet", "wedding", "married"),
    ("geburt", "geboren", "birth", "born"),
    ("tod", "starb", "gestorben", "death", "died"),
    ("veröffentlichung", "veröffentlicht", "published", "publication"),
    ("uraufführung", "uraufgeführt", "premiere"),
    ("wiederwahl", "wiedergewählt", "re-election", "re-elected"),
    ("explosion", "explodierte", "exploded"),
    ("entdeckung", "entdeckt", "discovery", "discovered"),
    ("insolvenz", "bankruptcy"),
    ("putsch", "coup"),
    ("fusion", "merger", "merged"),
    ("umzug", "umgezogen"),
    ("einweihung", "eingeweiht", "inaugurat"),
    ("aufstand", "aufstände", "uprising"),
)
"""What an event is called as a noun and as a verb, by how the words end or begin."""


def _event(word: str) -> str:
    """One name for an event, whether noun, compound or verb."""
    for family in _EVENTS:
        if any(form in word for form in family):
            return family[0]
    return word.removesuffix("s")


def _verbs(sentence: Sentence, place: int) -> Iterator[tuple[int, bool]]:
    """Verbs of such events in the clause of the date."""
    for at, token in enumerate(sentence.tokens):
        near = abs(at - place) <= _REACH and sentence.clauses[at] == sentence.clauses[place]
        if near and token.text.islower() and _event(token.lower) in _NAMES:
            yield at, False


_NAMES = frozenset(family[0] for family in _EVENTS)
_REACH, _LONG = 9, 5


def _is_thing(sentence: Sentence, place: int) -> bool:
    text = sentence.tokens[place].text
    return len(text) > 4 and not any(
        name in sentence.classes[place] for name in ("timeunit", "month", "weekday", "unit")
    )
