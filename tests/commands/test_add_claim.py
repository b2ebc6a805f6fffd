from collections.abc import Callable

import pytest

from claimdesk.commands.add_claim import AddClaim
from claimdesk.domain.claim import Kind
from claimdesk.domain.errors import NotFound, Refused
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_a_claim_takes_the_next_number_also_after_one_set_aside(run: Run, reader: Reader) -> None:
    """Number 9 was set aside; it is never used again."""
    run(AddClaim(1, " Neu ", Kind.CAUSAL, 3, " Land "))
    assert words(reader) == "Add claim 10"
    row = queries.claim_rows(reader, [queries.claim_id(reader, "10")])[0]
    assert (row.statement, row.kind, row.check_worthiness) == ("Neu", Kind.CAUSAL, 3)
    assert (row.attributed_to, row.status, row.figures) == ("Land", Status.UNCHECKED, ())


@pytest.mark.parametrize(
    ("kind", "edit"),
    [
        (Refused, AddClaim(1, " ")),
        (Refused, AddClaim(1, "x", check_worthiness=7)),
        (NotFound, AddClaim(99, "x")),
    ],
)
def test_what_cannot_be_done(run: Run, reader: Reader, kind: type[Exception], edit: Edit) -> None:
    before = queries.last_event(reader)
    with pytest.raises(kind):
        run(edit)
    assert queries.last_event(reader) == before
