from collections.abc import Callable

import pytest

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.part_claims import MergeClaims, SplitClaim
from claimdesk.commands.place_claim import AddClaimAt, MoveAnchor
from claimdesk.commands.revert import Revert
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.dossier import ClaimDetail
from claimdesk.domain.errors import Refused
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def detail(reader: Reader, claim: int) -> ClaimDetail:
    return queries.claim_details(reader, [claim])[0]


def quote(reader: Reader, claim: int) -> str | None:
    anchor = detail(reader, claim).anchor
    return anchor.quote if anchor else None


def newest(reader: Reader) -> int:
    return int(reader("SELECT max(id) FROM claim")[0][0])


def test_a_claim_of_a_passage_has_its_words_as_statement(run: Run, reader: Reader) -> None:
    event = run(AddClaimAt(1, 1, 3, 24))
    made = detail(reader, newest(reader))
    assert made.row.statement == "Brücke von Nordhafen"
    assert made.anchor
    assert (made.anchor.start, made.anchor.end) == (4, 24)
    assert made.passage_state is AnchorOrigin.MADE
    run(Revert(event or ""))
    assert made.row.id not in queries.claim_ids(reader)
    assert examine(reader.path) == []


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 4), (0, 9_999), (9, 3)])
def test_where_there_are_no_words_there_is_no_claim(
    run: Run, reader: Reader, start: int, end: int
) -> None:
    with pytest.raises(Refused, match="no words"):
        run(AddClaimAt(1, 1, start, end))


def test_a_claim_is_put_elsewhere_and_back(run: Run, reader: Reader) -> None:
    before = quote(reader, 1)
    event = run(MoveAnchor(1, 1, 54, 68))
    assert quote(reader, 1) == "412 Meter lang"
    assert run(MoveAnchor(1, 1, 54, 68)) is None
    back = run(Revert(event or ""))
    assert quote(reader, 1) == before
    run(Revert(back or ""))
    assert quote(reader, 1) == "412 Meter lang"
    further = run(MoveAnchor(1, 1, 4, 10))
    back = run(Revert(further or ""))
    assert quote(reader, 1) == "412 Meter lang"
    run(Revert(back or ""))
    assert quote(reader, 1) == "Brücke"


def test_a_claim_without_a_place_gets_one(run: Run, reader: Reader) -> None:
    run(AddClaim(1, "Die Brücke ist blau."))
    made = newest(reader)
    assert quote(reader, made) is None
    run(MoveAnchor(made, 1, 4, 10))
    assert quote(reader, made) == "Brücke"
    assert examine(reader.path) == []


def test_a_claim_is_split_in_two_and_whole_again(run: Run, reader: Reader) -> None:
    event = run(SplitClaim(2, "Die Brücke ist lang.", "412 Meter.", second_passage=(54, 63)))
    first, second = detail(reader, 2), detail(reader, newest(reader))
    assert first.row.status is Status.IN_PROGRESS
    assert (first.row.statement, second.row.statement) == ("Die Brücke ist lang.", "412 Meter.")
    assert (first.anchor and first.anchor.quote) == "412 Meter lang"
    assert (second.anchor and second.anchor.quote) == "412 Meter"
    assert (second.row.kind, second.row.status) == (first.row.kind, Status.UNCHECKED)
    run(Revert(event or ""))
    assert detail(reader, 2).row.status is Status.VERIFIED_WITH_CAVEAT
    assert examine(reader.path) == []


def test_of_several_claims_one_is_made_with_all_that_hangs_on_them(
    run: Run, reader: Reader
) -> None:
    held = [detail(reader, claim) for claim in (1, 2, 3)]
    event = run(MergeClaims(1, (2, 3)))
    kept = detail(reader, 1)
    assert len(kept.evidence) == sum(len(one.evidence) for one in held)
    assert len(kept.notes) == sum(len(one.notes) for one in held) + 2
    assert kept.relations == ()
    assert "2" in kept.notes[-2].text
    assert set(queries.claim_ids(reader)) == {1, 4, 5, 6, 7, 8}
    assert examine(reader.path) == []
    run(Revert(event or ""))
    assert [detail(reader, claim).notes for claim in (1, 2, 3)] == [one.notes for one in held]
    assert set(queries.claim_ids(reader)) == set(range(1, 9))


def test_relations_to_others_go_along(run: Run, reader: Reader) -> None:
    run(MergeClaims(6, (5,)))
    assert {(one.other_number, one.kind.value) for one in detail(reader, 4).relations} == {
        (6, "depends_on")
    }


@pytest.mark.parametrize("others", [(), (1,)])
def test_one_claim_alone_is_not_merged(run: Run, others: tuple[int, ...]) -> None:
    with pytest.raises(Refused, match="two or more"):
        run(MergeClaims(1, others))
