"""Sheets, spreadsheets and dossiers come in through the window, each looked at first."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.sheet import Column
from claimdesk.domain.status import Status
from claimdesk.services.exporters.export import export
from claimdesk.store import create_desk, queries
from claimdesk.ui.dialogs import article_box
from claimdesk.ui.dialogs.dossier import DossierDialog
from claimdesk.ui.dialogs.import_text import ImportDialog
from claimdesk.ui.dialogs.sheet_changes import SheetChangesDialog
from claimdesk.ui.dialogs.spreadsheet import SpreadsheetDialog
from claimdesk.ui.main_window import MainWindow

Press = Callable[..., None]
Opened = Callable[[type[QDialog]], Any]
AT = {column: place for place, column in enumerate(Column)}


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


@pytest.fixture
def opened(qtbot: QtBot, asked: Callable[[type[QDialog]], QDialog]) -> Opened:
    """The dialog of a kind, once the file was looked at."""

    def opened(kind: type[QDialog]) -> QDialog:
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=20_000)
        return asked(kind)

    return opened


def dossier(window: MainWindow) -> Any:
    assert window.workspace
    read = window.workspace.desk.read
    return queries.dossier(read, queries.article_ids(read)[0])


def row(window: MainWindow, number: int) -> Any:
    return next(claim for claim in dossier(window).claims if claim.row.number == number)


@pytest.fixture
def sheet(window: MainWindow, tmp_path: Path) -> Path:
    """The sample's sheet with three cells changed, one of them also in the desk."""
    path = tmp_path / "liste.xlsx"
    export(dossier(window), "xlsx", path, language="de", made_at="2022-03-28T12:10:00Z")
    book = openpyxl.load_workbook(path)
    rows = {one[0].value: one for one in book.worksheets[0].iter_rows(min_row=3)}
    rows[2][AT[Column.STATUS]].value = "falsch"
    rows[4][AT[Column.STATEMENT]].value = "In der Liste."
    rows[5][AT[Column.NEW_NOTE]].value = "Bitte nachsehen."
    rows[6][AT[Column.KIND]].value = "Unfug"
    book.save(path)
    held = row(window, 4).row
    desk = window.workspace.desk
    desk.run(EditStatement(held.id, "Im Desk.", held.statement))
    assert desk.settle()
    return path


def settle(window: MainWindow, dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible(), timeout=20_000)
    assert window.workspace.desk.settle(20_000)
    QApplication.processEvents()


def test_a_sheet_by_keyboard(
    window: MainWindow, sheet: Path, opened: Opened, press: Press, qtbot: QtBot
) -> None:
    drop(window, sheet)
    dialog = opened(SheetChangesDialog)
    assert dialog.focusWidget() is dialog.table
    assert [dialog.model.index(at, 0).data() for at in range(4)] == ["2", "4", "5", "6"]
    assert [change.number for change in dialog.model.ticked] == [2, 5], "no conflict, no problem"
    assert "1 was changed in the desk, too" in dialog.head.words
    press("Down")
    assert dialog.before.toPlainText() == "Im Desk."
    assert dialog.after.toPlainText() == "In der Liste."
    press("Space")
    assert dialog.finish.text() == "Take 3 over"
    press("Down", "Space", "Down", "Space")
    assert [change.number for change in dialog.model.ticked] == [2, 4], "a problem takes no tick"
    press("Ctrl+Return")
    settle(window, dialog, qtbot)
    assert row(window, 2).row.status is Status.FALSE
    assert row(window, 4).row.statement == "In der Liste."
    assert all(note.text != "Bitte nachsehen." for note in row(window, 5).notes)
    press("Ctrl+Z")
    assert window.workspace.desk.settle()
    assert row(window, 2).row.status is Status.UNCHECKED
    assert row(window, 4).row.statement == "Im Desk."


def test_ticks_by_mouse_and_by_buttons(window: MainWindow, sheet: Path, opened: Opened) -> None:
    drop(window, sheet)
    dialog = opened(SheetChangesDialog)
    first = dialog.model.index(0, 0)
    assert dialog.model.setData(first, 0, Qt.ItemDataRole.CheckStateRole)
    assert [change.number for change in dialog.model.ticked] == [5]
    dialog.all_.click()
    assert [change.number for change in dialog.model.ticked] == [2, 4, 5]
    dialog.none.click()
    assert not dialog.finish.isEnabled()
    assert dialog.reason.text() == "Tick what is to be taken over."
    assert "Unfug" in dialog.model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.reject()


def test_what_the_desk_changes_under_the_dialog_is_refused(
    window: MainWindow, sheet: Path, opened: Opened, qtbot: QtBot
) -> None:
    drop(window, sheet)
    dialog = opened(SheetChangesDialog)
    dialog.all_.click()
    desk = window.workspace.desk
    desk.run(EditStatement(row(window, 4).row.id, "Noch anders.", "Im Desk."))
    assert desk.settle()
    dialog.finish.click()
    qtbot.waitUntil(lambda: "Noch anders." in dialog.reason.text(), timeout=20_000)
    assert row(window, 2).row.status is Status.UNCHECKED, "all or nothing"
    dialog.reject()


