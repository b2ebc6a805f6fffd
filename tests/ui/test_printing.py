"""The report on paper: real pages, painted into a file as a printer would get them."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from claimdesk.services.exporters.pages import strips
from claimdesk.ui.printing import Printing

PATIENCE = 30_000
_WORDS = "BT /F1 24 Tf 72 700 Td (Page {number}) Tj ET"


@pytest.fixture
def pdf(tmp_path: Path) -> bytes:
    """Three pages of A4, each with its number."""
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for number in range(1, 4):
        page = document.add_blank_page(page_size=(595.28, 841.89))
        page.Contents = document.make_stream(_WORDS.format(number=number).encode())
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    path = tmp_path / "given.pdf"
    document.save(path)
    return path.read_bytes()


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(150)
    return made


def test_the_pages_asked_for_are_printed(
    qtbot: QtBot, pdf: bytes, printer: QPrinter, tmp_path: Path
) -> None:
    task = Printing(printer, pdf, (0, 2))
    told: list[tuple[int, int]] = []
    task.progress.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(task.done, timeout=PATIENCE):
        task.start()
    assert told == [(1, 2), (2, 2)]
    printed = list(strips((tmp_path / "printed.pdf").read_bytes(), (0, 1), 36))
    for paper, page in zip(printed, strips(pdf, (0, 2), 36), strict=True):
        assert (paper.width, paper.height) == (page.width, page.height)
        far = sum(abs(a - b) > 128 for a, b in zip(paper.pixels, page.pixels, strict=True))
        assert far < 40, "something stands elsewhere"
        assert min(paper.pixels[::4]) < 128, "an empty page"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_is_said(
    qtbot: QtBot, pdf: bytes, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    task = Printing(printer, pdf, (0,))
    with qtbot.waitSignal(task.failed, timeout=PATIENCE) as failed:
        task.start()
    assert failed.args == [f"“{tmp_path / 'gone' / 'printed.pdf'}” cannot be written."]


def test_printing_is_stopped(qtbot: QtBot, pdf: bytes, printer: QPrinter) -> None:
    printer.setResolution(600)
    task = Printing(printer, pdf, (0, 1, 2) * 40)
    with qtbot.waitSignal(task.progress, timeout=PATIENCE):
        task.start()
    task.cancel()
    assert QThreadPool.globalInstance().waitForDone(PATIENCE)
    with pikepdf.open(printer.outputFileName()) as printed:
        assert 1 <= len(printed.pages) < 120
