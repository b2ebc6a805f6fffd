from collections.abc import Callable

import pytest

from claimdesk.commands.edit_claim import (
    AttributeClaims,
    EditStatement,
    SetAttribution,
    SetCheckWorthiness,
    SetKind,
)
from claimdesk.domain.claim import Kind
from claimdesk.domain.errors import Conflict, NotFound, Refused
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]
WORDS = "1978 war die Brücke 9 Tage gesperrt."


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_other_words(run: Run, reader: Reader) -> None:
    run(EditStatement(7, "  1979 war sie gesperrt. ", WORDS))
    assert queries.claim_rows(reader, [7])[0].statement == "1979 war sie gesperrt."
    assert words(reader) == "Reword claim 7"


def test_words_that_were_overtaken_are_refused_and_both_are_shown(run: Run, reader: Reader) -> None:
    run(EditStatement(7, "eins", WORDS))
    with pytest.raises(Conflict) as caught:
        run(EditStatement(7, "zwei", WORDS))
    assert "“eins”" in str(caught.value)
    assert WORDS in str(caught.value)
    assert queries.claim_rows(reader, [7])[0].statement == "eins"


def test_a_statement_needs_words(run: Run) -> None:
    with pytest.raises(Refused, match="The statement is missing"):
        run(EditStatement(7, " ", WORDS))


def test_attribution_to_somebody_and_to_nobody(run: Run, reader: Reader) -> None:
    run(SetAttribution(7, " Hafenamt ", ""))
    assert queries.claim_rows(reader, [7])[0].attributed_to == "Hafenamt"
    with pytest.raises(Conflict):
        run(SetAttribution(7, "Land", ""))
    run(SetAttribution(7, "", "Hafenamt"))
    assert queries.claim_rows(reader, [7])[0].attributed_to is None
    assert run(SetAttribution(7, " ", "")) is None
    assert words(reader) == "Attribution of claim 7"


def test_many_are_attributed_whatever_they_were(run: Run, reader: Reader) -> None:
    run(SetAttribution(7, "Land", ""))
    run(AttributeClaims((6, 7), " Hafenamt "))
    assert words(reader) == "Attribution of 2 claims"
    assert {row.attributed_to for row in queries.claim_rows(reader, [6, 7])} == {"Hafenamt"}
    run(AttributeClaims((6, 7), ""))
    assert {row.attributed_to for row in queries.claim_rows(reader, [6, 7])} == {None}


def test_kind_and_worth_of_one_and_of_many(run: Run, reader: Reader) -> None:
    run(SetKind((7,), Kind.CAUSAL))
    assert words(reader) == "Kind of claim 7"
    run(SetKind((6, 7, 8), Kind.GEOGRAPHY))
    assert words(reader) == "Kind of 3 claims"
    run(SetCheckWorthiness((7,), 1))
    run(SetCheckWorthiness((6, 7, 8), 3))
    assert words(reader) == "Check-worthiness of 3 claims"
    rows = queries.claim_rows(reader, (6, 7, 8))
    assert {(row.kind, row.check_worthiness) for row in rows} == {(Kind.GEOGRAPHY, 3)}
    assert run(SetKind((6, 7, 8), Kind.GEOGRAPHY)) is None


@pytest.mark.parametrize("worth", [0, 4, -1])
def test_worth_has_three_steps(run: Run, worth: int) -> None:
    with pytest.raises(Refused, match="1, 2 or 3"):
        run(SetCheckWorthiness((7,), worth))


@pytest.mark.parametrize(
    "edit",
    [EditStatement(99, "x", "y"), SetKind((99,), Kind.DATE), SetCheckWorthiness((1, 99), 2)],
)
def test_a_claim_that_is_not_there(run: Run, edit: Edit) -> None:
    with pytest.raises(NotFound):
        run(edit)