def test_a_sheet_nobody_changed_says_so(window: MainWindow, opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    export(dossier(window), "csv", path, language="en", made_at="2022-03-28T12:10:00Z")
    drop(window, path)
    dialog = opened(SheetChangesDialog)
    assert not dialog.finish.isEnabled()
    assert "does not hold already" in dialog.head.words
    dialog.reject()


def test_a_dossier_of_another_desk(
    window: MainWindow, opened: Opened, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    path, other = tmp_path / "r.json", tmp_path / "other.claimdesk"
    export(dossier(window), "json", path, language="en", made_at="2022-03-28T12:10:00Z")
    drop(window, path)
    dialog = opened(DossierDialog)
    press("Return", into=dialog.finish)
    qtbot.waitUntil(lambda: "in this desk already" in dialog.reason.text(), timeout=20_000)
    dialog.reject()
    create_desk(other, title="Anderer")
    assert window.open(other)
    qtbot.waitUntil(lambda: window.workspace.desk.path == other, timeout=20_000)
    drop(window, path)
    dialog = opened(DossierDialog)
    dialog.finish.click()
    settle(window, dialog, qtbot)
    assert len(dossier(window).claims) == 180
    assert window.workspace.selection.article == queries.article_ids(window.workspace.desk.read)[0]


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    path = tmp_path / "fakten.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(
        [("Nr", "Fakt", "OK?", "Dings"), (1, "Es regnet.", "ja", "Amt"), (2, "Es hagelt.", "k", "")]
    )
    path.write_text(text.getvalue(), encoding="cp1252")
    return path


def test_a_foreign_spreadsheet_is_mapped(
    window: MainWindow, foreign: Path, opened: Opened, qtbot: QtBot
) -> None:
    drop(window, foreign)
    dialog = opened(SpreadsheetDialog)
    assert [box.currentText() for box in dialog.columns] == [
        "– not taken –",
        "Statement",
        "Status",
        "– not taken –",
    ]
    assert dialog.model.headerData(1, Qt.Orientation.Horizontal) == "Fakt → Statement"
    assert {word: choice.chosen for word, choice in dialog.statuses.items()} == {
        "ja": Status.VERIFIED,
        "k": Status.UNCHECKED,
    }
    dialog.columns[3].setCurrentIndex(dialog.columns[3].findText("Sources"))
    dialog.columns[3].activated.emit(dialog.columns[3].currentIndex())
    dialog.statuses["k"].choose(Status.FALSE)
    dialog.statuses["k"].activated.emit(0)
    assert "2 claims" in dialog.count.words
    dialog.finish.click()
    settle(window, dialog, qtbot)
    added = [claim for claim in dossier(window).claims if claim.row.number > 180]
    assert [(one.row.statement, one.row.status) for one in added] == [
        ("Es regnet.", Status.VERIFIED),
        ("Es hagelt.", Status.FALSE),
    ]
    assert added[0].evidence[0].source.data.title == "Amt"


def test_its_claims_go_to_the_article_shown_or_to_another_one(
    window: MainWindow, foreign: Path, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_box, "NEWEST", 1)
    desk, shown = window.workspace.desk, window.workspace.selection.article
    for title in ("Zweiter", "Dritter"):
        desk.run(AddArticle(ArticleData(title)))
    assert desk.settle()
    window.workspace.selection.choose_article(shown)
    drop(window, foreign)
    dialog = opened(SpreadsheetDialog)
    combo = dialog.target.combo
    assert dialog.target.chosen == shown
    assert [combo.itemText(row) for row in range(combo.count())][1:] == ["Dritter"]
    combo.setCurrentIndex(1)
    dialog.finish.click()
    settle(window, dialog, qtbot)
    newest = queries.article_ids(desk.read)[0]
    assert len(queries.claim_ids(desk.read, ClaimFilter(newest))) == 2


def test_a_meaning_stands_for_one_column(window: MainWindow, foreign: Path, opened: Opened) -> None:
    drop(window, foreign)
    dialog = opened(SpreadsheetDialog)
    dialog.columns[0].setCurrentIndex(dialog.columns[0].findText("Statement"))
    dialog.columns[0].activated.emit(dialog.columns[0].currentIndex())
    assert dialog.columns[1].currentText() == "– not taken –"
    dialog.columns[0].setCurrentIndex(0)
    dialog.columns[0].activated.emit(0)
    assert dialog.reason.text() == "Say which column holds the statement."
    dialog.reject()


def test_files_follow_each_other(
    window: MainWindow, foreign: Path, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    text, none = tmp_path / "text.txt", tmp_path / "none.xlsx"
    text.write_text("Titel\n\nEin Satz, der etwas sagt.", encoding="utf-8")
    drop(window, none, foreign, text)
    dialog = opened(SpreadsheetDialog)
    assert "none.xlsx" in window.messages.sentence()
    dialog.reject()
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), ImportDialog), timeout=20_000
    )
    opened(ImportDialog).reject()
