"""The Word file around its content: the house's template or the shipped one, its running head,
language, properties; and the same bytes for the same content."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from claimdesk.domain.comment_mark import ARTICLE_PROPERTY, PROGRAM
from claimdesk.domain.errors import OutputError
from claimdesk.i18n import _
from claimdesk.services.exporters.dates import instant
from claimdesk.services.exporters.templates import SHIPPED, template
from claimdesk.services.exporters.word.markup import escaped, parsed, run

_SHIPPED = SHIPPED / "word"
_REGIONS = {"de": "de-DE", "en": "en-GB", "fr": "fr-FR", "it": "it-IT", "es": "es-ES"}
_BROKEN = (OpcError, etree.LxmlError, ValueError, KeyError, OSError, zipfile.BadZipFile)
_LEVELS = 3
_KIND, _NUMBER = qn("w:abstractNumId"), qn("w:numId")
_FIRST = (1980, 1, 1, 0, 0, 0)
"""The time of each part in the ZIP: its earliest."""


class WordFile:
    """A Word file that takes content as text."""

    def __init__(self, language: str) -> None:
        """'language' is that of its words, for spelling and hyphenation."""
        self.document, self._lists = _opened()
        self._links: dict[str, str] = {}
        self._set_language(_region(language))

    def link(self, address: str, words: str) -> str:
        """Words that lead to an address."""
        if address not in self._links:
            self._links[address] = self.document.part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        shown = run(words, "Hyperlink")
        return f'<w:hyperlink r:id="{self._links[address]}" w:history="1">{shown}</w:hyperlink>'

    def bullet(self, level: int = 1, *, shown: bool = True) -> str:
        """What makes a paragraph an item of a list; one that is not shown has its own sign."""
        depth = min(max(level, 1), _LEVELS) - 1
        number = self._lists + (0 if shown else 1)
        return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'

    def fill(self, content: str) -> None:
        """Put the content in place of what the template has."""
        held = self.document.element.body
        body = parsed("w:body", content)
        page = held.find(qn("w:sectPr"))
        if page is not None:
            body.append(page)
        held.getparent().replace(held, body)  # at once: moving each paragraph takes a second

    def run_heads(self, **words: str) -> None:
        """Fill what heads and feet of the pages leave open: '{kind}', '{title}', '{made}'."""
        for part in self.document.part.package.iter_parts():
            if part.content_type in (CONTENT_TYPE.WML_HEADER, CONTENT_TYPE.WML_FOOTER):
                for element in part.element.iter(qn("w:t")):
                    for name, said in words.items():
                        element.text = (element.text or "").replace(f"{{{name}}}", said)

    def head_from_the_start(self) -> None:
        """Show the running head on the first page, too, where no title stands on it."""
        for section in self.document.sections:
            section.different_first_page_header_footer = False

    def describe(self, title: str, author: str, made_at: str) -> None:
        """Set the file's properties."""
        about, when = self.document.core_properties, instant(made_at).replace(tzinfo=None)
        about.title, about.author = title[:255], author[:255]
        about.subject = about.keywords = about.comments = about.category = ""
        about.last_modified_by, about.revision = PROGRAM, 1
        about.created = about.modified = when

    def name_article(self, public_id: str) -> None:
        """Say which article it is, so that the file is known when it comes back."""
        content = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
            'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" '
            f'name="{ARTICLE_PROPERTY}"><vt:lpwstr>{escaped(public_id)}</vt:lpwstr></property>'
            "</Properties>"
        )
        package = self.document.part.package
        name = PackURI("/docProps/custom.xml")
        part = Part(name, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, content.encode(), package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def bytes(self) -> bytes:
        """The file; the same content gives the same bytes."""
        held = io.BytesIO()
        self.document.save(held)
        settled = io.BytesIO()
        with zipfile.ZipFile(held) as before, zipfile.ZipFile(settled, "w") as after:
            for entry in sorted(before.infolist(), key=_order):
                part = zipfile.ZipInfo(entry.filename, _FIRST)
                after.writestr(part, before.read(entry), zipfile.ZIP_DEFLATED)
        return settled.getvalue()

    def _set_language(self, code: str) -> None:
        for element in self.document.styles.element.iter(qn("w:lang")):
            element.set(qn("w:val"), code)


def spoken(language: str | None) -> str:
    """The property that says in which language a run is; nothing where that is not known."""
    return f'<w:lang w:val="{_region(language)}"/>' if language else ""


def _region(language: str) -> str:
    """A language as Word names it: 'de-DE'. Words from outside are none of its names."""
    known = _REGIONS.get(language.partition("-")[0].lower())
    return known or (
        language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) else "und"
    )


def _order(entry: zipfile.ZipInfo) -> tuple[bool, str]:
    return entry.filename != "[Content_Types].xml", entry.filename


def _opened() -> tuple[DocxDocument, int]:
    """The house's own template, its words aside, or the shipped one; the number of our lists."""
    own = template("word.docx")
    if not own.is_file():
        return Document(_packed(_SHIPPED)), 1
    try:
        document = Document(str(own))
    except _BROKEN as error:
        raise OutputError(
            _("The template “{file}” is no Word file; save it as .docx or take it away.").format(
                file=own
            )
        ) from error
    _add_missing_styles(document)
    return document, _add_lists(document)


def _packed(folder: Path) -> io.BytesIO:
    """The parts of a folder as a Word file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for file in _files(folder):
            archive.writestr(file.relative_to(folder).as_posix(), file.read_bytes())
    held.seek(0)
    return held


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(file for file in folder.rglob("*") if file.name.endswith((".xml", ".rels")))


def _add_lists(document: DocxDocument) -> int:
    """Define our two lists beside those that a house's template has; the number of the first."""
    part = document.part
    try:
        held: Any = cast("XmlPart", part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)).element
    except KeyError:
        held = parsed("w:numbering", "")
        made = XmlPart(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, held, part.package
        )
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    kinds = 1 + max((int(one.get(_KIND)) for one in held.iter(qn("w:abstractNum"))), default=-1)
    numbers = 1 + max((int(one.get(_NUMBER)) for one in held.iter(qn("w:num"))), default=0)
    shipped: Any = parse_xml((_SHIPPED / "word" / "numbering.xml").read_bytes())
    for at, kind in enumerate(shipped.findall(qn("w:abstractNum"))):
        kind.set(_KIND, str(kinds + at))
        held.insert(at, kind)  # the schema has all kinds before all numbers
    for at, number in enumerate(shipped.findall(qn("w:num"))):
        number.set(_NUMBER, str(numbers + at))
        number.find(qn("w:abstractNumId")).set(qn("w:val"), str(kinds + at))
        held.append(number)
    return numbers


def _add_missing_styles(document: DocxDocument) -> None:
    """A house's template may know nothing of claims and verdicts."""
    held = document.styles.element
    known = {style.get(qn("w:styleId")) for style in held.iter(qn("w:style"))}
    shipped: Any = parse_xml((_SHIPPED / "word" / "styles.xml").read_bytes())
    for style in shipped.iter(qn("w:style")):
        if style.get(qn("w:styleId")) not in known:
            held.append(style)
