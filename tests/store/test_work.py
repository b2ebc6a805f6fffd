import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimdesk.domain.errors import Conflict, NotFound, Refused
from claimdesk.domain.history import Changes, Message
from claimdesk.domain.person import Person
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import connect_to_read
from claimdesk.store.store import Reader


@dataclass(frozen=True)
class Written:
    """An edit given as a function of the work."""

    write: Callable[[Any], object]

    def apply(self, work: Any) -> Message:
        self.write(work)
        return Message("Make the sample")


@pytest.fixture
def write(store: Store, person: Person) -> Callable[[Callable[[Any], object]], Changes]:
    return lambda function: store.run(Written(function), person)


Write = Callable[[Callable[[Any], object]], Changes]


def dump(desk: Path) -> list[str]:
    with closing(connect_to_read(desk)) as connection:
        return list(connection.iterdump())


def test_changes_name_what_was_touched(write: Write) -> None:
    def edit(work: Any) -> None:
        work.set("claim", [1, 2], status="false")
        work.add("note", article=1, person=work.person, role="note", text="x", made_at=work.now)

    changes = write(edit)
    assert changes.claims == {1, 2}
    assert changes.articles == {1}
    assert changes.entities == {"claim", "note", "person"}


def test_a_relation_touches_both_of_its_claims(write: Write) -> None:
    changes = write(lambda work: work.add("relation", claim=1, other=7, kind="same_fact"))
    assert changes.claims == {1, 7}
    assert changes.articles == {1}


def test_an_edit_that_changes_nothing_leaves_nothing(write: Write, desk: Path) -> None:
    """Not even the person who made it, who would have joined without an event."""
    before = dump(desk)
    assert not write(lambda work: work.set("claim", [1, 2], article=1))
    assert dump(desk) == before


def test_a_field_set_to_and_fro_is_no_change(write: Write, desk: Path) -> None:
    def edit(work: Any) -> None:
        work.set("claim", 3, status="false")
        work.set("claim", 3, status="inaccurate")

    before = dump(desk)
    assert not write(edit)
    assert dump(desk) == before


def test_a_claim_that_was_left_as_it_was_is_not_marked_as_changed(
    write: Write, desk: Path, reader: Reader
) -> None:
    def edit(work: Any) -> None:
        work.set("claim", 3, status="false")
        work.set("claim", 3, status="inaccurate")
        work.set("claim", 4, status="false")

    before = queries.claim_rows(reader, [3])
    assert write(edit).claims == {4}
    assert queries.claim_rows(reader, [3]) == before
    assert examine(desk) == []


def test_fields_of_a_row_added_in_the_same_work_belong_to_its_adding(
    write: Write, reader: Reader, desk: Path
) -> None:
    def edit(work: Any) -> None:
        values = {"statement": "x", "kind": "other", "check_worthiness": 1}
        row = work.add("claim", article=1, number=50, **values)
        work.set("claim", row, statement="y", status="disputed")

    changes = write(edit)
    event = queries.event(reader, changes.event or 0)
    assert [(change.entity, change.field) for change in event.changes] == [
        ("person", "*"),
        ("claim", "*"),
    ]
    assert event.changes[1].after["statement"] == "y"
    assert examine(desk) == []


def test_whatever_fails_halfway_leaves_nothing(write: Write, desk: Path) -> None:
    def edit(work: Any) -> None:
        work.set("claim", [1, 2, 3], status="false")
        raise ZeroDivisionError

    before = dump(desk)
    with pytest.raises(ZeroDivisionError):
        write(edit)
    assert dump(desk) == before


@pytest.mark.parametrize(
    ("kind", "edit"),
    [
        (NotFound, lambda work: work.get("claim", 99)),
        (NotFound, lambda work: work.set("claim", [1, 99], status="false")),
        (NotFound, lambda work: work.add("relation", claim=1, other=99, kind="same_fact")),
        (Refused, lambda work: work.set("claim", 1, status="true")),
        (Refused, lambda work: work.set("claim", 1, statement=None)),
        (Refused, lambda work: work.set("claim", 1, statement="\ud800")),
        (Refused, lambda work: work.add("relation", claim=1, other=1, kind="same_fact")),
        (Conflict, lambda work: work.expect("claim", 1, "statement", "anders")),
    ],
)
def test_what_breaks_a_rule_is_refused_in_a_sentence(
    write: Write, desk: Path, kind: type[Exception], edit: Callable[[Any], object]
) -> None:
    before = dump(desk)
    with pytest.raises(kind) as caught:
        write(edit)
    assert type(caught.value) is kind
    assert str(caught.value).endswith((".", "decide."))
    assert dump(desk) == before


def test_every_claim_has_at_most_one_passage_in_a_revision(write: Write, reader: Reader) -> None:
    place = {"start": 0, "end": 3, "quote": "Die", "prefix": "", "suffix": " ", "origin": "made"}
    with pytest.raises(Refused):
        write(lambda work: work.add("anchor", claim=1, revision=1, **place))
    write(lambda work: work.set("anchor", 1, aside=True))
    write(lambda work: work.add("anchor", claim=1, revision=1, **place))
    anchor = queries.claim_detail(reader, 1).anchor
    assert anchor is not None
    assert anchor.quote == "Die"


def test_many_rows_are_set_with_few_statements(write: Write, store: Store) -> None:
    def many(work: Any) -> None:
        claim = {"article": 1, "statement": "x", "kind": "other", "check_worthiness": 1}
        work.add_all("claim", [{**claim, "number": 100 + one} for one in range(1200)])

    asked: list[str] = []
    changes = write(many)
    store._raw().set_trace_callback(asked.append)
    write(lambda work: work.set("claim", changes.claims, status="disputed"))
    store._raw().set_trace_callback(None)
    assert sum(sql.startswith("SELECT") for sql in asked) < 15


def test_numbers_within_a_chain_follow_each_other(write: Write, reader: Reader) -> None:
    before = queries.chain_heads(reader)
    for status in ("false", "disputed"):
        write(lambda work, status=status: work.set("claim", 1, status=status))
    *others, mine = queries.chain_heads(reader)
    assert others == before
    assert mine.events == 2


def test_nothing_else_can_write_to_the_history(desk: Path, reader: Reader) -> None:
    with pytest.raises(sqlite3.OperationalError), closing(connect_to_read(desk)) as connection:
        connection.execute("DELETE FROM event")
