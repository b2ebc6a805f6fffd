"""A desk to work on: a copy of the kept one (tests/data/desks), brought up to date."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claimdesk.domain.person import Person
from claimdesk.store import Store, queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]
Raw = Callable[[str], None]


@pytest.fixture
def desk(tmp_path: Path, kept_desk: Path) -> Path:
    """The path of a small desk: an article of eight claims with all that hangs on them."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(kept_desk, path)
    return path


@pytest.fixture
def person() -> Person:
    return Person("Cleo Süß", "CS")


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    with Store(desk) as opened:
        yield opened


@pytest.fixture
def reader(desk: Path) -> Iterator[Reader]:
    opened = Reader(desk)
    yield opened
    opened.close()


@pytest.fixture
def run(store: Store, reader: Reader, person: Person) -> Run:
    """Carries out an edit; gives its event's public id, None where nothing was changed."""

    def run(edit: Edit) -> str | None:
        event = store.run(edit, person).event
        return event and queries.event(reader, event).public_id

    return run


@pytest.fixture
def raw(desk: Path) -> Raw:
    """Runs SQL on the desk behind the program's back."""

    def run(sql: str) -> None:
        with closing(sqlite3.connect(desk, isolation_level=None)) as connection:
            connection.executescript(sql)

    return run
