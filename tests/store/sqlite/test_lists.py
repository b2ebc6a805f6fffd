"""Lists of the whole desk: the same as asked claim by claim, however much is kept for them."""

import sqlite3
import threading
from array import array
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit import Edit
from claimdesk.commands.edit_article import AddArticle, EditArticle
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideClaims, SetAsideEvidence
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimSort, Kind
from claimdesk.domain.period import Period
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite import connection as connections
from claimdesk.store.sqlite import list_reading, list_tables, lists, schema
from claimdesk.store.sqlite.connection import Reader, connect_to_read

FILTERS = (
    ClaimFilter(),
    ClaimFilter(statuses=frozenset({Status.UNCHECKED, Status.VERIFIED})),
    ClaimFilter(kinds=frozenset({Kind.QUANTITY}), sourced=False),
    ClaimFilter(sourced=True),
    ClaimFilter(text="brücke"),
    ClaimFilter(left=True, text="ß"),
    ClaimFilter(statuses=frozenset({Status.UNCHECKED}), text="e"),
    *(ClaimFilter(badges=frozenset({badge})) for badge in Badge),
    ClaimFilter(people=frozenset({"Ada Ärmel"})),
    ClaimFilter(statuses=frozenset({Status.UNCHECKED})),
    ClaimFilter(kinds=frozenset({Kind.QUANTITY})),
    ClaimFilter(worthiness=frozenset({2})),
    ClaimFilter(articles=frozenset({"ü", "x", "y"})),
    ClaimFilter(tags=frozenset({"Brücke", "keins"})),
    ClaimFilter(sourced=False),
    ClaimFilter(changed=Period(days=10_000), worthiness=frozenset({2, 3})),
    ClaimFilter(as_of=Period(first="2020-01-01", last="2030-12-31")),
)


@pytest.fixture
def listed(desk: Path) -> Path:
    """The desk with all that makes lists quick."""
    assert lists.build(desk)
    return desk


def differing(desk: Path) -> int:
    with closing(connect_to_read(desk)) as connection:
        return lists.differing(connection)


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", list(ClaimColumn))
def test_a_list_is_what_the_desk_says(
    desk: Path, reader: Reader, column: ClaimColumn, descending: bool, kept: bool
) -> None:
    if kept:
        lists.build(desk)
    sort = ClaimSort(column, descending)
    for chosen in FILTERS:
        told: list[list_reading.Loaded] = []
        loaded = list_reading.load(desk, chosen, sort, tell=told.append)
        assert loaded is not None
        assert loaded.ids == queries.claim_ids(reader, chosen, sort), chosen
        assert [(one.ids, one.count) for one in told] in ([], [(loaded.ids, loaded.count)])
        assert loaded.count == queries.claim_count(reader, chosen)
        assert loaded.counts == queries.status_counts(reader, chosen)
        assert loaded.total == 8


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", list(ClaimColumn))
def test_the_beginning_found_along_an_index_is_that_of_the_list(
    listed: Path, monkeypatch: pytest.MonkeyPatch, column: ClaimColumn, descending: bool
) -> None:
    monkeypatch.setattr(list_reading, "_FEW", 0)
    monkeypatch.setattr(list_reading, "FIRST", 3)
    for chosen in FILTERS:
        told: list[list_reading.Loaded] = []
        loaded = list_reading.load(listed, chosen, ClaimSort(column, descending), tell=told.append)
        assert loaded is not None
        for one in told:
            assert (one.ids, one.count) == (loaded.ids[:3], loaded.count), chosen


