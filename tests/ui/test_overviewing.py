"""The overview of the real window: counted, read by keys, followed to its claims, exported."""

import csv
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import Badge, Kind
from claimdesk.domain.overview import TimeSpan
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store
from claimdesk.ui.dialogs.overview import OverviewWindow
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.views.overview.drawing import Place
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
"""The offscreen platform has no windows that lie over each other."""

WindowOn = Callable[[Path], MainWindow]


@pytest.fixture
def view(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> OverviewWindow:
    return opened(window, qtbot)


def opened(window: MainWindow, qtbot: QtBot) -> OverviewWindow:
    window.actions_["show_overview"].trigger()
    assert window.workspace is not None
    assert window.workspace.overviewing is not None
    shown = window.workspace.overviewing.view
    qtbot.waitUntil(shown.export.isEnabled)
    return shown


def settled(workspace: Workspace, qtbot: QtBot) -> None:
    assert workspace.overviewing is not None
    overviewing = workspace.overviewing
    qtbot.waitUntil(lambda: overviewing._task is None and not overviewing._later.isActive())


def test_its_key_opens_it(window: MainWindow, press: Callable[..., None], qtbot: QtBot) -> None:
    press("Ctrl+Shift+O")
    assert window.workspace is not None
    assert window.workspace.overviewing is not None
    qtbot.waitUntil(window.workspace.overviewing.view.isVisible)


def counted(view: OverviewWindow, status: Status) -> int:
    """How many claims of the first article have a status, as it is drawn."""
    parts = view.sections[0].chart.bars[0].parts
    return sum(part.count for part in parts if part.status is status)


def test_it_keeps_in_step_with_the_desk(
    view: OverviewWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    before = counted(view, Status.FALSE)
    claim = workspace.list.next_unchecked(None)
    assert claim is not None
    workspace.desk.run(SetStatus((claim,), Status.FALSE))
    qtbot.waitUntil(lambda: counted(view, Status.FALSE) == before + 1)
    assert view.sections[1].chart.bars[-1].total == view.sections[0].chart.bars[0].total
    assert workspace.desk.settle()


def test_a_click_on_a_part_leads_to_its_claims(view: OverviewWindow, workspace: Workspace) -> None:
    section = view.sections[0]
    parts = section.chart.bars[0].parts
    place = next(at for at, part in enumerate(parts) if part.status is Status.INACCURATE)
    at = section.view.rect_of(Place(0, place)).center().toPoint()
    QTest.mouseClick(section.view, Qt.MouseButton.LeftButton, pos=at)
    assert workspace.list.claim_filter.statuses == {Status.INACCURATE}
    assert len(workspace.list.model.ids) == parts[place].count


def test_keys_read_bars_and_lead_to_their_claims(
    view: OverviewWindow, workspace: Workspace, press: Callable[..., None], qtbot: QtBot
) -> None:
    chart = view.sections[2].view
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    heard = []
    chart.read.connect(heard.append)
    press("Down", "Right", into=chart)
    bar = chart.chart.bars[1]
    assert heard[-1] == f"{bar.label}: {bar.parts[0].count} {bar.parts[0].words}"
    assert (
        QAccessible.queryAccessibleInterface(chart).text(QAccessible.Text.Description) == heard[-1]
    )
    press("Left", "Up", "Up", into=chart)
    assert heard[-1] == chart.chart.bars[0].words
    press("End", into=chart)
    last = chart.chart.bars[-1]
    assert heard[-1] == last.words
    press("Return", into=chart)
    assert workspace.list.claim_filter.statuses == {Status.FALSE, Status.INACCURATE}
    assert [kind.label for kind in workspace.list.claim_filter.kinds] == [last.label]
    assert workspace.selection.whole_desk
    qtbot.waitUntil(lambda: len(workspace.list.model.ids) == last.total)


def test_days_are_read_from_left_to_right(view: OverviewWindow, press: Callable[..., None]) -> None:
    chart = view.sections[1].view
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.at == Place(len(chart.chart.bars) - 1)
    press("Up", into=chart)
    assert chart.at == Place(len(chart.chart.bars) - 1, 0)
    press("Home", into=chart)
    assert chart.at == Place(0)


def test_a_source_leads_to_a_use_of_it(view: OverviewWindow, workspace: Workspace) -> None:
    chart = view.sections[4].view
    workspace.selection.choose(None)
    at = chart.rect_of(Place(0, 0)).center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert workspace.selection.claim is not None


def test_a_large_number_leads_to_what_it_counts(
    view: OverviewWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    QTest.mouseClick(view.figures.buttons[3], Qt.MouseButton.LeftButton)
    assert workspace.list.claim_filter.badges == {Badge.CORRECTION_PROPOSED}
    QTest.keyClick(view.figures.buttons[0], Qt.Key.Key_Space)
    assert workspace.list.claim_filter.statuses == {Status.UNCHECKED, Status.IN_PROGRESS}
    open_claims = view.figures.figures[0].count
    qtbot.waitUntil(lambda: len(workspace.list.model.ids) == open_claims)


def test_the_same_numbers_stand_in_tables(view: OverviewWindow) -> None:
    view.as_tables.click()
    for section in view.sections:
        assert section.view.isHidden()
        rows = list(section.chart.rows())
        shown = [
            [
                section.model.index(row, column).data()
                for column in range(section.model.columnCount())
            ]
            for row in range(section.model.rowCount())
        ]
        assert len(shown) == len(rows)
        assert [row[0] for row in shown] == [row[0] for row in rows]
        assert all(sum(row[1:-1]) in (0, row[-1]) for row in rows)
    view.as_tables.click()
    assert view.sections[0].view.isVisible()


def test_the_mouse_is_told_what_it_is_over(view: OverviewWindow) -> None:
    chart, reading = view.sections[0].view, view.sections[0].findChildren(ElidedLabel)[1]
    first = chart.chart.bars[0]
    view.spans.setFocus()
    hover(chart, chart.rect_of(Place(0, 0)).center())
    assert reading.text() == f"{first.label}: {first.parts[0].count} verified"
    hover(chart, QPointF(2, 2))
    assert reading.text() == first.words
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert reading.text() == view.sections[0].chart.note


def hover(widget: QWidget, at: QPointF) -> None:
    """Move over it; the pointer of the offscreen platform is elsewhere."""
    nothing = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        widget.mapToGlobal(at),
        nothing,
        nothing,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_archived_articles_count_where_asked_for_and_that_is_remembered(
    window: MainWindow, view: OverviewWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    article = workspace.selection.article
    assert article is not None
    workspace.desk.run(ArchiveArticle(article))
    assert workspace.desk.settle()
    qtbot.waitUntil(lambda: not view.sections[0].chart.bars)
    view.with_archived.click()
    qtbot.waitUntil(lambda: bool(view.sections[0].chart.bars))
    view.spans.setCurrentIndex(view.spans.findData(TimeSpan.WEEK.value))
    settled(workspace, qtbot)
    assert window.memory.section("overview") == {"span": "week", "archived": True}
    assert "Last 7 days" in view.sections[2].chart.note


def test_an_empty_desk_says_what_to_do(window_on: WindowOn, tmp_path: Path, qtbot: QtBot) -> None:
    new_desk(tmp_path / "new.claimdesk", "New")
    view = opened(window_on(tmp_path / "new.claimdesk"), qtbot)
    assert all(
        section.view.isHidden() and not section._empty.isHidden() for section in view.sections
    )
    assert "Ctrl+I" in view.sections[0]._empty.text()
    assert (
        view.figures.buttons[0].accessibleName()
        == "0 claims open, in 0 articles, without archived ones"
    )


def test_a_desk_from_before_there_were_counts_is_counted_first(
    window_on: WindowOn, desk_file: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(desk_file, isolation_level=None)) as connection:
        connection.executescript("DROP TABLE count_day; DROP TABLE count_state")
    view = opened(window_on(desk_file), qtbot)
    assert view.sections[1].chart.bars


def test_many_articles_are_shown_when_asked_for(
    window_on: WindowOn, desk_file: Path, qtbot: QtBot
) -> None:
    with Store(desk_file) as store:
        for place in range(20):
            store.run(AddArticle(ArticleData(title=f"<b>Article</b> {place}")), Person.named("A"))
    view = opened(window_on(desk_file), qtbot)
    section = view.sections[0]
    assert len(section.drawn.bars) == 12
    assert section.more.text() == "Show all 21"
    before = section.view.height()
    section.more.click()
    qtbot.waitUntil(lambda: section.view.height() > before)
    assert len(section.drawn.bars) == 21
    assert section.more.isHidden()


@pytest.mark.parametrize("form", ["png", "svg", "csv"])
def test_it_is_written_to_a_file(
    view: OverviewWindow, workspace: Workspace, tmp_path: Path, form: str, qtbot: QtBot
) -> None:
    path = tmp_path / f"o.{form}"
    [action] = [one for one in view.export.menu().actions() if form.upper() in one.text()]
    action.trigger()
    [dialog] = view.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: path.name in view._said.text())
    match form:
        case "png":
            assert QImage(str(path)).width() == 2000
        case "svg":
            root = ElementTree.fromstring(path.read_text("utf-8"))
            words = " ".join(root.itertext())
            assert "What is missing today" in words
            assert view.sections[0].chart.bars[0].label in words
        case "csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file, delimiter=";"))
            bar = view.sections[0].chart.bars[0]
            assert [
                bar.label,
                *map(str, [part.count for part in bar.parts]),
                str(bar.total),
            ] in rows


def test_what_cannot_be_written_is_said(
    view: OverviewWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    assert workspace.overviewing is not None
    workspace.overviewing.export("png", tmp_path / "nowhere" / "o.png")
    qtbot.waitUntil(lambda: "there is no folder" in view._said.text())


def test_it_goes_with_the_desk(window: MainWindow, view: OverviewWindow) -> None:
    window.close_desk()
    assert view.isHidden()


def test_it_goes_with_the_words_of_another_language(
    window: MainWindow, view: OverviewWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    desk = window.workspace.desk
    with qtbot.waitSignal(window.ready):
        window.rebuild()
    claim = window.workspace.list.next_unchecked(None)
    assert claim is not None
    desk.run(SetStatus((claim,), Status.FALSE))
    assert desk.settle()
    assert opened(window, qtbot) is not view


def test_kinds_are_in_the_language_spoken(view: OverviewWindow) -> None:
    assert {bar.label for bar in view.sections[2].chart.bars} <= {kind.label for kind in Kind}
