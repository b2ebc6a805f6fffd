"""The parts of a Word file beside its body: styles, links, comments, notes, properties."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from claimdesk.domain.comment_mark import ARTICLE_PROPERTY
from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import LeadKind
from claimdesk.domain.structure import BlockKind
from claimdesk.i18n import _
from claimdesk.services.importers.archive import Archive
from claimdesk.services.importers.limits import MAX_DEPTH
from claimdesk.services.importers.xml import attribute, child, local, parse, words

_STYLES = {
    "title": (BlockKind.TITLE, 0),
    "quote": (BlockKind.QUOTE, 0),
    "intense quote": (BlockKind.QUOTE, 0),
    "caption": (BlockKind.CAPTION, 0),
    "quotations": (BlockKind.QUOTE, 0),
}


@dataclass(frozen=True, slots=True)
class Note:
    """A comment, footnote or endnote."""

    kind: LeadKind
    text: str
    author: str | None = None
    date: str | None = None
    parent: str | None = None
    """The comment that it replies to; empty where it begins a thread, None where nobody says."""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """All that the body refers to, by the names it uses."""

    body: etree._Element
    addresses: Mapping[str, str]
    styles: Mapping[str, tuple[BlockKind, int]]
    comments: Mapping[str, Note]
    footnotes: Mapping[str, Note]
    endnotes: Mapping[str, Note]
    facts: Mapping[str, str] = field(default_factory=dict)
    article: str | None = None
    """The public id of the article that Claimdesk made the file of."""
    saved_by: str | None = None

    def kind_of(self, properties: etree._Element | None) -> tuple[BlockKind, int]:
        """What a paragraph with these properties is, and its level."""
        if properties is None:
            return BlockKind.PARAGRAPH, 0
        style = child(properties, "pStyle")
        name = attribute(style, "val") if style is not None else ""
        if name in self.styles:
            return self.styles[name]
        outline = child(properties, "outlineLvl")
        if outline is not None and attribute(outline, "val") in "012345678":
            return BlockKind.HEADING, int(attribute(outline, "val") or 0) + 1
        number = child(properties, "numPr", "numId")
        if number is not None and attribute(number, "val") != "0":
            level = child(properties, "numPr", "ilvl")
            depth = attribute(level, "val") if level is not None else "0"
            return BlockKind.LIST_ITEM, int(depth) + 1 if depth.isdecimal() else 1
        return BlockKind.PARAGRAPH, 0


def read_parts(archive: Archive) -> Parts:
    """Read what there is; only the body has to be."""
    main = _main_part(archive)
    folder, name = posixpath.split(main)
    relations = _relations(archive, f"{folder}/_rels/{name}.rels".lstrip("/"))
    body = child(parse(archive.read(main)), "body")
    if body is None:
        raise UnreadableText(_("it is no Word text"))
    return Parts(
        body,
        addresses={key: one[1] for key, one in relations.items() if one[0] == "hyperlink"},
        styles=_styles(_related(archive, relations, folder, "styles")),
        comments=_threaded(
            _related(archive, relations, folder, "comments"),
            _related(archive, relations, folder, "commentsExtended"),
        ),
        footnotes=_notes(_related(archive, relations, folder, "footnotes"), "footnote"),
        endnotes=_notes(_related(archive, relations, folder, "endnotes"), "endnote"),
        facts=_core(archive, {"title": "title", "creator": "creator"}),
        article=_article(archive),
        saved_by=_core(archive, {"lastModifiedBy": "name"}).get("name"),
    )


def _main_part(archive: Archive) -> str:
    for kind, target in _relations(archive, "_rels/.rels").values():
        if kind == "officeDocument":
            return target.lstrip("/")
    return "word/document.xml"


def _relations(archive: Archive, name: str) -> dict[str, tuple[str, str]]:
    """Kind and target of each relation, by its id."""
    if not archive.has(name):
        return {}
    return {
        attribute(one, "Id"): (
            attribute(one, "Type").rpartition("/")[2],
            attribute(one, "Target"),
        )
        for one in parse(archive.read(name))
    }


def _related(
    archive: Archive, relations: Mapping[str, tuple[str, str]], folder: str, kind: str
) -> etree._Element | None:
    for found, target in relations.values():
        if found == kind:
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            path = posixpath.normpath(path).lstrip("/")
            return parse(archive.read(path)) if archive.has(path) else None
    return None


def _styles(root: etree._Element | None) -> dict[str, tuple[BlockKind, int]]:
    """What the paragraph styles stand for, as far as they or those they build on say."""
    if root is None:
        return {}
    said: dict[str, tuple[BlockKind, int]] = {}
    parents: dict[str, str] = {}
    for style in root:
        if local(style) != "style" or attribute(style, "type") != "paragraph":
            continue
        key = attribute(style, "styleId")
        if (kind := _style_kind(style)) is not None:
            said[key] = kind
        if (parent := child(style, "basedOn")) is not None:
            parents[key] = attribute(parent, "val")
    for key in parents:
        name, steps = key, 0
        while name not in said and name in parents and steps < MAX_DEPTH:
            name, steps = parents[name], steps + 1
        if name in said:
            said[key] = said[name]
    return said


def _style_kind(style: etree._Element) -> tuple[BlockKind, int] | None:
    title = child(style, "name")
    name = attribute(title, "val").lower() if title is not None else ""
    if name.startswith("heading ") and name[8:].isdecimal():
        return BlockKind.HEADING, min(int(name[8:]), 9)
    return _STYLES.get(name)


def _notes(root: etree._Element | None, name: str) -> dict[str, Note]:
    if root is None:
        return {}
    kind = LeadKind.COMMENT if name == "comment" else LeadKind.FOOTNOTE
    found = {}
    for note in root:
        if local(note) == name and attribute(note, "type") not in (
            "separator",
            "continuationSeparator",
        ):
            text = _note_text(note)
            if text:
                author, date = attribute(note, "author"), attribute(note, "date")
                found[attribute(note, "id")] = Note(kind, text, author or None, date or None)
    return found


def _threaded(comments: etree._Element | None, threads: etree._Element | None) -> dict[str, Note]:
    """Comments, with what Word says of them in a part of its own: the paragraph that ends one
    names it there ([MS-DOCX] 2.5.4)."""
    found = _notes(comments, "comment")
    if comments is None or threads is None:
        return found
    owners = {
        name: attribute(comment, "id")
        for comment in comments
        for paragraph in comment.iter()
        if local(paragraph) == "p" and (name := attribute(paragraph, "paraId"))
    }
    beginning = "" if len(threads) >= len(comments) else None  # LibreOffice lists what is done
    for thread in threads:
        note = found.get(name := owners.get(attribute(thread, "paraId"), ""))
        if note is not None:
            parent = owners.get(attribute(thread, "paraIdParent"), beginning)
            found[name] = replace(note, parent=parent, done=attribute(thread, "done") == "1")
    return found


def _note_text(note: etree._Element) -> str:
    paragraphs = (one for one in note.iter() if local(one) == "p")
    lines = (_line(paragraph) for paragraph in paragraphs)
    return "\n".join(line for line in lines if line)


def _line(paragraph: etree._Element) -> str:
    parts = {"t": None, "tab": " ", "br": " ", "noBreakHyphen": "\u2011"}
    text = "".join(
        parts[local(one)] or one.text or "" for one in paragraph.iter() if local(one) in parts
    )
    return " ".join(text.split())


def _core(archive: Archive, names: Mapping[str, str]) -> dict[str, str]:
    """What the file says of itself, by other names; its language is the program's mostly."""
    if not archive.has("docProps/core.xml"):
        return {}
    return {
        names[local(one)]: one.text
        for one in parse(archive.read("docProps/core.xml"))
        if local(one) in names and one.text
    }


def _article(archive: Archive) -> str | None:
    if not archive.has("docProps/custom.xml"):
        return None
    for one in parse(archive.read("docProps/custom.xml")):
        if attribute(one, "name") == ARTICLE_PROPERTY:
            return words(one) or None
    return None
