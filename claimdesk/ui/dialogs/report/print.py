"""Print the report, or a few pages of it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from claimdesk.domain.errors import OutputError
from claimdesk.i18n import _
from claimdesk.services.exporters.formats import FORMATS, Format
from claimdesk.services.exporters.page_range import numbers
from claimdesk.services.exporters.preview import Made
from claimdesk.ui.dialogs.fields import Line
from claimdesk.ui.dialogs.report.choices import InSight
from claimdesk.ui.dialogs.report.dialog import ReportDialog
from claimdesk.ui.widgets.hint import hint

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_COPIES = 99


class PrintDialog(ReportDialog):
    """Printer, pages, copies; Enter prints. Where no printer is installed it says so, and leads
    to a PDF."""

    printed = Signal(str)
    """The name of the printer that has it all."""
    pdf_wanted = Signal()
    """Write a PDF instead."""

    def __init__(
        self,
        printers: "Mapping[str, Callable[[], QPrinter]]",
        sight: InSight,
        held: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        """'printers' are made by their names, the usual one first."""
        super().__init__(_("Print the report"), _("Print"), sight, held, parent)
        self._printers = printers
        self.printer, self.pages, self.copies = QComboBox(self), Line(_("Pages")), QSpinBox(self)
        self._fill(held)
        self.choices.suit(self.form)
        self._put_fields_above()
        self.put_together()
        self.printer.setFocus()

    @property
    def form(self) -> Format:
        return FORMATS["pdf"]

    @property
    def to_pdf(self) -> bool:
        """Whether a file is wanted instead of paper."""
        return self.printer.currentData() is None

    def to_remember(self) -> dict[str, Any]:
        """The choices, for the next time."""
        return {**self.choices.to_remember(), "printer": self.printer.currentData()}

    def obstacle(self) -> str:
        return super().obstacle() or ("" if self.to_pdf else self._obstacle_of_pages())

    def check(self) -> None:
        super().check()
        if self.is_busy or self.obstacle():
            return
        self.finish.setText(_("Save as PDF …") if self.to_pdf else _("Print"))
        if not self._printers:
            self.reason.setText(_("No printer is installed; the report can be saved as a PDF."))

    def conclude(self) -> None:
        if self.to_pdf:
            self.done(self.DialogCode.Accepted)
            self.pdf_wanted.emit()
        else:
            super().conclude()

    def hand_over(self, whole: Made) -> None:
        from claimdesk.ui.printing import Printing  # Qt's printing, when needed

        name = self.printer.currentData()
        try:
            chosen = numbers(self.pages.words, whole.pages or 0)
        except OutputError as error:
            self.refused(str(error))
            return
        printer = self._printers[name]()
        printer.setCopyCount(self.copies.value())
        task = Printing(printer, whole.content, chosen, self)
        task.progress.connect(self._on_progress)
        self.tell(_("The first page is being drawn …"), 0, len(chosen))

        def done() -> None:
            self.done(self.DialogCode.Accepted)
            self.printed.emit(name)

        self.work(task, done)

    def _on_progress(self, done: int, of: int) -> None:
        self.tell(_("Page {number} of {count}").format(number=done, count=of), done, of)

    def _obstacle_of_pages(self) -> str:
        whole = self.making.known(self.wish())
        try:
            numbers(self.pages.words, (whole.pages if whole else None) or 10**5 - 1)
        except OutputError as error:
            return str(error)
        return ""

    def _fill(self, held: dict[str, Any]) -> None:
        for name in self._printers:
            self.printer.addItem(name, name)
        self.printer.addItem(_("Save as PDF"), None)
        self.printer.setCurrentIndex(max(0, self.printer.findData(held.get("printer"))))
        self.printer.setAccessibleName(_("Printer"))
        self.printer.currentIndexChanged.connect(self._on_printer)
        hint(self.pages, _("all, or 1-3, 7"))
        self.pages.textChanged.connect(self.check)
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setAccessibleName(_("Copies"))
        self._on_printer()

    def _on_printer(self) -> None:
        for field in (self.pages, self.copies):
            field.setEnabled(not self.to_pdf)
        self.check()

    def _put_fields_above(self) -> None:
        rows = (
            (_("P&rinter"), self.printer),
            (_("Pa&ges"), self.pages),
            (_("C&opies"), self.copies),
        )
        for place, (words, field) in enumerate(rows):
            self.choices.fields.insertRow(place, words, field)
        before: QWidget = self.choices.language
        for field in (self.copies, self.pages, self.printer):
            self.setTabOrder(field, before)
            before = field
