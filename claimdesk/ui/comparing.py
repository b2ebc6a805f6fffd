"""The comparison of an article's newest text with the one before it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from claimdesk.domain.comparison import Comparison
from claimdesk.domain.history import Changes
from claimdesk.store import queries
from claimdesk.ui.tasks import Task

if TYPE_CHECKING:
    from claimdesk.ui.workspace import Workspace

_SHOWS = {"claim", "anchor", "revision"}


class Comparing(QObject):
    """Fills the comparison of one workspace and keeps it in step with the desk."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._desk, self._selection = workspace.desk, workspace.selection
        self._task: Task | None = None
        self.view = workspace.page.comparison
        self.view.claim_chosen.connect(self._selection.choose)
        self._selection.claim_changed.connect(self.view.show_claim)

    @property
    def is_possible(self) -> bool:
        """Whether the article has two revisions."""
        article = self._selection.article
        return article is not None and queries.last_two(self._desk.read, article) is not None

    def fill(self) -> None:
        """Compare off the GUI thread, and show it."""
        from claimdesk.services.matching.comparison import comparison  # when shown

        article = self._workspace.article
        two = queries.last_two(self._desk.read, article.id) if article else None
        if article is None or two is None:
            return
        older, newer = two
        claims = queries.carried_claims(self._desk.read, older.id, newer.id)
        language = article.data.language
        if self._task is not None:
            self._task.cancel()
        task = self._task = Task(lambda _task: comparison(older, newer, claims, language), self)
        task.done.connect(lambda made: self._show(task, made))
        task.start()

    def take(self, changes: Changes) -> None:
        """Show what became of it by an edit."""
        if changes.entities & _SHOWS:
            self.fill()

    def go_on(self) -> None:
        """Turn to the next claim that waits to be confirmed."""
        self.view.go_to_next_open()

    def _show(self, task: Task, made: Comparison) -> None:
        if task is not self._task or not isValid(self.view):
            return
        self._task = None
        self.view.show_comparison(made)
        self.view.show_claim(self._selection.claim)
