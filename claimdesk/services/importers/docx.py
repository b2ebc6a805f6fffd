"""Word files: what is read is what stands there once tracked changes are accepted."""

from collections.abc import Callable, Mapping

from lxml import etree

from claimdesk.domain.imported import Oddity, OddityKind
from claimdesk.domain.structure import BlockKind
from claimdesk.i18n import ngettext
from claimdesk.services.importers.archive import Archive
from claimdesk.services.importers.docx_parts import Note, Parts, read_parts
from claimdesk.services.importers.draft import Draft, DraftLead
from claimdesk.services.importers.limits import MAX_DEPTH, too_large
from claimdesk.services.importers.xml import attribute, child, events, is_small, local

_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "rt", "pPr", "sectPr", "tblPr", "binData"})
"""Deleted or moved away, there a second time for older programs, or no text."""
_LONG_CELL = 200


def read_docx(content: bytes) -> Draft:
    """The text of a Word file with its comments, footnotes and links."""
    with Archive(content) as archive:
        parts = read_parts(archive)
    reader = _Reader(parts)
    reader.walk(parts.body)
    reader.draft.end()
    reader.keep_unplaced()
    if reader.deleted:
        said = ngettext(
            "{count} tracked deletion is left out; insertions are kept.",
            "{count} tracked deletions are left out; insertions are kept.",
            reader.deleted,
        )
        reader.draft.oddities.append(Oddity(OddityKind.DELETED, said))
    return reader.draft


