"""Puts the pages of a report on paper, as sharp as the printer can, off the GUI thread."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from claimdesk.domain.errors import OutputError
from claimdesk.i18n import _
from claimdesk.services.apart import Apart, Stopped
from claimdesk.services.exporters.pages import strips
from claimdesk.services.exporters.preview import Strip
from claimdesk.ui.tasks import ApartTask

_FINEST = 600
"""Dots an inch; nobody sees more in black letters."""
_STRIP = 1000
"""Rows that are drawn at a time."""
_BYTES = 4


class Printing(ApartTask):
    """Prints pages of a PDF, counted from 0; 'progress' tells how many are through."""

    def __init__(
        self, printer: QPrinter, pdf: bytes, pages: Sequence[int], parent: QObject | None = None
    ) -> None:
        printer.setFullPage(True)
        dots = min(printer.resolution(), _FINEST)
        apart = Apart(strips, pdf, tuple(pages), dots, height=_STRIP, print_=True)
        super().__init__(apart, parent)
        self._printer, self._pages = printer, pages

    def listen(self) -> None:
        painter = QPainter()
        if not painter.begin(self._printer):
            raise OutputError(_cannot(self._printer))
        try:
            self._paint(painter)
        finally:
            painter.end()
        if self._printer.printerState() is QPrinter.PrinterState.Error:
            raise OutputError(_cannot(self._printer))

    def _paint(self, painter: QPainter) -> None:
        through = 0
        with suppress(Stopped):
            for strip in self.apart:
                if strip.top == 0 and strip.page != self._pages[0]:
                    self._printer.newPage()
                painter.drawImage(*_placed(strip, self._printer))
                if strip.top + strip.height == strip.of:
                    through += 1
                    self.tell(self.progress, through, len(self._pages))
        if self.is_cancelled:
            self._printer.abort()


def _placed(strip: Strip, printer: QPrinter) -> tuple[QRectF, QImage]:
    """Where a strip stands on the paper, as large as the whole page fits on it."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    ratio = min(paper.width() / strip.width, paper.height() / strip.of)
    left = (paper.width() - strip.width * ratio) / 2
    image = QImage(
        strip.pixels, strip.width, strip.height, strip.width * _BYTES, QImage.Format.Format_RGB32
    )
    place = QRectF(left, strip.top * ratio, strip.width * ratio, strip.height * ratio)
    return place, image


def _cannot(printer: QPrinter) -> str:
    if printer.outputFileName():
        return _("“{path}” cannot be written.").format(path=printer.outputFileName())
    sentence = _("The printer “{name}” does not answer; see whether it is switched on.")
    return sentence.format(name=printer.printerName())
