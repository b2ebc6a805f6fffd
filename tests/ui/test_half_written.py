"""The list shows where words are half written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Place
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models.claims import Role


def marked(window: MainWindow) -> list[int]:
    """The claims that the list marks."""
    assert window.workspace
    model = window.workspace.list.model
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [index.data(Role.ID) for index in rows if index.data(Role.DRAFT)]


def picture(window: MainWindow) -> QImage:
    QApplication.processEvents()
    assert window.workspace
    return window.workspace.list.table.viewport().grab().toImage()


def test_a_claim_is_marked_as_long_as_something_is_half_written(window: MainWindow) -> None:
    assert window.workspace
    drafts, model = window.workspace.desk.drafts, window.workspace.list.model
    claim = model.id_at(1)
    assert marked(window) == []
    before = picture(window)
    drafts.keep(Place(claim, "note"), Draft("Noch", ""))
    assert marked(window) == [claim]
    assert picture(window) != before, "it is not drawn"
    heard = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith(", half written")
    drafts.drop(Place(claim, "note"))
    assert marked(window) == []
    assert picture(window) == before


def test_what_was_half_written_before_a_restart_is_marked(
    window_on: Callable[[Path | None], MainWindow], desk: Desk, desk_file: Path
) -> None:
    desk.drafts.keep(Place(5, "note"), Draft("Noch", ""))
    desk.drafts.flush()
    assert desk.settle()
    assert marked(window_on(desk_file)) == [5]
