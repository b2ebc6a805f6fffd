"""What a file is: told by its content, its name only where that leaves it open."""

import re
from enum import StrEnum
from pathlib import PurePath

from claimdesk.domain.errors import UnreadableText
from claimdesk.i18n import _

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_HTML_NAMES = (".html", ".htm", ".xhtml", ".xht")


class Format(StrEnum):
    """A format that texts come in, by its media type."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    EPUB = "application/epub+zip"
    PDF = "application/pdf"


ENDINGS = {
    Format.PLAIN: (".txt", ".text"),
    Format.MARKDOWN: _MARKDOWN,
    Format.HTML: _HTML_NAMES,
    Format.DOCX: (".docx", ".docm", ".dotx"),
    Format.ODT: (".odt", ".ott", ".fodt"),
    Format.EPUB: (".epub",),
    Format.PDF: (".pdf",),
}
"""How the names of such files end, for file dialogs."""


def told_by_content(content: bytes, name: str) -> Format | None:
    """The format of a file; None where it is text that has yet to be decoded. UnreadableText for
    an empty file and for formats that Claimdesk does not read."""
    if not content.strip(b"\0 \t\r\n\f\v"):
        raise UnreadableText(_("it is empty"))
    if content.startswith((_ZIP, _EMPTY_ZIP)):
        return _inside_the_zip(content)
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    _refuse_known(content)
    head = content[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\0", b"")[2:]
    if _HTML.search(head.removeprefix(b"\xef\xbb\xbf")):
        return Format.HTML
    ending = PurePath(name).suffix.lower()
    if ending in _HTML_NAMES and b"<" in content:
        return Format.HTML
    return Format.MARKDOWN if ending in _MARKDOWN else None


def _inside_the_zip(content: bytes) -> Format:
    from claimdesk.services.importers.archive import Archive  # not for texts

    with Archive(content) as archive:
        if archive.has("word/document.xml"):
            return Format.DOCX
        if archive.has("META-INF/container.xml"):
            return Format.EPUB
        if archive.has("content.xml"):
            return Format.ODT
        if archive.has("[Content_Types].xml"):
            return Format.DOCX  # its parts may have other names
    raise UnreadableText(_("it is an archive; unpack it and import the text in it"))


def _refuse_known(content: bytes) -> None:
    if content.startswith(_OLE):
        raise UnreadableText(
            _("it is a Word file of the old kind (.doc); save it as .docx or .odt and import that")
        )
    if content.startswith(b"{\\rtf"):
        raise UnreadableText(_("it is an RTF file; save it as .docx or .odt and import that"))
    if content.startswith((b"SQLite format 3\0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF")):
        raise UnreadableText(_("it is neither text nor a format that Claimdesk reads"))
