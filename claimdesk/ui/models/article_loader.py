"""Reads of the sidebar's articles on other threads: which there are and in what groups, which of
them are meant by words, and pages of rows. Only what was asked for last counts.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from claimdesk.domain.arrival import Arrival, ArticleGroup, grouped
from claimdesk.domain.article import ArticleRow
from claimdesk.domain.errors import Stopped
from claimdesk.domain.search import Term, folded, terms
from claimdesk.store import queries
from claimdesk.store.queries import Read
from claimdesk.store.sqlite.connection import Reader
from claimdesk.store.sqlite.count_tables import is_complete
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.row_fetcher import Ids, RowFetcher
from claimdesk.ui.tasks import Task

FIRST_ROWS = 30
"""How many of the articles found are read at once, so that none is missing while one types."""


class Listed(NamedTuple):
    """The articles that some words mean, with the first rows of them; without words all."""

    words: str
    groups: list[ArticleGroup]
    rows: list[ArticleRow]


class _Known(NamedTuple):
    """What there is to choose from: the articles, and once words are looked for their names."""

    arrivals: list[Arrival]
    names: dict[int, str] | None = None


class ArticleLoader(QObject):
    """Of one desk; lets go of it when it is closed."""

    listed = Signal(object)
    fetched = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = desk.path
        self._task: Task | None = None
        self._ahead: Task | None = None
        self._known: _Known | None = None
        rows = RowFetcher(desk, article_rows, self)
        rows.fetched.connect(self.fetched)
        self.fetch = rows.fetch
        desk.closing.connect(self.stop)

    @property
    def is_loading(self) -> bool:
        """Whether a list is being read."""
        return self._task is not None

    def forget(self) -> None:
        """Other articles may have come, or go by other names now: what is being read is old."""
        self.stop()
        self._known = None

    def load(self, words: str) -> None:
        """Read which articles there are."""
        self.stop()
        task = self._task = Task(partial(self._read, words, self._known), self)
        task.done.connect(self._on_read)
        task.failed.connect(self._on_failed)
        task.start()

    def stop(self) -> None:
        """Read no list."""
        for task in (self._task, self._ahead):
            if task is not None:
                task.cancel()
        self._task = self._ahead = None

    def prepare(self) -> None:
        """Read the names ahead of the first word: the caret was put where one types it."""
        known = self._known
        if self._task is None and (known is None or known.names is None):
            task = self._ahead = Task(partial(self._know, known), self)
            task.done.connect(self._on_known)
            task.start()

    def _know(self, known: _Known | None, task: Task) -> tuple[Task, _Known] | None:
        with suppress(Stopped), Reader(self._path) as read, read.at_one_moment():
            known = known or _Known(queries.arrivals(read))
            return task, known._replace(names=_folded_names(read, task))
        return None

    def _on_known(self, answer: tuple[Task, _Known] | None) -> None:
        if answer is not None and answer[0] is self._ahead:
            self._ahead, self._known = None, answer[1]

    def _read(
        self, words: str, known: _Known | None, task: Task
    ) -> tuple[Task, Listed, _Known] | None:
        with suppress(Stopped), Reader(self._path) as read:
            read.stop_when(lambda: task.is_cancelled)
            with read.at_one_moment():
                known = known or _Known(queries.arrivals(read))
                arrivals, rows = known.arrivals, []
                if wanted := terms(words):
                    names = known.names or _folded_names(read, task)
                    known = known._replace(names=names)
                    meant = (one for one in arrivals if _is_meant(names.get(one[0]), wanted))
                    arrivals = list(meant)
                groups = grouped(arrivals, date.today())
                if wanted:
                    every = (article for group in groups for article in group.articles)
                    rows = article_rows(read, tuple(islice(every, FIRST_ROWS)))
            return task, Listed(words, groups, rows), known
        return None

    def _on_read(self, answer: tuple[Task, Listed, _Known] | None) -> None:
        if answer is not None and answer[0] is self._task:
            self._task, self._known = None, answer[2]
            self.listed.emit(answer[1])

    def _on_failed(self, sentence: str) -> None:
        self._task = None
        self.failed.emit(sentence)


def article_rows(read: Read, ids: Ids) -> list[ArticleRow]:
    """Rows with the counts that the desk keeps, where it does."""
    return queries.article_rows(read, ids, counted=is_complete(read))


def _folded_names(read: Read, task: Task) -> dict[int, str]:
    found = {}
    for article, name in queries.article_names(read):
        if task.is_cancelled:
            raise Stopped
        found[article] = " ".join(folded(name))
    return found


def _is_meant(name: str | None, wanted: Sequence[Term]) -> bool:
    """Whether every word that was typed stands in a folded name, in one of its spellings."""
    return name is not None and all(
        any(spelling in name for spelling in spellings)
        for term in wanted
        for spellings in term.words
    )
