"""What is done with whole desks and articles: by keyboard, in Qt's own file dialog."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.dialogs.about import AboutDialog
from claimdesk.ui.dialogs.article_data import ArticleDialog
from claimdesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups

Press = Callable[..., None]
Open = Callable[[Path | None], MainWindow]


@pytest.fixture(autouse=True)
def qt_s_own_file_dialog(qapp: QApplication) -> Iterator[None]:
    """The same dialog everywhere, which takes keys."""
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(native, True)
    yield
    QCoreApplication.setAttribute(native, False)


class Files:
    """Answers the file dialog that is open, and waits for the work that follows."""

    def __init__(self, window: MainWindow, qtbot: QtBot, press: Press, asked: Any) -> None:
        self._window, self._qtbot, self._press, self._asked = window, qtbot, press, asked

    def answer(self, path: Path | str) -> None:
        """Type a path and press Enter."""
        self._asked(QFileDialog)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit), "one cannot type at once"
        field.setCompleter(None)  # its list of names pops up whenever the disk has answered
        field.selectAll()
        QTest.keyClicks(field, str(path))
        self._press("Return")

    def done(self) -> str:
        """What the message bar says once it is through."""
        self._qtbot.waitUntil(lambda: not self._window.files.is_busy, timeout=20_000)
        return self._window.messages.sentence()


@pytest.fixture
def files(window: MainWindow, qtbot: QtBot, press: Press, asked: Any) -> Files:
    return Files(window, qtbot, press, asked)


def still_open(window: MainWindow, desk: Path) -> bool:
    return window.workspace is not None and window.workspace.desk.path == desk


# desks


def test_a_new_desk_is_made_and_opened(
    window: MainWindow, files: Files, press: Press, tmp_path: Path
) -> None:
    press("Ctrl+N")
    files.answer(tmp_path / "second")
    files.done()
    assert still_open(window, tmp_path / "second.claimdesk")
    assert window.workspace
    assert window.workspace.article is None
    assert window.windowTitle() == "second – Claimdesk"
    assert examine(tmp_path / "second.claimdesk") == []


@pytest.mark.parametrize("name", ["desk.claimdesk", "other.claimdesk"])
def test_a_new_desk_never_takes_the_place_of_another(
    window: MainWindow, files: Files, press: Press, desk_file: Path, name: str
) -> None:
    path = desk_file.with_name(name)
    if path != desk_file:
        new_desk(path, "other")
    before = path.read_bytes()
    press("Ctrl+N")
    files.answer(path)
    assert "is there already" in files.done()
    assert path.read_bytes() == before
    assert still_open(window, desk_file)


def test_a_new_desk_where_none_can_be_says_so(
    window: MainWindow, files: Files, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    window.files._make_desk(tmp_path / "file" / "x.claimdesk")
    assert "x.claimdesk" in files.done()
    assert window.workspace


def test_another_desk_is_opened_by_keys(
    window: MainWindow, files: Files, press: Press, tmp_path: Path
) -> None:
    new_desk(tmp_path / "other.claimdesk", "other")
    press("Ctrl+O")
    files.answer(tmp_path / "other.claimdesk")
    assert still_open(window, tmp_path / "other.claimdesk")


def _text_file(path: Path) -> None:
    path.write_text("This is no desk.")


def _newer(path: Path) -> None:
    new_desk(path, "newer")
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 9999")
    raw.close()


def _hostile(path: Path) -> None:
    new_desk(path, "hostile")
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TRIGGER t AFTER UPDATE ON claim BEGIN DELETE FROM note; END")
    raw.close()


@pytest.mark.parametrize("make", [_text_file, _newer, _hostile, None])
def test_what_is_no_fit_desk_is_refused_and_the_open_one_stays(
    window: MainWindow, desk_file: Path, tmp_path: Path, press: Press, make: Any
) -> None:
    path = tmp_path / "bad.claimdesk"
    if make:
        make(path)
    before = path.read_bytes() if make else None
    claim = window.workspace and window.workspace.selection.claim
    assert not window.open(path)
    sentence = window.messages.sentence()
    assert "bad.claimdesk" in sentence
    assert window.messages.isVisible()
    assert sentence.count(". ") <= 1
    assert (path.read_bytes() if make else None) == before
    assert still_open(window, desk_file)
    assert window.workspace
    assert window.workspace.selection.claim == claim
    press("6")
    assert window.workspace.desk.settle()
    assert path not in window.memory.recent


def test_recent_desks_are_offered_newest_first(
    window: MainWindow, desk_file: Path, tmp_path: Path
) -> None:
    gone, other = tmp_path / "gone.claimdesk", tmp_path / "other.claimdesk"
    for path in (gone, other):
        new_desk(path, path.stem)
        assert window.open(path)
    window.open(desk_file)
    gone.unlink()
    [menu] = [menu for menu in window.findChildren(QMenu) if menu.objectName() == "recent_desks"]
    menu.aboutToShow.emit()
    assert [entry.text() for entry in menu.actions()] == ["desk", "other"]
    assert menu.toolTipsVisible()
    assert menu.actions()[1].toolTip() == str(other)
    menu.actions()[1].trigger()
    assert still_open(window, other)


def test_with_no_recent_desk_the_menu_says_so(window_on: Open) -> None:
    window = window_on(None)
    menu = QMenu()
    window.files.fill_recent(menu)
    assert [(entry.text(), entry.isEnabled()) for entry in menu.actions()] == [("none yet", False)]


def test_names_with_ampersands_stay_readable(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "Fish & Chips.claimdesk"
    new_desk(path, "x")
    window.open(path)
    menu = QMenu()
    window.files.fill_recent(menu)
    assert menu.actions()[0].text() == "Fish && Chips"


# copies


def test_a_copy_holds_the_edit_just_made(
    window: MainWindow, files: Files, press: Press, tmp_path: Path
) -> None:
    press("6", "Ctrl+Shift+S")
    files.answer(tmp_path / "copy.claimdesk")
    assert files.done() == f"Copied to “{tmp_path / 'copy.claimdesk'}”."
    read = Reader(tmp_path / "copy.claimdesk")
    assert queries.claim_rows(read, [2])[0].status is Status.DISPUTED
    read.close()
    assert examine(tmp_path / "copy.claimdesk") == []
    assert window.workspace
    assert window.workspace.desk.path.name == "desk.claimdesk"


def test_a_copy_onto_the_desk_itself_is_refused(
    window: MainWindow, files: Files, desk_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.claimdesk").symlink_to(desk_file)
    for path in (desk_file, tmp_path / "link.claimdesk"):
        window.files._copy(window.workspace.desk.read, path)
        assert "the open desk itself" in files.done()
    assert examine(desk_file) == []


def test_a_copy_replaces_an_older_copy(window: MainWindow, files: Files, desk_file: Path) -> None:
    copy = desk_file.with_name("copy.claimdesk")
    copy.write_text("old")
    window.files._copy(window.workspace.desk.read, copy)
    assert "Copied" in files.done()
    assert examine(copy) == []
    assert {path.name for path in copy.parent.iterdir() if path.name.startswith(".")} == set()


def test_a_copy_spares_a_desk_that_is_open_elsewhere(
    window: MainWindow, files: Files, desk_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.claimdesk"
    new_desk(other, "other")
    raw = sqlite3.connect(other)
    raw.execute("SELECT * FROM article").fetchall()
    before = other.read_bytes()
    window.files._copy(window.workspace.desk.read, other)
    assert "is open in a program" in files.done()
    assert other.read_bytes() == before
    raw.close()


def test_a_copy_that_cannot_be_written_says_so(
    window: MainWindow, files: Files, desk_file: Path, tmp_path: Path
) -> None:
    window.files._copy(window.workspace.desk.read, tmp_path / "nowhere" / "copy.claimdesk")
    assert "copy.claimdesk" in files.done()


# the sample


def test_the_sample_is_made_once_and_opened(window_on: Open, qtbot: QtBot) -> None:
    window = window_on(None)
    with qtbot.waitSignal(window.ready, timeout=30_000):
        window.actions_["open_sample"].trigger()
        assert window.messages.sentence()
    assert window.workspace
    path = window.workspace.desk.path
    assert path.name == "sample-en.claimdesk"
    assert window.workspace.desk.info.sample
    assert not window.messages.isVisible()
    made = path.stat().st_ino
    window.close_desk()
    window.actions_["open_sample"].trigger()
    assert still_open(window, path)
    assert path.stat().st_ino == made


def test_a_sample_that_cannot_be_made_says_so(
    window_on: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path / "file"))
    window = window_on(None)
    window.files.open_sample()
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    assert "sample-en.claimdesk" in window.messages.sentence()
    assert window.pages.currentWidget() is window.welcome


# articles


def test_a_new_article_is_added_and_turned_to(window: MainWindow, press: Press, asked: Any) -> None:
    window.actions_["new_article"].trigger()
    QTest.keyClicks(asked(ArticleDialog).title, "Second")
    press("Ctrl+Return")
    assert window.workspace
    assert window.workspace.desk.settle()
    QApplication.processEvents()
    article = window.workspace.article
    assert article
    assert article.data.title == "Second"
    assert window.workspace.selection.claim is None
    assert "no text yet" in window.workspace.text._pane.placeholder  # type: ignore[union-attr]
    assert not window.actions_["status_verified"].isEnabled()


def test_the_first_article_of_an_empty_desk_is_turned_to(
    window_on: Open, press: Press, asked: Any, tmp_path: Path
) -> None:
    new_desk(tmp_path / "empty.claimdesk", "empty")
    window = window_on(tmp_path / "empty.claimdesk")
    window.files.new_article()
    dialog = asked(ArticleDialog)
    QTest.keyClicks(dialog.title, "First")
    press("Ctrl+Return", into=dialog.title)
    assert window.workspace
    assert window.workspace.desk.settle()
    QApplication.processEvents()
    assert window.workspace.article
    assert window.workspace.article.data.title == "First"


def test_bibliographic_data_are_edited(window: MainWindow, press: Press, asked: Any) -> None:
    window.actions_["article_data"].trigger()
    dialog = asked(ArticleDialog)
    dialog.title.selectAll()
    QTest.keyClicks(dialog.title, "Renamed")
    press("Ctrl+Return", into=dialog.title)
    assert window.workspace
    assert window.workspace.desk.settle()
    assert window.workspace.article
    assert window.workspace.article.data.title == "Renamed"
    assert isinstance(window.workspace.article.data, ArticleData)
    assert window.windowTitle().startswith("Renamed")


def test_about_says_what_this_is(window: MainWindow, press: Press, asked: Any) -> None:
    window.actions_["about"].trigger()
    assert "MIT" in asked(AboutDialog).details.text()
    press("Esc")
    assert QApplication.activeModalWidget() is None


def test_the_folder_of_the_last_report_is_offered_while_it_is_there(
    window: MainWindow, tmp_path: Path
) -> None:
    window.memory.put("folder", str(tmp_path))
    assert window.files.folder() == tmp_path
    for gone in (str(tmp_path / "gone"), 7, None):
        window.memory.put("folder", gone)
        assert window.files.folder() == Path.home()


def test_file_dialogs_do_not_pile_up(window: MainWindow, press: Press) -> None:
    for key in ("Ctrl+O", "Ctrl+N"):
        press(key)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(QFileDialog) == []


def test_a_desk_that_goes_away_is_said_and_can_be_rescued(
    window: MainWindow, files: Files, desk_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.workspace
    window.workspace.desk.run(SetStatus((2,), Status.DISPUTED))
    assert window.workspace.desk.settle()
    desk_file.rename(tmp_path / "gone")
    qtbot.waitUntil(lambda: "moved, deleted or replaced" in window.messages.sentence())
    window.workspace.desk.run(SetStatus((2,), Status.FALSE))
    assert window.workspace.desk.settle()
    assert "moved, deleted or replaced" in window.messages.sentence()
    window.files._copy(window.workspace.desk.read, tmp_path / "rescued.claimdesk")
    assert "Copied" in files.done()
    read = Reader(tmp_path / "rescued.claimdesk")
    assert queries.claim_rows(read, [2])[0].status is Status.DISPUTED
    read.close()
