"""The sidebar's field narrows the articles as one types."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.edit_article import AddArticle, EditArticle
from claimdesk.commands.new_desk import new_desk
from claimdesk.domain.article import ArticleData
from claimdesk.domain.person import Person
from claimdesk.store import Store
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.articles import Role
from claimdesk.ui.views.sidebar import SidebarView
from claimdesk.ui.widgets.progress import AFTER

ADA = Person.named("Ada Ärmel")
ARTICLES = (
    ArticleData("Die Brücke über die Weiße Elster", "Jürgen Maß", "Nordhafener Blatt"),
    ArticleData("Das Haushaltsdefizit", "Zoë Lübke", "Ålesunder Bote"),
    ArticleData("C++ für Anfänger", None, None),
    ArticleData("Der alte Fall", "Ömer Öztürk", "Nordhafener Blatt"),
)


@pytest.fixture(scope="module")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "filled.claimdesk"
    new_desk(path, "Desk")
    with Store(path) as store:
        for one in ARTICLES:
            store.run(AddArticle(one), ADA)
        store.run(ArchiveArticle(4, True), ADA)
    return path


@pytest.fixture
def desk_file(filled_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    path.write_bytes(filled_file.read_bytes())
    return path


def titles(sidebar: SidebarView) -> list[str]:
    model = sidebar.model
    rows = [model.index(row) for row in range(model.rowCount())]
    return [index.data() for index in rows if index.data(Role.HEADING) is None]


def types(sidebar: SidebarView, words: str, qtbot: QtBot) -> list[str]:
    """What is shown, once it is what the words mean."""
    with qtbot.waitSignal(sidebar.model.listed, timeout=5000):
        sidebar.field.setText(words)
    return sorted(titles(sidebar))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("brucke", ["Die Brücke über die Weiße Elster"]),
        ("bruecke", ["Die Brücke über die Weiße Elster"]),
        ("WEISSE", ["Die Brücke über die Weiße Elster"]),
        ("defizit", ["Das Haushaltsdefizit"]),
        ("alesund", ["Das Haushaltsdefizit"]),
        ("Öztürk", ["Der alte Fall"]),
        ("nordhafen elster", ["Die Brücke über die Weiße Elster"]),
        ("nordhafen", ["Der alte Fall", "Die Brücke über die Weiße Elster"]),
        ("C++ anf", ["C++ für Anfänger"]),
        ('"NEAR( OR *', []),
    ],
)
def test_it_finds_by_title_author_and_publication(
    sidebar: SidebarView, qtbot: QtBot, words: str, found: list[str]
) -> None:
    assert types(sidebar, words, qtbot) == found


def test_esc_shows_all_again_and_goes_to_the_claims(sidebar: SidebarView, qtbot: QtBot) -> None:
    assert types(sidebar, "defizit", qtbot) == ["Das Haushaltsdefizit"]
    with qtbot.waitSignal(sidebar.model.listed, timeout=5000):
        QTest.keyClick(sidebar.field, Qt.Key.Key_Escape)
    assert len(titles(sidebar)) == 3, "the archive is closed again"
    assert not sidebar.field.text()
    with qtbot.waitSignal(sidebar.left, timeout=1000):
        QTest.keyClick(sidebar.field, Qt.Key.Key_Escape)


def test_a_hit_in_the_archive_is_shown_and_not_remembered_as_open(
    sidebar: SidebarView, qtbot: QtBot
) -> None:
    before = sidebar.save_state()
    assert types(sidebar, "fall", qtbot) == ["Der alte Fall"]
    assert sidebar.save_state() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_the_arrow_down_goes_to_the_first_hit(
    sidebar: SidebarView, qtbot: QtBot, key: Qt.Key
) -> None:
    sidebar.field.setText("defizit")
    QTest.keyClick(sidebar.field, key)
    qtbot.waitUntil(lambda: titles(sidebar) == ["Das Haushaltsdefizit"])
    assert sidebar.list.hasFocus()
    assert sidebar.list.currentIndex().data() == "Das Haushaltsdefizit"


def test_nothing_found_says_so_and_leads_back(sidebar: SidebarView, qtbot: QtBot) -> None:
    assert types(sidebar, "xyzzy", qtbot) == []
    assert sidebar.empty.isVisible()
    assert sidebar.empty.sentence() == "No article goes by these words."
    button = sidebar.empty.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(sidebar.model.listed, timeout=5000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sidebar.list.isVisible()


def test_a_new_name_is_found_at_once(sidebar: SidebarView, desk: Desk, qtbot: QtBot) -> None:
    assert types(sidebar, "zebra", qtbot) == []
    with qtbot.waitSignal(sidebar.model.listed, timeout=5000):
        desk.run(EditArticle(2, ArticleData("Zebrastreifen")))
    assert titles(sidebar) == ["Zebrastreifen"]


def test_a_reading_that_takes_long_says_so_and_can_be_stopped(
    sidebar: SidebarView, qtbot: QtBot
) -> None:
    shown = titles(sidebar)
    sidebar.model.loading.emit(True)
    line = sidebar.reading.line
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible, timeout=AFTER + 2_000)
    assert line.words.text() == "Reading the articles …"
    QTest.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert not line.isVisible()
    assert titles(sidebar) == shown


def test_names_are_read_ahead_and_anew_after_an_edit(
    sidebar: SidebarView, desk: Desk, qtbot: QtBot
) -> None:
    sidebar.window().activateWindow()
    sidebar.field.setFocus()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert types(sidebar, "defizit", qtbot) == ["Das Haushaltsdefizit"]
    assert len(types(sidebar, "", qtbot)) == 3
    desk.run(EditArticle(2, ArticleData("Zebrastreifen")))
    assert desk.settle()
    assert types(sidebar, "zebra", qtbot) == ["Zebrastreifen"]


def test_letters_that_follow_fast_are_looked_for_once(sidebar: SidebarView, qtbot: QtBot) -> None:
    told: list[str] = []
    sidebar.model.listed.connect(lambda: told.append(sidebar.model.words))
    QTest.keyClicks(sidebar.field, "defizit")
    qtbot.waitUntil(lambda: titles(sidebar) == ["Das Haushaltsdefizit"], timeout=5_000)
    assert told == ["defizit"]
