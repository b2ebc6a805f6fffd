"""Write the report to a file."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QPushButton, QWidget

from claimdesk.i18n import _, language, ngettext
from claimdesk.services.exporters import output
from claimdesk.services.exporters.formats import OFFERED, Format
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.preview import Made
from claimdesk.ui.dialogs.fields import Line
from claimdesk.ui.dialogs.report.choices import InSight
from claimdesk.ui.dialogs.report.dialog import ReportDialog
from claimdesk.ui.dialogs.report.format_list import FormatList
from claimdesk.ui.file_dialog import FileDialog
from claimdesk.ui.tasks import Task

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Place:
    """Where reports go: a folder, with names made of the article's title, but never onto the
    desk."""

    folder: Path
    title: str
    desk: Path

    def free(self, form: Format) -> Path:
        """A name that no file has: nothing is replaced unless somebody says so."""
        title = _NO_NAME.sub("", self.title)[:_LONGEST]
        name, suffix = _(form.name).format(title=title).strip(), form.suffix
        path = self.folder / f"{name}.{suffix}"
        number = 2
        while path.exists():
            path = self.folder / f"{name} ({number}).{suffix}"
            number += 1
        return path


class ExportDialog(ReportDialog):
    """Format, choices and file; Enter exports."""

    written = Signal(object)
    """The Path that holds the report now."""

    def __init__(
        self,
        place: Place,
        sight: InSight,
        held: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        """'held' are the choices made last."""
        super().__init__(_("Export report"), _("Export"), sight, held, parent)
        self._place = place
        self.formats = FormatList(list(OFFERED.values()), self)
        self.file = Line(_("File"), "", self)
        self.browse = QPushButton(_("&Browse …"), self)
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._ask_where)
        self.formats.choose(held.get("format"))
        self._form = self.formats.form
        self._proposed = ""
        self._propose()
        self._suit(self._form)
        self.formats.chosen.connect(self._on_format)
        self.file.textChanged.connect(self.check)
        self.file.textEdited.connect(self._follow_suffix)
        self.put_together(above=self.formats, below=self._where())
        self.formats.setFocus()

    @property
    def form(self) -> Format:
        return self.formats.form

    @property
    def path(self) -> Path:
        """Where the report goes, with the ending of its format."""
        path = Path(self.file.words).expanduser()
        if not path.is_absolute():
            path = self._place.folder / path
        suffix = f".{self.form.suffix}"
        return path if path.suffix.casefold() == suffix else path.with_name(path.name + suffix)

    def to_remember(self) -> dict[str, Any]:
        """The choices, for the next time."""
        return {**self.choices.to_remember(), "format": self.form.id}

    def obstacle(self) -> str:
        return self._obstacle_of_file() or super().obstacle()

    def check(self) -> None:
        super().check()
        if self.is_busy or self.obstacle():
            return
        replaces = self.path.exists()
        self.finish.setText(_("Replace") if replaces else _("Export"))
        self.reason.setText(self._replaced() if replaces else self._size)

    def hand_over(self, whole: Made) -> None:
        path, content = self.path, whole.content
        self.tell(_("The file is being written …"))

        def done() -> None:
            self.done(self.DialogCode.Accepted)
            self.written.emit(path)

        self.work(Task(lambda _task: output.write(path, content), self), done, stops=False)

    # the file

    def _obstacle_of_file(self) -> str:
        words = self.file.words
        if not words or words.endswith(("/", "\\")):
            return _("The name of the file is still missing.")
        path = self.path
        if not path.parent.is_dir():
            sentence = _("There is no folder “{folder}”.")
            return sentence.format(folder=clean(str(path.parent)))
        if path.is_dir():
            return _("“{path}” is a folder; name a file in it.").format(path=clean(str(path)))
        if path.exists() and path.samefile(self._place.desk):
            return _("“{path}” is the desk itself; choose another name.").format(
                path=clean(str(path))
            )
        return ""

    def _replaced(self) -> str:
        sentence = _("“{name}” is there already and will be replaced.")
        return sentence.format(name=clean(self.path.name))

    def _propose(self) -> None:
        self._proposed = str(self._place.free(self.form))
        self.file.setText(self._proposed)

    def _on_format(self, form: Format) -> None:
        before, self._form = self._form, form
        if self.file.text() == self._proposed:
            self._propose()
        elif self.file.words.casefold().endswith(f".{before.suffix}"):
            self.file.setText(f"{self.file.words[: -len(before.suffix)]}{form.suffix}")
        self._suit(form)
        self.choice_changed()

    def _suit(self, form: Format) -> None:
        self.choices.suit(form)
        self.preview.suit(form)

    def _follow_suffix(self) -> None:
        """Who types the ending of another format means that one."""
        typed = Path(self.file.words).suffix.casefold().lstrip(".")
        if typed and typed != self.form.suffix:
            meant = next((form.id for form in OFFERED.values() if form.suffix == typed), None)
            if meant is not None:
                self._proposed = ""
                self.formats.choose(meant)

    def _ask_where(self) -> None:
        start = str(self.path) if self.file.words else str(self._place.folder)
        filters = f"{self.form.words} (*.{self.form.suffix})"
        dialog = FileDialog(self, _("Export report"), start, filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(start)
        dialog.setDefaultSuffix(self.form.suffix)
        dialog.fileSelected.connect(self._take_name)
        dialog.open()

    def _take_name(self, name: str) -> None:
        self.file.setText(name)
        self.finish.setFocus()

    # how it looks

    def _where(self) -> QWidget:
        label = QLabel(_("&File"), self)
        label.setBuddy(self.file)
        where = QWidget(self)
        grid = QGridLayout(where)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(label, 0, 0, 1, 2)
        grid.addWidget(self.file, 1, 0)
        grid.addWidget(self.browse, 1, 1)
        return where

    @property
    def _size(self) -> str:
        """How large it will be, once that is known."""
        whole = self.making.known(self.wish())
        if whole is None:
            return ""
        size = QLocale(language()).formattedDataSize(
            len(whole.content), 1, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        if whole.pages is None:
            return size
        return ", ".join((ngettext("{count} page", "{count} pages", whole.pages), size))
