"""EPUB: the chapters in reading order."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from claimdesk.domain.errors import UnreadableText
from claimdesk.i18n import _
from claimdesk.services.importers.archive import Archive
from claimdesk.services.importers.decode import decode
from claimdesk.services.importers.draft import Draft
from claimdesk.services.importers.html import write_fragment
from claimdesk.services.importers.xml import attribute, local, parse

_PAGES = ("application/xhtml+xml", "text/html")
_ENCRYPTION = "META-INF/encryption.xml"
_FACTS = {
    "title": "title",
    "creator": "creator",
    "publisher": "publisher",
    "date": "published",
    "language": "language",
}


def read_epub(content: bytes) -> Draft:
    """The text of all pages that the book's spine names."""
    draft = Draft()
    with Archive(content) as archive:
        path = _package_path(archive)
        package = parse(archive.read(path))
        draft.facts = _facts(package)
        pages = list(_pages(package, posixpath.dirname(path)))
        if archive.has(_ENCRYPTION) and any(_is_locked(archive, page) for page in pages):
            raise UnreadableText(_("it is protected against copying"))
        for page in pages:
            if archive.has(page):
                write_fragment(draft, decode(archive.read(page)).text)
    return draft


def _package_path(archive: Archive) -> str:
    for one in parse(archive.read("META-INF/container.xml")).iter():
        if local(one) == "rootfile" and attribute(one, "full-path"):
            return attribute(one, "full-path")
    raise UnreadableText(_("it is damaged or incomplete; ask for it again"))


def _pages(package: etree._Element, folder: str) -> Iterator[str]:
    items = {
        attribute(one, "id"): one
        for one in package.iter()
        if local(one) == "item" and "nav" not in attribute(one, "properties").split()
    }
    for one in package.iter():
        if local(one) == "itemref" and attribute(one, "linear") != "no":
            item = items.get(attribute(one, "idref"))
            if item is not None and attribute(item, "media-type") in _PAGES:
                name = unquote(attribute(item, "href"))
                yield posixpath.normpath(posixpath.join(folder, name))


def _is_locked(archive: Archive, page: str) -> bool:
    root = parse(archive.read(_ENCRYPTION))
    return any(unquote(attribute(one, "URI")) == page for one in root.iter())


def _facts(package: etree._Element) -> dict[str, str]:
    facts: dict[str, str] = {}
    for one in package.iter():
        name = _FACTS.get(local(one))
        if name and one.text and one.text.strip():
            facts.setdefault(name, one.text.strip())
    facts["published"] = facts.get("published", "")[:10]
    return facts
