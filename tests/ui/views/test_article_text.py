"""The manuscript of the chosen article, kept in step with the desk."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.edit_article import AddArticle, EditArticle
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.ui import theme
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.article_text import ArticleText
from claimdesk.ui.views.manuscript.marks import Marks

Claim = Callable[[int], ClaimRow]


@pytest.fixture
def selection() -> Selection:
    chosen = Selection()
    chosen.choose_article(1)
    return chosen


@pytest.fixture
def text(
    desk: Desk, selection: Selection, qtbot: QtBot, qapp: QApplication
) -> Iterator[ArticleText]:
    theme.apply(qapp, "light")
    view = ArticleText(desk, selection)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show_article()
    view.show()
    QApplication.processEvents()
    yield view
    view.close()


def marks(text: ArticleText) -> Marks:
    return text._marks


def placeholder(text: ArticleText) -> str:
    return text._pane.placeholder


def test_the_newest_revision_stands_there_with_all_its_claims(
    text: ArticleText, desk: Desk
) -> None:
    revision = queries.revision(desk.read, queries.article(desk.read, 1).revision or 0)
    assert text._pane.shown.text == revision.text
    assert text._label == revision.origin
    passages = queries.passages(desk.read, revision.id)
    assert len(list(marks(text))) == len(passages) == 180


def test_title_and_byline_stand_above_it(text: ArticleText, desk: Desk) -> None:
    data = queries.article(desk.read, 1).data
    assert text._title == data.title
    assert data.author
    assert text._byline.startswith(f"{data.author} · ")
    assert "28 March 2022" in text._byline


def test_a_status_repaints_only_its_claim(
    text: ArticleText, desk: Desk, claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(text, "set_passages", told.append)
    row = claim(44)
    desk.run(SetStatus((row.id,), Status.DISPUTED))
    assert desk.settle()
    mark = marks(text).get(row.id)
    assert mark
    assert marks(text).status(mark) is Status.DISPUTED
    assert told == [], "all passages were made anew"


def test_a_claim_set_aside_leaves_the_text_and_comes_back(
    text: ArticleText, desk: Desk, claim: Claim
) -> None:
    row = claim(44).id
    desk.run(SetAsideClaims((row,)))
    assert desk.settle()
    assert marks(text).get(row) is None
    desk.undo()
    assert desk.settle()
    assert marks(text).get(row)


def test_bibliographic_data_show_at_once(text: ArticleText, desk: Desk) -> None:
    desk.run(EditArticle(1, ArticleData("Another title", publisher="Tageblatt")))
    assert desk.settle()
    assert text._title == "Another title"
    assert text._byline == "Tageblatt"


def test_new_bibliographic_data_leave_claim_and_place(
    text: ArticleText, desk: Desk, selection: Selection, claim: Claim, qtbot: QtBot
) -> None:
    selection.choose(claim(120).id)
    qtbot.waitUntil(lambda: text._pane.verticalScrollBar().value() > 0)
    place = text._pane.verticalScrollBar().value()
    data = queries.article(desk.read, 1).data
    with Store(desk.path) as store:
        changed = ArticleData("Another", data.author, data.publisher, data.published)
        store.run(EditArticle(1, changed), Person.named("Ben Ohm"))
    qtbot.waitUntil(lambda: text._title == "Another")
    QApplication.processEvents()
    assert marks(text).chosen == claim(120).id
    assert abs(text._pane.verticalScrollBar().value() - place) < 60


def test_an_article_without_text_says_where_its_claims_are(
    text: ArticleText, desk: Desk, selection: Selection
) -> None:
    desk.run(AddArticle(ArticleData("No text yet")))
    assert desk.settle()
    selection.choose_article(2)
    assert "no text yet" in placeholder(text)
    assert text._title == "No text yet"
    assert list(marks(text)) == []


def test_without_an_article_it_says_nothing(text: ArticleText, selection: Selection) -> None:
    selection.choose_article(None)
    assert placeholder(text) == ""
    assert text._pane.toPlainText().strip() == ""


def test_another_article_s_edit_leaves_it_alone(
    text: ArticleText, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run(AddArticle(ArticleData("Other")))
    assert desk.settle()
    read: list[object] = []
    monkeypatch.setattr(text, "set_text", lambda *words: read.append(words))
    desk.run(EditArticle(2, ArticleData("Other, renamed")))
    assert desk.settle()
    assert read == []


def test_what_waits_beside_one_claim_leaves_the_others_in_the_margin(
    text: ArticleText, desk: Desk
) -> None:
    before = dict(text._pane.layer.margin.notes)
    assert 4 not in before
    desk.run(AskQuestion("Wann?", claims=(4,)))
    assert desk.settle()
    now = dict(text._pane.layer.margin.notes)
    assert now.pop(4).has_question
    assert now == before
    desk.undo()
    assert desk.settle()
    assert text._pane.layer.margin.notes == before


def test_the_tooltip_holds_the_statement(text: ArticleText, claim: Claim) -> None:
    row = claim(44)
    mark = marks(text).get(row.id)
    assert mark
    assert row.statement.split()[0] in text._pane.describe(mark)
    assert text._words(4711) == ""


def test_a_passage_is_shown_with_whole_words_around_it(text: ArticleText) -> None:
    whole = text._pane.shown.text
    start = len(whole) // 2
    start = whole.index(" ", start) + 1
    end = whole.index(" ", start)
    shown = text.around(start, end, 60)
    assert whole[start:end] in shown
    assert len(shown) <= 66
    words = whole.split()
    assert all(word in words for word in shown.replace("…", " ").split())
    assert text.around(0, len(whole), 60) == " ".join(whole.split())
