"""Claims as lists show them: rows in pages, passages for the drawing."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.claim import ClaimRow, Kind, Passage
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.errors import NotFound
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.store.queries.articles import only_article
from claimdesk.store.queries.listing import (
    CHANGED,
    NO_LEAD,
    NOTE_COUNT,
    PRIMARY,
    SOURCE_COUNT,
    UNCONFIRMED,
)
from claimdesk.store.queries.read import Read, id_list, portions

SNAPSHOT_COUNT = """(SELECT count(*) FROM evidence e
    WHERE e.claim = c.id AND NOT e.aside AND e.snapshot IS NOT NULL)"""

_ROW = f"""SELECT c.id, c.public_id, c.article, c.number, c.statement, c.kind, c.status,
    c.check_worthiness, c.attributed_to, c.figures, c.as_of,
    {SOURCE_COUNT.format(more="")},
    {SOURCE_COUNT.format(more=PRIMARY)},
    {NOTE_COUNT.format(role=NO_LEAD)},
    {NOTE_COUNT.format(role="= 'lead'")},
    {SNAPSHOT_COUNT},
    c.changed_at, coalesce(p.name, ''), t.title
FROM claim c JOIN article t ON t.id = c.article LEFT JOIN person p ON p.id = c.changed_by """

# For all rows at once: few claims have any, and one count more a row would cost more.
_WAITING = """SELECT k.claim, k.state, count(*) FROM correction k
WHERE k.claim IN ({ids}) AND NOT k.aside GROUP BY k.claim, k.state
UNION ALL SELECT q.claim, 'asked', count(*) FROM question q
WHERE q.claim IN ({ids}) AND NOT q.aside AND q.answered_at IS NULL GROUP BY q.claim
UNION ALL SELECT x.claim, x.origin, count(*) FROM anchor x JOIN claim k ON k.id = x.claim
WHERE x.claim IN ({ids}) AND {unconfirmed} GROUP BY x.claim, x.origin"""
_TAGS = """SELECT g.claim, t.name FROM tagging g JOIN tag t ON t.id = g.tag
WHERE g.claim IN ({ids}) AND NOT g.aside AND NOT t.aside ORDER BY t.name"""
_STATUSES = {status.value: status for status in Status}
_COUNTED = {
    "asked": "open_questions",
    CorrectionState.PROPOSED.value: "corrections_proposed",
    CorrectionState.ACCEPTED.value: "corrections_accepted",
    CorrectionState.DECLINED.value: "corrections_declined",
    CorrectionState.DROPPED.value: "passages_dropped",
    AnchorOrigin.REWORDED.value: "passages_reworded",
    AnchorOrigin.FACT_CHANGED.value: "passages_with_another_fact",
}


class Standing(NamedTuple):
    """How many of some claims have another status than unchecked, and how many articles they are
    of."""

    worked_on: int
    articles: int


def claim_rows(read: Read, ids: Iterable[int]) -> list[ClaimRow]:
    """The rows of claims, in the order asked for; one that is not there is left out."""
    wanted = list(ids)
    found: dict[int, ClaimRow] = {}
    for portion in portions(wanted):
        waiting: dict[int, dict[str, int]] = defaultdict(dict)
        asked = _WAITING.format(
            ids=id_list(portion), unconfirmed=UNCONFIRMED.format(origin=CHANGED)
        )
        for claim, what, count in read(asked):
            waiting[claim][_COUNTED[what]] = count
        tags: dict[int, list[str]] = defaultdict(list)
        for claim, name in read(_TAGS.format(ids=id_list(portion))):
            tags[claim].append(name)
        for row in read(f"{_ROW} WHERE c.id IN ({id_list(portion)})"):
            found[row[0]] = _claim_row(row, waiting.get(row[0], {}), tags[row[0]])
    return [found[one] for one in wanted if one in found]


def _claim_row(row: Sequence[Any], waiting: Mapping[str, Any], tags: Sequence[str]) -> ClaimRow:
    fields = list(row)
    fields[5:7] = Kind(row[5]), Status(row[6])
    fields[9] = tuple(json.loads(row[9]))
    return ClaimRow(*fields, **{**waiting, "tags": tuple(tags)})


def passages(read: Read, revision: int, claims: Iterable[int] | None = None) -> list[Passage]:
    """Where claims, or some of them, stand in a revision, from its beginning to its end."""
    some = "" if claims is None else f"AND c.id IN ({id_list(list(claims))}) "
    rows = read(
        'SELECT c.id, c.number, c.status, a.start, a."end", '
        "a.origin = 'reworded' AND a.confirmed_at IS NULL FROM anchor a "
        "JOIN claim c ON c.id = a.claim "
        "WHERE a.revision = :revision AND a.start IS NOT NULL AND NOT a.aside AND NOT c.aside "
        f"{some}"
        'ORDER BY a.start, a."end" DESC, c.number',
        {"revision": revision},
    )
    return [
        Passage(row[0], row[1], _STATUSES[row[2]], row[3], row[4], to_confirm=bool(row[5]))
        for row in rows
    ]


def claim_id(read: Read, name: str) -> int:
    """The id of a claim named as on the command line: by number where the desk holds one
    article, as ARTICLE:NUMBER, or by public id. NotFound in a sentence else."""
    article, _colon, number = name.rpartition(":")
    if number.isdecimal():
        holder = only_article(read, article or None)
        rows = read(
            "SELECT id FROM claim WHERE article = :article AND number = :number AND NOT aside",
            {"article": holder.id, "number": int(number) if len(number) < 10 else -1},
        )
    else:
        known = name if name.isascii() else ""  # a shell hands over bytes that no text can hold
        rows = read("SELECT id FROM claim WHERE public_id = :name AND NOT aside", {"name": known})
    if not rows:
        raise NotFound(_("There is no claim {claim} in this desk.").format(claim=name))
    return int(rows[0][0])


def standing(read: Read, ids: Iterable[int]) -> Standing:
    """How many of the claims have been worked on, and of how many articles they are."""
    articles: set[int] = set()
    worked_on = 0
    for portion in portions(ids):
        for article, count in read(
            "SELECT article, sum(status <> 'unchecked') FROM claim "
            f"WHERE id IN ({id_list(portion)}) GROUP BY article"
        ):
            articles.add(int(article))
            worked_on += int(count)
    return Standing(worked_on, len(articles))
