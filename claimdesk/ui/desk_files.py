"""What the window does with desks and articles as a whole: new, open, copy."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

from claimdesk.commands.new_desk import new_desk, new_sample
from claimdesk.domain.article import ArticleRow
from claimdesk.domain.errors import ClaimdeskError, Misplaced
from claimdesk.i18n import _, language
from claimdesk.paths import default_desk, sample_desk
from claimdesk.store.sqlite.connection import Reader
from claimdesk.store.store import copy_desk
from claimdesk.ui.file_dialog import FileDialog
from claimdesk.ui.tasks import Task

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow

SUFFIX = ".claimdesk"


class DeskFiles(QObject):
    """File dialogs and the work behind them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._tasks: set[Task] = set()

    # desks

    def new_desk(self) -> None:
        """Ask where, and make an empty desk there."""
        start = str(default_desk().with_name(_("Desk") + SUFFIX))
        # No desk ever takes the place of another one: there is nothing to ask.
        self._ask_save(_("New desk"), start, _desk_filter(), self._make_desk, replaces=False)

    def _make_desk(self, path: Path) -> None:
        self.run(lambda _task: new_desk(path, path.stem), lambda _result: self._window.open(path))

    def open_desk(self) -> None:
        """Ask which desk to open."""
        dialog = FileDialog(self._window, _("Open a desk"), str(self.folder()), _desk_filter())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._window.open(Path(name)))
        dialog.open()

    def open_sample(self) -> None:
        """Open the sample desk, making it where it is not there yet."""
        spoken = language()
        path = sample_desk(spoken)
        if path.exists():
            self._window.open(path)
            return
        self._window.messages.say(_("Preparing the sample …"))

        def opened(_result: object) -> None:
            self._window.hush()
            self._window.open(path)

        self.run(lambda _task: new_sample(path, spoken), opened)

    def save_copy(self) -> None:
        """Ask where, and save a whole, checked copy of the desk there."""
        workspace = self._window.workspace
        if workspace is None:
            return
        reader, desk = workspace.desk.read, workspace.desk.path
        start = str(desk.with_name(_("{name} copy").format(name=desk.stem) + SUFFIX))
        self._ask_save(
            _("Save a copy"), start, _desk_filter(), lambda path: self._copy(reader, path)
        )

    def _copy(self, reader: Reader, path: Path) -> None:
        if path.resolve() == reader.path.resolve():
            self._window.complain(_("This is the open desk itself; choose another name."))
            return
        if _is_open(path):
            sentence = _("“{name}” is open in a program; choose another name.")
            self._window.complain(sentence.format(name=path.name))
            return
        if (workspace := self._window.workspace) is not None:
            workspace.desk.settle()  # what was done a moment ago is in the copy, too

        def work(_task: Task) -> None:
            part = path.with_name(f".{path.name}.new")
            part.unlink(missing_ok=True)
            copy_desk(_readable(reader), part)
            part.replace(path)

        self.run(work, lambda _result: self._say(_("Copied to “{path}”.").format(path=path)))

    def backups(self) -> None:
        """List the desk's backups."""
        workspace = self._window.workspace
        if workspace is not None:
            self.show_backups(workspace.desk.path, workspace.desk.info.public_id)

    def show_backups(self, desk: Path, public_id: str) -> None:
        """List the backups of a desk, which need not be open."""
        from claimdesk.ui.restoring import Restoring

        Restoring(self._window, desk, public_id).show()

    def fill_recent(self, menu: QMenu) -> None:
        """List the desks last opened."""
        menu.clear()
        menu.setToolTipsVisible(True)
        for path in self._window.memory.recent:
            action = menu.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._window.open(path))
        if menu.isEmpty():
            menu.addAction(_("none yet")).setEnabled(False)

    # articles

    def new_article(self) -> None:
        """Ask for an article's bibliographic data and add it."""
        self._ask_article(None)

    def article_data(self) -> None:
        """Show the article's bibliographic data and take over what was changed."""
        workspace = self._window.workspace
        if workspace is not None and workspace.article is not None:
            self._ask_article(workspace.article)

    def _ask_article(self, article: ArticleRow | None) -> None:
        from claimdesk.ui.dialogs.article_data import ArticleDialog

        workspace = self._window.workspace
        if workspace is not None:
            dialog = ArticleDialog(workspace.desk, article, self._window)
            dialog.added.connect(workspace.selection.choose_article)
            dialog.open()

    def about(self) -> None:
        """Say what this is."""
        from claimdesk.ui.dialogs.about import AboutDialog

        dialog: QDialog = AboutDialog(self._window)
        dialog.open()

    # how

    def _ask_save(
        self,
        title: str,
        start: str,
        filters: str,
        then: Callable[[Path], None],
        *,
        replaces: bool = True,
    ) -> None:
        dialog = FileDialog(self._window, title, start, filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)
        dialog.selectFile(start)
        dialog.setDefaultSuffix(Path(start).suffix.lstrip("."))
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
        )
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def run(
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], object],
        otherwise: Callable[[str], object] | None = None,
    ) -> None:
        """Do work off the GUI thread; what it gave goes to 'done', the sentence why it failed
        to 'otherwise', or else into the bar."""
        task = Task(work, self)
        self._tasks.add(task)

        def ended() -> None:
            self._tasks.discard(task)
            task.deleteLater()

        def failed(sentence: str) -> None:
            ended()
            (otherwise or self._window.complain)(sentence)

        def finished(result: Any) -> None:
            ended()
            try:
                done(result)
            except ClaimdeskError as error:
                self._window.complain(str(error))

        task.done.connect(finished)
        task.failed.connect(failed)
        task.start()

    @property
    def is_busy(self) -> bool:
        """Whether a task is under way."""
        return bool(self._tasks)

    def _say(self, sentence: str) -> None:
        self._window.messages.say(sentence, seconds=12)

    def folder(self) -> Path:
        """Where files were last written or chosen; the home folder at first."""
        held = self._window.memory.get("folder")
        if isinstance(held, str) and Path(held).is_dir():
            return Path(held)
        return Path.home()


def _readable(reader: Reader) -> Path | Reader:
    """The desk's file; or, where that has gone, what still holds it open."""
    try:
        reader.check_place()
    except Misplaced:
        return reader
    return reader.path


def _is_open(desk: Path) -> bool:
    """Whether a program has a desk open, or ended without closing it: a file put in its place
    would be read with the other one's log."""
    return desk.with_name(f"{desk.name}-wal").exists()


def _desk_filter() -> str:
    return _("Claimdesk desks") + f" (*{SUFFIX})"
