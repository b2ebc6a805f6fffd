"""Three announced and two given."""

import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.numbers import number
from claimdesk.services.detection.remarks.making import plain, remark
from claimdesk.services.detection.sentence import Sentence

_THINGS = re.compile(
    r"\b(zwei|drei|vier|fünf|sechs|two|three|four|five|six)\s+(?:\w+\s+)?"
    r"(dinge[n]?|gründe[n]?|bedingungen|forderungen|punkte[n]?|fragen|ziele[n]?|wege[n]?|"
    r"schritte[n]?|stufen|auswege[n]?|szenarien|argumente[n]?|vorschläge[n]?|maßnahmen|fehler[n]?|lehren|möglichkeiten|ursachen|"
    r"varianten|sätze[n]?|things|reasons|conditions|demands|points|questions|steps|ways|"
    r"proposals|measures|lessons|options|scenarios|arguments|causes|facts|changes)\b",
    re.I,
)
_ANY = re.compile(
    r"\b(zwei|drei|vier|fünf|sechs|two|three|four|five|six)\s+(?:[\wäöüß-]+\s+){0,5}?[^\s:.]*(?=:)",
    re.I,
)
_FEWER = re.compile(r"\b(?:drei|vier|fünf|three|four|five)(?=:)", re.I)
_ORDER = (
    (re.compile(r"\b(?:erstens|zum einen|first(?:ly)?,|one is)\b", re.I),
     re.compile(r"\b(?:zweitens|zum anderen|zum zweiten|second(?:ly)?,|the other|another)\b", re.I),
     re.compile(r"\b(?:drittens|zum dritten|schließlich|außerdem|zuletzt|third(?:ly)?|finally|"
                r"lastly|und dann|dazu kommt|hinzu kommt)\b", re.I)),
    (re.compile(r"(?:^|[.:;] )(?:(?:der|die|das) erste|the first)\b", re.I),
     re.compile(r"[.:;] (?:(?:der|die|das) zweite|the second)\b", re.I),
     re.compile(r"\b(?:dritte[rns]?|letzte[rns]?|drittens|schließlich|third|last|final|"
                r"finally)\b", re.I)),
)  # fmt: skip


_TIMES = re.compile(
    r"\b(?:(?:zum|for the|a|his|her|their)\s+(?P<nth>\w+?)(?:ten|te|th)?\s+(?:Mal|time)|"
    r"(?P<times>\w+)(?:mal| times))\b[^.;:(]{0,30}?(?P<after>\bnach|\bafter|\()\s*"
    r"(?P<years>(?:in\s+)?\d{4}(?:(?:,|,?\s(?:und|and|sowie))\s(?:in\s+)?\d{4})+)",
    re.I,
)
_NTH = {
    "zwei": 2, "drit": 3, "dritten": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieb": 7, "second": 2,
    "third": 3, "four": 4, "fif": 5, "six": 6, "seven": 7,
}  # fmt: skip


def announced(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Numbers of things announced, with the list that follows."""
    for at, sentence in enumerate(sentences):
        if found_years := _years(sentence):
            yield found_years
        words = sentence.words
        found = _THINGS.search(words) or _ANY.search(words) or _FEWER.search(words)
        if found is None:
            continue
        word = found.group(0) if found.re is _FEWER else found.group(1)
        told = number(word, sentence.language)
        if told is None:
            continue
        named = _named_here(words, found.end(), told)
        end = sentence.end
        if named is None:
            named, end = _named_after(sentences, at, told)
        if named is None and words.endswith(":"):
            named, end = _lines_after(sentence)
        if named is not None and abs(named - told) == 1:
            yield remark(
                RemarkKind.COUNT_ANNOUNCED,
                "announced",
                sentence.text,
                [(sentence.start + found.start(), end)],
                written=plain(told, sentence.language),
                right=plain(named, sentence.language),
            )


def _years(sentence: Sentence) -> Remark | None:
    """'zum vierten Mal nach 2012 und 2016', 'dreimal (2004 und 2008)'."""
    found = _TIMES.search(sentence.words)
    if found is None:
        return None
    named = len(re.findall(r"\d{4}", found["years"]))
    if found["nth"]:
        told: float | None = _NTH.get(found["nth"].lower())
        named += found["after"] != "("
    else:
        told = number(found["times"], sentence.language)
    if told is None or named == told:
        return None
    return remark(
        RemarkKind.COUNT_ANNOUNCED,
        "announced",
        sentence.text,
        [(sentence.start + found.start(), sentence.start + found.end())],
        written=plain(told, sentence.language),
        right=plain(named, sentence.language),
    )


def _named_here(words: str, start: int, told: float) -> int | None:
    """How many are listed after a colon; None where that cannot be told."""
    _, colon, rest = words[start:].partition(":")
    if not colon or len(rest.strip()) < 8:
        return None
    rest = re.sub(r"\([^)]*\)|„[^“]*“|“[^”]*”|\"[^\"]*\"", "", rest).strip(" .!?")
    if ";" in rest:
        return rest.count(";") + 1
    ends = re.split(r",?\s(?:und|sowie|and)\s", rest)
    if len(ends) != 2:
        return _alike(rest.split(", ")) if len(ends) == 1 and not _TIME.search(words) else None
    _, comma, tail = ends[1].partition(",")
    if comma and not _RELATIVE.match(tail.strip()):
        return None
    items = ends[0].split(",")
    if any(_CLAUSE.match(item.strip()) for item in items[1:]):
        return None
    return None if told > 3 and len(items) == 1 else len(items) + 1


def _alike(items: Sequence[str]) -> int | None:
    """'im Norden an …, im Süden an …': items that begin alike need no 'and'."""
    firsts = {item.split()[0] for item in items if item.strip()}
    return len(items) if len(items) > 1 and len(firsts) == 1 and firsts <= _LEADS else None


_TIME = re.compile(r"\b(?:mal|times)\b", re.IGNORECASE)
_LEADS = frozenset(
    "im in am an auf vom von beim bei zum zur mit einen eine ein one to at on".split()
)
_RELATIVE = re.compile(
    r"(?:der|die|das|dem|den|deren|dessen|who|which|that|where|wo|sagt|says|so|wie|as)\b", re.I
)
_CLAUSE = re.compile(
    r"(?:der|die|das|dem|den|deren|dessen|who|which|that|where|wo|weil|as)\s\w+\s.*\b"
    r"(?:ist|sind|hat|haben|war|wird|\w+te|is|are|was|has|had)\b",
    re.I,
)


_ITEM = re.compile(r"\n+[ \t]*(?:[-–•*]|\(?\d{1,2}[.)]|[a-e]\))[ \t]+([^\n]+)")


def _lines_after(sentence: Sentence) -> tuple[int | None, int]:
    """How many lines of a list follow at once."""
    count, at = 0, sentence.end
    while found := _ITEM.match(sentence.text, at):
        count, at = count + 1, found.end()
    return count or None, at


def _named_after(sentences: Sequence[Sentence], at: int, told: float) -> tuple[int | None, int]:
    """'Erstens … Zweitens …' in the rest of the paragraph, and no third."""
    rest, end = [], sentences[at].end
    for sentence in sentences[at : at + 8]:
        if "\n" in sentence.text[end : sentence.start]:
            break
        rest.append(sentence.words)
        end = sentence.end
    words = " ".join(rest)
    for first, second, more in _ORDER:
        if first.search(words) and second.search(words):
            return (None if more.search(words) or told != 3 else 2), end
    return None, end
