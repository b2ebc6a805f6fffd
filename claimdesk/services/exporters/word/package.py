"""The Word file around its content: the house's template or the shipped one, its running head,
language, properties; and the same bytes for the same content."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from claimdesk.domain.comment_mark import ARTICLE_PROPERTY, PROGRAM
from claimdesk.domain.errors import OutputError
from claimdesk.i18n import _
from claimdesk.services.exporters.dates import instant
from claimdesk.services.exporters.templates import SHIPPED, template
from claimdesk.services.exporters.word.markup import SPACES, escaped, run

_SHIPPED = SHIPPED / "word"
_REGIONS = {"de": "de-DE", "en": "en-GB", "fr": "fr-FR", "it": "it-IT", "es": "es-ES"}
_FIRST = (1980, 1, 1, 0, 0, 0)
"""The time of each part in the ZIP: its earliest."""


class WordFile:
    """A Word file that takes content as text."""

    def __init__(self, language: str) -> None:
        """'language' is that of its words, for spelling and hyphenation."""
        self.document = _opened()
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

    def fill(self, content: str) -> None:
        """Put the content in place of what the template has."""
        body = self.document.element.body
        for element in list(body):
            if element.tag != qn("w:sectPr"):
                body.remove(element)
        parsed = parse_xml(f"<w:body {SPACES}>{content}</w:body>")
        for place, element in enumerate(list(parsed)):
            body.insert(place, element)

    def run_heads(self, **words: str) -> None:
        """Fill what heads and feet of the pages leave open: '{kind}', '{title}', '{made}'."""
        for part in self.document.part.package.iter_parts():
            if part.content_type in (CONTENT_TYPE.WML_HEADER, CONTENT_TYPE.WML_FOOTER):
                for element in part.element.iter(qn("w:t")):
                    for name, said in words.items():
                        element.text = (element.text or "").replace(f"{{{name}}}", said)

    def describe(self, title: str, author: str, made_at: str) -> None:
        """Set the file's properties."""
        about, when = self.document.core_properties, instant(made_at).replace(tzinfo=None)
        about.title, about.author = title[:255], author[:255]
        about.subject = about.keywords = about.comments = about.category = ""
        about.last_modified_by, about.revision = PROGRAM, 1
        about.created = about.modified = about.last_printed = when

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


def _opened() -> DocxDocument:
    """The house's own template, its words aside, or the shipped one."""
    own = template("word.docx")
    if not own.is_file():
        return Document(_packed(_SHIPPED))
    try:
        document = Document(str(own))
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise OutputError(
            _("The template “{file}” is no Word file; save it as .docx or take it away.").format(
                file=own
            )
        ) from error
    _add_missing_styles(document)
    return document


def _packed(folder: Path) -> io.BytesIO:
    """The parts of a folder as a Word file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for file in _files(folder):
            archive.writestr(file.relative_to(folder).as_posix(), file.read_bytes())
    held.seek(0)
    return held


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(file for file in folder.rglob("*") if file.is_file())


def _add_missing_styles(document: DocxDocument) -> None:
    """A house's template may know nothing of claims and verdicts."""
    held = document.styles.element
    known = {style.get(qn("w:styleId")) for style in held.iter(qn("w:style"))}
    shipped: Any = parse_xml((_SHIPPED / "word" / "styles.xml").read_bytes())
    for style in shipped.iter(qn("w:style")):
        if style.get(qn("w:styleId")) not in known:
            held.append(style)
