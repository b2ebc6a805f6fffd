"""HTML: pages, of which the article is taken, and fragments, all of which is meant.

Nothing is rendered and nothing is fetched: only characters and the addresses of links are taken.
"""

import re
from collections.abc import Collection
from urllib.parse import urljoin, urlsplit

from lxml import etree

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import LeadKind
from claimdesk.domain.structure import BlockKind
from claimdesk.i18n import _
from claimdesk.services.importers.draft import Draft, DraftLead
from claimdesk.services.importers.html_facts import read_facts
from claimdesk.services.importers.html_main import find_main, is_never_text
from claimdesk.services.importers.xml import events, is_small, local, words

_BLOCKS_WORDS = """\
p div section article h1 h2 h3 h4 h5 h6 li blockquote td th tr figcaption caption pre dt dd
address header footer main ul ol dl table tbody thead tfoot hr figure body html center
fieldset legend details summary form hgroup aside nav title
"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<name>[\w.:-]{2,40})", re.IGNORECASE
)
_FOOTNOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3}|[a-z])[\])]?")
_NOTE_NUMBER = re.compile(r"^[\[(↑^]*\s*(?:\d{1,3}|[*†‡]{1,3})?[\]).]*\s*")
_SCHEMES = ("http", "https", "mailto", "ftp")
_LONG_CELL = 200


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page says it is in."""
    match = _DECLARED.search(content[:4096])
    return match["name"].decode("ascii") if match else None


def read_html(text: str) -> Draft:
    """The article of a page: no navigation, no notices about cookies, no side columns."""
    draft = Draft()
    root = _parse(text)
    if root is None:
        return draft
    draft.facts, base = read_facts(root)
    main = find_main(root)
    writer = _Writer(draft, base, left_out=main.left_out)
    if main.headline is not None:
        writer.write(main.headline)
    writer.write(main.root)
    return draft


def read_fragment(text: str) -> Draft:
    """All of a piece of HTML, as the clipboard has it."""
    draft = Draft()
    write_fragment(draft, text)
    return draft


def write_fragment(draft: Draft, text: str) -> None:
    """Add all of a piece of HTML to a draft."""
    root = _parse(text)
    if root is not None:
        _Writer(draft, "").write(root)


