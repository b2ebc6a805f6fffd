"""What the search index finds. Every word of a query is quoted, so that none of FTS5's syntax
gets through; hits are read from the rows themselves, never from the index.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from claimdesk.domain.search import (
    SHORTEST_PART,
    Found,
    Group,
    Hit,
    Snippet,
    Term,
    marks,
    snippet,
    terms,
)
from claimdesk.i18n import _
from claimdesk.store.queries.read import Read, id_list
from claimdesk.store.sqlite.search_tables import table

COUNTED = 1000
"""Up to how many hits of a group are counted."""
_SHOWN = 6


def expression(wanted: Sequence[Term]) -> str:
    """The terms in FTS5's language: all of them."""
    return " AND ".join(f"({_either(term)})" for term in wanted)


def _either(term: Term) -> str:
    """A term of one word in each of its spellings; of several, word by word in their order."""
    if len(term.words) > 1:
        quoted = " + ".join(f'"{spellings[0]}"' for spellings in term.words)
        return f"words : {quoted}{' *' if term.begun else ''}"
    return " OR ".join(_one(spelling, begun=term.begun) for spelling in term.words[0])


def _one(word: str, *, begun: bool) -> str:
    star = " *" if begun else ""
    column = "" if begun and len(word) >= SHORTEST_PART else "words : "
    return f'{column}"{word}"{star}'


class _Shown(NamedTuple):
    """How the hits of a group are read: 'joined' to what they belong to, which must be there."""

    columns: str
    joined: str
    there: str


_OWNER = """LEFT JOIN claim c ON c.id = x.claim
    LEFT JOIN article a ON a.id = coalesce(c.article, x.article)"""
_OF_CLAIM = "JOIN claim c ON c.id = x.claim JOIN article a ON a.id = c.article"
_THERE = "NOT coalesce(c.aside, 0) AND NOT a.aside"
_SHOW = {
    Group.CLAIM: _Shown(
        "x.id, a.id, a.title, x.id, x.number, x.statement, x.attributed_to",
        "JOIN claim x ON x.id = s.rowid JOIN article a ON a.id = x.article",
        "NOT x.aside AND NOT a.aside",
    ),
    Group.NOTE: _Shown(
        "x.id, a.id, a.title, c.id, c.number, x.text, x.said_by",
        f"JOIN note x ON x.id = s.rowid {_OWNER}",
        f"NOT x.aside AND {_THERE}",
    ),
    Group.SOURCE: _Shown(
        "x.id, NULL, x.title, NULL, NULL, x.title, x.author, x.publisher, x.summary, x.remark",
        "JOIN source x ON x.id = s.rowid",
        "NOT x.aside",
    ),
    Group.TEXT: _Shown(
        """x.id, x.id, x.title, NULL, NULL, (SELECT r.text FROM revision r
            WHERE r.article = x.id AND NOT r.aside ORDER BY r.number DESC LIMIT 1),
            x.title, x.author""",
        "JOIN article x ON x.id = s.rowid",
        "NOT x.aside",
    ),
    Group.CORRECTION: _Shown(
        "x.id, a.id, a.title, c.id, c.number, x.new_wording, x.old_wording, x.why, x.reason",
        f"JOIN correction x ON x.id = s.rowid {_OF_CLAIM}",
        f"NOT x.aside AND {_THERE}",
    ),
    Group.QUESTION: _Shown(
        "x.id, a.id, a.title, c.id, c.number, x.text, x.answer, x.name",
        f"JOIN question x ON x.id = s.rowid {_OWNER}",
        f"NOT x.aside AND {_THERE}",
    ),
}


def search(
    read: Read,
    query: str,
    *,
    groups: Iterable[Group] = Group,
    limit: int = _SHOWN,
    stopped: Callable[[], bool] = lambda: False,
) -> Found:
    """The newest hits of each group, those of whole words before those of begun ones; nothing where
    nothing is looked for."""
    wanted = terms(query)
    if not wanted:
        return Found()
    whole = expression([replace(term, begun=False) for term in wanted])
    asked = {"query": expression(wanted), "whole": whole, "limit": limit, "most": COUNTED + 1}
    hits: list[Hit] = []
    counts: list[tuple[Group, int]] = []
    for group in groups:
        if stopped():
            return Found()
        shown = _hits(read, group, wanted, asked)
        if shown:
            hits += shown
            counts.append(
                (group, _count(read, group, asked) if len(shown) == limit else len(shown))
            )
    return Found(
        tuple(hits),
        tuple((group, min(count, COUNTED)) for group, count in counts),
        frozenset(group for group, count in counts if count > COUNTED),
    )


def _hits(read: Read, group: Group, wanted: Sequence[Term], asked: dict[str, Any]) -> list[Hit]:
    name, show = table(group), _SHOW[group]
    ids: dict[int, None] = {}
    for question in dict.fromkeys((asked["whole"], asked["query"])):
        if len(ids) < asked["limit"]:
            rows = read(
                f"SELECT s.rowid FROM {name} s {show.joined} "
                f"WHERE {name} MATCH :query AND {show.there} ORDER BY s.rowid DESC LIMIT :limit",
                {**asked, "query": question},
            )
            ids |= dict.fromkeys(row[0] for row in rows)
    found = read(
        f"SELECT {show.columns} FROM (SELECT id AS rowid FROM {_ENTITY[group]} "
        f"WHERE id IN ({id_list(ids)})) s {show.joined}"
    )
    by_id = {row[0]: _hit(group, row, wanted) for row in found}
    return [by_id[one] for one in ids if one in by_id][: asked["limit"]]


_ENTITY = {group: "article" if group is Group.TEXT else group.value for group in Group}


def _count(read: Read, group: Group, asked: dict[str, Any]) -> int:
    name, show = table(group), _SHOW[group]
    rows = read(
        f"SELECT count(*) FROM (SELECT 1 FROM {name} s {show.joined} "
        f"WHERE {name} MATCH :query AND {show.there} LIMIT :most)",
        asked,
    )
    return int(rows[0][0])


def _hit(group: Group, row: Sequence[Any], wanted: Sequence[Term]) -> Hit:
    key, article, title, claim, number, *texts = row
    head = title
    if number is not None:
        head = _("Claim {number}").format(number=number) + f" · {title}"
    start = None
    if group is Group.TEXT and texts[0]:
        spans = marks(texts[0], wanted)
        start = spans[0][0] if spans else None
    return Hit(group, key, head, _best(texts, wanted), article, claim, start)


def _best(texts: Sequence[str | None], wanted: Sequence[Term]) -> Snippet:
    """Of the texts of a row the first that holds a hit, else the first there is."""
    there = [text for text in texts if text]
    for text in there:
        found = snippet(text, wanted)
        if found.marks:
            return found
    return snippet(there[0], ()) if there else Snippet("")
