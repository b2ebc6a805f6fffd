"""Bibliographic data of an article."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import EditArticle
from claimdesk.domain.article import ArticleData
from claimdesk.i18n import speaking
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.article_data import ArticleDialog

Show = Callable[[QDialog], None]


def test_article_is_added(desk: Desk, qtbot: QtBot, show: Show) -> None:
    dialog = ArticleDialog(desk)
    show(dialog)
    added: list[int] = []
    dialog.added.connect(added.append)
    assert not dialog.finish.isEnabled()
    qtbot.keyClicks(dialog.title, "Budget 2027")
    qtbot.keyClicks(dialog.published.line, "2026-11")
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.finish.click()
    assert desk.settle()
    assert queries.article(desk.read, added[0]).data == ArticleData(
        "Budget 2027", published="2026-11", language="de"
    )


def test_data_is_edited(desk: Desk, qtbot: QtBot, show: Show) -> None:
    held = queries.article(desk.read, 1)
    dialog = ArticleDialog(desk, held)
    show(dialog)
    assert dialog.title.words == held.data.title
    dialog.author.setText("Ada")
    dialog.finish.click()
    assert desk.settle()
    assert queries.article(desk.read, 1).data == replace(held.data, author="Ada")


def test_language_of_another_code_stays(desk: Desk, qtbot: QtBot, show: Show) -> None:
    held = queries.article(desk.read, 1)
    desk.run(EditArticle(1, replace(held.data, language="kk")))
    assert desk.settle()
    dialog = ArticleDialog(desk, queries.article(desk.read, 1))
    show(dialog)
    dialog.author.setText("Ada")
    dialog.finish.click()
    assert desk.settle()
    assert queries.article(desk.read, 1).data.language == "kk"


def test_what_is_no_date_cannot_be_stored(desk: Desk, qtbot: QtBot) -> None:
    dialog = ArticleDialog(desk, queries.article(desk.read, 1))
    qtbot.addWidget(dialog)
    dialog.published.line.setText("31.02.2022")
    assert not dialog.finish.isEnabled()
    assert "no date" in dialog.reason.text()


def test_dates_stand_as_the_language_writes_them_and_are_read_so(
    desk: Desk, qtbot: QtBot, show: Show
) -> None:
    held = queries.article(desk.read, 1)
    desk.run(EditArticle(1, replace(held.data, published="2026-11-25")))
    assert desk.settle()
    with speaking("de"):
        dialog = ArticleDialog(desk, queries.article(desk.read, 1))
        show(dialog)
        line = dialog.published.line
        assert line.text() == "25.11.2026"
        line.setFocus()
        line.clear()
        qtbot.keyClicks(line, "24.11.26")
        assert not dialog.published.warning.isVisible()
        qtbot.keyClick(line, Qt.Key.Key_Tab)
        assert line.text() == "24.11.2026"
        dialog.finish.click()
    assert desk.settle()
    assert queries.article(desk.read, 1).data.published == "2026-11-24"
