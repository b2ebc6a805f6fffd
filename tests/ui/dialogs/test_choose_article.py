"""An article among many, found by a part of its title."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.article import ArticleData
from claimdesk.store import queries
from claimdesk.store.queries.choices import ArticleChoice
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs import choose_article
from claimdesk.ui.dialogs.choose_article import ChooseArticleDialog

Show = Callable[[QDialog], None]


@pytest.fixture
def dialog(desk: Desk, show: Show, qtbot: QtBot) -> ChooseArticleDialog:
    for title in ("Straßen in Köln", "Brücken in Köln", "Ein Tag"):
        desk.run(AddArticle(ArticleData(title)))
    assert desk.settle()
    made = ChooseArticleDialog(desk, "One article", "Take")
    show(made)
    qtbot.waitUntil(lambda: made.found.rowCount() == 4)
    return made


def test_typing_finds_and_enter_takes(
    dialog: ChooseArticleDialog, desk: Desk, qtbot: QtBot
) -> None:
    given: list[ArticleChoice] = []
    dialog.given.connect(given.append)
    assert not dialog.finish.isEnabled()
    qtbot.keyClicks(dialog.search, "koln")
    assert dialog.found.rowCount() == 2
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    [found] = given
    assert queries.article(desk.read, found.id).data.title == found.title == "Straßen in Köln"


def test_what_no_title_holds_cannot_be_taken(dialog: ChooseArticleDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "gibtesnicht")
    assert dialog.found.rowCount() == 0
    assert dialog.reason.text() == "Choose an article."
    dialog.reject()


def test_where_many_fit_it_says_how_many_more(
    desk: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose_article, "MOST", 1)
    for title in ("Eins", "Zwei"):
        desk.run(AddArticle(ArticleData(title)))
    assert desk.settle()
    made = ChooseArticleDialog(desk, "One article", "Take")
    assert made.reason.text() == "The articles are being read …"
    show(made)
    qtbot.waitUntil(lambda: made.said.text() == "2 more articles; type on.")
    assert made.found.rowCount() == 1
    made.reject()
