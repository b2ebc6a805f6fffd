"""Between the overview and the desk that it counts: read off the GUI thread, kept in step, and
its bars led to their claims.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.history import Changes
from claimdesk.domain.overview import Overview, TimeSpan
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.store.sqlite import count_tables, counts
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.tasks import Task

if TYPE_CHECKING:
    from claimdesk.ui.dialogs.overview import OverviewWindow
    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.views.overview.charts import Chart, Target
    from claimdesk.ui.workspace import Workspace

_AFTER = 300
"""Milliseconds from an edit to counting anew, so that several count once."""
Content = Callable[[], str | bytes]
_COUNTED = {"claim", "article", "evidence", "source", "question", "correction"}


class Overviewing(QObject):
    """The overview of one workspace. A desk from before there were counts has them built when it
    is first looked at."""

    def __init__(self, window: "MainWindow", workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._window, self._workspace = window, workspace
        self._task: Task | None = None
        self._again = False
        self._later = QTimer(self, singleShot=True, interval=_AFTER)
        self._later.timeout.connect(self._count)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        held = window.memory.section("overview")
        self._span = next((one for one in TimeSpan if one == held.get("span")), TimeSpan.QUARTER)
        self._archived = held.get("archived") is True
        workspace.desk.changed.connect(self._on_changed)
        workspace.desk.closing.connect(self.close)

    @cached_property
    def view(self) -> "OverviewWindow":
        """The window, made while the desk is counted for the first time."""
        from claimdesk.ui.dialogs.overview import OverviewWindow  # when shown

        view = OverviewWindow(self._workspace.desk.path.stem)
        view.choose(self._span, archived=self._archived)
        view.asked.connect(self._on_asked)
        view.wanted.connect(self.lead)
        view.export_wanted.connect(self._ask_where)
        return view

    def open(self) -> None:
        """Show it, with what the desk holds now; the window is made while that is counted."""
        self._count()
        self._soon.start()

    def _show(self) -> None:
        self.view.show()
        self.view.raise_()
        self.view.activateWindow()

    def close(self) -> None:
        """Stop what is under way, and let go of the window."""
        if self._task is not None:
            self._task.cancel()
        self._later.stop()
        self._soon.stop()
        self._workspace.desk.changed.disconnect(self._on_changed)
        self._workspace.desk.closing.disconnect(self.close)
        self.view.close()
        self.view.deleteLater()

    def _on_asked(self) -> None:
        self._span, self._archived = self.view.span, self.view.archived
        chosen = {"span": self._span.value, "archived": self._archived}
        self._window.memory.put("overview", chosen)
        self._count()

    def _on_changed(self, changes: Changes) -> None:
        if self.view.isVisible() and changes.entities & _COUNTED:
            self._later.start()

    # counted

    def _count(self) -> None:
        """Count anew; what is asked for meanwhile is counted afterwards, once."""
        if self._task is not None:
            self._again = True
            return
        self._again = False
        path = self._workspace.desk.path
        self._task = task = Task(partial(_counted, path, self._span, self._archived), self)
        task.progress.connect(self._on_progress)
        task.done.connect(self._on_counted)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_progress(self, done: int, every: int) -> None:
        share = done * 100 // max(1, every)
        self.view.say(_("Counting what the desk holds: {share} %").format(share=share))

    def _on_counted(self, counted: tuple[Overview, "Sequence[Chart]"] | None) -> None:
        self._task = None
        if counted is not None:
            self.view.show_overview(*counted)
        if self._again:
            self._count()

    def _on_failed(self, sentence: str) -> None:
        self._task = None
        self.view.say(sentence)

    # where bars lead

    def lead(self, target: "Target") -> None:
        """Show what a bar counts, in the window of the desk."""
        if isinstance(target, ClaimFilter):
            self._lead_to_claims(target)
        else:
            self._lead_to_use(target.source)
        self._window.raise_()
        self._window.activateWindow()

    def _lead_to_use(self, source: int) -> None:
        use = queries.use_of_source(self._workspace.desk.read, source)
        if use is not None:
            self._workspace.selection.choose_article(*use)

    def _lead_to_claims(self, chosen: ClaimFilter) -> None:
        selection = self._workspace.selection
        selection.show_whole_desk(chosen.article is None)
        if chosen.article is not None:
            selection.choose_article(chosen.article)
        self._workspace.list.show_filter(chosen)

    # as files

    def _ask_where(self, form: str) -> None:
        from claimdesk.ui.file_dialog import FileDialog  # when asked for

        filters = {
            "png": _("Picture (*.png)"),
            "svg": _("Picture (*.svg)"),
            "csv": _("Table (*.csv)"),
        }
        name = _("Overview") + f" {datetime.now(UTC):%Y-%m-%d}.{form}"
        start = self._window.files.folder() / name
        dialog = FileDialog(self.view, _("Export the overview"), str(start), filters[form])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectFile(str(start))
        dialog.fileSelected.connect(lambda chosen: self.export(form, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _shown(self, form: str) -> Content:
        if form == "csv":
            return self.view.table()
        picture = self.view.picture()
        if form == "png":
            from claimdesk.ui.views.overview.picture import png  # when asked for

            return partial(png, picture.image())
        drawn = picture.svg()
        return lambda: drawn

    def export(self, form: str, path: Path) -> None:
        """Write what is shown; pixels are drawn here, for icons are drawn on no other thread."""
        task = Task(partial(_written, path, self._shown(form)), self)
        written = _("Overview written to “{path}”.").format(path=path)
        task.done.connect(lambda _result: self.view.say(written))
        task.failed.connect(self.view.say)
        task.start()


def _written(path: Path, content: Content, _task: Task) -> None:
    from claimdesk.services.exporters.output import write  # when asked for

    write(path, content())


def _counted(
    path: Path, span: TimeSpan, archived: bool, task: Task
) -> tuple[Overview, "Sequence[Chart]"] | None:
    reader = Reader(path)
    try:
        if not count_tables.is_complete(reader):
            counts.build(path, partial(task.tell, task.progress), lambda: task.is_cancelled)
        if task.is_cancelled:
            return None
        with reader.at_one_moment():
            today = datetime.now(UTC).date()
            overview = queries.overview(reader, span, today, archived=archived)
        from claimdesk.ui.views.overview.charts import charts  # while it counts

        return overview, charts(overview, span)
    finally:
        reader.close()
