"""A person at the desk's window: turns to claims by number, knows how they stand."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from claimdesk.domain.claim import ClaimFilter, ClaimRow
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.workspace import Workspace


class Seat:
    """Where one sits: turns to claims by their numbers, and knows how they stand."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self._read = workspace, workspace.desk.read

    def row(self, number: int) -> ClaimRow:
        return queries.claim_rows(self._read, [queries.claim_id(self._read, str(number))])[0]

    def choose(self, *numbers: int) -> None:
        claims = tuple(self.row(number).id for number in numbers)
        self.workspace.selection.choose(claims[0], claims)

    @property
    def number(self) -> int:
        claim = self.workspace.selection.claim
        assert claim
        return queries.claim_rows(self._read, [claim])[0].number


def settle(workspace: Workspace) -> None:
    assert workspace.desk.settle()
    QApplication.processEvents()


def events(workspace: Workspace) -> int:
    return len(queries.events(workspace.desk.read))


def statuses(workspace: Workspace) -> dict[int, Status]:
    read = workspace.desk.read
    ids = queries.claim_ids(read, ClaimFilter(workspace.selection.article))
    return {row.number: row.status for row in queries.claim_rows(read, ids)}


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program writes."""
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()
