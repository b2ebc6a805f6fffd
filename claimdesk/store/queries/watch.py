"""What other programs did meanwhile."""

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


def changes_of(read: Read, events: Collection[int]) -> Changes:
    """What these events touched, taken together."""
    changed = f"FROM change h {{join}} WHERE h.event IN ({id_list(events)})"
    claims = f"SELECT DISTINCT h.claim {changed.format(join='')} AND h.claim IS NOT NULL"
    owner = "coalesce(h.article, c.article)"
    joined = changed.format(join="LEFT JOIN claim c ON c.id = h.claim")
    articles = f"SELECT DISTINCT {owner} {joined} AND {owner} IS NOT NULL"
    entities = f"SELECT DISTINCT h.entity {changed.format(join='')}"
    return Changes(
        claims=frozenset(row[0] for row in read(claims)),
        articles=frozenset(row[0] for row in read(articles)),
        entities=frozenset(row[0] for row in read(entities)),
    )


def has_more_changes(read: Read, events: Collection[int], most: int) -> bool:
    """Whether these events changed more than so many rows, without looking at the others."""
    rows = read(
        f"SELECT 1 FROM change h WHERE h.event IN ({id_list(events)}) LIMIT 1 OFFSET :most",
        {"most": most},
    )
    return bool(rows)
