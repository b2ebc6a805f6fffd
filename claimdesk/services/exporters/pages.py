"""The pages of a PDF as pictures, for the preview and the printer."""

from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from claimdesk.services.exporters.preview import Strip

POINTS = 72
"""Of a PDF, to the inch."""
_WHITE = 0xFFFFFFFF


def count(pdf: bytes) -> int:
    """How many pages it has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def strips(
    pdf: bytes,
    pages: Iterable[int],
    dots: float,
    *,
    height: int | None = None,
    print_: bool = False,
) -> Iterator[Strip]:
    """Pages, counted from 0, at so many dots an inch; each whole, or in strips of 'height' rows,
    since a page for a fine printer takes 140 MB. PDFium knows one thread: call it in one only."""
    document = pypdfium2.PdfDocument(pdf)
    flags = pdfium.FPDF_ANNOT | (pdfium.FPDF_PRINTING if print_ else 0)
    try:
        for page in pages:
            yield from _strips(document, page, dots / POINTS, height, flags)
    finally:
        document.close()


def _strips(
    document: pypdfium2.PdfDocument, number: int, scale: float, height: int | None, flags: int
) -> Iterator[Strip]:
    page = document[number]
    wide, of = (round(points * scale) for points in page.get_size())
    for top in range(0, of, height or of):
        high = min(height or of, of - top)
        bitmap = pypdfium2.PdfBitmap.new_native(wide, high, pdfium.FPDFBitmap_BGRx)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, wide, of, 0, flags)
        yield Strip(number, top, wide, high, of, bytes(bitmap.buffer))
        bitmap.close()
    page.close()
