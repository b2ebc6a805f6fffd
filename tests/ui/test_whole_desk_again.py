"""Who worked in the claims of the whole desk comes back to them after a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.widgets.progress import AFTER

Press = Callable[..., None]
Open = Callable[[Path | None], MainWindow]
ADA = Person.named("Ada Ärmel")
UNCHECKED = ClaimFilter(statuses=frozenset({Status.UNCHECKED}))


@pytest.fixture
def two_articles(desk_file: Path) -> Path:
    with Store(desk_file) as store:
        store.run(AddArticle(ArticleData("Ein zweiter Text")), ADA)
        for statement in ("Erste Aussage", "Zweite Aussage", "Dritte Aussage"):
            store.run(AddClaim(2, statement), ADA)
    return desk_file


def loaded(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace
    model = window.workspace.list.model
    qtbot.waitUntil(lambda: model.is_wide and not model.is_loading)


def on_whole_desk(window_on: Open, desk: Path, qtbot: QtBot) -> MainWindow:
    window = window_on(desk)
    assert window.workspace
    window.workspace.selection.show_whole_desk(True)
    loaded(window, qtbot)
    return window


def test_article_claim_filter_order_and_the_whole_desk_come_back(
    window_on: Open, two_articles: Path, press: Press, qtbot: QtBot
) -> None:
    window = window_on(two_articles)
    workspace = window.workspace
    assert workspace
    press("Ctrl+Shift+L")
    loaded(window, qtbot)
    workspace.list.model.set_order(ClaimSort(ClaimColumn.STATEMENT, True))
    workspace.list.show_filter(UNCHECKED)
    loaded(window, qtbot)
    [claim] = [
        row.id
        for row in queries.claim_rows(workspace.desk.read, workspace.list.model.ids)
        if row.statement.startswith("Zweite")
    ]
    workspace.selection.choose(claim)
    shown = list(workspace.list.model.ids)
    window.close()
    window = window_on(two_articles)
    loaded(window, qtbot)
    workspace = window.workspace
    assert workspace
    assert workspace.list.claim_filter == UNCHECKED
    assert list(workspace.list.model.ids) == shown
    assert (workspace.selection.claim, workspace.selection.article) == (claim, 2)
    row = workspace.list.model.row_of(claim)
    assert workspace.list.table.currentIndex().row() == row
    assert workspace.list.table.visualRect(workspace.list.table.currentIndex()).top() >= 0
    assert window.actions_["show_whole_desk"].isChecked()
    assert workspace.filtering
    assert workspace.filtering.view.scope.text() == "whole desk"


def test_who_left_the_whole_desk_comes_back_to_the_article(
    window_on: Open, two_articles: Path, press: Press, qtbot: QtBot
) -> None:
    window = window_on(two_articles)
    press("Ctrl+Shift+L")
    loaded(window, qtbot)
    press("Ctrl+Shift+L")
    window.close()
    window = window_on(two_articles)
    assert window.workspace
    assert not window.workspace.selection.whole_desk
    assert window.workspace.filtering
    assert window.workspace.filtering.view.scope.text() == "this article"


def test_a_list_that_takes_long_says_so_and_can_be_left(
    window_on: Open, two_articles: Path, qtbot: QtBot
) -> None:
    window = on_whole_desk(window_on, two_articles, qtbot)
    workspace = window.workspace
    assert workspace
    claims = workspace.list
    claims.model.loading.emit(400_000, 1_000_000)
    assert not claims.reading.line.isVisible(), "most are read before one could read that"
    qtbot.waitUntil(claims.reading.line.isVisible, timeout=AFTER + 2_000)
    assert claims.reading.line.words.text() == "Reading the claims …"
    assert claims.reading.line.bar.value() == 400
    claims.reading.line.stop.click()
    assert not workspace.selection.whole_desk
    assert not claims.reading.line.isVisible()
    assert len(claims.model.ids) < 183


def test_an_edit_that_is_stored_while_the_desk_is_closed_is_shown_no_more(
    window_on: Open, two_articles: Path, qtbot: QtBot
) -> None:
    window = on_whole_desk(window_on, two_articles, qtbot)
    workspace = window.workspace
    assert workspace
    first = workspace.list.model.ids[0]
    workspace.desk.run(SetStatus((first,), Status.FALSE))
    assert workspace.desk.settle()  # an edit makes the model open a reader of its own
    workspace.desk.run(SetStatus((first,), Status.VERIFIED))
    window.close_desk()  # an exception in a slot fails the test
    with Reader(two_articles) as read:
        assert queries.claim_rows(read, [first])[0].status is Status.VERIFIED
