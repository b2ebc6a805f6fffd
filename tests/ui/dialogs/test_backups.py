"""The list of backups: what each row says, and what its buttons ask for."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.write_note import WriteNote
from claimdesk.i18n import use_language
from claimdesk.store.backups import Backup, Standing, beside, keep, listed
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.backups import BackupsDialog, in_words

Show = Callable[[QDialog], None]


@pytest.fixture
def kept(desk: Desk, tmp_path: Path) -> list[Backup]:
    """Two backups of the desk, of which it went one edit further than the older."""
    place = tmp_path / "backups"
    keep(desk.path, place, lambda: datetime(2022, 3, 28, 12, tzinfo=UTC))
    desk.undo()
    desk.run(WriteNote("danach", claim=1))
    assert desk.settle()
    keep(desk.path, place)
    return listed(place)


def cells(dialog: BackupsDialog, row: int) -> list[str]:
    model = dialog.model
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_each_row_says_when_how_large_and_how_it_stands(
    kept: list[Backup], desk: Desk, qtbot: QtBot, show: Show
) -> None:
    dialog = BackupsDialog(kept, desk.path)
    qtbot.addWidget(dialog)
    show(dialog)
    qtbot.waitUntil(lambda: all(cells(dialog, row)[3] for row in range(2)))
    newest, older = cells(dialog, 0), cells(dialog, 1)
    assert newest[2:] == ["2", "as the desk is now"]
    assert older[0].startswith("28 March 2022, ")
    assert older[1].endswith("MB")
    assert older[2:] == ["1", "1 edit behind"]
    spoken = dialog.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ", ".join(older)
    assert dialog.marked == kept[0]


def test_what_cannot_be_read_says_so(kept: list[Backup], desk: Desk, qtbot: QtBot) -> None:
    kept[1].path.write_text("broken")
    dialog = BackupsDialog(kept, desk.path)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: cells(dialog, 1)[3] == "cannot be read")


def test_without_the_desk_nothing_is_compared(kept: list[Backup], desk: Desk, qtbot: QtBot) -> None:
    dialog = BackupsDialog(kept, None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: cells(dialog, 1)[2] == "1")
    assert cells(dialog, 1)[3] == ""


@pytest.mark.parametrize("button", ["copy", "restore"])
def test_its_buttons_ask_for_the_backup_that_is_marked(
    kept: list[Backup], desk: Desk, qtbot: QtBot, show: Show, button: str
) -> None:
    dialog = BackupsDialog(kept, desk.path)
    show(dialog)
    dialog.table.selectRow(1)
    wanted: list[Backup] = []
    getattr(dialog, f"{button}_wanted").connect(wanted.append)
    getattr(dialog, button).click()
    assert wanted == [kept[1]]
    assert not dialog.isVisible()


def test_without_any_there_is_nothing_to_press(desk: Desk, qtbot: QtBot) -> None:
    dialog = BackupsDialog([], desk.path)
    qtbot.addWidget(dialog)
    assert not dialog.restore.isEnabled()
    assert not dialog.copy.isEnabled()
    assert dialog.marked is None


def test_its_words() -> None:
    assert in_words(Standing(9, 0, 0)) == "as the desk is now"
    assert in_words(Standing(9, 2, 1)) == "2 edits behind, 1 edit of its own"
    use_language("de")
    assert in_words(Standing(9, 2, 1)) == "2 Änderungen zurück, 1 eigene Änderung"


def test_a_copy_keeps_the_desk_s_ending(kept: list[Backup], desk: Desk) -> None:
    assert beside(desk.path, kept[1]).suffix == desk.path.suffix
