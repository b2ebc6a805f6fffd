"""Bibliographic data: what a file states, and what its text lets guess."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from claimdesk.domain.article import ArticleData
from claimdesk.domain.source import is_partial_date
from claimdesk.domain.structure import Block, BlockKind, Structure

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
_PARTS = re.compile(r"[\n|·•]|\+{3}|\((?=[^()\n]+\)$)", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_STAMPED = re.compile(
    r"(?:zuletzt |last )?(?:stand|datum|aktualisiert|veröffentlicht|erschienen|geändert|date|"
    r"updated|published|posted|modified)\b",
    re.IGNORECASE,
)
_LEADING = frozenset(
    ("aktualisiert", "veröffentlicht", "erschienen", "geändert", "updated", "published", "am",
     "vom", "on", "the")
)  # fmt: skip
_BESIDE_DATES = frozenset(("um", "uhr", "at", "a", "p", "m", "pm", "of", "th", "st", "nd"))
"""Small words of a dated line; a sentence has others."""
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
        published=(stated if is_partial_date(stated) else None) or dated(text, structure),
        language=_language(facts.get("language"), text),
        url=_clean(facts.get("url")) or _address(text, structure),
    )


def dated(text: str, structure: Structure) -> str | None:
    """The day of the first dated line of the front: 'Stand: 3. Mai 2024', 'By Ada Cole, May 3,
    2024'. A day that a sentence or the title names is another one."""
    for block in _front_blocks(structure):
        if block.kind is BlockKind.TITLE:
            continue
        for line in _PARTS.split(text[block.start : block.end]):
            found = min(_days(line), default=None)
            if found is not None and _dates_the_text(line[: found[0]], line[found[1] :]):
                return found[2]
    return None


def _days(line: str) -> Iterator[tuple[int, int, str]]:
    """The days that a line names: where, and as partial dates."""
    for pattern in _DATES:
        for match in pattern.finditer(line):
            parts = match.groupdict()
            month = _MONTHS.get(parts["name"].lower()) if "name" in parts else int(parts["month"])
            with suppress(ValueError):
                day = date(int(parts["year"]), month or 0, int(parts["day"]))
                yield *match.span(), day.isoformat()


def _dates_the_text(before: str, after: str) -> bool:
    """Whether these words around a day make no sentence."""
    led = _STAMPED.match(before.strip()) is not None
    if _BY.match(before.strip()):
        before = ""
    words = {word for word in _WORD.findall(f"{before} {after}") if word[0].islower()}
    return not words - _BESIDE_DATES - (_LEADING if led else frozenset())


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
    return "\n".join(text[block.start : block.end] for block in _front_blocks(structure))


def _front_blocks(structure: Structure) -> Iterator[Block]:
    for block in structure.blocks[:8]:
        if block.kind is BlockKind.PARAGRAPH and block.end - block.start > 160:
            return
        yield block


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