class _Reader:
    """Goes through the document's elements in the order of the text."""

    def __init__(self, parts: Parts) -> None:
        self.draft = Draft()
        self.draft.facts = dict(parts.facts)
        self.draft.article, self.draft.saved_by = parts.article, parts.saved_by
        self.deleted = 0
        self._parts = parts
        self._begin: Mapping[str, Callable[[etree._Element], None]] = {
            "p": self._paragraph,
            "tr": self._row,
            "tc": self._cell,
            "t": self._text,
            "tab": lambda _element: self.draft.write("\t"),
            "br": self._break,
            "cr": lambda _element: self.draft.line(),
            "noBreakHyphen": lambda _element: self.draft.write("\u2011"),
            "sym": self._symbol,
            "hyperlink": self._hyperlink,
            "fldSimple": self._simple_field,
            "fldChar": self._field,
            "instrText": self._instruction,
            "commentRangeStart": self._comment_start,
            "commentRangeEnd": self._comment_end,
            "commentReference": self._comment_reference,
            "footnoteReference": lambda element: self._note(element, self._parts.footnotes, "f"),
            "endnoteReference": lambda element: self._note(element, self._parts.endnotes, "e"),
        }
        self._finish: Mapping[str, Callable[[etree._Element], None]] = {
            "p": self._paragraph_end,
            "tr": lambda _element: self._row_end(),
            "hyperlink": lambda _element: self._link_end(),
            "fldSimple": lambda _element: self._link_end(),
        }
        self._links: list[tuple[int, str]] = []
        self._fields: list[list[str]] = []
        self._comments: dict[str, int] = {}
        self._said: set[str] = set()
        self._boxes: list[etree._Element] = []
        self._rows: list[bool] = []
        self._runs_on = False
        self._depth = 0

    def walk(self, root: etree._Element) -> None:
        """Read an element with all that is in it."""
        skipped: etree._Element | None = None
        for event, element in events(root):
            name = local(element)
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
            elif event == "end":
                if finish := self._finish.get(name):
                    finish(element)
            elif element is not root and self._is_skipped(name, element):
                skipped = element
            elif begin := self._begin.get(name):
                begin(element)

    def _is_skipped(self, name: str, element: etree._Element) -> bool:
        if name == "txbxContent":  # read once the paragraph it floats beside is complete
            self._boxes.append(element)
            return True
        if name in ("del", "moveFrom"):
            self.deleted += name == "del" and any(local(one) == "delText" for one in element.iter())
        if name == "r":
            hidden = child(element, "rPr", "vanish")
            return hidden is not None and attribute(hidden, "val") not in ("0", "false")
        if name == "sdt":
            return child(element, "sdtPr", "showingPlcHdr") is not None
        return name in _SKIPPED

    def _paragraph(self, element: etree._Element) -> None:
        if self._rows and self._rows[-1]:
            return
        if self._runs_on:
            self._runs_on = False
            return
        properties = child(element, "pPr")
        self.draft.begin(*self._parts.kind_of(properties))

    def _paragraph_end(self, element: etree._Element) -> None:
        if self._rows and self._rows[-1]:
            return
        if child(element, "pPr", "rPr", "del") is not None:
            self._runs_on = True  # its end was deleted: the next one goes on in it
            return
        for name, start in self._comments.items():
            self._say(name, start)
        self._comments.clear()
        self._links.clear()
        self.draft.end()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._box(box)

    def _box(self, box: etree._Element) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_large()
        rows, self._rows = self._rows, []
        self.walk(box)
        self._rows = rows
        self._depth -= 1

    def _row(self, element: etree._Element) -> None:
        cells = _cells(element)
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

    def _text(self, element: etree._Element) -> None:
        self.draft.write(element.text or "")

    def _break(self, element: etree._Element) -> None:
        if attribute(element, "type") in ("", "textWrapping"):
            self.draft.line()
        else:
            self.draft.write(" ")

    def _symbol(self, element: etree._Element) -> None:
        try:
            code = int(attribute(element, "char"), 16)
        except ValueError:
            return
        if 0x20 <= code < 0xD800:
            self.draft.write(chr(code))

    def _hyperlink(self, element: etree._Element) -> None:
        address = self._parts.addresses.get(attribute(element, "id"), "")
        self._links.append((self.draft.place, address))

    def _simple_field(self, element: etree._Element) -> None:
        self._links.append((self.draft.place, _target(attribute(element, "instr"))))

    def _link_end(self) -> None:
        if self._links:
            self.draft.link(*self._links.pop())

    def _field(self, element: etree._Element) -> None:
        step = attribute(element, "fldCharType")
        if step == "begin":
            self._fields.append([])
        elif step == "separate" and self._fields:
            self._links.append((self.draft.place, _target("".join(self._fields[-1]))))
        elif step == "end" and self._fields:
            self._fields.pop()
            self._link_end()

    def _instruction(self, element: etree._Element) -> None:
        if self._fields:
            self._fields[-1].append(element.text or "")

    def _comment_start(self, element: etree._Element) -> None:
        self._comments[attribute(element, "id")] = self.draft.place

    def _comment_end(self, element: etree._Element) -> None:
        name = attribute(element, "id")
        if name in self._comments:
            self._say(name, self._comments.pop(name))

    def _comment_reference(self, element: etree._Element) -> None:
        self._say(attribute(element, "id"), self.draft.place)

    def _say(self, name: str, start: int) -> None:
        if name not in self._said and (comment := self._parts.comments.get(name)):
            self._said.add(name)
            self._lead(comment, start, f"c{name}")

    def keep_unplaced(self) -> None:
        """Keep the comments whose passages were deleted: somebody may have replied to them."""
        for name, comment in self._parts.comments.items():
            if name not in self._said:
                self.draft.unplaced.append(_draft_lead(comment, 0, 0, f"c{name}"))

    def _note(self, element: etree._Element, notes: Mapping[str, Note], letter: str) -> None:
        name = attribute(element, "id")
        if note := notes.get(name):
            self._lead(note, self.draft.place, f"{letter}{name}")

    def _lead(self, note: Note, start: int, external: str) -> None:
        self.draft.lead(_draft_lead(note, start, self.draft.place, external))


def _draft_lead(note: Note, start: int, end: int, external: str) -> DraftLead:
    return DraftLead(
        start,
        end,
        note.kind,
        note.text,
        note.author,
        note.date,
        external,
        parent=note.parent and f"c{note.parent}",
        done=note.done,
    )


def _cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, also those in content controls."""
    found = []
    for one in row:
        inside = child(one, "sdtContent") if local(one) == "sdt" else None
        found += [one] if inside is None else list(inside)
    return [one for one in found if local(one) == "tc"]


def _is_plain_cell(cell: etree._Element) -> bool:
    return is_small(cell, _LONG_CELL) and sum(local(one) == "p" for one in cell.iter()) <= 1


def _target(instruction: str) -> str:
    """Where a HYPERLINK field leads; empty for other fields."""
    name, _blank, rest = instruction.strip().partition(" ")
    if name.upper() != "HYPERLINK":
        return ""
    rest = rest.strip()
    return rest.split('"')[1] if rest.startswith('"') and rest.count('"') > 1 else ""
