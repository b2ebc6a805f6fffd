"""Bibliographic data: what a file states, and what its text lets guess."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from claimdesk.domain.article import ArticleData
from claimdesk.domain.source import is_partial_date
from claimdesk.domain.structure import BlockKind, Structure

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jänner jan",
            "februar february feb",
            "märz march mar mär",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        1,
    )
    for name in names.split()
}
_DATES = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.?\s(?P<name>[^\W\d_]{3,9})\.?,?\s(?P<year>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<name>[^\W\d_]{3,9})\.?\s(?P<day>\d{1,2}),\s?(?P<year>(?:19|20)\d\d)\b"),
)
_BY = re.compile(
    r"(?:von|by|text|autor(?:in)?|author)(?::\s*|\s+)(?P<names>[^\n|]+)", re.IGNORECASE
)
_ROLE = re.compile(
    r",.*|\s+in\s+\S+\Z|^unser\w*\s+\w+\s+|^\w*(?:redaktionsmitglied|korrespondent\w*|mitarbeiter\w*)\s+",
    re.IGNORECASE,
)
_SHORT_LINK = re.compile(r"(?:kurz-?link|permalink|short link|original)", re.IGNORECASE)
_GERMAN = re.compile(r"\b(?:der|die|das|und|ist|nicht|ein|eine|mit|von|im|den|auch|sich|für)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|is|to|in|was|that|with|a|for|on|it|as|he|at|by)\b")
_NOBODY = ("unknown author", "unknown", "python-docx", "user", "admin", "microsoft office user")
_SAMPLE = 20_000
_LONGEST_TITLE = 300


def propose(facts: Mapping[str, str], text: str, structure: Structure, name: str) -> ArticleData:
    """What the file states, completed by what the text lets guess."""
    front = _front(text, structure)
    stated = facts.get("published", "")
    return ArticleData(
        title=_title(facts, text, structure, name),
        author=_clean(facts.get("author")) or _author(front) or _creator(facts.get("creator")),
        publisher=_clean(facts.get("publisher")),
        published=(stated if is_partial_date(stated) else None) or found_date(front),
        language=_language(facts.get("language"), text),
        url=_clean(facts.get("url")) or _address(text, structure),
    )


def found_date(text: str) -> str | None:
    """The first day that a text names, as a partial date."""
    found = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = _MONTHS.get(parts["name"].lower()) if "name" in parts else int(parts["month"])
            try:
                day = date(int(parts["year"]), month or 0, int(parts["day"]))
            except ValueError:
                continue
            found.append((match.start(), day.isoformat()))
    return min(found)[1] if found else None


def language_of(text: str) -> str | None:
    """'de' or 'en', by the small words; None where there are none."""
    head = text[:_SAMPLE].lower()
    german, english = len(_GERMAN.findall(head)), len(_ENGLISH.findall(head))
    return None if german == english else "de" if german > english else "en"


def _title(facts: Mapping[str, str], text: str, structure: Structure, name: str) -> str:
    for block in structure.blocks:
        if block.kind is BlockKind.TITLE:
            return text[block.start : block.end][:_LONGEST_TITLE]
    stated = _clean(facts.get("title")) or _clean(Path(name).stem)
    return (stated or text.split("\n", maxsplit=1)[0])[:_LONGEST_TITLE]


def _front(text: str, structure: Structure) -> str:
    """What stands before the article begins: title, byline, date."""
    parts = []
    for block in structure.blocks[:8]:
        if block.kind is BlockKind.PARAGRAPH and block.end - block.start > 160:
            break
        parts.append(text[block.start : block.end])
    return "\n".join(parts)


def _author(front: str) -> str | None:
    for line in front.split("\n"):
        if match := _BY.match(line):
            names = _ROLE.sub("", match["names"]).strip(" .–-")
            if names[:1].isupper() and len(names) <= 100:
                return names
    return None


def _creator(stated: str | None) -> str | None:
    """Who a program says has made the file, unless that is the program itself."""
    name = _clean(stated)
    return None if name and name.lower() in _NOBODY else name


def _address(text: str, structure: Structure) -> str | None:
    """The article's own address, where a notice below it gives that."""
    for block in structure.blocks:
        if block.notice and _SHORT_LINK.search(text[block.start : block.end]):
            for link in structure.links:
                if block.start <= link.start and link.end <= block.end:
                    return link.address
    return None


def _language(stated: str | None, text: str) -> str:
    """The language stated, unless the text is plainly in the other one of the two that can be
    told apart: programs write their own language into files."""
    code = (stated or "").strip().lower().replace("_", "-").split("-")[0]
    found = language_of(text)
    if len(code) == 2 and code.isalpha() and (found is None or code not in ("de", "en")):
        return code
    return found or "de"


def _clean(stated: str | None) -> str | None:
    return " ".join(stated.split()) or None if stated else None
