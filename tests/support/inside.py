"""All words that a file holds, wherever in it they are hidden."""

import io
import zipfile
from collections.abc import Iterator

import pikepdf
import pypdfium2


def words_in(data: bytes) -> str:
    """What is in a file's bytes, in the members of a container and their names, in a PDF's streams,
    strings, attachments and on its pages."""
    return "\n".join(_words(data))


def _words(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    for encoding in ("utf-16-le", "utf-16-be"):
        yield data.decode(encoding, "replace")
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename
                yield from _words(archive.read(member))
    if data.startswith(b"%PDF-"):
        yield from _in_pdf(data)


def _in_pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as document:
        for found in document.objects:
            yield from _in_object(found)
    pages = pypdfium2.PdfDocument(data)
    for page in pages:
        text = page.get_textpage().get_text_bounded()
        yield text
        yield text.replace("\r\n", " ").replace("\ufffe", "")
    pages.close()


def _in_object(found: pikepdf.Object) -> Iterator[str]:
    """Strings as a reader sees them, bookmarks and titles among them, and unpacked streams."""
    if isinstance(found, pikepdf.String):
        yield str(found)
    elif isinstance(found, pikepdf.Stream):
        yield from _words(found.read_bytes())
    elif isinstance(found, pikepdf.Array):
        for one in found:
            if isinstance(one, pikepdf.Object) and not one.is_indirect:
                yield from _in_object(one)
    if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
        for one in dict(found).values():
            if isinstance(one, pikepdf.Object) and not one.is_indirect:
                yield from _in_object(one)
