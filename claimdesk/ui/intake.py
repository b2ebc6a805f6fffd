"""How texts come in: from files, dropped or chosen, and from the clipboard; each is looked at in
a dialog before anything is stored. So are sheets and dossiers, which ui/receiving.py shows."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog
from shiboken6 import isValid

from claimdesk.domain.article import ArticleData
from claimdesk.domain.imported import ImportedText
from claimdesk.i18n import _
from claimdesk.paths import default_desk
from claimdesk.store import queries
from claimdesk.ui.dialogs.import_text import ImportDialog
from claimdesk.ui.file_dialog import FileDialog

if TYPE_CHECKING:
    from claimdesk.domain.history import Changes
    from claimdesk.store.store import Edit
    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.receiving import Seen
    from claimdesk.ui.workspace import Workspace

SUFFIXES = ("txt", "md", "html", "htm", "docx", "odt", "epub", "pdf")
SHEETS = ("xlsx", "xlsm", "ods", "csv", "tsv", "json")
DESK = ".claimdesk"
_SHORT = 300
"""Milliseconds that need no word."""
_PROPOSING = "propose_claims"
"""Whether claims are to be found after an import, as remembered."""

Read = Callable[[str | None], ImportedText]
"""Reads a text, with the encoding that somebody chose."""


class Intake(QObject):
    """Takes texts in, one after the other."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[tuple[Read, int | None, Path | None]] = deque()
        self._dialog: QDialog | None = None
        self._is_looking = False

    def import_text(self) -> None:
        """Ask for files and import their texts."""
        self._ask_for_files(_("Import a text or sheet"), self.take_files)

    def import_revision(self) -> None:
        """Ask for a newer version of the article's text."""
        article = self._article
        if article is not None:
            title = _("Import a newer version")
            self._ask_for_files(title, lambda paths: self.take_files(paths[:1], article))

    def paste_text(self) -> None:
        """Import what is on the clipboard."""
        self.take_clip(QGuiApplication.clipboard().mimeData())

    def take_clip(self, clip: QMimeData | None) -> None:
        """Import words that were copied or dropped, rich or plain; or the files they name."""
        if clip is None:
            clip = QMimeData()
        files = [Path(url.toLocalFile()) for url in clip.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
        elif clip.hasHtml() and clip.html().strip():
            html = clip.html()
            self._take(lambda _encoding: _read_rich_text(html))
        elif clip.hasText() and clip.text().strip():
            text = clip.text()
            self._take(lambda _encoding: _read_text(text))
        else:
            self._window.complain(_("There is no text on the clipboard; copy one and try again."))

    def take_files(self, paths: Sequence[Path], article: int | None = None) -> None:
        """Import files; a desk among them is opened. 'article' is proposed as the one that they
        are a revision of."""
        desks = [path for path in paths if path.suffix.lower() == DESK]
        for path in paths:
            if path not in desks:
                no_text = None if article or path.suffix[1:].lower() in SUFFIXES else path
                self._take(partial(_read_file, path), article, no_text)
        if desks:
            self._window.open(desks[0])

    # one after the other

    def _take(self, read: Read, article: int | None = None, path: Path | None = None) -> None:
        """'path' is that of a file that may be no text, and has to be looked at first."""
        self._waiting.append((read, article, path))
        self._go_on()

    def _go_on(self) -> None:
        if self._dialog is not None or self._is_looking or not self._waiting:
            return
        if self._window.workspace is None:
            self._open_a_desk()
            return
        read, article, path = self._waiting.popleft()
        if path is None:
            self._show(self._window.workspace, read, article)
        else:
            self._look_at(self._window.workspace, path, read)

    def _look_at(self, workspace: "Workspace", path: Path, read: Read) -> None:
        """Find out what a file is, and show it."""
        from claimdesk.ui.receiving import dialog_for, look  # when needed

        self._is_looking = True
        QTimer.singleShot(_SHORT, lambda: self._tell_of(path.name))

        def show(seen: "Seen | None") -> None:
            self._is_looking = False
            if workspace is not self._window.workspace:
                self._go_on()
            elif seen is None:
                self._show(workspace, read, None)
            else:
                dialog = dialog_for(seen, workspace, self._window)
                self._dialog = dialog
                dialog.finished.connect(lambda _result: self._received(workspace, dialog.article))
                dialog.open()

        def failed(sentence: str) -> None:
            self._is_looking = False
            self._window.complain(sentence)
            self._go_on()

        desk = workspace.desk.path
        self._window.files.run(lambda _task: look(path, desk), show, failed)

    def _tell_of(self, name: str) -> None:
        """Say what takes so long."""
        if self._is_looking:
            sentence = _("“{name}” is being looked at …").format(name=name)
            self._window.messages.say(sentence, seconds=4)

    def _received(self, workspace: "Workspace", article: int | None) -> None:
        if article is not None and workspace is self._window.workspace:
            workspace.selection.choose_article(article)
        self._closed()

    def _open_a_desk(self) -> None:
        """Texts need a desk: the usual one, made where it is not there yet."""
        from claimdesk.commands.new_desk import new_desk  # when needed

        path = default_desk()

        def there(_result: object) -> None:
            if self._window.open(path):
                self._go_on()

        def make(_task: object) -> None:
            if not path.exists():
                new_desk(path, path.stem)

        self._window.files.run(make, there)

    def _show(self, workspace: "Workspace", read: Read, article: int | None) -> None:
        dialog = ImportDialog(workspace.desk, article, self._window, workspace.selection.article)
        self._dialog = dialog
        dialog.proposing.setChecked(self._window.memory.get(_PROPOSING) is not False)
        dialog.finished.connect(self._closed)
        dialog.encoding_wanted.connect(lambda encoding: self._read(dialog, read, encoding))
        dialog.wanted.connect(
            lambda data, target, notices: self._store(dialog, data, target, notices)
        )
        dialog.open()
        self._read(dialog, read, None)
        if dialog.proposing.isChecked():
            workspace.finding.warm_up()

    def _read(self, dialog: ImportDialog, read: Read, encoding: str | None) -> None:
        desk = self._window.workspace.desk.path if self._window.workspace else None

        def show(text: ImportedText) -> None:
            if isValid(dialog):
                dialog.show_text(text, self._before(text))

        def failed(sentence: str) -> None:
            if isValid(dialog):
                dialog.reject()
            self._window.complain(sentence)

        assert desk is not None
        self._window.files.run(lambda _task: read(encoding), show, failed)

    def _before(self, text: ImportedText) -> str:
        """That this very file is in the desk already."""
        workspace = self._window.workspace
        if workspace is not None and _meeting(workspace, text) is not None:
            return _("The sample’s claims were made for this very text; they will stand in it.")
        known = queries.revision_from(workspace.desk.read, text.file.sha256) if workspace else None
        if known is None:
            return ""
        return _("This very file is in the desk already: “{title}”, revision {number}.").format(
            title=known.title, number=known.number
        )

    def _store(
        self, dialog: ImportDialog, data: ArticleData, article: int | None, notices: bool
    ) -> None:
        workspace, text = self._window.workspace, dialog.imported
        if workspace is None or text is None:
            return
        met = _meeting(workspace, text) if article is None else None
        edit = met or _edit(text, data, article, notices=notices)

        proposing = dialog.proposing.isChecked()
        self._window.memory.put(_PROPOSING, proposing)

        def stored(changes: "Changes") -> None:
            if isValid(dialog):
                dialog.done(ImportDialog.DialogCode.Accepted)
            self._turn_to(workspace, changes, article)
            is_text = "revision" in changes.entities  # or only what others said to it
            if proposing and met is None and is_text and workspace is self._window.workspace:
                self._propose(workspace, is_new=article is None)
            else:
                workspace.finding.cool_down()

        def refused(sentence: str) -> None:
            if isValid(dialog):
                dialog.refused(sentence)

        workspace.desk.run(edit, stored, refused)

    def _turn_to(self, workspace: "Workspace", changes: "Changes", article: int | None) -> None:
        if workspace is not self._window.workspace:
            return
        if article is None:
            for one in changes.articles:
                workspace.selection.choose_article(one)
        elif workspace.reading is not None:
            workspace.selection.choose_article(article)
            workspace.reading.show_comparison("revision" in changes.entities)
            if "revision" not in changes.entities and changes.message is not None:
                self._window.messages.say(changes.message.done, seconds=12)
                if changes.claims:
                    workspace.selection.choose(min(changes.claims))

    def _propose(self, workspace: "Workspace", *, is_new: bool) -> None:
        """Find what to check in the text that has come, and show it where that is all there is to
        look at."""
        if workspace.selection.article is None:
            return
        workspace.finding.find(workspace.selection.article)
        if is_new and workspace.reading is not None:
            workspace.reading.show_review(True)

    def _closed(self, result: int = ImportDialog.DialogCode.Rejected) -> None:
        self._dialog = None
        workspace = self._window.workspace
        if workspace is not None and result == ImportDialog.DialogCode.Rejected:
            workspace.finding.cool_down()
        self._go_on()

    @property
    def _article(self) -> int | None:
        workspace = self._window.workspace
        return workspace.selection.article if workspace else None

    def _ask_for_files(self, title: str, then: Callable[[list[Path]], object]) -> None:
        texts, sheets = (" ".join(f"*.{one}" for one in kind) for kind in (SUFFIXES, SHEETS))
        named = (
            (_("Texts and sheets"), f"{texts} {sheets}"),
            (_("Texts"), texts),
            (_("Sheets and reports"), sheets),
            (_("All files"), "*"),
        )
        filters = ";;".join(f"{name} ({endings})" for name, endings in named)
        folder = str(self._window.files.folder())
        dialog = FileDialog(self._window, title, folder, filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        dialog.open()


def _meeting(workspace: "Workspace", text: ImportedText) -> "Edit | None":
    """The edit that gives the sample its real text, where this is it."""
    from claimdesk.commands.meet_sample import meeting  # when needed

    return meeting(workspace.desk.read, text) if workspace.desk.info.sample else None


def _read_file(path: Path, encoding: str | None) -> ImportedText:
    from claimdesk.services.importers.intake import read_file  # when needed

    return read_file(path, encoding)


def _read_text(text: str) -> ImportedText:
    from claimdesk.services.importers.intake import read_text  # when needed

    return read_text(text)


def _read_rich_text(html: str) -> ImportedText:
    from claimdesk.services.importers.intake import read_rich_text  # when needed

    return read_rich_text(html)


def _edit(text: ImportedText, data: ArticleData, article: int | None, *, notices: bool) -> "Edit":
    """The edit that stores a text; whoever looked at the sentence that it is there already means
    it."""
    from claimdesk.commands.import_article import ImportArticle  # when needed
    from claimdesk.commands.import_revision import ImportRevision  # likewise

    left_out = text.structure.notices if notices else ()
    if article is None:
        return ImportArticle(text, data, not_article=left_out, again=True)
    return ImportRevision(article, text, not_article=left_out)
