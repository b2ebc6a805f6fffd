"""Claims as lists show them: ids in order, rows in pages, passages for the drawing."""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.claim import (
    Badge,
    ClaimColumn,
    ClaimFilter,
    ClaimRow,
    ClaimSort,
    Kind,
    Passage,
)
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.errors import NotFound
from claimdesk.domain.status import NEED_EVIDENCE, OPEN, Status
from claimdesk.i18n import _
from claimdesk.store.queries.articles import NEWEST_REVISION, only_article
from claimdesk.store.queries.read import Read, id_list, portions

_PRIMARY = " AND s.rank <> 'secondary'"
_LEAD = "= 'lead'"
EVIDENCE_COUNT = """(SELECT count(DISTINCT e.source) FROM evidence e
    JOIN source s ON s.id = e.source
    WHERE e.claim = c.id AND NOT e.aside AND NOT s.aside{more})"""
SNAPSHOT_COUNT = """(SELECT count(*) FROM evidence e
    WHERE e.claim = c.id AND NOT e.aside AND e.snapshot IS NOT NULL)"""
NOTE_COUNT = "(SELECT count(*) FROM note n WHERE n.claim = c.id AND NOT n.aside AND n.role {role})"

_ROW = f"""SELECT c.id, c.public_id, c.article, c.number, c.statement, c.kind, c.status,
    c.check_worthiness, c.attributed_to, c.figures, c.as_of,
    {EVIDENCE_COUNT.format(more="")},
    {EVIDENCE_COUNT.format(more=_PRIMARY)},
    {NOTE_COUNT.format(role="<> 'lead'")},
    {NOTE_COUNT.format(role=_LEAD)},
    {SNAPSHOT_COUNT},
    c.changed_at, coalesce(p.name, '')
FROM claim c LEFT JOIN person p ON p.id = c.changed_by """

_UNCONFIRMED = f"""NOT a.aside AND a.confirmed_at IS NULL AND a.origin {{origin}}
    AND a.revision = {NEWEST_REVISION.format(article="c.article")}"""
_CHANGED = f"IN ('{AnchorOrigin.REWORDED}', '{AnchorOrigin.FACT_CHANGED}')"
# For all rows at once: few claims have any, and one count more a row would cost more.
_WAITING = """SELECT k.claim, k.state, count(*) FROM correction k
WHERE k.claim IN ({ids}) AND NOT k.aside GROUP BY k.claim, k.state
UNION ALL SELECT q.claim, 'asked', count(*) FROM question q
WHERE q.claim IN ({ids}) AND NOT q.aside AND q.answered_at IS NULL GROUP BY q.claim
UNION ALL SELECT a.claim, a.origin, count(*) FROM anchor a JOIN claim c ON c.id = a.claim
WHERE a.claim IN ({ids}) AND {unconfirmed} GROUP BY a.claim, a.origin"""
_TAGS = """SELECT g.claim, t.name FROM tagging g JOIN tag t ON t.id = g.tag
WHERE g.claim IN ({ids}) AND NOT g.aside AND NOT t.aside ORDER BY t.name"""
_COUNTED = {
    "asked": "open_questions",
    CorrectionState.PROPOSED.value: "corrections_proposed",
    CorrectionState.ACCEPTED.value: "corrections_accepted",
    CorrectionState.DECLINED.value: "corrections_declined",
    CorrectionState.DROPPED.value: "passages_dropped",
    AnchorOrigin.REWORDED.value: "passages_reworded",
    AnchorOrigin.FACT_CHANGED.value: "passages_with_another_fact",
}

_SCALE = " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(Status))
_ORDER = {
    ClaimColumn.NUMBER: "c.number",
    ClaimColumn.STATUS: f"CASE c.status {_SCALE} END",
    ClaimColumn.STATEMENT: "dictionary_key(c.statement)",
    ClaimColumn.KIND: "c.kind",
    ClaimColumn.CHECK_WORTHINESS: "c.check_worthiness",
    ClaimColumn.FIGURES: "c.figures",
    ClaimColumn.CHANGED_BY: "(SELECT dictionary_key(p.name) FROM person p"
    " WHERE p.id = c.changed_by)",
    ClaimColumn.SOURCES: EVIDENCE_COUNT.format(more=""),
    ClaimColumn.NOTES: NOTE_COUNT.format(role="<> 'lead'"),
    ClaimColumn.AS_OF: "coalesce(c.as_of, '')",
    ClaimColumn.CHANGED_AT: "c.changed_at",
}


