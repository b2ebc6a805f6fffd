"""The claim list on the whole desk: the claims of every article, one switch, the way there and
back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.saved_filters import SaveFilter
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.choose_article import ChooseArticleDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models.claim_columns import place
from claimdesk.ui.models.wide_claims import WideClaimsModel
from claimdesk.ui.views.claim_list import ClaimListView
from claimdesk.ui.workspace import Workspace
from tests.support.claim_list import shown

Press = Callable[..., None]

SWITCH = "Ctrl+Shift+L"
ALL = 183
ARTICLE = place(ClaimColumn.ARTICLE)


@pytest.fixture
def other(desk_file: Path, window: MainWindow) -> int:
    """A second article with three claims."""
    assert window.workspace
    desk = window.workspace.desk
    desk.run(AddArticle(ArticleData("Ein zweiter Text")))
    assert desk.settle(10_000)
    [article] = [one.id for one in queries.article_rows(desk.read) if "zweiter" in one.data.title]
    for statement in ("Erste Aussage", "Zweite Aussage", "Dritte Aussage"):
        desk.run(AddClaim(article, statement))
    assert desk.settle(10_000)
    return article


@pytest.fixture
def workspace(window: MainWindow, other: int) -> Workspace:
    assert window.workspace
    return window.workspace


def settled(view: ClaimListView, qtbot: QtBot) -> list[int]:
    qtbot.waitUntil(lambda: not view.model.is_loading)
    return list(view.model.ids)


def test_the_switch_shows_every_articles_claims_and_says_so(
    workspace: Workspace, window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    claims = workspace.list
    chosen = workspace.selection.claim
    assert claims.table.isColumnHidden(ARTICLE)
    press(SWITCH)
    assert len(settled(claims, qtbot)) == ALL
    assert claims.head.scope.isChecked()
    assert window.actions_["show_whole_desk"].isChecked()
    assert not claims.table.isColumnHidden(ARTICLE)
    assert workspace.selection.claim == chosen
    by_article = next(
        one for one in claims.head._order_button.menu().actions() if one.text() == "by article"
    )
    assert by_article.isVisible()
    by_article.trigger()
    assert claims.model.order.column is ClaimColumn.ARTICLE
    press(SWITCH)
    assert len(claims.model.ids) == 180
    assert claims.model.order == ClaimSort(), "one article has no order by article"
    assert not by_article.isVisible()
    assert claims.table.isColumnHidden(ARTICLE)
    assert not window.actions_["show_whole_desk"].isChecked()


def test_a_row_leads_to_its_article_and_alt_left_back(
    workspace: Workspace, other: int, press: Press, qtbot: QtBot
) -> None:
    selection, first = workspace.selection, workspace.selection.article
    before = selection.claim
    press(SWITCH)
    ids = settled(workspace.list, qtbot)
    far = next(
        row.id for row in queries.claim_rows(workspace.desk.read, ids) if row.article == other
    )
    selection.choose(far)
    assert selection.article == other
    assert workspace.text is not None
    assert len(workspace.list.model.ids) == ALL
    press("Alt+Left")
    assert (selection.article, selection.claim, selection.whole_desk) == (first, before, True)
    press("Alt+Left")
    assert (selection.article, selection.claim, selection.whole_desk) == (first, before, False)
    assert len(workspace.list.model.ids) == 180


def test_an_article_chosen_in_the_sidebar_is_shown_alone(
    workspace: Workspace, other: int, press: Press, qtbot: QtBot
) -> None:
    press(SWITCH)
    settled(workspace.list, qtbot)
    workspace.selection.choose_article(other)
    assert len(workspace.list.model.ids) == 3
    assert not workspace.list.head.scope.isChecked()
    assert workspace.selection.claim in workspace.list.model.ids


def test_filters_count_and_narrow_what_is_shown(
    workspace: Workspace, press: Press, qtbot: QtBot
) -> None:
    assert workspace.filtering
    filters = workspace.filtering.view
    of_article = filters.model.rows[0].count
    press(SWITCH)
    qtbot.waitUntil(lambda: filters.model.rows[0].count == of_article + 3)
    press("L")
    assert len(settled(workspace.list, qtbot)) == of_article + 3
    press(SWITCH)
    assert len(workspace.list.model.ids) == of_article
    assert filters.model.rows[0].count == of_article


def test_an_article_is_chosen_by_a_part_of_its_title(
    workspace: Workspace, window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    window.actions_["filter_article"].trigger()
    dialog = window.findChild(ChooseArticleDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.found.rowCount() == 2)
    qtbot.keyClicks(dialog.search, "zweit")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert workspace.selection.whole_desk
    qtbot.waitUntil(lambda: not workspace.list.model.is_loading and shown(workspace.list) == 3)
    assert workspace.list.head.line.chips.words() == ["article: Ein zweiter Text"]
    press(SWITCH)
    assert shown(workspace.list) == 180
    assert not workspace.list.claim_filter.is_narrowed


def test_a_saved_filter_that_names_an_article_shows_the_whole_desk(
    workspace: Workspace, other: int, qtbot: QtBot
) -> None:
    assert workspace.filtering
    filters = workspace.filtering.view
    wanted = ClaimFilter(
        articles=frozenset({queries.article(workspace.desk.read, other).public_id})
    )
    workspace.desk.run(SaveFilter("The second one", wanted))
    assert workspace.desk.settle()
    qtbot.waitUntil(lambda: filters.model.rows[-1].name == "The second one")
    assert filters.model.rows[-1].count == 3
    filters.list.clicked.emit(filters.model.index(len(filters.model.rows) - 1))
    assert workspace.selection.whole_desk
    qtbot.waitUntil(lambda: not workspace.list.model.is_loading and shown(workspace.list) == 3)


def test_an_edit_by_another_program_is_seen_within_a_second(
    workspace: Workspace, press: Press, qtbot: QtBot
) -> None:
    press(SWITCH)
    ids = settled(workspace.list, qtbot)
    other = Desk(workspace.desk.path, Person("Bo", "00000000-0000-7000-8000-0000000000b0"))
    try:
        other.run(SetStatus((ids[5],), Status.FALSE, ""))
        assert other.settle(10_000)
    finally:
        other.close()

    def is_shown() -> bool:
        row = workspace.list.model.row_of(ids[5])
        held = workspace.list.model.row_at(row) if row is not None else None
        return held is not None and held.status is Status.FALSE

    qtbot.waitUntil(is_shown, timeout=1_000)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("sort"), st.sampled_from(list(ClaimColumn)), st.booleans()),
        st.tuples(
            st.just("filter"), st.sets(st.sampled_from(list(Status)), max_size=3), st.booleans()
        ),
        st.tuples(st.just("edit"), st.integers(0, 182), st.sampled_from(list(Status)[:6])),
        st.just(("undo",)),
    ),
    max_size=8,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_the_list_is_the_one_that_the_desk_gives(
    steps: list[tuple[object, ...]], desk: Desk, qtbot: QtBot
) -> None:
    model = WideClaimsModel(desk)
    every = list(queries.claim_ids(desk.read, ClaimFilter(), ClaimSort()))
    model.set_filter(ClaimFilter())
    for step in steps:
        match step:
            case ("sort", ClaimColumn() as column, bool(down)):
                model.set_order(ClaimSort(column, down))
            case ("filter", set(statuses), bool(left)):
                model.set_filter(ClaimFilter(statuses=frozenset(statuses), left=left))
            case ("edit", int(at), Status() as status):
                desk.run(SetStatus((every[at % len(every)],), status, ""))
            case ("undo",):
                desk.undo()
        assert desk.settle(10_000)
    qtbot.waitUntil(lambda: not model.is_loading)
    assert model.chosen is not None
    assert list(model.ids) == list(queries.claim_ids(desk.read, model.chosen, model.order))
    model.deleteLater()
