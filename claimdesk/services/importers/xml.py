"""XML from strangers: no document types, no entities, nothing fetched, not too deep."""

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from claimdesk.domain.errors import UnreadableText
from claimdesk.i18n import _

Event = tuple[Literal["start", "end"], etree._Element]  # noqa: SLF001  its only name for types


def parse(content: bytes) -> etree._Element:
    """The root element. UnreadableText where it is no sound XML or brings a document type."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableText(_("it is damaged or incomplete; ask for it again")) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs lack it
        raise UnreadableText(_("it carries a document type, which no honest file of its kind does"))
    return root


def events(root: etree._Element) -> Iterator[Event]:
    """Each element as it begins and as it ends, in the order of the text."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        yield ("start" if event == "start" else "end"), element


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for what is none."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name without namespace; empty where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: etree._Element, *path: str) -> etree._Element | None:
    """The first descendant along a path of names without namespaces."""
    found = element
    for name in path:
        inner = next((one for one in found if local(one) == name), None)
        if inner is None:
            return None
        found = inner
    return found


def is_small(element: etree._Element, characters: int, elements: int = 60) -> bool:
    """Whether an element holds little; looks at no more of it than that takes."""
    left = characters
    for number, one in enumerate(element.iter()):
        left -= len(one.text or "") + (len(one.tail or "") if one is not element else 0)
        if left < 0 or number > elements:
            return False
    return True


def words(element: etree._Element) -> str:
    """All text inside an element, blanks one by one."""
    return " ".join("".join(map(str, element.itertext())).split())
