"""The model of articles."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.arrival import ARCHIVED, grouped
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.article_words import origin
from claimdesk.ui.models.articles import ArticlesModel, Role


@pytest.fixture
def model(desk: Desk) -> ArticlesModel:
    return ArticlesModel(desk)


def add(desk: Desk, title: str) -> None:
    desk.run(AddArticle(ArticleData(title)))
    assert desk.settle()


def test_qt_finds_the_model_sound(
    model: ArticlesModel, desk: Desk, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    add(desk, "Haushalt 2027")
    qtmodeltester.check(model)


def test_an_article_says_how_far_it_is(model: ArticlesModel) -> None:
    row = model.index(1).data(Role.ARTICLE)
    heard = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"{row.data.title}, {row.checked} of 180 checked"
    tip = model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith(row.data.title)
    assert "unchecked" in tip


def test_progress_follows_edits(model: ArticlesModel, desk: Desk) -> None:
    article = model.id_at(1)
    before = model.index(1).data(Role.ARTICLE).checked
    unchecked = queries.claim_ids(desk.read, ClaimFilter(article, frozenset({Status.UNCHECKED})))
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    desk.run(SetStatus((unchecked[0],), Status.FALSE))
    assert desk.settle()
    assert told == [1]
    assert model.index(1).data(Role.ARTICLE).checked == before + 1


def test_a_new_article_stands_first_and_goes_with_undo(model: ArticlesModel, desk: Desk) -> None:
    old = model.id_at(1)
    add(desk, "Haushalt 2027")
    assert model.index(1).data() == "Haushalt 2027"
    assert model.row_of(old) == 2
    desk.undo()
    assert desk.settle()
    assert model.rowCount() == 2
    assert model.row_of(None) is None


def test_origin_says_when_there_is_no_text(model: ArticlesModel, desk: Desk) -> None:
    assert origin(model.index(1).data(Role.ARTICLE)) == "WELT · 28 March 2022"
    add(desk, "Haushalt 2027")
    assert origin(model.index(1).data(Role.ARTICLE)) == "without text"


STEPS = st.lists(
    st.one_of(
        st.just(("add",)),
        st.tuples(st.just("archive"), st.integers(0, 9), st.booleans()),
        st.just(("undo",)),
        st.tuples(st.just("open"), st.integers(0, 3), st.booleans()),
    ),
    max_size=10,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_the_list_is_the_one_that_the_desk_gives(
    steps: list[tuple[object, ...]], desk: Desk
) -> None:
    """Whatever was done, rows that were put in and taken out one by one come to the same."""
    model = ArticlesModel(desk)
    for step in steps:
        ids = queries.article_ids(desk.read)
        match step:
            case ("add",):
                add(desk, "Noch einer")
            case ("archive", int(at), bool(archived)):
                desk.run(ArchiveArticle(ids[at % len(ids)], archived))
            case ("undo",):
                desk.undo()
            case ("open", int(at), bool(wanted)):
                headings = model.headings
                model.open_group(model.id_at(headings[at % len(headings)]), wanted)
        assert desk.settle()
    shown = [model.id_at(row) for row in range(model.rowCount())]
    expected: list[int] = []
    for code, articles in grouped(queries.arrivals(desk.read), date.today()):
        expected += [code, *(articles if model.is_open(code) else ())]
    assert shown == expected
    model.deleteLater()


def test_a_desk_that_is_closed_is_read_no_more(model: ArticlesModel, desk: Desk) -> None:
    desk.close()
    model.search("words")
    assert not model.is_loading
    assert model.group_of(model.id_at(1)) != ARCHIVED