def _one_of(members: Iterable[StrEnum]) -> str:
    return ", ".join(repr(str(one)) for one in sorted(members))


_HAS_CORRECTION = """EXISTS (SELECT 1 FROM correction k
    WHERE k.claim = c.id AND NOT k.aside AND k.state = '{state}')"""
_HAS_ANCHOR = f"EXISTS (SELECT 1 FROM anchor a WHERE a.claim = c.id AND {_UNCONFIRMED})"
_HAS_TAG = """EXISTS (SELECT 1 FROM tagging g JOIN tag t ON t.id = g.tag
    WHERE g.claim = c.id AND NOT g.aside AND NOT t.aside AND t.name IN ({names}))"""
_IS_OPEN = f"c.status IN ({_one_of(OPEN)})"
_IS_REWORDED = _HAS_ANCHOR.format(origin=f"= '{AnchorOrigin.REWORDED}'")
_HAS_ANOTHER_FACT = _HAS_ANCHOR.format(origin=f"= '{AnchorOrigin.FACT_CHANGED}'")
_NEEDS_EVIDENCE = f"c.status IN ({_one_of(NEED_EVIDENCE)})"
_BADGES = {
    Badge.OPEN_QUESTION: """EXISTS (SELECT 1 FROM question q
        WHERE q.claim = c.id AND NOT q.aside AND q.answered_at IS NULL)""",
    Badge.CORRECTION_PROPOSED: _HAS_CORRECTION.format(state=CorrectionState.PROPOSED),
    Badge.CORRECTION_ACCEPTED: _HAS_CORRECTION.format(state=CorrectionState.ACCEPTED),
    Badge.CORRECTION_DECLINED: _HAS_CORRECTION.format(state=CorrectionState.DECLINED),
    Badge.PASSAGE_DROPPED: _HAS_CORRECTION.format(state=CorrectionState.DROPPED),
    Badge.PASSAGE_CHANGED: f"{_IS_REWORDED} OR ({_HAS_ANOTHER_FACT} AND {_IS_OPEN})",
    Badge.NO_EVIDENCE: f"{_NEEDS_EVIDENCE} AND {EVIDENCE_COUNT.format(more='')} = 0",
    Badge.ONLY_SECONDARY: f"{_NEEDS_EVIDENCE} AND {EVIDENCE_COUNT.format(more='')} > 0 "
    f"AND {EVIDENCE_COUNT.format(more=_PRIMARY)} = 0",
    Badge.LEAD: f"{NOTE_COUNT.format(role=_LEAD)} > 0",
    Badge.SNAPSHOT: f"{SNAPSHOT_COUNT} > 0",
}
"""What a claim must meet to have a badge; the same as ClaimRow.badges, asked of the desk."""

LONGEST = 5_000
"""How many characters of a filter's text count."""

ALL = ClaimFilter()
BY_PASSAGE = ClaimSort()


def claim_ids(
    read: Read,
    chosen: ClaimFilter = ALL,
    sort: ClaimSort = BY_PASSAGE,
) -> "array[int]":
    """The ids of all claims that a filter lets through, in order."""
    conditions, parameters = _conditions(chosen)
    direction = " DESC" if sort.descending else ""
    if sort.column is ClaimColumn.PASSAGE:
        joined = (
            "LEFT JOIN anchor a ON a.claim = c.id AND NOT a.aside "
            f"AND a.revision = {NEWEST_REVISION.format(article='c.article')}"
        )
        order = (
            f"c.article DESC, a.start IS NULL, a.start{direction}, "
            f'a."end"{"" if sort.descending else " DESC"}, c.number{direction}'
        )
    else:
        joined = ""
        order = f"{_ORDER[sort.column]}{direction}, c.article DESC, c.number{direction}"
    rows = read(
        f"SELECT c.id FROM claim c {joined} WHERE {conditions} ORDER BY {order}", parameters
    )
    return array("q", [row[0] for row in rows])


