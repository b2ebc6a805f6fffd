"""What the window does with reports: asks how, makes them, says where they are."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from claimdesk.domain.article import ArticleRow
from claimdesk.domain.dossier import Dossier
from claimdesk.i18n import _
from claimdesk.services.exporters.export import report_time
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.dialogs.report.choices import InSight
from claimdesk.ui.dialogs.report.export import ExportDialog, Place

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.workspace import Workspace

_KEY = "report"
"""What the choices are remembered by."""


_FOR = 30
"""Seconds that the bar says where a report is."""


class Reports(QObject):
    """Hands the article's report over."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def export_report(self, form: str | None = None) -> None:
        """Ask for format, claims and file, and write the report."""
        workspace, article = self._here()
        if workspace is None or article is None:
            return
        held = self._window.memory.section(_KEY)
        dialog = ExportDialog(
            Place(self._window.files.folder(), article.data.title, workspace.desk.path),
            _in_sight(workspace),
            held | ({"format": form} if form else {}),
            self._window,
        )
        dialog.written.connect(lambda path: self._on_written(path, dialog.to_remember()))
        dialog.open()
        dialog.begin(_reading(workspace.desk.path, article.id))

    def print_report(self) -> None:
        """Ask for printer and pages, and print the report."""
        from claimdesk.ui.dialogs.report.print import PrintDialog  # when asked for

        workspace, article = self._here()
        if workspace is None or article is None:
            return
        held = self._window.memory.section(_KEY)
        dialog = PrintDialog(_printers(), _in_sight(workspace), held, self._window)
        dialog.printed.connect(lambda name: self._on_printed(name, dialog.to_remember()))
        dialog.pdf_wanted.connect(lambda: self._on_pdf_wanted(dialog.to_remember()))
        dialog.open()
        dialog.begin(_reading(workspace.desk.path, article.id))

    def _here(self) -> "tuple[Workspace | None, ArticleRow | None]":
        workspace = self._window.workspace
        if workspace is not None:
            workspace.desk.settle()  # what was just typed belongs into the report
        return workspace, workspace.article if workspace else None

    def _remember(self, choices: dict[str, Any]) -> None:
        memory = self._window.memory
        memory.put(_KEY, {**memory.section(_KEY), **choices})

    def _on_printed(self, printer: str, choices: dict[str, Any]) -> None:
        self._remember(choices)
        words = _("The report was sent to “{printer}”.").format(printer=printer)
        self._window.messages.say(words, seconds=12)

    def _on_pdf_wanted(self, choices: dict[str, Any]) -> None:
        self._remember(choices)
        self.export_report("pdf")

    def _on_written(self, path: Path, choices: dict[str, Any]) -> None:
        self._remember(choices)
        self.tell(_("Report written to “{path}”.").format(path=path), path)

    def tell(self, sentence: str, path: Path) -> None:
        """Say that a file was written, and offer what one does with it next."""
        self._window.memory.put("folder", str(path.parent))
        self._window.offer(
            sentence,
            {
                _("Open"): lambda: self._open(path),
                _("Show in folder"): lambda: self._open(path.parent),
                _("Copy path"): lambda: QGuiApplication.clipboard().setText(str(path)),
            },
            seconds=_FOR,
        )

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._window.complain(_("No program is there that opens “{path}”.").format(path=path))


def _in_sight(workspace: "Workspace") -> InSight:
    return InSight(workspace.list.visible_claims(), frozenset(workspace.selection.claims))


def _printers() -> "dict[str, Callable[[], QPrinter]]":
    """The printers of this computer by their names, the usual one first."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # when asked for

    usual = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual)

    def made(name: str) -> QPrinter:
        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)

    return {name: partial(made, name) for name in names}


def _reading(desk: Path, article: int) -> Callable[[], tuple[Dossier, str]]:
    def read() -> tuple[Dossier, str]:
        reader = Reader(desk)
        try:
            with reader.at_one_moment():
                return queries.dossier(reader, article), report_time()
        finally:
            reader.close()

    return read
