from collections.abc import Callable

import pytest

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.errors import NotFound, Refused
from claimdesk.domain.note import NoteRole
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.LEFT_OUT])
def test_each_status_of_the_scale(run: Run, reader: Reader, status: Status) -> None:
    run(SetStatus((5,), Status.FALSE if status is not Status.FALSE else Status.DISPUTED))
    run(SetStatus((5,), status))
    (row,) = queries.claim_rows(reader, [5])
    assert (row.status, row.changed_by) == (status, "Cleo Süß")
    assert words(reader) == f"Mark claim 5 {status.label}"


def test_many_claims_are_one_event(run: Run, reader: Reader) -> None:
    before = queries.last_event(reader)
    run(SetStatus((4, 5, 6), Status.DISPUTED))
    assert queries.last_event(reader) == before + 1
    assert words(reader) == "Mark 3 claims disputed, sources conflict"
    assert {row.status for row in queries.claim_rows(reader, (4, 5, 6))} == {Status.DISPUTED}


def test_the_status_it_has_already_is_no_event(run: Run) -> None:
    assert run(SetStatus((4, 5), Status.UNCHECKED)) is None
    assert run(SetStatus((), Status.FALSE)) is None


@pytest.mark.parametrize("reason", ["", " \n\t "])
def test_a_claim_is_left_out_only_with_the_reason(run: Run, reader: Reader, reason: str) -> None:
    with pytest.raises(Refused, match="only with the reason"):
        run(SetStatus((4,), Status.LEFT_OUT, reason))
    assert queries.claim_rows(reader, [4])[0].status is Status.UNCHECKED


@pytest.mark.parametrize(
    ("status", "role"), [(Status.LEFT_OUT, NoteRole.REASON), (Status.FALSE, NoteRole.NOTE)]
)
def test_a_note_comes_in_the_same_event(
    run: Run, reader: Reader, status: Status, role: NoteRole
) -> None:
    before = queries.last_event(reader)
    run(SetStatus((4, 5), status, "  weil es so ist \n"))
    assert queries.last_event(reader) == before + 1
    for detail in queries.claim_details(reader, (4, 5)):
        assert [(note.role, note.text) for note in detail.notes] == [(role, "weil es so ist")]
        assert detail.row.status is status


def test_a_claim_that_is_not_there_stops_all_of_it(run: Run, reader: Reader) -> None:
    with pytest.raises(NotFound):
        run(SetStatus((4, 99), Status.FALSE))
    assert queries.claim_rows(reader, [4])[0].status is Status.UNCHECKED
