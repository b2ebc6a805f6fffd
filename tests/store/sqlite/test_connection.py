import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.errors import DeskBusy, DeskError, OutputError
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store
from claimdesk.store.sqlite.connection import connect, connect_to_read, explain
from claimdesk.store.store import Reader


def setting(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize("connected", [connect, connect_to_read])
def test_every_connection_is_careful(
    desk: Path, connected: Callable[[Path], sqlite3.Connection]
) -> None:
    with closing(connect(desk)):  # the desk is in WAL mode from here on
        pass
    with closing(connected(desk)) as connection:
        assert setting(connection, "journal_mode") == "wal"
        assert setting(connection, "foreign_keys") == 1
        assert setting(connection, "synchronous") == 2
        assert setting(connection, "trusted_schema") == 0
        assert setting(connection, "mmap_size") == 0


def test_a_reader_cannot_write(reader: Reader) -> None:
    with pytest.raises(OutputError):
        reader("UPDATE claim SET status = 'false'")


def test_a_reader_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        Reader(tmp_path / "none.claimdesk")
    assert list(tmp_path.iterdir()) == []


def test_a_reader_notices_what_others_write(reader: Reader, store: Store, person: Person) -> None:
    before = reader.data_version()
    assert reader.data_version() == before
    store.run(SetStatus((1,), Status.FALSE), person)
    assert reader.data_version() != before


def test_a_reader_neither_waits_for_a_writer_nor_holds_up_its_log(
    desk: Path, store: Store, reader: Reader, person: Person
) -> None:
    store.run(SetStatus((1,), Status.FALSE), person)
    with closing(connect(desk)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert reader("SELECT status FROM claim WHERE id = 1") == [("false",)]
        other.execute("ROLLBACK")
    store.checkpoint()
    assert Path(f"{desk}-wal").stat().st_size == 0


def test_lower_and_order_know_umlauts(reader: Reader) -> None:
    words = ["Zorn", "Äpfel", "apfel", "Maß", "Masse", "öde", "Ofen"]
    values = ", ".join(f"('{word}')" for word in words)
    ordered = reader(f"SELECT column1 FROM (VALUES {values}) ORDER BY dictionary_key(column1)")
    assert [row[0] for row in ordered] == ["apfel", "Äpfel", "Maß", "Masse", "öde", "Ofen", "Zorn"]
    assert reader("SELECT lower('ÄÖÜẞ'), lower(NULL), lower(7)") == [("äöüß", None, 7)]


def test_a_lock_that_lasts_is_said(desk: Path, person: Person) -> None:
    with closing(connect(desk)) as other, Store(desk, patience=0.05) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskBusy, match="Another program is writing"):
            store.run(SetStatus((1,), Status.FALSE), person)
        other.execute("ROLLBACK")
        assert store.run(SetStatus((1,), Status.FALSE), person)


def test_an_unknown_failure_is_one_sentence() -> None:
    failure = explain(sqlite3.OperationalError("something odd."), Path("x.claimdesk"))
    assert type(failure) is DeskError
    assert str(failure) == "“x.claimdesk” cannot be used: something odd."


def test_text_that_is_no_text_is_one_sentence(
    desk: Path, raw: Callable[[str], None], reader: Reader
) -> None:
    raw("UPDATE note SET text = CAST(x'ff' AS TEXT) WHERE id = 1")
    with pytest.raises(DeskError, match=r"^“desk.claimdesk” cannot be used: .*\.$"):
        reader("SELECT text FROM note")
