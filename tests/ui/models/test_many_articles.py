"""The sidebar's articles on a desk of many: neither a start nor an edit reads all of them here."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.arrival import ARCHIVED, TODAY
from claimdesk.domain.history import Message
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.sqlite import count_tables
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.articles import FIRST, PAINTED_FIRST, ArticlesModel, Role

ADA = Person.named("Ada Ärmel")
MANY = 3 * FIRST


@dataclass(frozen=True)
class Fill:
    """Many articles, every second one archived."""

    def apply(self, work: Any) -> Message:
        rows = [
            {"title": f"Artikel {at}", "language": "de", "archived": bool(at % 2)}
            for at in range(MANY)
        ]
        work.add_all("article", rows)
        return Message("Make the sample")


@pytest.fixture(scope="module")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "many.claimdesk"
    new_desk(path, "Desk")
    with Store(path) as store:
        store.run(Fill(), ADA)
        store.run(AddClaim(1, "Die erste Aussage"), ADA)
    return path


@pytest.fixture
def desk_file(filled_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    path.write_bytes(filled_file.read_bytes())
    return path


class Watched:
    """Counts the rows that a reader gives on the thread that made it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.most = 0
        here, plain = threading.get_ident(), Reader.__call__

        def counted(
            read: Reader, sql: str, parameters: Mapping[str, Any] | None = None
        ) -> list[Any]:
            rows = plain(read, sql, parameters)
            if threading.get_ident() == here:
                self.most = max(self.most, len(rows))
            return rows

        monkeypatch.setattr(Reader, "__call__", counted)


@pytest.fixture
def watched(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


@pytest.fixture
def model(desk: Desk, watched: Watched, qtbot: QtBot) -> ArticlesModel:
    made = ArticlesModel(desk, desk)
    assert not made.is_whole
    with qtbot.waitSignal(made.listed, timeout=5_000):
        made.complete()
    return made


def test_a_page_is_read_at_once_and_the_rest_elsewhere(
    desk: Desk, watched: Watched, qtbot: QtBot
) -> None:
    made = ArticlesModel(desk, desk)
    assert made.rowCount() == 2 + FIRST // 2
    assert made.index(0).data(Role.HEADING).articles is None, "nobody knows how many yet"
    assert made.index(1).data() == f"Artikel {MANY - 2}"
    assert made.index(PAINTED_FIRST).data() is not None
    with qtbot.waitSignal(made.listed, timeout=5_000):
        made.complete()
    assert made.is_whole
    assert made.rowCount() == 2 + MANY // 2
    assert [made.index(row).data(Role.HEADING).articles for row in made.headings] == [
        MANY // 2,
        MANY // 2,
    ]
    assert watched.most <= FIRST


def test_what_is_looked_at_is_read_elsewhere(
    model: ArticlesModel, watched: Watched, qtbot: QtBot
) -> None:
    row = MANY // 2 - 10
    assert model.index(row).data() is None
    qtbot.waitUntil(lambda: model.index(row).data() is not None)
    assert model.index(row).data() == f"Artikel {MANY - 2 * row}"
    assert watched.most <= FIRST


def test_a_status_reads_its_article_alone(
    model: ArticlesModel, desk: Desk, watched: Watched
) -> None:
    last = model.rowCount() - 2
    assert model.id_at(last) == 1
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, end: told.append((first.row(), end.row())))
    watched.most = 0
    desk.run(SetStatus((1,), Status.FALSE))
    assert desk.settle()
    assert told == [(last, last)]
    assert model.index(last).data(Role.ARTICLE).checked == 1
    assert watched.most <= 10


def test_archiving_moves_one_row(
    model: ArticlesModel, desk: Desk, watched: Watched, qtbot: QtBot
) -> None:
    model.open_group(ARCHIVED, True)
    gone: list[int] = []
    come: list[int] = []
    model.rowsRemoved.connect(lambda _parent, first, last: gone.extend(range(first, last + 1)))
    model.rowsInserted.connect(lambda _parent, first, last: come.extend(range(first, last + 1)))
    article = model.id_at(3)
    with qtbot.waitSignal(model.listed, timeout=5_000):
        desk.run(ArchiveArticle(article, True))
    assert gone == [3]
    assert come == [model.row_of(article)]
    assert model.group_of(article) == ARCHIVED
    assert watched.most <= FIRST


def test_what_another_program_adds_is_taken_in(
    model: ArticlesModel, desk: Desk, qtbot: QtBot
) -> None:
    with Store(desk.path) as store, qtbot.waitSignal(model.listed, timeout=5_000):
        store.run(Fill(), ADA)
    assert model.count == 2 * MANY
    assert model.group_of(2 * MANY - 1) == TODAY


def test_kept_counts_are_those_that_are_counted(desk: Desk) -> None:
    desk.run(SetStatus((1,), Status.DISPUTED))
    assert desk.settle()
    assert count_tables.is_complete(desk.read)
    kept = queries.article_rows(desk.read, [1, 2], counted=True)
    assert kept == queries.article_rows(desk.read, [1, 2])
    assert kept[0].counts == {Status.DISPUTED: 1}
