"""Rows of a list, read on a thread of their own when somebody looks at them."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal

from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.desk import Desk
from claimdesk.ui.tasks import Task

Ids = tuple[int, ...]


class Fetched(NamedTuple):
    """Rows as they were right after an event."""

    event: int
    ids: Ids
    rows: list[Any]


class RowFetcher(QObject):
    """Reads a page at a time; while one is being read only the last one asked for waits: the
    others have been scrolled past. Lets go of the desk when it is closed."""

    fetched = Signal(object)

    def __init__(
        self, desk: Desk, rows: Callable[[Reader, Ids], list[Any]], parent: QObject | None = None
    ) -> None:
        """'rows' reads those of some ids, on the other thread."""
        super().__init__(parent)
        self._path, self._rows = desk.path, rows
        self._asked: Ids | None = None
        self._fetching = False
        self._open = True
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._held = threading.Lock()
        self._reader: Reader | None = None
        desk.closing.connect(self.close)

    def fetch(self, ids: Ids) -> None:
        """Read the rows of these."""
        self._asked = ids
        if not self._fetching and self._open:
            self._fetch_asked()

    def _fetch_asked(self) -> None:
        ids, self._asked = self._asked, None
        if ids is None:
            return
        self._fetching = True
        task = Task(partial(self._read, ids), self)
        task.done.connect(self._on_fetched)
        task.failed.connect(self._on_not_fetched)
        task.start(self._pool)

    def _read(self, ids: Ids, _task: Task) -> Fetched | None:
        with self._held:
            if not self._open:
                return None
            self._reader = self._reader or Reader(self._path)
            with self._reader.at_one_moment():
                event = queries.last_event(self._reader)
                return Fetched(event, ids, self._rows(self._reader, ids))

    def _on_fetched(self, fetched: Fetched | None) -> None:
        self._fetching = False
        if not self._open:
            return
        if fetched is not None:
            self.fetched.emit(fetched)
        self._fetch_asked()

    def _on_not_fetched(self, _sentence: str) -> None:
        self._on_fetched(None)

    def close(self) -> None:
        """Let go of the file."""
        self._open = False
        with self._held:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
