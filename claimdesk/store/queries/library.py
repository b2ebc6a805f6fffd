"""The desk's library of sources."""

from collections.abc import Collection, Sequence
from typing import Any

from claimdesk.domain.errors import NotFound
from claimdesk.domain.source import Source, SourceData, SourceRank, SourceType
from claimdesk.i18n import _
from claimdesk.store.queries.read import Read, id_list

SOURCE_COLUMNS = (
    "s.id, s.public_id, s.title, s.type, s.rank, s.author, s.publisher, s.published, s.url, "
    "s.language, s.summary, s.remark, s.title_seen, s.date_basis, s.read_as, s.csl, "
    "s.confidential, s.contact, "
    "(SELECT count(DISTINCT e.claim) FROM evidence e JOIN claim c ON c.id = e.claim "
    "WHERE e.source = s.id AND NOT e.aside AND NOT c.aside)"
)
WIDTH = 19
"""How many columns SOURCE_COLUMNS gives."""


def sources(read: Read) -> list[Source]:
    """All sources that are not set aside, by publisher and title in dictionary order."""
    rows = read(
        f"SELECT {SOURCE_COLUMNS} FROM source s WHERE NOT s.aside "
        "ORDER BY dictionary_key(coalesce(s.publisher, s.author, s.title)), "
        "dictionary_key(s.title), s.id"
    )
    return [read_source(row) for row in rows]


def source(read: Read, row: int) -> Source:
    """One source by its id."""
    found = read(f"SELECT {SOURCE_COLUMNS} FROM source s WHERE s.id = :row", {"row": row})
    if not found:
        raise NotFound(_("This source is not in the desk."))
    return read_source(found[0])


def recent_sources(read: Read, claims: Collection[int]) -> list[int]:
    """The sources that the claims' articles use, by their ids: the one attached last comes first,
    those that these claims have already come last."""
    ids = id_list(claims)
    rows = read(
        f"SELECT e.source, max(CASE WHEN e.claim IN ({ids}) THEN 1 ELSE 0 END) AS theirs, "
        "max(e.id) AS newest FROM evidence e JOIN claim c ON c.id = e.claim "
        f"WHERE c.article IN (SELECT o.article FROM claim o WHERE o.id IN ({ids})) "
        "AND NOT e.aside AND NOT c.aside GROUP BY e.source ORDER BY theirs, newest DESC"
    )
    return [row[0] for row in rows]


def use_of_source(read: Read, source: int) -> tuple[int, int] | None:
    """The article and the claim to which a source was attached last; None where it is to none."""
    rows = read(
        "SELECT c.article, c.id FROM evidence e JOIN claim c ON c.id = e.claim "
        "JOIN article a ON a.id = c.article WHERE e.source = :source AND NOT e.aside "
        "AND NOT c.aside AND NOT a.aside ORDER BY e.id DESC LIMIT 1",
        {"source": source},
    )
    return (int(rows[0][0]), int(rows[0][1])) if rows else None


def read_source(row: Sequence[Any]) -> Source:
    """A source from SOURCE_COLUMNS."""
    fields = list(row[2:18])
    fields[1] = SourceType(row[3]) if row[3] in tuple(SourceType) else SourceType.OTHER
    fields[2] = SourceRank(row[4])
    fields[10], fields[14] = bool(row[12]), bool(row[16])
    return Source(row[0], row[1], SourceData(*fields), row[18])
