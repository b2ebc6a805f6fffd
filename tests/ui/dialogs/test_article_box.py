"""Which article something belongs to: chosen from the newest ones, or found."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.article import ArticleData
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs import article_box
from claimdesk.ui.dialogs.choose_article import ChooseArticleDialog
from claimdesk.ui.dialogs.import_text import ImportDialog

Show = Callable[[QDialog], None]
TITLES = ("Straßen in Köln", "Brücken in Köln", "Ein Tag")


@pytest.fixture
def ids(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Three more articles, of which two are listed."""
    monkeypatch.setattr(article_box, "NEWEST", 2)
    for title in TITLES:
        desk.run(AddArticle(ArticleData(title)))
    assert desk.settle()
    return {title: article for article, title in queries.article_titles(desk.read)}


@pytest.fixture
def dialog(desk: Desk, ids: dict[str, int], show: Show, qtbot: QtBot) -> ImportDialog:
    assert ids
    made = ImportDialog(desk, None)
    qtbot.addWidget(made)
    show(made)
    return made


def listed(dialog: ImportDialog) -> list[str]:
    combo = dialog.target.combo
    return [combo.itemText(row) for row in range(combo.count())]


def found(dialog: ImportDialog, qtbot: QtBot) -> ChooseArticleDialog:
    """The dialog that finds one, opened by keys."""
    dialog.target.combo.setFocus()
    qtbot.keyClick(dialog.target.combo, Qt.Key.Key_Tab)
    assert dialog.target.more.hasFocus()
    qtbot.keyClick(dialog.target.more, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ChooseArticleDialog))
    finding = QApplication.activeModalWidget()
    assert isinstance(finding, ChooseArticleDialog)
    qtbot.waitUntil(lambda: finding.found.rowCount() == 4)
    return finding


def test_the_newest_are_listed(dialog: ImportDialog) -> None:
    assert listed(dialog) == [
        "New article",
        "Revision of “Ein Tag”",
        "Revision of “Brücken in Köln”",
    ]
    assert dialog.article is None
    assert dialog.target.more.accessibleName() == "Find another article"


def test_an_old_one_is_found_by_its_title(
    dialog: ImportDialog, ids: dict[str, int], qtbot: QtBot
) -> None:
    finding = found(dialog, qtbot)
    qtbot.keyClicks(finding.search, "strassen")
    qtbot.keyClick(finding.search, Qt.Key.Key_Return)
    assert dialog.article == ids["Straßen in Köln"]
    assert dialog.target.combo.currentText() == "Revision of “Straßen in Köln”"
    assert dialog.focusWidget() is dialog.target.combo
    assert not dialog.title.isEnabled(), "a revision keeps its article's data"


def test_finding_none_leaves_the_choice_as_it_was(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.target.combo.setCurrentIndex(1)
    before = dialog.article
    found(dialog, qtbot).reject()
    assert dialog.article == before is not None
    assert len(listed(dialog)) == 3


def test_what_is_proposed_is_listed_however_old(
    desk: Desk, ids: dict[str, int], qtbot: QtBot
) -> None:
    proposed = ImportDialog(desk, ids["Straßen in Köln"])
    qtbot.addWidget(proposed)
    assert proposed.article == ids["Straßen in Köln"]
    shown = ImportDialog(desk, None, shown=ids["Straßen in Köln"])
    qtbot.addWidget(shown)
    assert shown.article is None
    assert listed(shown)[1] == "Revision of “Straßen in Köln”"


def test_where_all_are_listed_there_is_none_to_find(desk: Desk, qtbot: QtBot) -> None:
    made = ImportDialog(desk, None)
    qtbot.addWidget(made)
    assert len(listed(made)) == 2
    assert made.target.more.isHidden()
