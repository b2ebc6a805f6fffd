"""Markdown (CommonMark with tables), with front matter and footnotes."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from claimdesk.domain.imported import LeadKind
from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.draft import Draft, DraftLead
from claimdesk.services.importers.lines import is_wrapped, wrap_width

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNS = re.compile(
    r"^#{1,6} \S|\]\((?:https?://|/|mailto:)|\*\*\S[^*\n]*\*\*|^\[\^?[^\]\n]+\]: \S|^> \S"
    r"|^(?:```|---\n\w+:)",
    re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"\A---\n(?P<lines>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FACT = re.compile(r"^(?P<name>\w+):[ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE)
_FOOTNOTE = re.compile(
    r"^\[\^(?P<id>[^\]\s]+)\]:[ \t]*(?P<text>.*(?:\n[ \t]+\S.*)*)\n?", re.MULTILINE
)
_MARK = re.compile(r"\[\^(?P<id>[^\]\s]+)\]")
_NAMES = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "publisher": "publisher",
    "date": "published",
    "published": "published",
    "lang": "language",
    "language": "language",
    "url": "url",
    "source": "url",
}


def looks_like_markdown(text: str) -> bool:
    """Whether a text has signs that only Markdown gives a meaning."""
    return bool(_SIGNS.search(text))


def read_markdown(text: str) -> Draft:
    """The reading text, without marks."""
    from markdown_it import MarkdownIt  # 20 ms, only when there is Markdown

    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip("\ufeff")
    draft = Draft()
    if match := _FRONT_MATTER.match(text):
        draft.facts = _facts(match["lines"])
        text = text[match.end() :]
    notes = {match["id"]: _one_line(match["text"]) for match in _FOOTNOTE.finditer(text)}
    if notes:
        text = _FOOTNOTE.sub("", text)
    # Indented text is a paragraph in what journalists write, and no program code.
    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table").disable("code")
    _Writer(draft, notes, parser.parse(text)).write()
    return draft


def _facts(lines: str) -> dict[str, str]:
    return {
        _NAMES[match["name"].lower()]: match["value"].strip("\"'")
        for match in _FACT.finditer(lines)
        if match["name"].lower() in _NAMES and match["value"]
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


class _Writer:
    """Goes through the parser's tokens and writes them down."""

    def __init__(self, draft: Draft, notes: Mapping[str, str], tokens: Sequence["Token"]) -> None:
        self._draft = draft
        self._notes = notes
        self._tokens = tokens
        self._lists: list[int | None] = []
        self._quotes = 0
        self._item = ""
        self._width = wrap_width(
            [token.content.split("\n") for token in tokens if token.type == "inline"]
        )

    def write(self) -> None:
        """Write all of it."""
        handlers: dict[str, Callable[[Token], None]] = {
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "bullet_list_open": lambda _token: self._lists.append(None),
            "ordered_list_open": self._ordered,
            "bullet_list_close": lambda _token: self._list_close(),
            "ordered_list_close": lambda _token: self._list_close(),
            "list_item_open": self._list_item,
            "blockquote_open": lambda _token: self._quote(1),
            "blockquote_close": lambda _token: self._quote(-1),
            "tr_open": lambda _token: self._draft.begin(BlockKind.TABLE_ROW),
            "tr_close": lambda _token: self._draft.end(),
            "th_open": lambda _token: self._cell(),
            "td_open": lambda _token: self._cell(),
            "inline": self._inline,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._html,
        }
        for token in self._tokens:
            if handler := handlers.get(token.type):
                handler(token)
        self._draft.end()

    def _heading(self, token: "Token") -> None:
        self._draft.begin(BlockKind.HEADING, int(token.tag[1:]))

    def _paragraph(self, _token: "Token") -> None:
        if self._lists:
            self._draft.begin(BlockKind.LIST_ITEM, len(self._lists))
            self._draft.write(self._item)
            self._item = ""
        else:
            self._draft.begin(BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH)

    def _ordered(self, token: "Token") -> None:
        self._lists.append(int(token.attrs.get("start", 1)))

    def _list_close(self) -> None:
        self._draft.end()
        self._lists.pop()

    def _list_item(self, _token: "Token") -> None:
        number = self._lists[-1]
        if number is not None:  # in '1. Seenland: 501 points' the number is said, too
            self._item = f"{number}. "
            self._lists[-1] = number + 1

    def _quote(self, step: int) -> None:
        self._draft.end()
        self._quotes += step

    def _cell(self) -> None:
        if self._draft.place:
            self._draft.write(" | ")

    def _code(self, token: "Token") -> None:
        self._draft.begin()
        for place, line in enumerate(token.content.rstrip("\n").split("\n")):
            if place:
                self._draft.line()
            self._draft.write(line)
        self._draft.end()

    def _html(self, token: "Token") -> None:
        from claimdesk.services.importers.html import write_fragment  # rarely needed

        write_fragment(self._draft, token.content)

    def _inline(self, token: "Token") -> None:
        lines = token.content.split("\n")
        line = 0
        opened: list[tuple[int, str]] = []
        for child in token.children or ():
            if child.type == "text":
                self._text(child.content)
            elif child.type in ("code_inline", "text_special"):
                self._draft.write(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                self._break(child.type, lines, line)
                line += 1
            elif child.type == "link_open":
                opened.append((self._draft.place, str(child.attrs.get("href", ""))))
            elif child.type == "link_close" and opened:
                self._draft.link(*opened.pop())
            elif child.type == "html_inline" and re.match(r"<br\b", child.content, re.IGNORECASE):
                self._draft.line()

    def _text(self, text: str) -> None:
        done = 0
        for match in _MARK.finditer(text):
            if (said := self._notes.get(match["id"])) is None:
                continue
            self._draft.write(text[done : match.start()])
            place, done = self._draft.place, match.end()
            self._draft.lead(
                DraftLead(place, place, LeadKind.FOOTNOTE, said, external=f"^{match['id']}")
            )
        self._draft.write(text[done:])

    def _break(self, kind: str, lines: Sequence[str], line: int) -> None:
        in_prose = line + 1 < len(lines) and is_wrapped(lines, line, self._width)
        if kind == "hardbreak" or not in_prose:
            self._draft.line()
        else:
            self._draft.write(" ")
