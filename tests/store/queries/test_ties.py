from collections.abc import Callable

from claimdesk.commands.relate_claims import RelateClaims
from claimdesk.commands.set_aside import SetAsideClaims, SetAsideRelation
from claimdesk.domain.claim import RelationKind
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]
SAME = RelationKind.SAME_FACT


def numbers(reader: Reader, *claims: int) -> list[int]:
    return [row.number for row in queries.same_facts(reader, claims)]


def test_the_same_fact_is_found_by_way_of_others(run: Run, reader: Reader) -> None:
    run(RelateClaims(4, 6, SAME))
    run(RelateClaims(8, 6, SAME))
    run(RelateClaims(4, 5, RelationKind.CONTRADICTS))
    assert numbers(reader, 4) == [6, 8]
    assert numbers(reader, 8) == [4, 6]
    assert numbers(reader, 4, 6) == [8]
    assert numbers(reader, 5) == []


def test_what_is_set_aside_ties_nothing(run: Run, reader: Reader) -> None:
    run(RelateClaims(4, 6, SAME))
    run(RelateClaims(6, 8, SAME))
    tie = next(tie for tie in queries.claim_detail(reader, 8).relations if tie.other == 6)
    run(SetAsideRelation(tie.id))
    assert numbers(reader, 4) == [6]
    run(SetAsideClaims((6,)))
    assert numbers(reader, 4) == []
