"""OpenDocument texts: what is read is what stands there once tracked changes are accepted."""

from collections.abc import Callable, Mapping

from lxml import etree

from claimdesk.domain.comment_mark import ARTICLE_PROPERTY
from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import LeadKind, Oddity, OddityKind
from claimdesk.domain.structure import BlockKind
from claimdesk.i18n import _, ngettext
from claimdesk.services.importers.archive import Archive
from claimdesk.services.importers.draft import Draft, DraftLead
from claimdesk.services.importers.xml import attribute, child, events, is_small, local, parse, words

_SKIPPED_WORDS = """\
tracked-changes sequence-decls variable-decls user-field-decls forms desc title
soft-page-break note-citation ruby-text table-of-content alphabetical-index-source
bibliography-source table-of-content-source automatic-styles font-face-decls scripts object
binary-data
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_FACTS = {"title": "title", "initial-creator": "creator", "creator": "creator"}
_STYLES = {
    "title": BlockKind.TITLE,
    "quotations": BlockKind.QUOTE,
    "quote": BlockKind.QUOTE,
    "block quotation": BlockKind.QUOTE,
    "caption": BlockKind.CAPTION,
    "illustration": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
}
_LONG_CELL = 200
_STEPS = 20
"""How many styles may build on each other."""


def read_odt(content: bytes) -> Draft:
    """The text of an OpenDocument file with its comments, footnotes and links."""
    with Archive(content) as archive:
        if archive.has("META-INF/manifest.xml"):
            manifest = parse(archive.read("META-INF/manifest.xml"))
            if any(local(one) == "encryption-data" for one in manifest.iter()):
                raise UnreadableText(
                    _("it is protected by a password; save it without and try again")
                )
        root = parse(archive.read("content.xml"))
        styles = _style_parents(root)
        if archive.has("styles.xml"):
            styles = {**_style_parents(parse(archive.read("styles.xml"))), **styles}
        meta = parse(archive.read("meta.xml")) if archive.has("meta.xml") else None
    body = child(root, "body", "text")
    if body is None:
        raise UnreadableText(_("it is no text but another kind of OpenDocument file"))
    reader = _Reader(styles)
    if meta is not None:
        reader.draft.facts = _facts(meta)
        reader.draft.saved_by = _said(meta, "creator")
        reader.draft.article = _said(meta, "user-defined", ARTICLE_PROPERTY)
    reader.walk(body)
    reader.draft.end()
    deleted = sum(local(one) == "deletion" for one in body.iter())
    if deleted:
        said = ngettext(
            "{count} tracked deletion is left out; insertions are kept.",
            "{count} tracked deletions are left out; insertions are kept.",
            deleted,
        )
        reader.draft.oddities.append(Oddity(OddityKind.DELETED, said))
    return reader.draft


class _Reader:
    """Goes through the document's elements in the order of the text."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.draft = Draft()
        self._styles = styles
        self._lists = 0
        self._rows: list[bool] = []
        self._inside = 0
        self._boxes: list[etree._Element] = []
        self._links: list[tuple[int, str]] = []
        self._comments: dict[str, tuple[int, DraftLead]] = {}
        self._begin: Mapping[str, Callable[[etree._Element], None]] = {
            "p": self._paragraph,
            "h": self._paragraph,
            "list": lambda _element: self._nest(1),
            "table-row": self._row,
            "table-cell": self._cell,
            "s": self._blanks,
            "tab": lambda _element: self.draft.write("\t"),
            "line-break": lambda _element: self.draft.line(),
            "a": lambda element: self._links.append((self.draft.place, attribute(element, "href"))),
            "annotation-end": self._comment_end,
        }
        self._finish: Mapping[str, Callable[[], None]] = {
            "p": self._paragraph_end,
            "h": self._paragraph_end,
            "list": lambda: self._nest(-1),
            "table-row": self._row_end,
            "a": self._link_end,
        }

    def walk(self, root: etree._Element) -> None:
        """Read an element with all that is in it."""
        skipped: etree._Element | None = None
        for event, element in events(root):
            name = local(element)
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._text(element.tail)
            elif event == "start":
                if element is not root and self._is_skipped(name, element):
                    skipped = element
                    continue
                if begin := self._begin.get(name):
                    begin(element)
                self._text(element.text)
            else:
                if finish := self._finish.get(name):
                    finish()
                if element is not root:
                    self._text(element.tail)

    def _is_skipped(self, name: str, element: etree._Element) -> bool:
        if name == "annotation":
            self._comment(element)
        elif name == "note":
            self._note(element)
        elif name == "text-box" and self._inside:
            self._boxes.append(element)
        else:
            return name in _SKIPPED
        return True

    def _text(self, text: str | None) -> None:
        if text and self._inside:
            self.draft.write(text)

    def _paragraph(self, element: etree._Element) -> None:
        self._inside += 1
        if not (self._rows and self._rows[-1]):
            self.draft.begin(*self._kind(element))

    def _paragraph_end(self) -> None:
        self._inside -= 1
        if self._rows and self._rows[-1]:
            return
        for name in list(self._comments):
            self._say(name)
        self._links.clear()
        self.draft.end()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            rows, self._rows = self._rows, []
            self.walk(box)
            self._rows = rows

    def _kind(self, element: etree._Element) -> tuple[BlockKind, int]:
        if local(element) == "h":
            level = attribute(element, "outline-level")
            return BlockKind.HEADING, min(int(level), 9) if level.isdecimal() else 1
        name = attribute(element, "style-name")
        for _step in range(_STEPS):
            if (kind := _style_kind(name)) is not None:
                return kind
            name = self._styles.get(name, "")
        return (BlockKind.LIST_ITEM, self._lists) if self._lists else (BlockKind.PARAGRAPH, 0)

    def _nest(self, step: int) -> None:
        self._lists += step

    def _row(self, element: etree._Element) -> None:
        cells = [one for one in element if local(one) == "table-cell"]
        plain = len(cells) > 1 and all(map(_is_plain_cell, cells))
        self._rows.append(plain)
        if plain:
            self.draft.begin(BlockKind.TABLE_ROW)

    def _cell(self, _element: etree._Element) -> None:
        if self._rows and self._rows[-1] and self.draft.place:
            self.draft.write(" | ")

    def _row_end(self) -> None:
        if self._rows and self._rows.pop():
            self.draft.end()

    def _blanks(self, _element: etree._Element) -> None:
        self.draft.write(" ")

    def _link_end(self) -> None:
        if self._links:
            self.draft.link(*self._links.pop())

    def _comment(self, element: etree._Element) -> None:
        author, date = child(element, "creator"), child(element, "date")
        lines = [words(one) for one in element if local(one) in ("p", "list")]
        text = "\n".join(line for line in lines if line)
        name = attribute(element, "name")
        lead = DraftLead(
            self.draft.place,
            self.draft.place,
            LeadKind.COMMENT,
            text,
            words(author) or None if author is not None else None,
            words(date) or None if date is not None else None,
            f"c{name}" if name else None,
            parent=f"c{parent}" if (parent := attribute(element, "parent-name")) else None,
            done=attribute(element, "resolved") == "true",
        )
        if text and name:
            self._comments[name] = (self.draft.place, lead)
        elif text:
            self.draft.lead(lead)

    def _comment_end(self, element: etree._Element) -> None:
        if (name := attribute(element, "name")) in self._comments:
            self._say(name)

    def _say(self, name: str) -> None:
        start, lead = self._comments.pop(name)
        lead.start, lead.end = start, self.draft.place
        self.draft.lead(lead)

    def _note(self, element: etree._Element) -> None:
        body = child(element, "note-body")
        place, text = self.draft.place, words(body) if body is not None else ""
        if text:
            name = attribute(element, "id")
            lead = DraftLead(place, place, LeadKind.FOOTNOTE, text, external=name or None)
            self.draft.lead(lead)


