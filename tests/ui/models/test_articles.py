"""The model of articles."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.set_status import SetStatus
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
