"""PDF with a text layer: characters with their places, put together to paragraphs."""

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import Oddity, OddityKind
from claimdesk.i18n import _
from claimdesk.services.importers.draft import Draft
from claimdesk.services.importers.limits import MAX_CHARACTERS, MAX_PAGES, too_large
from claimdesk.services.importers.pdf_layout import Segment, ordered, without_furniture
from claimdesk.services.importers.pdf_paragraphs import write_lines

_HYPHENS = "\ufffe\x02"
"""What PDFium makes of a hyphen at the end of a line."""
_GAP = 1.2
"""From which gap on, in heights of the line, words belong to different columns."""
_TEXT = 8
"""How many characters a page has at least that is no scan."""


def read_pdf(content: bytes) -> Draft:
    """The text of a PDF. UnreadableText where it has none, is locked or damaged."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableText(
                _("it is protected by a password; save it without and try again")
            ) from error
        raise UnreadableText(_("it is damaged or incomplete; ask for it again")) from error
    try:
        return _read(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableText(_("it is damaged or incomplete; ask for it again")) from error
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> Draft:
    if len(document) > MAX_PAGES:
        raise too_large()
    pages: list[list[Segment]] = []
    count = 0
    for number in range(len(document)):
        pages.append(_segments(document, number))
        count += sum(len(one.text) for one in pages[-1])
        if count > MAX_CHARACTERS:
            raise too_large()
    if count < _TEXT * max(1, len(pages)):
        raise UnreadableText(
            _("it is a scan without text; have its text recognised (OCR) and try again")
        )
    draft = Draft()
    draft.facts = _facts(document)
    write_lines(draft, [ordered(page) for page in without_furniture(pages)])
    said = _("Paragraphs, columns and hyphens of a PDF are pieced together; look them over.")
    draft.oddities.append(Oddity(OddityKind.LAYOUT, said))
    return draft


def _facts(document: pypdfium2.PdfDocument) -> dict[str, str]:
    held = document.get_metadata_dict()
    facts = {"title": held.get("Title") or "", "creator": held.get("Author") or ""}
    return {name: value.replace("\0", "").strip() for name, value in facts.items()}


def _segments(document: pypdfium2.PdfDocument, number: int) -> list[Segment]:
    """What stands on a page, each line of each column as one, with the links on it."""
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            found = list(_runs(textpage))
        finally:
            textpage.close()
        _set_links(document, page, found)
    finally:
        page.close()
    return found


def _runs(textpage: pypdfium2.PdfTextPage) -> Iterator[Segment]:
    """The characters of a page, parted where a line or a column ends."""
    held = Segment()
    for char, place, box in _characters(textpage):
        if box is None:  # PDFium's own mark for the end of a line
            if held.text:
                yield held
            held = Segment()
            continue
        left, bottom, right, top = box
        if char.isspace():
            if held.text:
                held.add(" ", left, right)
            continue
        if held.text and _is_apart(held, left, bottom, top):
            yield held
            held = Segment()
        if not held.text:
            size = pdfium.FPDFText_GetFontSize(textpage.raw, place)
            held.begin(bottom, top, size if size > 2 else top - bottom)
        held.add(char, left, right)
    if held.text:
        yield held


def _characters(
    textpage: pypdfium2.PdfTextPage,
) -> Iterator[tuple[str, int, tuple[float, float, float, float] | None]]:
    """Each character with its index and its box; without one, where a line ends."""
    raw = textpage.raw
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    for place in range(min(pdfium.FPDFText_CountChars(raw), MAX_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(raw, place)
        if code in (0x0D, 0x0A):
            yield "", place, None
        elif 0 < code < 0xD800 or 0xE000 <= code < 0x110000:
            char = chr(code)
            if pdfium.FPDFText_GetLooseCharBox(raw, place, reference):
                size = (box.left, box.bottom, box.right, box.top)
                yield "-" if char in _HYPHENS else char, place, size


def _is_apart(held: Segment, left: float, bottom: float, top: float) -> bool:
    height = max(held.top - held.bottom, 1.0)
    middle = (bottom + top) / 2
    if not held.bottom - 0.2 * height <= middle <= held.top + 0.2 * height:
        return True
    last = held.solid_right
    return left - last > _GAP * height or left < last - height


def _set_links(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, segments: Sequence[Segment]
) -> None:
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rectangle = pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        address = _address(document, link)
        if not address or not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rectangle)):
            continue
        for segment in segments:
            middle = (segment.bottom + segment.top) / 2
            if rectangle.bottom <= middle <= rectangle.top:
                segment.link(rectangle.left, rectangle.right, address)


def _address(document: pypdfium2.PdfDocument, link: pdfium.FPDF_LINK) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return ""
    size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    if not 1 < size < 5000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")
