"""The search index is in step with the desk, and no query makes an error."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.commands.edit import Edit
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.commands.erase import Erase
from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideNote
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.erasure import Target
from claimdesk.domain.search import Group
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite import desk_file, fts
from claimdesk.store.sqlite.connection import Reader, connect_to_read
from claimdesk.store.sqlite.search import search
from claimdesk.store.sqlite.search_tables import GROUPS, STATEMENTS

Run = Callable[[Edit], str | None]
Raw = Callable[[str], None]

HOSTILE = (
    "",
    " ",
    '"',
    '""',
    '"""',
    "'",
    "AND",
    "a AND",
    "OR NOT",
    "NEAR(",
    "NEAR(a b, 5)",
    "C++",
    "-250",
    "7.000",
    "(" * 5000,
    ")" * 5000,
    "*",
    "a*",
    "^a",
    "words : a",
    "{words} : a",
    "a\0b",
    "\0",
    "\ud800",
    "; DROP TABLE claim; --",
    "%_\\",
    "ﬁ ½ ² 中文 👍 \u0301",
)


@pytest.fixture
def indexed(desk: Path) -> Path:
    assert fts.build(desk)
    return desk


def heads(reader: Reader, query: str, group: Group = Group.CLAIM) -> list[int]:
    return [hit.row for hit in search(reader, query, groups=[group], limit=50).hits]


def sound(desk: Path) -> bool:
    with closing(connect_to_read(desk)) as connection:
        return not fts.differing(connection)


def test_there_are_27_of_them() -> None:
    assert len(HOSTILE) == 27


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_words_find_something_or_nothing(indexed: Path, query: str) -> None:
    assert search(Reader(indexed), query).hits is not None


@given(st.text())
def test_whatever_is_typed_is_a_query(sample_file: Path, query: str) -> None:
    with closing(Reader(sample_file)) as reader:
        search(reader, query)


def test_the_statements_are_those_that_sqlite_makes() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        fts.make(connection)
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        assert {row[0] for row in rows} == STATEMENTS
    assert tuple(Group) == GROUPS


def test_a_new_desk_has_its_index_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "new.claimdesk"
    new_desk(path, "Neu")
    with closing(connect_to_read(path)) as connection:
        assert fts.is_complete(connection)
    assert desk_file.inspect(path)
    assert not examine(path)


def test_a_foreign_table_that_looks_like_the_index_is_refused(indexed: Path, raw: Raw) -> None:
    raw("CREATE TABLE search_claims (x)")
    with pytest.raises(desk_file.ForeignSchema, match="search_claims"):
        desk_file.inspect(indexed)


def test_an_edit_is_found_at_once_and_what_it_replaced_no_more(
    indexed: Path, run: Run, reader: Reader
) -> None:
    before = queries.claim_rows(reader, [1])[0].statement
    event = run(EditStatement(1, "Die Wärmepumpenförderung kostet 7.000 Euro.", before))
    for query in ("förderung", "foerderung", "FÖRDER", "waermepumpe", "7.000", '"kostet 7.000"'):
        assert heads(reader, query) == [1], query
    for query in ("000.7", '"7.000 kostet"', "rderung förderung xyz", "pumpenfoerdert"):
        assert heads(reader, query) == [], query
    assert event is not None
    run(Revert(event))
    assert heads(reader, "wärmepumpe") == []
    assert sound(indexed)


def test_whole_words_come_before_begun_ones(indexed: Path, run: Run, reader: Reader) -> None:
    for claim, words in ((1, "Rund 10 Prozent"), (2, "Es sind 57.103"), (3, "Um 1000")):
        before = queries.claim_rows(reader, [claim])[0].statement
        run(EditStatement(claim, words, before))
    found = heads(reader, "10 %")
    assert {1, 2, 3} <= set(found)
    assert found.index(1) < min(found.index(2), found.index(3))
    assert found.index(3) < found.index(2), "the newest first, where ranks tie"


def test_notes_come_and_go(indexed: Path, run: Run, reader: Reader) -> None:
    run(WriteNote("Anruf beim Straßenbauamt", claim=1))
    [hit] = search(reader, "strassen").hits
    assert (hit.group, hit.claim) == (Group.NOTE, 1)
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == ["Straßen"]
    run(SetAsideNote(hit.row))
    assert not search(reader, "strassen").hits
    assert sound(indexed)


def test_erased_words_are_in_no_byte_of_the_index(indexed: Path, run: Run, reader: Reader) -> None:
    run(WriteNote("Gewährsmann Käsebier-Ostertag", claim=1))
    [hit] = search(reader, "käsebier").hits
    run(Erase((Target("note", hit.row, "text"),), (), "Quellenschutz"))
    assert not search(reader, "käsebier").hits
    reader.close()
    for path in indexed.parent.iterdir():
        held = path.read_bytes() if path.is_file() else b""
        assert b"kasebier" not in held
        assert b"ostertag" not in held
    assert sound(indexed)


def test_building_takes_up_where_it_was_stopped(desk: Path, run: Run, reader: Reader) -> None:
    assert not fts.build(desk, stopped=lambda: True)
    run(WriteNote("mittendrin geschrieben", claim=1))
    assert not search(reader, "mittendrin").hits
    assert fts.build(desk)
    assert len(search(reader, "mittendrin").hits) == 1
    assert sound(desk)


def test_the_doctor_sees_an_index_that_is_wrong_and_it_can_be_built_anew(
    indexed: Path, raw: Raw
) -> None:
    raw("UPDATE search_claim SET words = 'erfunden' WHERE rowid = 1")
    raw("INSERT INTO search_claim(rowid, words, parts) VALUES (999, 'erfunden', '')")
    [finding] = examine(indexed)
    assert (finding.kind, finding.where) == ("search", "claim")
    fts.rebuild(indexed)
    assert examine(indexed) == []


def test_no_edit_fails_over_a_damaged_index(indexed: Path, run: Run, raw: Raw) -> None:
    raw("DELETE FROM search_note_data")
    assert run(WriteNote("trotzdem", claim=1))
    fts.rebuild(indexed)
    assert len(search(Reader(indexed), "trotzdem").hits) == 1
