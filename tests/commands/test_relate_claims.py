from collections.abc import Callable

import pytest

from claimdesk.commands.relate_claims import RelateClaims
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideRelation
from claimdesk.domain.claim import RelationKind
from claimdesk.domain.dossier import Relation
from claimdesk.domain.errors import NotFound, Refused
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]

SAME, CONTRADICTS, DEPENDS = RelationKind


def ties(reader: Reader, claim: int, kind: RelationKind) -> list[Relation]:
    found = queries.claim_detail(reader, claim).relations
    return [tie for tie in found if tie.kind is kind]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (SAME, "Claims 4 and 6: the same fact"),
        (CONTRADICTS, "Claims 4 and 6: a contradiction"),
        (DEPENDS, "Claim 4 depends on claim 6"),
    ],
)
def test_a_tie_stands_on_both_claims(
    run: Run, reader: Reader, kind: RelationKind, said: str
) -> None:
    event = run(RelateClaims(4, 6, kind, " wegen der Länge "))
    assert words(reader) == said
    here, there = ties(reader, 4, kind)[-1], ties(reader, 6, kind)[-1]
    assert (here.other_number, here.remark, here.backwards) == (6, "wegen der Länge", False)
    assert (there.other_number, there.backwards) == (4, True)
    run(Revert(event or ""))
    assert here not in ties(reader, 4, kind)
    assert there not in ties(reader, 6, kind)


def test_only_a_dependence_reads_otherwise_from_the_other_side(run: Run, reader: Reader) -> None:
    for kind in RelationKind:
        run(RelateClaims(4, 6, kind))
    there = {kind: ties(reader, 6, kind)[-1].label for kind in RelationKind}
    assert there == {
        SAME: "same fact as",
        CONTRADICTS: "contradicts",
        DEPENDS: "is the basis of",
    }


def test_nothing_is_tied_twice(run: Run) -> None:
    for kind in (SAME, CONTRADICTS):
        run(RelateClaims(4, 6, kind))
        for pair in ((4, 6), (6, 4)):
            with pytest.raises(Refused, match="already tied"):
                run(RelateClaims(*pair, kind))
    run(RelateClaims(4, 6, DEPENDS))
    assert run(RelateClaims(6, 4, DEPENDS))


def test_no_claim_is_tied_to_itself(run: Run) -> None:
    with pytest.raises(Refused, match="not to itself"):
        run(RelateClaims(4, 4, SAME))


def test_a_tie_is_set_aside_and_may_be_made_again(run: Run, reader: Reader) -> None:
    run(RelateClaims(4, 6, SAME))
    [tie] = ties(reader, 4, SAME)
    run(SetAsideRelation(tie.id))
    assert words(reader) == "Set a relation of claim 4 aside"
    assert ties(reader, 6, SAME) == []
    run(RelateClaims(6, 4, SAME))
    assert len(ties(reader, 4, SAME)) == 1


@pytest.mark.parametrize(
    "edit", [RelateClaims(4, 99, SAME), RelateClaims(99, 4, SAME), SetAsideRelation(99)]
)
def test_what_is_not_there(run: Run, edit: Edit) -> None:
    with pytest.raises(NotFound):
        run(edit)
