"""Reads of the whole desk for its list, on a thread of their own: which claims and in what order,
how many of each status, and pages of rows. Only what was asked for last counts.
"""

from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from claimdesk.domain.claim import ClaimFilter, ClaimSort
from claimdesk.domain.errors import Stopped
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.sqlite import list_reading, lists
from claimdesk.store.sqlite.connection import Reader
from claimdesk.store.sqlite.list_reading import Loaded
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.row_fetcher import RowFetcher
from claimdesk.ui.tasks import Task


class DeskLoader(QObject):
    """Of one desk; lets go of it when it is closed."""

    began = Signal(object)
    """A list's beginning, as Loaded."""
    loaded = Signal(object)
    """The whole of it."""
    counted = Signal(object, int)
    """Claims by status, and how many the desk has."""
    fetched = Signal(object)
    failed = Signal(str)
    progress = Signal(int, int)
    _told = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = desk.path
        self._list: Task | None = None
        self._build: Task | None = None
        self._count: Task | None = None
        self._open = True
        rows = RowFetcher(desk, queries.claim_rows, self)
        rows.fetched.connect(self.fetched)
        self.fetch = rows.fetch
        self._told.connect(self._on_told)
        desk.closing.connect(self.close)

    # lists

    def load(self, chosen: ClaimFilter, sort: ClaimSort) -> None:
        """Read a list, instead of one that is being read."""
        self.stop()
        task = self._list = Task(partial(self._read_list, chosen, sort), self)
        # Methods of this object all of them, so that they are called on its thread.
        task.done.connect(self._on_loaded)
        task.failed.connect(self._on_failed)
        task.progress.connect(self.progress)
        task.start()

    def stop(self) -> None:
        """Read no list."""
        if self._list is not None:
            self._list.progress.disconnect(self.progress)
            self._list.cancel()
            self._list = None

    @property
    def is_loading(self) -> bool:
        """Whether a list is being read."""
        return self._list is not None

    def _read_list(
        self, chosen: ClaimFilter, sort: ClaimSort, task: Task
    ) -> tuple[Task, Loaded | None]:
        loaded = list_reading.load(
            self._path,
            chosen,
            sort,
            tell=lambda first: self._told.emit(task, first),
            progress=partial(task.tell, task.progress),
            stopped=lambda: task.is_cancelled,
        )
        return task, loaded

    def _on_told(self, task: Task, first: Loaded) -> None:
        if task is self._list:
            self.began.emit(first)

    def _on_loaded(self, answer: tuple[Task, Loaded | None]) -> None:
        task, loaded = answer
        if task is self._list and loaded is not None:
            self._list = None
            self.loaded.emit(loaded)

    def _on_failed(self, sentence: str) -> None:
        self._list = None
        self.failed.emit(sentence)

    def prepare(self) -> None:
        """Build what makes lists quick, where a desk from before has it not yet."""
        if self._build is None:
            self._build = Task(self._build_lists, self)
            self._build.start()

    def _build_lists(self, task: Task) -> None:
        with Reader(self._path) as read:
            if lists.is_complete(read):
                return
        lists.build(self._path, stopped=lambda: task.is_cancelled)

    # counts

    def count(self, chosen: ClaimFilter) -> None:
        """Count the claims that a filter lets through, by status."""
        if self._count is not None:
            self._count.cancel()
        task = self._count = Task(partial(self._read_counts, chosen), self)
        task.done.connect(self._on_counted)
        task.start()

    def _read_counts(self, chosen: ClaimFilter, task: Task) -> Any:
        with suppress(Stopped), Reader(self._path) as read:
            read.stop_when(lambda: task.is_cancelled)
            return task, *list_reading.counts(read, chosen)
        return None

    def _on_counted(self, answer: tuple[Task, dict[Status, int], int] | None) -> None:
        if answer is not None and answer[0] is self._count and self._open:
            self._count = None
            self.counted.emit(*answer[1:])

    def close(self) -> None:
        """Stop what is under way."""
        self._open = False
        for task in (self._list, self._build, self._count):
            if task is not None:
                task.cancel()
