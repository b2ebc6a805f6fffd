"""Says that something failed: at once where the program goes on, at the next start where it
could not. Qt's own last words go to the crash log, too.
"""

import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from claimdesk.i18n import _
from claimdesk.ui.crash_log import CrashLog

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow


class CrashNotice(QObject):
    """Between the crash log and the window."""

    failed = Signal()
    """Something failed, on whatever thread."""

    def __init__(self, log: CrashLog, window: "MainWindow") -> None:
        super().__init__(window)
        self._log, self._window, self._has_looked = log, window, False
        self.failed.connect(self._tell)
        log.tell = self.failed.emit

    def look_back(self) -> None:
        """Say once what an earlier run has left; what fails from now on is said at once."""
        found = "" if self._has_looked else self._log.take_earlier()
        self._has_looked = True
        if found:
            self._window.when_quiet(lambda: self._tell_of(_badly_ended(found)))

    def _tell(self) -> None:
        self._tell_of(
            _(
                "Something failed inside Claimdesk; what was saved is safe. Restart it if that "
                "comes again."
            )
        )

    def _tell_of(self, sentence: str) -> None:
        self._window.offer(sentence, {_("Show"): self._show}, failed=True)

    def _show(self) -> None:
        from claimdesk.ui.dialogs.crash import CrashDialog  # hardly ever

        dialog = CrashDialog(self._log.take_present(), self._window)
        dialog.delete_wanted.connect(self._log.forget)
        dialog.open()


def listen_to_qt(log: CrashLog) -> None:
    """Hand Qt's messages on to the shell, as Qt does by itself, and keep that it gave up."""

    def hear(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            category = getattr(context, "category", None) or "default"
            log.write(f"Qt fatal ({category})", traceback.extract_stack())
        sys.stderr.write(f"{words}\n")

    qInstallMessageHandler(hear)


def stop_listening_to_qt() -> None:
    """Leave Qt's messages to Qt again; needed before Python goes."""
    qInstallMessageHandler(None)


def _badly_ended(found: str) -> str:
    if any(line.startswith("==") for line in found.splitlines()) and "atal" not in found:
        return _("Something failed inside Claimdesk last time; what was saved is there.")
    return _("Claimdesk ended badly last time; what was saved is there.")
