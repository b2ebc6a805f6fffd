"""Saves the question sheet of the article shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from claimdesk.domain.question import Addressee
from claimdesk.i18n import _, language
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.file_dialog import FileDialog

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow


def ask(window: "MainWindow", to: Addressee | None = None) -> None:
    """Ask for a file, and write into it what is open for somebody, or for all."""
    workspace = window.workspace
    article = workspace.article if workspace else None
    if workspace is None or article is None:
        return
    name = "".join(char for char in article.data.title if char not in '\\/:*?"<>|')[:80]
    start = str(window.files.folder() / (_("Questions {title}").format(title=name) + ".docx"))
    forms = {"docx": _("Word file"), "pdf": _("PDF"), "md": _("Text for a mail")}
    filters = ";;".join(f"{words} (*.{form})" for form, words in forms.items())
    dialog = FileDialog(window, _("Save the question sheet"), start, filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(start)
    dialog.setDefaultSuffix("docx")
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
    )
    desk = workspace.desk
    dialog.fileSelected.connect(
        lambda chosen: _save(window, desk.path, article.id, Path(chosen), to)
    )
    desk.settle()
    dialog.open()


def _save(window: "MainWindow", desk: Path, article: int, path: Path, to: Addressee | None) -> None:
    from claimdesk.services.exporters.export import report_time  # when needed
    from claimdesk.services.exporters.question_sheet import export_questions

    form, spoken = path.suffix.lower().lstrip("."), language()

    def work(_task: object) -> None:
        read = Reader(desk)
        try:
            with read.at_one_moment():
                dossier = queries.dossier(read, article)
        finally:
            read.close()
        export_questions(dossier, form, path, language=spoken, made_at=report_time(), to=to)

    def written(_result: object) -> None:
        window.reports.tell(_("Question sheet written to “{path}”.").format(path=path), path)

    window.files.run(work, written)
