"""What of a text somebody looked at."""

from claimdesk.domain.coverage import CoverageKind, Looked
from claimdesk.store.queries.read import Read


def looked(read: Read, revision: int) -> list[Looked]:
    """The ranges of a revision that somebody said something of, in the text's order."""
    rows = read(
        'SELECT v.id, v.kind, v.start, v."end", p.name, v.made_at, v.remark FROM coverage v '
        "JOIN person p ON p.id = v.person WHERE v.revision = :revision AND NOT v.aside "
        'ORDER BY v.start, v."end", v.id',
        {"revision": revision},
    )
    return [Looked(row[0], CoverageKind(row[1]), *row[2:]) for row in rows]
