"""Backups as the window offers them: listed, opened beside the desk, put in its place."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from claimdesk.i18n import _
from claimdesk.store import backups
from claimdesk.store.backups import Backup
from claimdesk.ui.dialogs.backups import BackupsDialog, made_when
from claimdesk.ui.tasks import Task

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow


class Restoring(QObject):
    """The backups of one desk, which need not be readable itself."""

    def __init__(self, window: "MainWindow", desk: Path, public_id: str) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._place = backups.folder(public_id)

    def show(self) -> None:
        """List them."""
        workspace = self._window.workspace
        readable = workspace is not None and workspace.desk.path == self._desk
        dialog = BackupsDialog(
            backups.listed(self._place), self._desk if readable else None, self._window
        )
        dialog.copy_wanted.connect(self.open_beside)
        dialog.restore_wanted.connect(self.restore)
        dialog.open()

    def open_beside(self, backup: Backup) -> None:
        """Copy a backup into the desk's folder, and open that."""

        def opened(copy: Path) -> None:
            if self._window.open(copy):
                self._window.messages.say(
                    _("This is the copy “{name}”; the desk itself is as it was.").format(
                        name=copy.name
                    )
                )

        self._window.files.run(lambda _task: backups.beside(self._desk, backup), opened)

    def restore(self, backup: Backup) -> None:
        """Let go of the desk, put the backup in its place, and open it again."""
        workspace = self._window.workspace
        if workspace is not None and not self._window.can_leave():
            return
        before = workspace.desk.path if workspace else None
        # A backup on its way would have the desk open.
        self._window.safekeeping.finish()
        self._window.close_desk()
        self._window.messages.say(_("Restoring the desk …"))

        def work(_task: Task) -> Path | None:
            return backups.restore(self._desk, backup, self._place)

        def restored(aside: Path | None) -> None:
            if self._window.open(self._desk):
                self._window.messages.say(_restored(backup, aside))

        def refused(sentence: str) -> None:
            if before is None or self._window.open(before):
                self._window.complain(sentence)

        self._window.files.run(work, restored, refused)


def _restored(backup: Backup, aside: Path | None) -> str:
    when = made_when(backup)
    if aside is not None:
        return _(
            "The desk is as it was: {when}. The damaged file lies beside it, as “{name}”."
        ).format(when=when, name=aside.name)
    return _("The desk is as it was: {when}. What it held until now is a backup, too.").format(
        when=when
    )
