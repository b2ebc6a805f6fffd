"""Pictures of every window and dialog, in both themes and languages, to be looked at.

    python tests/pictures.py FOLDER [--only WORD]

Never part of the test run: whether something is ugly is seen by people.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).parent / "support"))

SIZES = ((1280, 800), (1440, 900), (1920, 1080))
MANY = 10_000
CORPUS = Path(__file__).parent / "data" / "corpus"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--many", action="store_true", help=f"a desk of {MANY} claims, too (slow)")
    parser.add_argument("--only", default="", metavar="WORD", help="names that hold this word")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as place:
        os.environ["CLAIMDESK_HOME"] = place
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtWidgets import QApplication

        qInstallMessageHandler(lambda *_message: None)
        application = QApplication(["claimdesk"])
        desks = _desks(Path(place), many=given.many)
        for language, scheme in product(("de", "en"), ("light", "dark")):
            for name, picture in _pictures(desks, language, scheme):
                full = f"{name}-{language}-{scheme}"
                if given.only in full:
                    picture.save(str(given.folder / f"{full}.png"))
                    print(full, flush=True)
        del application


def _desks(folder: Path, *, many: bool) -> dict[str, Path]:
    from claimdesk.commands.new_desk import new_desk, new_sample

    desks = {name: folder / f"{name}.claimdesk" for name in ("sample", "none", "one")}
    desks["found"] = _found(folder / "found.claimdesk")
    desks["articles"] = _articles(folder / "articles.claimdesk")
    new_sample(desks["sample"], "de")
    new_desk(desks["none"], "none")
    _fill(desks["sample"], desks["one"], 1)
    if many:
        desks["many"] = folder / "many.claimdesk"
        _fill(desks["sample"], desks["many"], MANY)
    return desks


def _articles(desk: Path) -> Path:
    """Hundreds of articles of eight years, and some of today with long titles."""
    sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))
    import make_desk

    from claimdesk.commands.edit_article import AddArticle
    from claimdesk.domain.article import ArticleData
    from claimdesk.domain.person import Person
    from claimdesk.store import Store

    make_desk.make(desk, 1_000, wanted_articles=300)
    with Store(desk) as store:
        for title in (
            "Krankenhausfinanzierungsreform: Was die Kommunen jetzt erwartet",
            "Der Streit um die Trinkwasserversorgungsgesellschaft",
            "Porträt",
        ):
            store.run(AddArticle(ArticleData(title, "Ada Ärmel")), Person.named("Ada Ärmel"))
    return desk


def _sidebars(window: "MainWindow") -> Iterator[tuple[str, object]]:
    """The articles in their groups, with words typed, and with the archive open."""
    from windows import wait

    from claimdesk.domain.arrival import ARCHIVED

    window.workspace.show_sidebar(True)
    wait(300)
    yield "sidebar-groups", window.grab()
    articles = window.workspace.sidebar
    for words in ("brucken", "xyzzy"):
        articles.field.setText(words)
        wait(500)
        yield f"sidebar-{words}", window.grab()
    articles.field.clear()
    wait(500)
    articles.model.open_group(ARCHIVED, True)
    row = articles.model.row_of(ARCHIVED)
    articles.list.scrollTo(articles.model.index(row + 4))
    articles.list.turn_to(row)
    articles.list.setFocus()
    wait(300)
    yield "sidebar-archive", window.grab()


def _found(desk: Path) -> Path:
    """A text of the corpus with suggestions, some of them decided."""
    from claimdesk.commands.import_article import ImportArticle
    from claimdesk.commands.review_suggestions import AcceptSuggestions, RejectSuggestions
    from claimdesk.domain.person import Person
    from claimdesk.services.importers.intake import read_file
    from claimdesk.store import Store, create_desk, queries
    from claimdesk.store.sqlite.connection import Reader

    create_desk(desk, title="Desk")
    with Store(desk) as store:
        person = Person.named("Ada Ärmel")
        store.run(ImportArticle(read_file(CORPUS / "b01.txt")), person)
        reader = Reader(desk)
        store.run(_find(queries.revision(reader, 1).text), person)
        marks = [row.mark for row in queries.review_rows(reader, 1) if row.kind]
        store.run(AcceptSuggestions(1, tuple(marks[:2])), person)
        store.run(RejectSuggestions(1, tuple(marks[2:3])), person)
        reader.close()
    return desk


def _find(text: str) -> object:
    from claimdesk.commands.find_claims import FindClaims
    from claimdesk.services.finding.gathering import Gathering, Known
    from claimdesk.services.finding.worker import answers

    gathering = Gathering(text, "de", Known())
    for one in answers(gathering.request):
        gathering.take(one)
    return FindClaims(1, tuple(gathering.proposals), gathering.remarks)


def _reviews(window: "MainWindow") -> Iterator[tuple[str, object]]:
    """The review: before anything is found, at a suggestion, at a remark, when all is decided."""
    from windows import wait

    from claimdesk.domain.review import ReviewFilter, Sort

    assert window.workspace
    assert window.workspace.reading
    window.workspace.reading.show_review(True)
    reviewing = window.workspace.reading.reviewing
    wait(200)
    yield "review", window.grab()
    if reviewing.current is None:
        return
    while reviewing.current.remark is not None:
        reviewing.step(1)
    reviewing.accept_and_edit()
    wait(50)
    yield "review-editing", window.grab()
    editor = reviewing.panel.card.editor
    editor.field.clear()
    editor.finished.emit()
    yield "review-no-words", window.grab()
    editor.field.setPlainText("Eigene Worte, die schon angefangen sind, aber noch nicht fertig")
    editor.left.emit()
    yield "review-draft", window.grab()
    reviewing.panel.put_away()
    reviewing._on_filter(ReviewFilter(Sort.REMARKS))
    wait(50)
    yield "review-remark", window.grab()
    reviewing._on_filter(ReviewFilter())
    while reviewing.current is not None:
        reviewing.reject()
    assert window.workspace.desk.settle()
    wait(200)
    yield "review-done", window.grab()


def _fill(sample: Path, desk: Path, claims: int) -> None:
    """A copy of the sample with an article of its own, of so many claims."""
    from claimdesk.commands.add_claim import AddClaim
    from claimdesk.commands.edit_article import AddArticle
    from claimdesk.domain.article import ArticleData
    from claimdesk.domain.person import Person
    from claimdesk.store import Store, open_desk, queries
    from claimdesk.store.sqlite.connection import Reader

    shutil.copyfile(sample, desk)
    open_desk(desk)
    with Store(desk) as store:
        person = Person.named("Ada Ärmel")
        store.run(AddArticle(ArticleData(title=f"{claims} Behauptungen")), person)
        reader = Reader(desk)
        article = queries.article_rows(reader)[0].id
        reader.close()

        class Many:
            def apply(self, work):
                for number in range(claims):
                    edit = AddClaim(article, f"Die Brücke wurde {1000 + number} gebaut.")
                    message = edit.apply(work)
                return message

        store.run(Many(), person)


def _overview(window: "MainWindow") -> object:
    """The whole of it, which in a window scrolls."""
    from windows import wait

    window.actions_["show_overview"].trigger()
    view = window.workspace.overviewing.view
    while not view.export.isEnabled():
        wait(20)
    for _turn in range(2):  # its words break anew once it is as tall as that
        wait(50)
        view.resize(view.width(), view.area.widget().sizeHint().height())
    return view.grab()


def _pictures(desks: dict[str, Path], language: str, scheme: str) -> Iterator[tuple[str, object]]:
    from PySide6.QtCore import QSize
    from windows import main_window, wait, walk

    look = {"language": language, "scheme": scheme}
    with main_window(None, **look) as window:
        yield "welcome", window.grab()
    for width, height in SIZES:
        with main_window(desks["sample"], size=QSize(width, height), **look) as window:
            wait(300)
            yield f"main-{width}", window.grab()
    for width, height in SIZES:
        desk = Path(shutil.copy(desks["found"], desks["found"].with_name("decided.claimdesk")))
        with main_window(desk, size=QSize(width, height), **look) as window:
            yield from ((f"{name}-{width}", picture) for name, picture in _reviews(window))
    for name, desk in desks.items():
        with main_window(desk, **look) as window:
            wait(300)
            yield f"claims-{name}", window.grab()
    for width, height in SIZES:
        with main_window(desks["articles"], size=QSize(width, height), **look) as window:
            yield from ((f"{name}-{width}", picture) for name, picture in _sidebars(window))
    for (name, desk), (width, height) in product(desks.items(), SIZES):
        with main_window(desk, size=QSize(width, height), **look) as window:
            window.workspace.show_whole_desk(True)
            wait(600)
            yield f"whole-desk-{name}-{width}", window.grab()
    for name, desk in desks.items():
        with main_window(desk, **look) as window:
            yield f"overview-{name}", _overview(window)
    with main_window(desks["sample"], scale=2, size=QSize(1920, 1080), **look) as window:
        for name, opened in walk(window):
            yield f"large-{name.replace(', ', '-').replace(' ', '-')}", opened.grab()
    with main_window(desks["sample"], **look) as window:
        for name, opened in walk(window):
            seen = window if opened.parent() is window and not opened.isWindow() else opened
            yield f"at-{name.replace(', ', '-').replace(' ', '-')}", seen.grab()


if __name__ == "__main__":
    main()
