import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.i18n import speaking
from claimdesk.store import Store, queries
from claimdesk.store.check import MOST, examine
from claimdesk.store.store import Reader

Raw = Callable[[str], None]


def kinds(desk: Path) -> set[str]:
    return {finding.kind for finding in examine(desk)}


def test_a_sound_desk_has_no_findings_and_stays_as_it_is(desk: Path) -> None:
    before = desk.read_bytes()
    assert examine(desk) == []
    assert desk.read_bytes() == before
    assert [path.name for path in desk.parent.iterdir()] == [desk.name]


@pytest.mark.parametrize(
    ("kind", "tampering"),
    [
        ("schema", "CREATE TRIGGER t AFTER UPDATE ON claim BEGIN SELECT 1; END"),
        ("schema", "DROP INDEX ix_note_claim"),
        ("file", "UPDATE evidence SET source = 99 WHERE id = 1"),
        ("file", "PRAGMA ignore_check_constraints = ON; UPDATE claim SET status = 'wahr'"),
        ("revision", "UPDATE revision SET text = replace(text, '412', '421')"),
        ("anchor", "UPDATE anchor SET start = start + 1 WHERE id = 1"),
        ("anchor", "UPDATE anchor SET quote = 'x' WHERE id = 8"),
        ("snapshot", "UPDATE snapshot SET content = x'00'"),
        ("history", "UPDATE claim SET status = 'verified' WHERE number = 4"),
        ("history", "UPDATE claim SET status = 'verified'"),
        ("history", "UPDATE claim SET aside = 0"),
        ("history", "UPDATE claim SET changed_by = 2 WHERE number = 2"),
        ("history", "UPDATE claim SET changed_at = '2020-01-01T00:00:00.000Z' WHERE number = 5"),
        ("history", "UPDATE note SET text = 'anders' WHERE id = 1"),
        ("history", "UPDATE note SET person = 2 WHERE id = 1"),
        ("history", "UPDATE source SET title_seen = 0"),
        ("history", "UPDATE article SET author = NULL"),
        ("history", "UPDATE evidence SET snapshot = NULL"),
        ("history", "UPDATE person SET name = 'Niemand' WHERE id = 1"),
        ("history", "UPDATE relation SET kind = 'same_fact'"),
        ("history", "PRAGMA foreign_keys = OFF; DELETE FROM note WHERE id = 1"),
        (
            "history",
            """INSERT INTO claim SELECT 77, 'made-up', 0, article, 77, statement, kind, NULL, '[]',
                1, 'false', NULL, changed_at, changed_by FROM claim WHERE id = 1""",
        ),
    ],
)
def test_what_was_changed_behind_the_history_s_back_shows(
    desk: Path, raw: Raw, kind: str, tampering: str
) -> None:
    raw(tampering)
    found = examine(desk)
    assert kind in {finding.kind for finding in found}
    for finding in found:
        assert finding.text.strip()
        assert finding.where
        assert "Error" not in finding.text


def test_a_finding_says_which_claim_holds_what(desk: Path, raw: Raw) -> None:
    raw("UPDATE claim SET status = 'verified' WHERE number = 4")
    (finding,) = examine(desk)
    assert finding.text == (
        "Claim 4: “status” is “verified”, but “unchecked” is what the history recorded last."
    )
    with speaking("de"):
        assert "Behauptung 4" in examine(desk)[0].text


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
NUMBER = st.integers(1, 50)
EVENT_FIELDS = {
    "public_id": TEXT,
    "aside": st.just(1),
    "writer": st.sampled_from([1, 2, 3]),
    "number": NUMBER,
    "time": TEXT,
    "person": st.sampled_from([1, 2]),
    "message": TEXT,
    "arguments": TEXT,
    "reverts": NUMBER | st.none(),
    "salt": TEXT,
    "digest": TEXT,
    "link": TEXT,
}
CHANGE_FIELDS = {
    "event": st.integers(1, 18),
    "number": NUMBER,
    "entity": TEXT | st.sampled_from(["claim", "note"]),
    "row": TEXT,
    "claim": st.integers(1, 9) | st.none(),
    "article": st.just(1) | st.none(),
    "field": TEXT | st.sampled_from(["status", "*", "aside"]),
    "before": TEXT | st.none(),
    "after": TEXT | st.none(),
    "salt": TEXT,
    "digest": TEXT,
}
STORED = st.one_of(
    *(
        st.tuples(st.just(table), st.just(field), values)
        for table, fields in (("event", EVENT_FIELDS), ("change", CHANGE_FIELDS))
        for field, values in fields.items()
    )
)


