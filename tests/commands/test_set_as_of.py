from collections.abc import Callable

import pytest

from claimdesk.commands.set_as_of import SetAsOf
from claimdesk.domain.errors import NotFound, Refused
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def as_of(reader: Reader, claim: int) -> str | None:
    return queries.claim_rows(reader, [claim])[0].as_of


@pytest.mark.parametrize("day", ["2022", "2022-03", " 2022-03-28 "])
def test_a_day_a_month_or_a_year(run: Run, reader: Reader, day: str) -> None:
    run(SetAsOf((1,), day))
    assert as_of(reader, 1) == day.strip()
    assert words(reader) == "As-of date of claim 1"


def test_several_claims_and_taking_it_off(run: Run, reader: Reader) -> None:
    run(SetAsOf((1, 2), "2022-03"))
    assert words(reader) == "As-of date of 2 claims"
    assert run(SetAsOf((1, 2), "2022-03")) is None
    run(SetAsOf((2,), " "))
    assert (as_of(reader, 1), as_of(reader, 2)) == ("2022-03", None)


@pytest.mark.parametrize("day", ["28.03.2022", "2022-02-30", "heute"])
def test_what_is_no_day(run: Run, reader: Reader, day: str) -> None:
    with pytest.raises(Refused, match="is no date"):
        run(SetAsOf((1,), day))
    assert as_of(reader, 1) is None


def test_a_claim_that_is_not_there(run: Run) -> None:
    with pytest.raises(NotFound):
        run(SetAsOf((1, 99), "2022"))
