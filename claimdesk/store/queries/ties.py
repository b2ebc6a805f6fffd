"""Ties between claims."""

from collections.abc import Iterable

from claimdesk.domain.claim import ClaimRow, RelationKind
from claimdesk.store.queries.claims import claim_rows
from claimdesk.store.queries.read import Read, id_list, portions

_TIED = f"""SELECT r.claim, r.other FROM relation r
JOIN claim c ON c.id = r.claim JOIN claim o ON o.id = r.other
WHERE (r.claim IN ({{ids}}) OR r.other IN ({{ids}})) AND r.kind = '{RelationKind.SAME_FACT}'
    AND NOT r.aside AND NOT c.aside AND NOT o.aside"""


def same_facts(read: Read, claims: Iterable[int]) -> list[ClaimRow]:
    """The other claims that state the same fact as one of these, also by way of further ones; by
    number."""
    asked = frozenset(claims)
    known, new = set(asked), set(asked)
    while new:
        reached = {
            claim
            for portion in portions(sorted(new))
            for pair in read(_TIED.format(ids=id_list(portion)))
            for claim in pair
        }
        new = reached - known
        known |= new
    rows = claim_rows(read, sorted(known - asked))
    return sorted(rows, key=lambda row: (row.article, row.number))
