"""Which articles there are, for a list of them: when they came in, and what they are found by."""

from claimdesk.domain.arrival import Arrival
from claimdesk.domain.history import ADDED
from claimdesk.store.queries.read import Read

_ARRIVALS = f"""SELECT a.id, a.archived, coalesce(e.time, '')
FROM (SELECT x.id, x.public_id, x.archived FROM article x WHERE NOT x.aside
    ORDER BY x.id DESC {{limit}}) a
LEFT JOIN change h ON h.entity = 'article' AND h."row" = a.public_id AND h.field = '{ADDED}'
LEFT JOIN event e ON e.id = h.event"""


def arrivals(read: Read, most: int | None = None) -> list[Arrival]:
    """All articles, or the newest ones, archived or not, with when they came into the desk."""
    limit = "" if most is None else f"LIMIT {int(most)}"
    return read(_ARRIVALS.format(limit=limit))


def article_names(read: Read) -> list[tuple[int, str]]:
    """The words that each article goes by: title, author, publication."""
    rows = read("SELECT id, title, author, publisher FROM article WHERE NOT aside")
    return [(row[0], " ".join(part for part in row[1:] if part)) for row in rows]
