"""Everything about an article, gathered for its report."""

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
from claimdesk.store.queries.read import Read

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


def _by_name(source: Source) -> tuple[tuple[str, str], tuple[str, str], int]:
    data = source.data
    return sort_key(data.publisher or data.author or data.title), sort_key(data.title), source.id
