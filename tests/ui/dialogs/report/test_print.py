"""The dialog that prints: real keys, and a printer that writes a file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from claimdesk.domain.dossier import Dossier
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.report.choices import InSight
from claimdesk.ui.dialogs.report.print import PrintDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups

PATIENCE = 60_000


@pytest.fixture
def read(desk: Desk) -> Callable[[], tuple[Dossier, str]]:
    """Three claims of the sample, so that a PDF is quickly made."""
    whole = queries.dossier(desk.read, queries.article_rows(desk.read)[0].id)
    few = replace(whole, claims=whole.claims[:3], sources=())
    return lambda: (few, "2022-03-28T12:10:00Z")


@pytest.fixture
def dialog(
    qtbot: QtBot,
    show: Callable[..., None],
    read: Callable[[], tuple[Dossier, str]],
    tmp_path: Path,
) -> Iterator[PrintDialog]:
    def printer() -> QPrinter:
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "printed.pdf"))
        made.setResolution(72)
        return made

    dialog = PrintDialog({"Newsroom": printer, "Attic": printer}, InSight(), {"printer": "Attic"})
    show(dialog)
    dialog.begin(read)
    yield dialog
    if isValid(dialog):
        dialog.done(0)


def page_count(path: Path) -> int:
    with pikepdf.open(path) as document:
        return len(document.pages)


def test_enter_prints_the_pages_asked_for(
    qtbot: QtBot, dialog: PrintDialog, press: Callable[..., None], tmp_path: Path
) -> None:
    assert dialog.printer.currentText() == "Attic", "the last one comes back"
    dialog.pages.setFocus()
    QTest.keyClicks(dialog.pages, "2-3")
    with qtbot.waitSignal(dialog.printed, timeout=PATIENCE) as printed:
        press("Return")
        assert dialog.reason.text() == "The report is being made …"
        assert dialog.bar.isVisible()
    assert printed.args == ["Attic"]
    assert page_count(tmp_path / "printed.pdf") == 2


def test_pages_that_are_not_there_are_said_before_printing(
    qtbot: QtBot, dialog: PrintDialog
) -> None:
    dialog.pages.setText("two")
    assert dialog.reason.text() == "“two” names no pages; write them like 1-3, 7."
    assert not dialog.finish.isEnabled()
    dialog.pages.setText("99")
    qtbot.waitUntil(lambda: dialog.preview.pages.shown > 0, timeout=PATIENCE)
    assert dialog.reason.text().startswith("There are no pages 99; the report has ")
    dialog.pages.clear()
    assert dialog.finish.isEnabled()


def test_a_page_too_many_is_said_also_when_asked_for_early(
    qtbot: QtBot, dialog: PrintDialog, press: Callable[..., None], tmp_path: Path
) -> None:
    dialog.pages.setText("99")
    press("Return", into=dialog.pages)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=PATIENCE)
    assert dialog.reason.text().startswith("There are no pages 99")
    assert not (tmp_path / "printed.pdf").exists()


def test_paper_s_fields_are_off_for_a_file(dialog: PrintDialog) -> None:
    dialog.printer.setCurrentIndex(dialog.printer.count() - 1)
    assert dialog.to_pdf
    assert not dialog.pages.isEnabled()
    assert not dialog.copies.isEnabled()
    assert dialog.finish.text() == "Save as PDF …"
