"""What other programs did meanwhile."""

from collections import defaultdict

from claimdesk.domain.history import Changes
from claimdesk.store.queries.read import Read


def last_event(read: Read) -> int:
    """The id of the newest event, 0 where there is none."""
    return int(read("SELECT coalesce(max(id), 0) FROM event")[0][0])


def changes_since(read: Read, last: int) -> tuple[int, dict[int, Changes]]:
    """What each event after 'last' touched, by the event's id; and the newest event's id."""
    rows = read(
        "SELECT h.event, h.entity, h.claim, coalesce(h.article, c.article) FROM change h "
        "LEFT JOIN claim c ON c.id = h.claim WHERE h.event > :last",
        {"last": last},
    )
    touched: dict[int, tuple[set[int], set[int], set[str]]] = defaultdict(
        lambda: (set(), set(), set())
    )
    for row, entity, claim, article in rows:
        claims, articles, entities = touched[row]
        entities.add(entity)
        if claim:
            claims.add(claim)
        if article:
            articles.add(article)
    found = {
        row: Changes(
            claims=frozenset(claims), articles=frozenset(articles), entities=frozenset(entities)
        )
        for row, (claims, articles, entities) in touched.items()
    }
    return max(found, default=last), found
