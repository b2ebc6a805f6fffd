"""The overview's counts are what rows and history say, whatever is done to the desk."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.attach_source import AttachSource, EvidenceData
from claimdesk.commands.bring_back import BringBack
from claimdesk.commands.edit import Edit
from claimdesk.commands.edit_claim import SetCheckWorthiness, SetKind
from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.part_claims import MergeClaims
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideClaims, SetAsideEvidence
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import Kind
from claimdesk.domain.errors import ClaimdeskError
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite import count_tables, counting, counts, desk_file
from claimdesk.store.sqlite.connection import Reader, connect_to_read
from claimdesk.store.sqlite.count_tables import CREATED, TABLES
from claimdesk.store.sqlite.tally import Tally, tally

Run = Callable[[Edit], str | None]
Raw = Callable[[str], None]
PERSON = Person("Cleo Süß", "CS")
CLAIMS = st.integers(1, 8)
EDITS = st.one_of(
    st.builds(
        lambda claims, status: SetStatus(tuple(claims), status, "darum"),
        st.sets(CLAIMS, min_size=1),
        st.sampled_from(Status),
    ),
    st.builds(lambda claim, kind: SetKind((claim,), kind), CLAIMS, st.sampled_from(Kind)),
    st.builds(lambda claim, worth: SetCheckWorthiness((claim,), worth), CLAIMS, st.integers(1, 3)),
    st.builds(lambda claims: SetAsideClaims(tuple(claims)), st.sets(CLAIMS, min_size=1)),
    st.builds(lambda claim: BringBack("claim", claim), CLAIMS),
    st.builds(lambda claim, source: AttachSource((claim,), source, EvidenceData()), CLAIMS, CLAIMS),
    st.builds(SetAsideEvidence, st.integers(1, 20)),
    st.builds(lambda row: BringBack("evidence", row), st.integers(1, 20)),
    st.builds(lambda archived: ArchiveArticle(1, archived), st.booleans()),
    st.builds(
        lambda kept, other: MergeClaims(kept, (other,)), st.integers(1, 4), st.integers(5, 8)
    ),
)
"""An edit, or the place of an event to take back."""
STEPS = st.lists(st.one_of(EDITS, st.integers(0, 30)), min_size=1, max_size=8)


@pytest.fixture
def counted(desk: Path) -> Path:
    assert counts.build(desk)
    return desk


def sound(desk: Path) -> bool:
    with closing(connect_to_read(desk)) as connection:
        return not counts.differing(connection)


def rows(desk: Path, table: str) -> Iterator[tuple[object, ...]]:
    with closing(connect_to_read(desk)) as connection:
        yield from connection.execute(f"SELECT * FROM {table}").fetchall()


@pytest.fixture(scope="module")
def kept(kept_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("counted") / "desk.claimdesk"
    shutil.copyfile(kept_desk, path)
    assert counts.build(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    return path


@settings(max_examples=25)
@given(steps=STEPS)
def test_whatever_is_done_the_counts_are_in_step(
    kept: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[Edit | int]
) -> None:
    path = tmp_path_factory.mktemp("steps") / "desk.claimdesk"
    shutil.copyfile(kept, path)
    with Store(path) as store, closing(Reader(path)) as reader:
        for step in steps:
            with suppress(ClaimdeskError):  # refused: the desk stays as it was
                if isinstance(step, int):
                    events = queries.events(reader)
                    store.run(Revert(events[step % len(events)].public_id), PERSON)
                else:
                    store.run(step, PERSON)
            assert sound(path), step


def test_a_status_is_counted_at_its_day_and_no_longer_where_it_was(counted: Path, run: Run) -> None:
    before = [sorted(rows(counted, name)) for name in sorted(TABLES)]
    event = run(SetStatus((1,), Status.FALSE))
    [wrong] = [row for row in rows(counted, "count_wrong") if row[0] == 1]
    assert wrong[3] == "false"
    assert (0, wrong[4], "false", 1) in rows(counted, "count_day")
    assert (1, "false", 1, 0) in [(*row[:3], 0) for row in rows(counted, "count_status")]
    assert event
    run(Revert(event))
    assert [sorted(rows(counted, name)) for name in sorted(TABLES)] == before


def test_a_new_desk_has_them_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "new.claimdesk"
    new_desk(path, "Neu")
    with closing(Reader(path)) as reader:
        assert count_tables.is_complete(reader)
    assert desk_file.inspect(path)
    assert examine(path) == []


def test_a_desk_without_them_is_edited_as_ever_and_counted_later(
    desk: Path, run: Run, reader: Reader
) -> None:
    run(SetStatus((1,), Status.FALSE))
    assert count_tables.mark(reader) is None
    assert counts.build(desk)
    assert [row[0] for row in rows(desk, "count_wrong")].count(1) == 1
    assert examine(desk) == []


def test_building_takes_up_where_it_was_stopped(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counts, "BATCH", 3)
    asked: list[int] = []
    assert not counts.build(desk, lambda done, _all: asked.append(done), lambda: bool(asked))
    assert asked == [3]
    for claim in (1, 8):  # one that is counted, and one that is not yet
        run(SetStatus((claim,), Status.FALSE))
        run(AttachSource((claim,), 1, EvidenceData()))
    run(ArchiveArticle(1))
    assert sound(desk)
    assert counts.build(desk)
    assert sound(desk)
    assert {row[0] for row in rows(desk, "count_wrong")} >= {1, 8}


def test_the_doctor_sees_counts_that_are_wrong_and_they_can_be_built_anew(
    counted: Path, raw: Raw
) -> None:
    raw("UPDATE count_status SET claims = claims + 1 WHERE article = 1")
    raw("DELETE FROM count_source; INSERT INTO count_wrong VALUES (99, 1, 'date', 'false', '')")
    found = examine(counted)
    assert {one.kind for one in found} == {"counts"}
    assert {one.where for one in found} == {"count_status", "count_source", "count_wrong"}
    counts.rebuild(counted)
    assert examine(counted) == []


def test_no_edit_fails_over_counts_that_are_damaged(counted: Path, run: Run, raw: Raw) -> None:
    raw("UPDATE count_status SET claims = 'x'; DELETE FROM count_day")
    raw("DROP TABLE count_day")
    assert run(SetStatus((1,), Status.FALSE))
    assert counts.build(counted)
    assert examine(counted) == []


def test_a_table_that_only_looks_like_them_is_refused(counted: Path, raw: Raw) -> None:
    raw("DROP TABLE count_day; CREATE TABLE count_day (x)")
    with pytest.raises(desk_file.ForeignSchema, match="count_day"):
        desk_file.inspect(counted)


def test_the_tables_are_all_that_is_made() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        counts.make(connection)
        made = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        assert {tuple(row) for row in made} == {(sql.split()[2], sql) for sql in CREATED}
        assert {sql.split()[2] for sql in CREATED} == TABLES


def test_no_edit_looks_through_all_changes(counted: Path) -> None:
    """On a desk of millions of changes the wrong index costs seconds an edit."""
    asked: list[str] = []
    with closing(sqlite3.connect(counted)) as connection:
        connection.set_trace_callback(asked.append)
        newest = connection.execute("SELECT max(id) FROM event").fetchone()[0]
        counting.follow(connection, newest, counting.FOLLOWED)
        tally(connection, "c.id > ? AND c.id <= ?", (0, 8), Tally())
        connection.set_trace_callback(None)
        connection.rollback()
        reads = [sql for sql in asked if "FROM" in sql and sql.startswith("SELECT")]
        assert len(reads) > 5
        for sql in reads:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            scanned = {step.split()[1] for step in plan if step.startswith("SCAN")}
            assert scanned <= {"sqlite_schema", "count_state"}, sql
            assert not [step for step in plan if step.endswith("(entity=?)")], sql
