"""Search across the desk: asked as one types, never on the GUI thread, the last question first."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from claimdesk.domain.search import Found, Group, Hit
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.store import queries
from claimdesk.store.sqlite import fts
from claimdesk.store.sqlite.connection import Reader
from claimdesk.store.sqlite.search import search
from claimdesk.ui.actions.offers import Heading, Offer, Row
from claimdesk.ui.tasks import Task
from claimdesk.ui.views.search import SearchPanel

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.workspace import Workspace

_ICONS = {
    Group.CLAIM: "list",
    Group.NOTE: "note",
    Group.SOURCE: "link",
    Group.TEXT: "article",
    Group.CORRECTION: "pencil",
    Group.QUESTION: "message-question",
}


_ABOVE = 80
"""How far below the upper edge the place stands that one turns to."""


class Searching(QObject):
    """The search of one workspace. A desk from before there was an index has it built when it is
    first searched; what is built so far is found meanwhile."""

    def __init__(self, window: "MainWindow", workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._asked: str | None = None
        self._task: Task | None = None
        self._build: Task | None = None
        self._complete = False
        self.panel = SearchPanel(window, self._ask)
        workspace.desk.closing.connect(self.close)

    def open(self) -> None:
        """Let something be typed."""
        if not self._complete and self._build is None:
            self._build_index()
        self.panel.ask("")

    def close(self) -> None:
        """Stop what is under way, and let go of the panel, which is the window's."""
        self.panel.dismiss()
        self.panel.deleteLater()
        for task in (self._task, self._build):
            if task is not None:
                task.cancel()

    # the index

    def _build_index(self) -> None:
        path = self._workspace.desk.path
        self._build = task = Task(
            lambda task: fts.build(
                path, partial(task.tell, task.progress), lambda: task.is_cancelled
            ),
            self,
        )
        task.progress.connect(self._on_progress)
        task.done.connect(self._on_built)
        task.failed.connect(self._on_not_built)
        task.start()

    def _on_progress(self, done: int, every: int) -> None:
        share = done * 100 // max(1, every)
        self.panel.say(_("Preparing the search: {share} %").format(share=share))

    def _on_built(self, complete: bool) -> None:
        self._build, self._complete = None, complete
        self.panel.say("")
        self.panel.ask_again()

    def _on_not_built(self, sentence: str) -> None:
        self._build = None
        self.panel.say(sentence)

    # questions

    def _ask(self, query: str) -> None:
        """Ask the desk; of questions asked meanwhile only the last one counts."""
        self._asked = query
        if self._task is not None:
            self._task.cancel()
            return
        path = self._workspace.desk.path
        self._task = task = Task(partial(_found, path, query), self)
        task.done.connect(self._on_found)  # a method, so that it is called on this thread
        task.failed.connect(self._on_failed)
        task.start()

    def _on_found(self, answer: tuple[str, Found | None]) -> None:
        """One that was stopped halfway has found nothing, whatever there is."""
        self._task = None
        query, found = answer
        if found is not None and query == self._asked:
            self.panel.show_found(query, self._rows(found))
        elif self._asked is not None:
            self._ask(self._asked)

    def _on_failed(self, sentence: str) -> None:
        self._task = None
        self.panel.say(sentence)

    def _rows(self, found: Found) -> list[Row]:
        counts, rows, group = dict(found.counts), list[Row](), None
        for hit in found.hits:
            if hit.group is not group:
                group = hit.group
                more = "+" if group in found.more else ""
                rows.append(Heading(f"{group.label}  {counts[group]}{more}"))
            rows.append(
                Offer(
                    hit.snippet.text,
                    partial(self._turn_to, hit),
                    icon=_ICONS[hit.group],
                    spans=hit.snippet.marks,
                    place=hit.head,
                )
            )
        return rows

    # where they stand

    def _turn_to(self, hit: Hit) -> None:
        selection, read = self._workspace.selection, self._workspace.desk.read
        article, claim = hit.article, hit.claim
        if hit.group is Group.SOURCE and (use := queries.use_of_source(read, hit.row)):
            article, claim = use
        if article is None:
            self._workspace.said.emit(_("No claim uses this source yet."))
            return
        selection.choose_article(article)
        start = hit.start
        if claim is not None:
            selection.choose_article(article, claim)
        elif hit.group is Group.NOTE:
            QTimer.singleShot(0, self, self._workspace.work.article_notes)
            start = queries.place_of_note(read, hit.row)
        elif hit.group is Group.QUESTION:
            said = _("Question on the article: {text}").format(text=hit.snippet.text)
            self._workspace.said.emit(clean(said))
        if claim is None and start is not None and self._workspace.text is not None:
            # The article's first claim is chosen in this turn, and scrolls to its own place.
            text, place = self._workspace.text, (start, _ABOVE)
            QTimer.singleShot(0, self, lambda: text.go_to(place))


def _found(path: Path, query: str, task: Task) -> tuple[str, Found | None]:
    reader = Reader(path)
    try:
        if not fts.is_there(reader):
            return query, Found()
        found = search(reader, query, stopped=lambda: task.is_cancelled)
        return query, None if task.is_cancelled else found
    finally:
        with suppress(Exception):
            reader.close()