def status_counts(read: Read, chosen: ClaimFilter) -> dict[Status, int]:
    """How many claims there are of each status, the filter's own statuses left aside."""
    conditions, parameters = _conditions(replace(chosen, statuses=frozenset()))
    rows = read(
        f"SELECT c.status, count(*) FROM claim c WHERE {conditions} GROUP BY c.status", parameters
    )
    return {Status(status): count for status, count in rows}


def claim_count(read: Read, chosen: ClaimFilter) -> int:
    """How many claims a filter lets through."""
    conditions, parameters = _conditions(chosen)
    return int(read(f"SELECT count(*) FROM claim c WHERE {conditions}", parameters)[0][0])


def _conditions(chosen: ClaimFilter) -> tuple[str, dict[str, Any]]:
    found = ["NOT c.aside"]
    parameters: dict[str, Any] = {}
    if chosen.article is not None:
        found.append("c.article = :article")
        parameters["article"] = chosen.article
    for column, members in (("status", chosen.statuses), ("kind", chosen.kinds)):
        if members:
            found.append(f"c.{column} IN ({_one_of(members)})")
    if chosen.left:
        found.append(f"({_IS_OPEN} OR {_IS_REWORDED})")
    if chosen.worthiness:
        found.append(f"c.check_worthiness IN ({id_list(chosen.worthiness)})")
    if chosen.tags:
        names = {f"tag{place}": name for place, name in enumerate(sorted(chosen.tags))}
        found.append(_HAS_TAG.format(names=", ".join(f":{name}" for name in names)))
        parameters.update(names)
    if chosen.badges:
        found.append(f"({' OR '.join(f'({_BADGES[badge]})' for badge in sorted(chosen.badges))})")
    words = chosen.text[:LONGEST].lower().split()
    conditions = [_contains(word, place, parameters) for place, word in enumerate(words)]
    # In groups, since SQLite limits how deep one chain of ANDs may nest.
    found += [f"({' AND '.join(group)})" for group in portions(conditions, 100)]
    return " AND ".join(found), parameters


def _contains(word: str, place: int, parameters: dict[str, Any]) -> str:
    parameters[f"word{place}"] = f"%{_escaped(word)}%"
    tests = [
        rf"lower(c.{column}) LIKE :word{place} ESCAPE '\'"
        for column in ("statement", "attributed_to")
    ]
    if word.strip("[],"):  # these alone would be found in the JSON around figures
        spelt = json.dumps(word, ensure_ascii=False)[1:-1]
        parameters[f"figure{place}"] = f"%{_escaped(spelt)}%"
        tests.append(rf"lower(c.figures) LIKE :figure{place} ESCAPE '\'")
    if word.isdecimal() and len(word) < 10:
        parameters[f"number{place}"] = int(word)
        tests.append(f"c.number = :number{place}")
    return f"({' OR '.join(tests)})"


def _escaped(word: str) -> str:
    """A word for LIKE: its signs taken literally, without what no database can be asked for."""
    storable = word.encode("utf-8", "ignore").decode().replace("\0", "")
    return storable.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def claim_rows(read: Read, ids: Iterable[int]) -> list[ClaimRow]:
    """The rows of claims, in the order asked for; one that is not there is left out."""
    wanted = list(ids)
    found: dict[int, ClaimRow] = {}
    for portion in portions(wanted):
        waiting: dict[int, dict[str, int]] = defaultdict(dict)
        asked = _WAITING.format(
            ids=id_list(portion), unconfirmed=_UNCONFIRMED.format(origin=_CHANGED)
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


def passages(read: Read, revision: int) -> list[Passage]:
    """Where claims stand in a revision, from its beginning to its end."""
    rows = read(
        'SELECT c.id, c.number, c.status, a.start, a."end", '
        "a.origin = 'reworded' AND a.confirmed_at IS NULL FROM anchor a "
        "JOIN claim c ON c.id = a.claim "
        "WHERE a.revision = :revision AND a.start IS NOT NULL AND NOT a.aside AND NOT c.aside "
        'ORDER BY a.start, a."end" DESC, c.number',
        {"revision": revision},
    )
    return [
        Passage(row[0], row[1], Status(row[2]), row[3], row[4], to_confirm=bool(row[5]))
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
