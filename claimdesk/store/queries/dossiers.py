"""Everything about an article, gathered for its report."""

from collections import Counter
from collections.abc import Iterable

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.dossier import Dossier
from claimdesk.domain.source import Source
from claimdesk.i18n import sort_key
from claimdesk.store.queries.articles import article, desk_info, revision
from claimdesk.store.queries.coverage import looked
from claimdesk.store.queries.details import article_notes, article_questions, claim_details
from claimdesk.store.queries.erasure import erasures
from claimdesk.store.queries.history import chain_heads
from claimdesk.store.queries.listing import claim_ids
from claimdesk.store.queries.read import Read, portions

_WORK = """FROM event e JOIN person p ON p.id = e.person
WHERE e.id IN (SELECT h.event FROM change h JOIN claim c ON c.id = h.claim WHERE c.article = :row
    UNION SELECT h.event FROM change h WHERE h.article = :row)"""


def dossier(read: Read, row: int) -> Dossier:
    """The dossier of an article, by its id; claims in the text's order."""
    held = article(read, row)
    details = claim_details(read, claim_ids(read, ClaimFilter(article=row)))
    used: dict[int, Source] = {
        evidence.source.id: evidence.source for detail in details for evidence in detail.evidence
    }
    first, last = read(f"SELECT min(e.time), max(e.time) {_WORK}", {"row": row})[0]
    people = read(f"SELECT DISTINCT p.name {_WORK}", {"row": row})
    return Dossier(
        desk_info(read),
        held,
        revision(read, held.revision) if held.revision else None,
        tuple(details),
        tuple(article_notes(read, row)),
        tuple(sorted(used.values(), key=_by_name)),
        tuple(sorted((person[0] for person in people), key=sort_key)),
        first,
        last,
        tuple(chain_heads(read)),
        tuple(article_questions(read, row)),
        tuple(erasures(read, row)),
        tuple(looked(read, held.revision)) if held.revision else (),
    )


def article_with(read: Read, claims: Iterable[str]) -> int | None:
    """The article that holds most of some claims, named by their public ids; None where none of
    them is here, or it is set aside."""
    counts: Counter[int] = Counter()
    for portion in portions(claims, 500):
        named = {f"claim{at}": claim for at, claim in enumerate(portion)}
        names = ", ".join(f":{name}" for name in named)
        rows = read(
            "SELECT c.article, count(*) FROM claim c JOIN article a ON a.id = c.article "
            f"WHERE c.public_id IN ({names}) AND NOT a.aside GROUP BY c.article",
            named,
        )
        counts.update({int(article): int(count) for article, count in rows})
    return counts.most_common(1)[0][0] if counts else None


def _by_name(source: Source) -> tuple[tuple[str, str], tuple[str, str], int]:
    data = source.data
    return sort_key(data.publisher or data.author or data.title), sort_key(data.title), source.id
