"""The groups of the sidebar: by the day on which articles came in, opened and closed by mouse and
keys; archived ones apart."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.new_desk import new_desk
from claimdesk.domain.arrival import ARCHIVED, TODAY, YESTERDAY
from claimdesk.domain.article import ArticleData
from claimdesk.domain.history import Message
from claimdesk.domain.person import Person
from claimdesk.store import Store
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.articles import Role
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.sidebar import SidebarView

ADA = Person.named("Ada Ärmel")
TITLES = ("Der Haushalt", "Die Brücke", "Das Freibad", "Die Mensa")
DAYS = (0, 0, 1, 400)


@dataclass(frozen=True)
class Earlier:
    """An edit as if made some days ago."""

    days: int
    edit: Any

    def apply(self, work: Any) -> Message:
        then = datetime.now(UTC) - timedelta(days=self.days)
        work.now = then.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        message: Message = self.edit.apply(work)
        return message


def filled(path: Path, days: tuple[int, ...] = DAYS) -> Path:
    new_desk(path, "Desk")
    with Store(path) as store:
        for title, ago in sorted(zip(TITLES, days, strict=True), key=lambda one: -one[1]):
            store.run(Earlier(ago, AddArticle(ArticleData(title))), ADA)
    return path


@pytest.fixture(scope="module")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("desk") / "filled.claimdesk")


@pytest.fixture
def desk_file(filled_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    path.write_bytes(filled_file.read_bytes())
    return path


def shown(sidebar: SidebarView) -> list[str]:
    """Every row, a heading with its count and whether it is open."""
    model, found = sidebar.model, []
    for row in range(model.rowCount()):
        heading = model.index(row).data(Role.HEADING)
        words = model.index(row).data()
        if heading is not None:
            words = f"{'-' if heading.is_open else '+'} {words} {heading.articles}"
        found.append(words)
    return found


LATELY = ["- Today 2", "Die Brücke", "Der Haushalt", "- Yesterday 1", "Das Freibad"]


def the_old_one(sidebar: SidebarView) -> int:
    return sidebar.model.id_at(sidebar.model.rowCount() - 1)


def test_articles_stand_under_the_day_they_came_in(sidebar: SidebarView) -> None:
    rows = shown(sidebar)
    assert rows[:5] == LATELY
    assert rows[-1] == "Die Mensa"
    heard = sidebar.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Today, 2 articles, expanded"


def test_qt_finds_the_model_sound(
    sidebar: SidebarView, desk: Desk, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(sidebar.model)
    sidebar.model.open_group(TODAY, False)
    desk.run(ArchiveArticle(the_old_one(sidebar), True))
    assert desk.settle()
    qtmodeltester.check(sidebar.model)


def click(sidebar: SidebarView, row: int) -> None:
    place = sidebar.list.visualRect(sidebar.model.index(row)).center()
    QTest.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_heading_closes_its_group_and_chooses_nothing(
    sidebar: SidebarView, selection: Selection, qtbot: QtBot
) -> None:
    chosen = sidebar.model.id_at(4)
    selection.choose_article(chosen)
    with qtbot.waitSignal(sidebar.arranged, timeout=1000):
        click(sidebar, 0)
    assert shown(sidebar)[:3] == ["+ Today 2", *LATELY[3:]]
    assert selection.article == chosen
    assert sidebar.list.delegate.chosen == chosen
    click(sidebar, 0)
    assert shown(sidebar)[:5] == LATELY


@pytest.mark.parametrize("keys", [("Left", "Right"), ("Space", "Space"), ("Return", "Return")])
def test_keys_close_and_open_a_group(
    sidebar: SidebarView, selection: Selection, keys: tuple[str, str]
) -> None:
    selection.choose_article(sidebar.model.id_at(2))
    sidebar.list.setFocus()
    QTest.keyClick(sidebar.list, Qt.Key.Key_Left)
    assert sidebar.list.currentIndex().row() == 0, "left leads to the heading"
    close, open_ = (getattr(Qt.Key, f"Key_{key}") for key in keys)
    QTest.keyClick(sidebar.list, close)
    assert shown(sidebar)[:2] == ["+ Today 2", "- Yesterday 1"]
    assert sidebar.list.currentIndex().row() == 0, "the mark stays at the heading"
    assert sidebar.list.delegate.holding == TODAY
    QTest.keyClick(sidebar.list, open_)
    assert shown(sidebar)[:5] == LATELY


def test_the_chosen_article_stays_chosen_in_a_closed_group(
    sidebar: SidebarView, selection: Selection
) -> None:
    chosen = sidebar.model.id_at(1)
    selection.choose_article(chosen)
    for code in (TODAY, YESTERDAY):
        sidebar.model.open_group(code, False)
    assert selection.article == chosen
    sidebar.model.open_group(TODAY, True)
    assert [index.row() for index in sidebar.list.selectedIndexes()] == [1]


def test_archived_articles_stand_apart_and_closed(
    sidebar: SidebarView, selection: Selection, desk: Desk
) -> None:
    chosen = sidebar.model.id_at(1)
    selection.choose_article(chosen)
    desk.run(ArchiveArticle(chosen, True))
    assert desk.settle()
    assert shown(sidebar)[:2] == ["- Today 1", "Der Haushalt"]
    assert shown(sidebar)[-1] == "+ Archived 1"
    assert selection.article == chosen, "one goes on reading it"
    sidebar.model.open_group(ARCHIVED, True)
    assert shown(sidebar)[-2:] == ["- Archived 1", "Die Brücke"]
    assert sidebar.list.currentIndex().row() == sidebar.model.rowCount() - 1
    desk.undo()
    assert desk.settle()
    assert shown(sidebar)[:5] == LATELY
    assert sidebar.list.currentIndex().row() == 1


def test_home_and_end_lead_to_the_ends(sidebar: SidebarView, selection: Selection) -> None:
    sidebar.list.setFocus()
    QTest.keyClick(sidebar.list, Qt.Key.Key_End)
    assert selection.article == the_old_one(sidebar)
    QTest.keyClick(sidebar.list, Qt.Key.Key_Home)
    assert sidebar.list.currentIndex().row() == 0


class Below(QWidget):
    """What wants room under the articles."""

    def sizeHint(self) -> QSize:
        return QSize(100, 200)


@pytest.mark.parametrize(("height", "wants_more"), [(900, False), (400, True)])
def test_what_stands_below_keeps_its_room(
    sidebar: SidebarView, height: int, wants_more: bool
) -> None:
    below = Below(sidebar)
    sidebar.add_below(below)
    below.show()
    sidebar.resize(220, height)
    QApplication.processEvents()
    rows = sidebar.list.rows_height()
    room = height - sidebar.list.mapTo(sidebar, QPoint(0, 0)).y()
    if wants_more:
        assert sidebar.list.height() + below.height() == room
        assert below.height() >= round(0.45 * room) - 1
    else:
        assert rows <= sidebar.list.height() <= rows + 4
        assert below.height() == 200


def test_closed_groups_come_back(sidebar: SidebarView, desk: Desk, qtbot: QtBot) -> None:
    sidebar.model.open_group(YESTERDAY, False)
    again = SidebarView(desk, Selection())
    qtbot.addWidget(again)
    again.restore_state(sidebar.save_state())
    assert shown(again) == shown(sidebar)


@pytest.mark.parametrize("memory", [None, {"a": 1}, [None, "x", 7, [1]], ["-1"]])
def test_a_memory_that_makes_no_sense_closes_nothing(sidebar: SidebarView, memory: Any) -> None:
    sidebar.restore_state({"closed": memory})
    assert shown(sidebar)[:5] == LATELY


def test_the_list_stays_where_it_was_scrolled_to(
    sidebar: SidebarView, selection: Selection, desk: Desk
) -> None:
    selection.choose_article(sidebar.model.id_at(1))
    sidebar.resize(220, 190)
    QApplication.processEvents()
    bar = sidebar.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    row = sidebar.list.rowAt(40)
    before = sidebar.model.id_at(row), sidebar.list.rowViewportPosition(row)
    desk.run(AddArticle(ArticleData("Ein Neuer")))
    assert desk.settle()
    QApplication.processEvents()
    now = sidebar.model.row_of(before[0])
    assert now == row + 1
    assert sidebar.list.rowViewportPosition(now) == before[1]


def test_tomorrow_it_came_in_yesterday(
    sidebar: SidebarView, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimdesk.ui.models import articles

    class Tomorrow(articles.date):
        @classmethod
        def today(cls) -> "Tomorrow":
            day = articles.date.fromordinal(super().today().toordinal() + 1)
            return cls(day.year, day.month, day.day)

    monkeypatch.setattr(articles, "date", Tomorrow)
    sidebar.model.look_at_the_day()
    assert shown(sidebar)[0] == "- Yesterday 2"
