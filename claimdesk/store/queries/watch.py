"""What other programs did meanwhile."""

from collections import defaultdict
from collections.abc import Collection

from claimdesk.domain.history import Changes
from claimdesk.store.queries.read import Read, id_list


def last_event(read: Read) -> int:
    """The id of the newest event, 0 where there is none."""
    return int(read("SELECT coalesce(max(id), 0) FROM event")[0][0])


def events_since(read: Read, last: int) -> frozenset[int]:
    """The events after 'last'."""
    rows = read("SELECT id FROM event WHERE id > :last", {"last": last})
    return frozenset(int(row[0]) for row in rows)


def changes_since(
    read: Read, last: int, known: Collection[int] = ()
) -> tuple[int, dict[int, Changes]]:
    """What each event after 'last' touched, by the event's id; and the newest event's id. Those
    that are known are left out."""
    events = events_since(read, last)
    rows = read(
        "SELECT h.event, h.entity, h.claim, coalesce(h.article, c.article) FROM change h "
        "LEFT JOIN claim c ON c.id = h.claim "
        f"WHERE h.event IN ({id_list(events.difference(known))})"
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
    return max(events, default=last), found
