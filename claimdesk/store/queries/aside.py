"""What was set aside, and what comes back with it."""

from collections.abc import Iterator

from claimdesk.domain.aside import Aside
from claimdesk.store.queries.read import Read

MOST = 2000
"""How many things of one sort are listed, the newest first."""

# Words, the claim and the article a row belongs to.
_SHAPES = {
    "article": ("x.title", "NULL", "x.id"),
    "claim": ("x.statement", "x.id", "x.article"),
    "note": ("x.text", "x.claim", "coalesce(x.article, c.article)"),
    "evidence": (
        """(SELECT s.title FROM source s WHERE s.id = x.source)
        || coalesce(': ' || coalesce(x.excerpt, x.remark), '')""",
        "x.claim",
        "c.article",
    ),
    "correction": ("x.old_wording || ' → ' || x.new_wording", "x.claim", "c.article"),
    "question": ("x.text", "x.claim", "coalesce(x.article, c.article)"),
    "relation": (
        "(SELECT o.statement FROM claim o WHERE o.id = x.other)",
        "x.claim",
        "c.article",
    ),
    "source": ("x.title", "NULL", "NULL"),
}

_ASIDE = """SELECT x.id, {words}, c.id, c.number, coalesce(a.title, ''), p.name, e.time,
    coalesce(c.aside, FALSE)
FROM {entity} x LEFT JOIN claim c ON c.id = {claim} LEFT JOIN article a ON a.id = {article}
JOIN event e ON e.id = (SELECT max(h.event) FROM change h
    WHERE h.entity = '{entity}' AND h."row" = x.public_id AND h.field = 'aside')
JOIN person p ON p.id = e.person
WHERE x.aside ORDER BY e.id DESC, x.id DESC LIMIT {most}"""

_WITH_IT = """SELECT h.entity, h."row" FROM change h
WHERE h.field = 'aside' AND h.after = 'true' AND h.{owner} = :row
AND h.event = (SELECT max(l.event) FROM change l
    WHERE l.entity = '{entity}' AND l.field = 'aside' AND l."row" =
        (SELECT x.public_id FROM {entity} x WHERE x.id = :row))
AND NOT EXISTS (SELECT 1 FROM change later WHERE later.entity = h.entity
    AND later."row" = h."row" AND later.field = 'aside' AND later.event > h.event)
ORDER BY h.number"""


def set_aside(read: Read) -> list[Aside]:
    """All that was set aside, the newest first."""
    return sorted(_found(read), key=lambda one: one.time, reverse=True)


def aside_with(read: Read, entity: str, row: int) -> list[tuple[str, str]]:
    """What went aside together with a claim or an article because it hangs on it, and stayed
    there: entities and public ids, the thing itself among them."""
    sql = _WITH_IT.format(owner=entity, entity=entity)
    return [(found[0], found[1]) for found in read(sql, {"row": row})]


def _found(read: Read) -> Iterator[Aside]:
    for entity, (words, claim, article) in _SHAPES.items():
        sql = _ASIDE.format(entity=entity, words=words, claim=claim, article=article, most=MOST)
        for row, text, owner, number, title, person, time, waits in read(sql):
            waits_for_claim = bool(waits) and entity != "claim"
            yield Aside(entity, row, text, owner, number, title, person, time, waits_for_claim)
