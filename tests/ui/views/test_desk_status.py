"""The status bar: how far, which revision, which desk, when saved."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.status import Status
from claimdesk.i18n import use_language
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.views.desk_status import DeskStatus


@pytest.fixture
def bar(qtbot: QtBot) -> DeskStatus:
    made = DeskStatus()
    qtbot.addWidget(made)
    return made


def words(bar: DeskStatus) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.text()]


def test_counts_revision_and_desk(bar: DeskStatus, desk: Desk) -> None:
    bar.show_desk(desk, queries.article(desk.read, 1))
    assert words(bar) == [
        "168 of 180 checked · 3 in progress",
        "revision 1",
        "Sample desk: desk",
    ]


def test_in_german(bar: DeskStatus, desk: Desk) -> None:
    use_language("de")
    bar.show_desk(desk, queries.article(desk.read, 1))
    assert words(bar) == [
        "168 von 180 geprüft · 3 in Prüfung",
        "Fassung 1",
        "Beispiel-Desk: desk",
    ]


def test_what_was_left_out_is_said_and_is_not_counted_as_checked(
    bar: DeskStatus, desk: Desk
) -> None:
    desk.run(SetStatus((1, 2), Status.LEFT_OUT, "no time"))
    assert desk.settle()
    bar.show_desk(desk, queries.article(desk.read, 1))
    assert words(bar)[0].endswith("2 left unchecked on purpose")


def test_the_whole_path_is_the_tooltip(bar: DeskStatus, desk: Desk) -> None:
    bar.show_desk(desk, None)
    [name] = [label for label in bar.findChildren(QLabel) if label.text()]
    assert name.toolTip() == str(desk.path)


def test_the_time_is_local_and_goes_with_the_desk(bar: DeskStatus, desk: Desk) -> None:
    bar.show_desk(desk, None)
    moment = datetime(2026, 3, 1, 12, 30, 15, tzinfo=UTC)
    bar.show_saved(None)
    assert not any("saved" in word for word in words(bar))
    bar.show_saved(moment)
    assert f"saved {moment.astimezone():%H:%M:%S}" in words(bar)
    bar.show_desk(None, None)
    assert words(bar) == []


def test_a_desk_s_name_is_never_read_as_html(bar: DeskStatus, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "<b>bold<i>.claimdesk"
    new_desk(path, "x")
    from claimdesk.domain.person import Person

    opened = Desk(path, Person.named("Ada Ärmel"))
    bar.show_desk(opened, None)
    [label] = [label for label in bar.findChildren(QLabel) if label.text()]
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "Desk: <b>bold<i>"
    opened.close()


def test_an_article_without_text_has_no_revision(bar: DeskStatus, desk: Desk) -> None:
    desk.run(AddArticle(ArticleData("No text")))
    assert desk.settle()
    bar.show_desk(desk, queries.article(desk.read, 1))
    bar.show_desk(desk, queries.article(desk.read, 2))
    assert words(bar) == ["0 of 0 checked", "Sample desk: desk"]


def test_it_follows_edits(window: MainWindow, press: Callable[..., None]) -> None:
    before = words(window.status)
    press("2")
    assert window.workspace
    assert window.workspace.desk.settle()
    assert "169 of 180 checked · 3 in progress" in words(window.status) != before
    assert any(word.startswith("saved ") for word in words(window.status))


def test_open_questions_are_counted(bar: DeskStatus, desk: Desk) -> None:
    desk.run(AskQuestion("Wer?", claims=(1, 2)))
    desk.run(AskQuestion("Was?", article=1))
    assert desk.settle()
    bar.show_desk(desk, queries.article(desk.read, 1))
    assert words(bar)[0].endswith("3 open questions")


def test_the_window_counts_them_at_once(window: MainWindow) -> None:
    assert window.workspace
    window.workspace.desk.run(AskQuestion("Was?", article=1))
    assert window.workspace.desk.settle()
    assert words(window.status)[0].endswith("1 open question")
