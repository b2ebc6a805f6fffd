"""The one door for texts: a file, bytes, characters or rich text in, an ImportedText out.

Failures are an UnreadableText of one sentence that names the file.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import ImportedText, Oddity, OriginalFile
from claimdesk.i18n import _
from claimdesk.services.importers.compose import compose
from claimdesk.services.importers.decode import Decoded, decode
from claimdesk.services.importers.draft import Draft
from claimdesk.services.importers.files import read_up_to
from claimdesk.services.importers.limits import MAX_FILE, MAX_TEXT_FILE, check_size, too_large
from claimdesk.services.importers.markdown import looks_like_markdown, read_markdown
from claimdesk.services.importers.media import Format, told_by_content
from claimdesk.services.importers.plain import read_plain


class _Read(NamedTuple):
    draft: Draft
    format: Format
    encoding: str | None = None
    oddities: tuple[Oddity, ...] = ()


def read_file(path: Path, encoding: str | None = None) -> ImportedText:
    """The text of a file. 'encoding' overrides what plain text, Markdown or HTML is read as."""
    return read_bytes(read_up_to(path, MAX_FILE), path.name, encoding)


def read_bytes(content: bytes, name: str, encoding: str | None = None) -> ImportedText:
    """The text of a file's bytes."""
    return _named(name, lambda: _compose(content, name, _read(content, name, encoding)))


def read_text(text: str, name: str = "") -> ImportedText:
    """Characters as the clipboard has them; Markdown where it looks like that."""
    content = text.encode("utf-8", errors="replace")

    def imported() -> ImportedText:
        check_size(content, MAX_TEXT_FILE)
        told_by_content(content, "")
        return _compose(content, name, _read_characters(text, None))

    return _named(name or _("the clipboard"), imported)


def read_rich_text(html: str, name: str = "") -> ImportedText:
    """Rich text as the clipboard has it: an HTML fragment, all of which is meant."""
    content = html.encode("utf-8", errors="replace")

    def imported() -> ImportedText:
        from claimdesk.services.importers.html import read_fragment  # loads lxml

        check_size(content, MAX_TEXT_FILE)
        return _compose(content, name, _Read(read_fragment(html), Format.HTML, "utf-8"))

    return _named(name or _("the clipboard"), imported)


def _named(name: str, read: Callable[[], ImportedText]) -> ImportedText:
    try:
        return read()
    except UnreadableText as error:
        raise UnreadableText(
            _("“{name}” cannot be imported: {reason}.").format(name=name, reason=error)
        ) from error
    except (RecursionError, MemoryError) as error:
        raise UnreadableText(
            _("“{name}” cannot be imported: {reason}.").format(name=name, reason=too_large())
        ) from error


def _compose(content: bytes, name: str, read: _Read) -> ImportedText:
    file = OriginalFile(
        name, content, hashlib.sha256(content).hexdigest(), read.format.value, read.encoding
    )
    return compose(read.draft, file, read.oddities)


def _read(content: bytes, name: str, encoding: str | None) -> _Read:
    check_size(content, MAX_FILE)
    form = told_by_content(content, name)
    if form is Format.DOCX:
        from claimdesk.services.importers.docx import read_docx  # loads lxml

        return _whole(read_docx(content), form)
    if form is Format.ODT:
        from claimdesk.services.importers.odt import read_odt  # loads lxml

        return _whole(read_odt(content), form)
    if form is Format.EPUB:
        from claimdesk.services.importers.epub import read_epub  # loads lxml

        return _whole(read_epub(content), form)
    if form is Format.PDF:
        from claimdesk.services.importers.pdf import read_pdf  # loads PDFium

        return _whole(read_pdf(content), form)
    check_size(content, MAX_TEXT_FILE)
    if form is Format.HTML:
        from claimdesk.services.importers.html import declared_encoding, read_html

        decoded = decode(content, encoding, declared=declared_encoding(content))
        return _Read(read_html(decoded.text), form, decoded.encoding, decoded.oddities)
    decoded = decode(content, encoding)
    return _read_characters(decoded, form)


def _whole(draft: Draft, form: Format) -> _Read:
    return _Read(draft, form, None, tuple(draft.oddities))


def _read_characters(text: str | Decoded, form: Format | None) -> _Read:
    decoded = text if isinstance(text, Decoded) else Decoded(text, "utf-8")
    if form is Format.MARKDOWN or looks_like_markdown(decoded.text):
        draft, form = read_markdown(decoded.text), Format.MARKDOWN
    else:
        draft, form = read_plain(decoded.text), Format.PLAIN
    return _Read(draft, form, decoded.encoding, decoded.oddities)