@settings(max_examples=150)
@given(stored=STORED, place=st.integers(0, 1000))
def test_any_altered_field_of_the_history_shows(
    desk: Path, stored: tuple[str, str, str | int | None], place: int
) -> None:
    table, field, value = stored
    with closing(sqlite3.connect(desk, isolation_level=None)) as connection:
        ids = [row[0] for row in connection.execute(f"SELECT id FROM {table}")]
        row = ids[place % len(ids)]
        where = f'SELECT "{field}" FROM {table} WHERE id = {row}'
        before = connection.execute(where).fetchone()[0]
        try:
            connection.execute(f'UPDATE {table} SET "{field}" = ? WHERE id = {row}', (value,))
        except sqlite3.IntegrityError:
            return
        after = connection.execute(where).fetchone()[0]
        found = examine(desk)
        connection.execute(f'UPDATE {table} SET "{field}" = ? WHERE id = {row}', (before,))
    assert bool(found) == (before != after), (table, row, field, before, after)
    assert examine(desk) == []


def test_a_missing_end_of_the_history_shows_only_to_who_knows_the_last_link(
    desk: Path, raw: Raw
) -> None:
    reader = Reader(desk)
    heads = queries.chain_heads(reader)
    last = queries.last_event(reader)
    reader.close()
    raw(
        f"UPDATE claim SET aside = 0, changed_at = e.time FROM event e "
        f"WHERE e.id = {last - 1} AND claim.number = 9;"
        f"DELETE FROM change WHERE event = {last}; DELETE FROM event WHERE id = {last}"
    )
    assert examine(desk) == []
    (finding,) = examine(desk, known=heads)
    assert finding.kind == "chain"
    assert f"Event {heads[1].events}" in finding.text


def test_a_history_computed_anew_shows_to_who_knows_a_link(desk: Path) -> None:
    reader = Reader(desk)
    heads = queries.chain_heads(reader)
    reader.close()
    assert examine(desk, known=heads) == []
    forged = replace(heads[0], link="0" * 64)
    assert [finding.kind for finding in examine(desk, known=[forged])] == ["chain"]


@pytest.mark.parametrize("where", [0.2, 0.5, 0.8])
def test_a_damaged_file_is_a_finding_and_no_failure(desk: Path, where: float) -> None:
    content = bytearray(desk.read_bytes())
    place = int(len(content) * where) // 1024 * 1024
    content[place : place + 1024] = b"\xa5" * 1024
    desk.write_bytes(content)
    found = examine(desk)
    assert found
    assert all(finding.text for finding in found)


@pytest.mark.parametrize("content", [b"", b"no desk", b"SQLite format 3\0" + b"x" * 2000])
def test_what_is_no_desk_is_a_finding(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.claimdesk"
    path.write_bytes(content)
    assert examine(path)
    assert path.read_bytes() == content


def test_values_that_no_program_writes_are_findings(desk: Path, raw: Raw) -> None:
    raw("UPDATE revision SET text = x'ff'; UPDATE change SET after = '{' WHERE id = 3")
    assert {"revision", "anchor", "chain", "history"} <= kinds(desk)


def test_many_findings_of_one_kind_are_cut_short(desk: Path, raw: Raw) -> None:
    raw(
        "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
        "INSERT INTO source (public_id, aside, type, rank, title, title_seen) "
        "SELECT 'made-up-' || i, 0, 'other', 'primary', 'x', 1 FROM n"
    )
    assert len(examine(desk)) == MOST


def test_others_may_write_meanwhile(desk: Path, store: Store, person: Person) -> None:
    store.run(SetStatus((1,), Status.FALSE), person)  # from here on the desk is in WAL mode
    asked: list[str] = []

    def write(kind: str) -> None:
        asked.append(kind)
        store.run(SetStatus((1, 2), tuple(Status)[len(asked) % 9]), person)

    assert examine(desk, progress=write) == []
    assert asked == [
        "file",
        "schema",
        "revision",
        "anchor",
        "snapshot",
        "chain",
        "history",
        "search",
        "counts",
    ]
    assert examine(desk) == []