def _style_kind(name: str) -> tuple[BlockKind, int] | None:
    """What a style with one of LibreOffice's own names stands for."""
    known = name.lower().replace("_20_", " ")
    if known.startswith("heading ") and known[8:].isdecimal():
        return BlockKind.HEADING, min(int(known[8:]), 9)
    kind = _STYLES.get(known)
    return (kind, 0) if kind else None


def _is_plain_cell(cell: etree._Element) -> bool:
    if not is_small(cell, _LONG_CELL):
        return False
    return sum(local(one) in ("p", "h") for one in cell.iter()) <= 1


def _style_parents(root: etree._Element) -> dict[str, str]:
    return {
        attribute(one, "name"): attribute(one, "parent-style-name")
        for one in root.iter()
        if local(one) == "style" and attribute(one, "family") == "paragraph"
    }


def _said(meta: etree._Element, field: str, name: str = "") -> str | None:
    """The text of a field of the file's properties, perhaps of one with a name."""
    for one in meta.iter():
        if local(one) == field and attribute(one, "name") == name:
            return one.text
    return None


def _facts(root: etree._Element) -> dict[str, str]:
    facts: dict[str, str] = {}
    for one in root.iter():
        if (name := _FACTS.get(local(one))) and one.text:
            facts.setdefault(name, one.text)
    return facts
