"""The words that somebody was typing."""

from claimdesk.domain.draft import DraftPlace, Jotting, draft_id
from claimdesk.store.queries.read import Read

_DRAFTS = """SELECT d.public_id, d.entity, d."row", d.field, d.text, d.base,
    coalesce(c.id, a.id)
FROM draft d LEFT JOIN claim c ON d.entity = 'claim' AND c.public_id = d."row"
    LEFT JOIN article a ON d.entity = 'article' AND a.public_id = d."row"
WHERE NOT d.aside AND NOT coalesce(c.aside, a.aside, TRUE) ORDER BY d.changed_at, d.id"""


def drafts(read: Read, writer: str, person: str) -> list[Jotting]:
    """What a person was typing on an installation, the oldest first; never somebody else's."""
    return [
        Jotting(DraftPlace(entity, key, field), text, base)
        for public_id, entity, row, field, text, base, key in read(_DRAFTS)
        if public_id == draft_id(writer, person, entity, row, field)
    ]