@pytest.mark.parametrize("many", [0, 8])
def test_what_stands_far_behind_is_picked_out_or_put_in_order_instead(
    listed: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(list_reading, "_FEW", 0)
    monkeypatch.setattr(list_reading, "_MANY", many)
    monkeypatch.setattr(connections, "LOOKED_AFTER", 1)
    monkeypatch.setattr(list_reading, "_PATIENCE", 0)
    told: list[list_reading.Loaded] = []
    wanted = ClaimFilter(statuses=frozenset({Status.UNCHECKED}))
    whole = list_reading.load(listed, wanted, ClaimSort(ClaimColumn.CHANGED_AT), tell=told.append)
    assert whole is not None
    assert [(one.ids, one.count) for one in told] == [(whole.ids, whole.count)]


def test_the_beginning_comes_first_with_the_count_of_all(listed: Path) -> None:
    told: list[list_reading.Loaded] = []
    whole = list_reading.load(
        listed, ClaimFilter(), ClaimSort(ClaimColumn.STATUS), tell=told.append
    )
    assert whole is not None
    assert [(one.ids, one.count) for one in told] == [(whole.ids, 8)]


def test_it_follows_each_edit(
    listed: Path, run: Callable[[Edit], str | None], reader: Reader
) -> None:
    statement = queries.claim_rows(reader, [3])[0].statement
    events = [
        run(EditStatement(3, "Äpfel kosten nichts.", statement)),
        run(AddClaim(1, "Neu")),
        run(WriteNote("Anruf", claim=2)),
        run(SetAsideEvidence(1)),
        run(SetAsideClaims((4, 5))),
        run(EditArticle(1, ArticleData("Über allem"))),
        run(AddArticle(ArticleData("Zuletzt"))),
    ]
    assert differing(listed) == 0
    for event in reversed(events):
        assert event is not None
        run(Revert(event))
        assert differing(listed) == 0


def test_what_is_aside_elsewhere_counts_too(
    listed: Path, raw: Callable[[str], None], run: Callable[[Edit], str | None]
) -> None:
    raw("UPDATE source SET aside = 1 WHERE id = 1")
    assert differing(listed) > 0, "behind the program's back"
    found = [finding.text for finding in examine(listed) if finding.where == "lists"]
    assert found[0].startswith("The order of lists is wrong for ")
    lists.rebuild(listed)
    assert differing(listed) == 0
    run(SetStatus((1,), Status.FALSE))
    assert differing(listed) == 0


def test_a_desk_of_a_version_before_gets_what_it_lacks(
    listed: Path, raw: Callable[[str], None], run: Callable[[Edit], str | None]
) -> None:
    raw(f"DROP TABLE {list_tables.TITLE}")
    with Reader(listed) as read:
        assert not lists.is_complete(read)
    run(EditArticle(1, ArticleData("Unterdessen")))
    assert lists.build(listed)
    with Reader(listed) as read:
        assert lists.is_complete(read)
    assert differing(listed) == 0


def test_an_index_of_a_version_before_is_no_foreign_one_and_goes(
    listed: Path, raw: Callable[[str], None]
) -> None:
    raw("DROP INDEX list_claim_person_changed")
    for statement in list_tables.RETIRED.values():
        raw(statement)
    with closing(connect_to_read(listed)) as connection:
        assert schema.foreign(connection, schema.newest_version()) == []
    assert lists.build(listed)
    with Reader(listed) as read:
        assert lists.is_complete(read)
        there = {name for (name,) in read("SELECT name FROM sqlite_schema")}
    assert there.isdisjoint(list_tables.RETIRED)


def test_a_title_that_is_wrong_is_told(listed: Path, raw: Callable[[str], None]) -> None:
    raw("UPDATE article SET title = 'Anders' WHERE id = 1")
    assert differing(listed) > 0
    lists.rebuild(listed)
    assert differing(listed) == 0


def test_a_build_that_was_stopped_goes_on(
    desk: Path, run: Callable[[Edit], str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "_BATCH", 3)
    looks = iter([False, True])
    assert not lists.build(desk, stopped=lambda: next(looks))
    run(AddClaim(1, "Kommt dazwischen"))
    told: list[tuple[int, int]] = []
    assert lists.build(desk, lambda done, every: told.append((done, every)))
    assert told[0] == (3, 10)
    assert differing(desk) == 0


def test_a_desk_that_carries_it_is_no_foreign_one(listed: Path) -> None:
    with closing(connect_to_read(listed)) as connection:
        assert schema.foreign(connection, schema.newest_version()) == []
        there = {row for (row,) in connection.execute("SELECT sql FROM sqlite_schema")}
    assert there >= {*list_tables.STATEMENTS}


@pytest.mark.parametrize("column", [ClaimColumn.NUMBER, ClaimColumn.STATUS, ClaimColumn.AS_OF])
def test_an_index_has_the_order_ready(listed: Path, column: ClaimColumn) -> None:
    order = queries_order(column)
    with closing(sqlite3.connect(listed)) as connection:
        plan = connection.execute(
            f"EXPLAIN QUERY PLAN SELECT c.id FROM claim c WHERE NOT c.aside ORDER BY {order}"
        ).fetchall()
    assert [row[3].rpartition(" ")[2][:11] for row in plan] == ["list_claim_"]


def queries_order(column: ClaimColumn) -> str:
    from claimdesk.store.queries.listing import order_of

    return order_of(ClaimSort(column)).sql


def test_what_is_no_longer_wanted_stops(listed: Path) -> None:
    stop = threading.Event()
    stop.set()
    with closing(sqlite3.connect(listed)) as connection, connection:
        connection.execute(
            """WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT 40000)
            INSERT INTO claim SELECT NULL, 'x' || i, 0, 1, i, 'x', 'other', NULL, '[]', 2,
            'unchecked', NULL, '2026-01-01T00:00:00.000Z', 1 FROM n"""
        )
    wanted = ClaimFilter(text="x")
    assert list_reading.load(listed, wanted, ClaimSort(), stopped=stop.is_set) is None
    stop.clear()
    whole = list_reading.load(listed, replace(wanted, left=True), ClaimSort(), stopped=stop.is_set)
    assert whole is not None
    assert whole.ids.typecode == array("q").typecode
