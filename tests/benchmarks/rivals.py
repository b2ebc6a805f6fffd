"""The same claims in what a user would pick instead: a spreadsheet (openpyxl), Qt's own model of
a table (QSqlTableModel) and its table of items (QTableWidget); each in a process of its own.

    python tests/benchmarks/rivals.py {claimdesk|spreadsheet|sqlmodel|widget} DESK

Each shows the claims, filters them by one status, and sets one claim's status so that it is
stored, an edit after the other. What Claimdesk does besides (history, undo, several writers) the
others do not do.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from big_desk import BigDesk
from figure import Figure

MOST = 100_000
"""More would fill the memory of the machine with the table of items alone."""
EDITS = 10
COLUMNS = ("number", "status", "statement", "kind", "check_worthiness", "attributed_to", "figures")
STEPS = {
    "show": "shown",
    "filter": "filtered by status",
    "edit": "one edit stored",
    "memory": "memory",
}
RIVALS = {
    "spreadsheet": "openpyxl",
    "sqlmodel": "QSqlTableModel",
    "widget": "QTableWidget",
}


def measure(big: BigDesk) -> Iterator[Figure]:
    """Claimdesk's own figures, each beside those of the others as its floor: under 1 is faster."""
    desk = big.of(MOST)
    count = min(MOST, big.claims)
    ours = _alone("claimdesk", desk)
    for rival, words in RIVALS.items():
        theirs = _alone(rival, desk)
        for step, what in STEPS.items():
            unit = "MB" if step == "memory" else "ms"
            line = f"{count:,} claims {what}, against {words}"
            yield Figure(line, ours[step], theirs[step], "–", unit)


def _alone(name: str, desk: Path) -> dict[str, float]:
    command = [sys.executable, __file__, name, str(desk)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _memory() -> float:
    """What is held just now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def _rows(desk: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(desk)) as connection:
        return connection.execute(f"SELECT {', '.join(COLUMNS)} FROM claim ORDER BY id").fetchall()


def claimdesk(desk: Path) -> dict[str, float]:
    from claimdesk.commands.set_status import SetStatus
    from claimdesk.domain.claim import ClaimFilter, ClaimSort
    from claimdesk.domain.person import Person
    from claimdesk.domain.status import Status
    from claimdesk.store import Store, queries
    from claimdesk.store.sqlite.connection import Reader

    before, read = _memory(), Reader(desk)
    ids: list[int] = []

    def show(chosen: ClaimFilter) -> None:
        ids[:] = queries.claim_ids(read, chosen, ClaimSort())
        queries.claim_rows(read, ids[:200])

    shown = _timed(lambda: show(ClaimFilter()))
    every = list(ids)
    filtered = _timed(lambda: show(ClaimFilter(statuses=frozenset({Status.FALSE}))))
    person = Person.named("Bench")
    with Store(desk) as store:
        store.warm_up()
        edits = [
            _timed(lambda place=place: store.run(_set(SetStatus, every, place), person))
            for place in range(EDITS)
        ]
    read.close()
    return _found(shown, filtered, edits, before)


def _set(edit: Any, ids: list[int], place: int) -> Any:
    from claimdesk.domain.status import Status

    return edit((ids[place],), (Status.FALSE, Status.VERIFIED)[place % 2])


def spreadsheet(desk: Path) -> dict[str, float]:
    import xlsxwriter

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "claims.xlsx")
        book = xlsxwriter.Workbook(path, {"constant_memory": True})
        sheet = book.add_worksheet()
        for place, row in enumerate([COLUMNS, *_rows(desk)]):
            for column, value in enumerate(row):
                sheet.write(place, column, value)
        book.close()
        import openpyxl

        before = _memory()
        held: dict[str, Any] = {}
        shown = _timed(lambda: held.update(book=openpyxl.load_workbook(path)))
        cells = held["book"].active

        def choose() -> list[int]:
            return [row[0].row for row in cells.iter_rows(min_row=2) if row[1].value == "false"]

        filtered = _timed(choose)

        def edit() -> None:
            cells.cell(2, 2).value = "false"
            held["book"].save(path)

        return _found(shown, filtered, [_timed(edit)], before)


def sqlmodel(desk: Path) -> dict[str, float]:
    from PySide6.QtSql import QSqlDatabase, QSqlTableModel
    from PySide6.QtWidgets import QApplication, QTableView

    application = QApplication([])
    before = _memory()
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(desk))
    assert database.open()
    model, view = QSqlTableModel(None, database), QTableView()
    model.setTable("claim")
    model.setEditStrategy(QSqlTableModel.EditStrategy.OnFieldChange)
    view.setModel(model)
    view.show()

    def show() -> None:
        assert model.select()
        while model.canFetchMore():  # until then neither count nor end are known
            model.fetchMore()
        application.processEvents()

    shown = _timed(show)
    column = model.fieldIndex("status")
    place = iter(range(EDITS))

    def edit() -> None:
        row = next(place)
        value = ("disputed", "in_progress")[row % 2]
        assert model.setData(model.index(row, column), value), model.lastError().text()

    edits = [_timed(edit) for _ in range(EDITS)]
    model.setFilter("status = 'false'")
    filtered = _timed(show)
    return _found(shown, filtered, edits, before)


def widget(desk: Path) -> dict[str, float]:
    from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

    application = QApplication([])
    before = _memory()
    table = QTableWidget()
    table.show()
    connection = sqlite3.connect(desk, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")

    def show() -> None:
        rows = _rows(desk)
        table.setRowCount(len(rows))
        table.setColumnCount(len(COLUMNS))
        for place, row in enumerate(rows):
            for column, value in enumerate(row):
                table.setItem(place, column, QTableWidgetItem(str(value)))
        application.processEvents()

    shown = _timed(show)

    def choose() -> None:
        for row in range(table.rowCount()):
            table.setRowHidden(row, table.item(row, 1).text() != "false")
        application.processEvents()

    filtered = _timed(choose)
    place = iter(range(EDITS))

    def edit() -> None:
        row = next(place)
        table.item(row, 1).setText("disputed")
        connection.execute("UPDATE claim SET status = 'disputed' WHERE id = ?", (row + 1,))

    edits = [_timed(edit) for _ in range(EDITS)]
    connection.close()
    return _found(shown, filtered, edits, before)


def _found(shown: float, filtered: float, edits: list[float], before: float) -> dict[str, float]:
    middle = sorted(edits)[len(edits) // 2]
    memory = _memory() - before
    return {"show": shown, "filter": filtered, "edit": middle, "memory": memory}


def main() -> None:
    """One of them, alone; the desk is written to."""
    name, desk = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        found = {
            "claimdesk": claimdesk,
            "spreadsheet": spreadsheet,
            "sqlmodel": sqlmodel,
            "widget": widget,
        }[name](desk)
    print(json.dumps(found), flush=True)
    os._exit(0)  # Qt's teardown is no part of it


if __name__ == "__main__":
    main()
