"""A desk in which claims were found, and somebody who reviews them."""

from pathlib import Path

import pytest

from claimdesk.commands.import_article import ImportArticle
from claimdesk.services.importers.intake import read_text
from claimdesk.store import Store, create_desk
from claimdesk.ui.main_window import MainWindow
from tests.support.review import ADA, TEXT, Press, Review, find


@pytest.fixture(scope="module")
def found_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a text in which claims were found; nobody writes to it."""
    path = tmp_path_factory.mktemp("found") / "desk.claimdesk"
    create_desk(path, title="Hafen")
    with Store(path) as store:
        store.run(ImportArticle(read_text(TEXT)), ADA)
        store.run(find(TEXT.strip("\n"), 1), ADA)
    return path


@pytest.fixture
def desk_file(found_desk: Path, tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    path.write_bytes(found_desk.read_bytes())
    return path


@pytest.fixture
def review(window: MainWindow, press: Press) -> Review:
    made = Review(window, press)
    made.press("Ctrl+4")
    return made
