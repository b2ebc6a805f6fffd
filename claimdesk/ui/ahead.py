"""What is likely to be asked for next is loaded while nothing else is done: a module a turn, so
that no key waits for it, and the first opening of a dialog costs no more than the second."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_MODULES = (
    "claimdesk.services.exporters.masking",
    "claimdesk.services.exporters.formats",
    "claimdesk.services.exporters.preview",
    "claimdesk.ui.dialogs.edit_dialog",
    "claimdesk.ui.dialogs.report.dialog",
    "claimdesk.ui.dialogs.report.choices",
    "claimdesk.ui.dialogs.report.export",
    "claimdesk.ui.reports",
    "claimdesk.ui.dialogs.source_dialog",
    "claimdesk.ui.views.palette",
    "claimdesk.commands.find_claims",
    "claimdesk.commands.review_suggestions",
    "claimdesk.ui.finding",
    "claimdesk.ui.waiting",
    "claimdesk.ui.views.review.card",
    "claimdesk.ui.reviewing",
    "claimdesk.ui.views.manuscript.proposals",
    "claimdesk.ui.views.coverage.panel",
    "claimdesk.ui.desk_files",
    "claimdesk.ui.dialogs.article_box",
    "claimdesk.ui.intake",
)
"""What others need comes first: each is a short turn then."""

_QUIET = 1500
"""Milliseconds after the window is ready."""
_PAUSE = 40
"""Milliseconds between two modules, for what a person does meanwhile."""


class Ahead(QObject):
    """Loads them once, beginning a while after it is made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = list(_MODULES)
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._next)
        QTimer.singleShot(_QUIET, self, self._timer.start)

    def _next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            self.deleteLater()
            return
        import_module(self._waiting.pop(0))