def _parse(text: str) -> etree._Element | None:
    """The root; None where there is nothing in it."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        root = None
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableText(_("its elements are nested too deep"))
    return root


class _Writer:
    """Writes an element's text down, block by block."""

    def __init__(
        self, draft: Draft, base: str, left_out: Collection[etree._Element] = frozenset()
    ) -> None:
        self._draft = draft
        self._base = base
        self._left_out = left_out
        self._context: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
        self._lists: list[int | None] = []
        self._links: list[tuple[int, str]] = []
        self._number = ""
        self._row: etree._Element | None = None
        self._open = False
        self._broken = False
        self._notes: dict[str, etree._Element] = {}
        self._taken: set[etree._Element] = set()

    def write(self, root: etree._Element) -> None:
        """Write all of an element."""
        self._find_notes(root)
        skipped: etree._Element | None = None
        for event, element in events(root):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._text(element.tail, element is not root)
            elif event == "start":
                if self._is_skipped(element):
                    skipped = element
                else:
                    self._begin(element, local(element))
                    self._text(element.text, inside=True)
            else:
                self._finish(element, local(element))
                self._text(element.tail, element is not root)
        self._end_block()

    def _find_notes(self, root: etree._Element) -> None:
        """The footnotes that marks in the text lead to, so that they are not read as text."""
        targets = {}
        for element in root.iter("a"):
            address = element.get("href") or ""
            if address.startswith("#") and _FOOTNOTE_MARK.fullmatch(words(element)):
                targets[address[1:]] = element
        if not targets:
            return
        for element in root.iter():
            name = element.get("id") or element.get("name") if local(element) else None
            if name in targets and (note := _note_block(element)) is not None:
                mark = targets[name]
                if note is not root and note not in mark.iterancestors():
                    self._notes[name] = note
                    self._taken.add(note)

    def _is_skipped(self, element: etree._Element) -> bool:
        if local(element) == "a" and (address := element.get("href") or "").startswith("#"):
            note = self._notes.get(address[1:])
            if note is not None:
                self._footnote(note, address)
                return True
        return element in self._left_out or element in self._taken or is_never_text(element)

    def _footnote(self, note: etree._Element, address: str) -> None:
        said = _NOTE_NUMBER.sub("", words(note))
        if said and self._open:
            place = self._draft.place
            self._draft.lead(DraftLead(place, place, LeadKind.FOOTNOTE, said, external=address))

    def _begin(self, element: etree._Element, name: str) -> None:
        if name in _BLOCKS:
            self._begin_block(element, name)
        elif name == "br":
            self._line()
        elif name == "a":
            self._begin_link(element)
        elif name == "q":
            self._text("“", inside=True)

    def _begin_block(self, element: etree._Element, name: str) -> None:
        if self._row is not None:
            if name in ("td", "th") and self._open:
                self._draft.write(" | ")
            return
        self._end_block()
        kind, level = self._context[-1]
        if name in _HEADINGS:
            kind, level = BlockKind.HEADING, _HEADINGS[name]
        elif name == "li":
            kind, level = BlockKind.LIST_ITEM, max(1, len(self._lists))
            self._count()
        elif name == "blockquote":
            kind = BlockKind.QUOTE
        elif name in ("figcaption", "caption"):
            kind = BlockKind.CAPTION
        elif name in ("ul", "ol"):
            start = element.get("start") or "1"
            first = int(start) if start.isdecimal() and len(start) < 6 else 1
            self._lists.append(first if name == "ol" else None)
        elif name == "tr" and _is_row(element):
            kind, self._row = BlockKind.TABLE_ROW, element
        self._context.append((kind, level))

    def _count(self) -> None:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._number = f"{number}. "
            self._lists[-1] = number + 1

    def _finish(self, element: etree._Element, name: str) -> None:
        if name == "a":
            self._finish_link()
        elif name == "q":
            self._text("”", inside=True)
        if name not in _BLOCKS or (self._row is not None and element is not self._row):
            return
        self._row = None
        self._end_block()
        if len(self._context) > 1:
            self._context.pop()
        if name in ("ul", "ol") and self._lists:
            self._lists.pop()

    def _text(self, text: str | None, inside: bool) -> None:
        if not text or not inside:
            return
        blank = text.isspace()
        if blank and not self._open:
            return
        if not self._open:
            self._draft.begin(*self._context[-1])
            self._draft.write(self._number)
            self._number, self._open = "", True
        if not blank:
            self._broken = False
        self._draft.write(text)

    def _line(self) -> None:
        """A line break; two of them part paragraphs."""
        if self._broken and self._row is None:
            self._end_block()
        elif self._open:
            self._draft.line()
            self._broken = True

    def _end_block(self) -> None:
        self._draft.end()
        self._open = self._broken = False

    def _begin_link(self, element: etree._Element) -> None:
        address = (element.get("href") or "").strip()
        self._links.append((self._draft.place if self._open else 0, self._whole(address)))

    def _finish_link(self) -> None:
        if self._links:
            self._draft.link(*self._links.pop())

    def _whole(self, address: str) -> str:
        try:
            whole = urljoin(self._base, address) if address else ""
            scheme = urlsplit(whole).scheme.lower()
        except ValueError:
            return ""
        return whole if scheme in _SCHEMES and not address.startswith("#") else ""


def _note_block(element: etree._Element) -> etree._Element | None:
    """The block that a footnote's target belongs to."""
    found: etree._Element | None = element
    while found is not None and local(found) not in ("li", "p", "div", "dd", "aside", "td"):
        found = found.getparent()
    return found


def _is_row(row: etree._Element) -> bool:
    """Whether a table's row is one to be read as a line, and not there for the page's layout."""
    cells = [cell for cell in row if local(cell) in ("td", "th")]
    return len(cells) > 1 and all(
        is_small(cell, _LONG_CELL)
        and sum(local(one) in ("p", "div", "li", "table") for one in cell.iter()) <= 1
        for cell in cells
    )
