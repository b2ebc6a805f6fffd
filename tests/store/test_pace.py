"""A long edit tells how far it has come, and ends when somebody wants it to, with the desk as it
was."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from claimdesk.commands.edit_claim import AttributeClaims
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.tag_claims import TagClaims
from claimdesk.domain.errors import Stopped
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, pace, queries
from claimdesk.store.check import examine
from claimdesk.store.pace import Pace
from claimdesk.store.sqlite.connection import Reader
from claimdesk.store.store import Edit
from tests.store.test_work import dump

SOME = (1, 2, 3, 4, 5, 6, 7)
EDITS: dict[str, Edit] = {
    "status": SetStatus(SOME, Status.DISPUTED, "as told"),
    "tags": TagClaims(SOME, ("one", "two")),
    "attribution": AttributeClaims(SOME, "Hafenamt"),
    "aside": SetAsideClaims(SOME),
}

each_edit = pytest.mark.parametrize("name", EDITS)


def stopping_at(step: int) -> Pace:
    """Stops when it is asked for the so many'th time."""
    asked = count()
    return Pace(stopped=lambda: next(asked) >= step)


@each_edit
@pytest.mark.parametrize("takes_back", [False, True])
def test_wherever_it_is_stopped_the_desk_is_as_it_was(
    store: Store, desk: Path, person: Person, name: str, takes_back: bool
) -> None:
    edit = EDITS[name]
    if takes_back:
        edit = Revert(store.run(edit, person).public_id or "")
    before = dump(desk)
    stopped = 0
    while True:
        try:
            assert store.run(edit, person, stopping_at(stopped)).event
            break
        except Stopped:
            assert dump(desk) == before
            stopped += 1
    assert stopped > 3
    assert examine(desk) == []


@each_edit
def test_it_tells_shares_that_grow(
    store: Store, person: Person, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "TOLD_EVERY", 0)
    told: list[float] = []
    changes = store.run(EDITS[name], person, Pace(told.append))
    assert told == sorted(told)
    assert 0 < told[0] <= 0.5 < told[-1] <= 1
    told.clear()
    store.run(Revert(changes.public_id or ""), person, Pace(told.append))
    assert told == sorted(told)
    assert 0 < told[0] <= 0.5 < told[-1] <= 1


def test_a_single_statement_is_stopped_too(store: Store, person: Person, desk: Path) -> None:
    """One that takes SQLite long, with nothing between portions that could look."""

    class Endless:
        def apply(self, work: object) -> None:
            read: Callable[[str], object] = work.read  # type: ignore[attr-defined]
            read("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")

    before = dump(desk)
    with pytest.raises(Stopped):
        store.run(Endless(), person, stopping_at(3))  # type: ignore[arg-type]
    assert dump(desk) == before


def test_the_next_edit_is_not_stopped(store: Store, person: Person, reader: Reader) -> None:
    with pytest.raises(Stopped):
        store.run(EDITS["status"], person, stopping_at(1))
    store.run(EDITS["status"], person)
    assert {row.status for row in queries.claim_rows(reader, SOME)} == {Status.DISPUTED}


def test_portions_hold_everything_once() -> None:
    items = list(range(1234))
    through = [one for some in Pace().through(items) for one in some]
    assert through == items == list(Pace().each(items, len(items)))
