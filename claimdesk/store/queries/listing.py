"""Which claims a list holds, and in what order: conditions and terms of order, as SQL.

The terms leave no two claims equal, so that a list has one order only, and a claim's place in it
can be looked for with the terms of a few others.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.period import Period
from claimdesk.domain.status import NEED_EVIDENCE, OPEN, Status
from claimdesk.store.queries.articles import NEWEST_REVISION
from claimdesk.store.queries.read import Read, id_list, portions

PRIMARY = " AND s.rank <> 'secondary'"
SOURCES_OF = """FROM evidence e JOIN source s ON s.id = e.source
    WHERE e.claim = c.id AND NOT e.aside AND NOT s.aside{more}"""
SOURCE_COUNT = f"(SELECT count(DISTINCT e.source) {SOURCES_OF})"
NOTE_COUNT = "(SELECT count(*) FROM note n WHERE n.claim = c.id AND NOT n.aside AND n.role {role})"
NO_LEAD = "<> 'lead'"

STATEMENT_KEY = "dictionary_key(substr(c.statement, 1, 60))"
"""Statements are put in order by their beginnings: an index of whole ones would be as large as
the desk."""
_STEPS = " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(Status))
NEWEST_ANCHOR = f"""LEFT JOIN anchor a ON a.claim = c.id AND NOT a.aside
    AND a.revision = {NEWEST_REVISION.format(article="c.article")}"""

EXPRESSIONS = {
    ClaimColumn.ARTICLE: "(SELECT dictionary_key(t.title) FROM article t WHERE t.id = c.article)",
    ClaimColumn.STATUS: f"CASE c.status {_STEPS} END",
    ClaimColumn.STATEMENT: STATEMENT_KEY,
    ClaimColumn.KIND: "c.kind",
    ClaimColumn.CHECK_WORTHINESS: "c.check_worthiness",
    ClaimColumn.FIGURES: "c.figures",
    ClaimColumn.CHANGED_BY: "coalesce((SELECT dictionary_key(p.name) FROM person p"
    " WHERE p.id = c.changed_by), '')",
    ClaimColumn.SOURCES: SOURCE_COUNT.format(more=""),
    ClaimColumn.NOTES: NOTE_COUNT.format(role=NO_LEAD),
    ClaimColumn.AS_OF: "coalesce(c.as_of, '')",
    ClaimColumn.CHANGED_AT: "c.changed_at",
}


class Term(NamedTuple):
    """One thing that is ordered by."""

    sql: str
    descending: bool = False


class Order(NamedTuple):
    """How claims 'c' are put in order; 'joined' is what the terms need beside them."""

    terms: tuple[Term, ...]
    joined: str = ""

    @property
    def sql(self) -> str:
        """For ORDER BY."""
        return ", ".join(f"{term.sql}{' DESC' if term.descending else ''}" for term in self.terms)


def order_of(sort: ClaimSort) -> Order:
    """The order of a list; reversed all of it is, but that the newest article stands first and
    what has no passage last where the list is as the texts are."""
    down = sort.descending
    if sort.column is ClaimColumn.PASSAGE:
        terms = by_passage("a.start IS NULL", "coalesce(a.start, 0)", 'coalesce(a."end", 0)', down)
    elif sort.column is ClaimColumn.NUMBER:
        terms = (Term("c.number", down), Term("c.article", not down))
    else:
        terms = by_column(EXPRESSIONS[sort.column], down)
    return Order(terms, NEWEST_ANCHOR if sort.column is ClaimColumn.PASSAGE else "")


def by_passage(gone: str, start: str, end: str, down: bool, of: str = "c") -> tuple[Term, ...]:
    """Article by article, from each text's beginning to its end, outer passages first."""
    return (
        Term(f"{of}.article", True),
        Term(gone),
        Term(start, down),
        Term(end, not down),
        Term(f"{of}.number", down),
    )


def by_column(expression: str, down: bool, of: str = "c") -> tuple[Term, ...]:
    """By one expression; the newest article first where that is the same."""
    return Term(expression, down), Term(f"{of}.article", not down), Term(f"{of}.number", down)


def _one_of(members: Iterable[StrEnum]) -> str:
    return ", ".join(repr(str(one)) for one in sorted(members))


UNCONFIRMED = f"""NOT x.aside AND x.confirmed_at IS NULL AND x.origin {{origin}}
    AND x.revision = {NEWEST_REVISION.format(article="k.article")}"""
"""Of an anchor 'x' of a claim 'k'."""
CHANGED = f"IN ('{AnchorOrigin.REWORDED}', '{AnchorOrigin.FACT_CHANGED}')"

# 'CHANGED' once more, since the index of what waits covers just that.
_WAITS = f"x.origin {CHANGED} AND {UNCONFIRMED}"
_IS_OPEN = f"c.status IN ({_one_of(OPEN)})"
_NEEDS_EVIDENCE = f"c.status IN ({_one_of(NEED_EVIDENCE)})"
_HAS_SOURCE = f"EXISTS (SELECT 1 {SOURCES_OF.format(more='')})"
_HAS_PRIMARY = f"EXISTS (SELECT 1 {SOURCES_OF.format(more=PRIMARY)})"
_CORRECTED = {
    Badge.CORRECTION_PROPOSED: CorrectionState.PROPOSED,
    Badge.CORRECTION_ACCEPTED: CorrectionState.ACCEPTED,
    Badge.CORRECTION_DECLINED: CorrectionState.DECLINED,
    Badge.PASSAGE_DROPPED: CorrectionState.DROPPED,
}


class _Having:
    """What claims have, asked claim by claim, or where 'far' of the whole desk at once: each is
    quick where the other is slow. 'source' is what a claim meets that has one."""

    def __init__(self, *, far: bool, source: str) -> None:
        self._far = far
        self.source = source

    def badge(self, badge: Badge) -> str:
        """What a claim must meet to have a badge; the same as ClaimRow.badges."""
        if badge in (Badge.NO_EVIDENCE, Badge.ONLY_SECONDARY):
            secondary = f"{self.source} AND NOT {_HAS_PRIMARY}"
            lacking = secondary if badge is Badge.ONLY_SECONDARY else f"NOT {self.source}"
            return f"{_NEEDS_EVIDENCE} AND {lacking}"
        if badge in _CORRECTED:
            return self._one("correction x", f"NOT x.aside AND x.state = '{_CORRECTED[badge]}'")
        if badge is Badge.OPEN_QUESTION:
            return self._one("question x", "NOT x.aside AND x.answered_at IS NULL")
        if badge is Badge.LEAD:
            return self._one("note x", "NOT x.aside AND x.role = 'lead'")
        if badge is Badge.SNAPSHOT:
            return self._one("evidence x", "NOT x.aside AND x.snapshot IS NOT NULL")
        return f"{self.reworded} OR ({self._changed(AnchorOrigin.FACT_CHANGED)} AND {_IS_OPEN})"

    @property
    def reworded(self) -> str:
        """A passage that was reworded and that nobody has confirmed since."""
        return self._changed(AnchorOrigin.REWORDED)

    def tag(self, names: str) -> str:
        """One of the tags."""
        tags = f"SELECT t.id FROM tag t WHERE NOT t.aside AND t.name IN ({names})"
        return self._one("tagging x", f"NOT x.aside AND x.tag IN ({tags})")

    def _changed(self, origin: AnchorOrigin) -> str:
        met = _WAITS.format(origin=f"= '{origin}'")
        return self._one("anchor x JOIN claim k ON k.id = x.claim", met)

    def _one(self, table: str, met: str) -> str:
        if self._far:
            return f"c.id IN (SELECT x.claim FROM {table} WHERE x.claim IS NOT NULL AND {met})"
        return f"EXISTS (SELECT 1 FROM {table} WHERE x.claim = c.id AND {met})"


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
    order = order_of(sort)
    met, parameters = conditions(chosen)
    rows = read(
        f"SELECT c.id FROM claim c {order.joined} WHERE {met} ORDER BY {order.sql}", parameters
    )
    return array("q", [row[0] for row in rows])


def fitting(read: Read, chosen: ClaimFilter, ids: Iterable[int]) -> set[int]:
    """Those of the claims that a filter lets through."""
    met, parameters = conditions(chosen, far=False)
    return {
        row[0]
        for portion in portions(ids)
        for row in read(
            f"SELECT c.id FROM claim c WHERE c.id IN ({id_list(portion)}) AND {met}", parameters
        )
    }


def places(read: Read, sort: ClaimSort, ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """What each of a few claims, set aside or not, is ordered by: the terms of 'order_of'."""
    order = order_of(sort)
    terms = ", ".join(term.sql for term in order.terms)
    rows = read(f"SELECT c.id, {terms} FROM claim c {order.joined} WHERE c.id IN ({id_list(ids)})")
    return {row[0]: tuple(row[1:]) for row in rows}


def status_counts(read: Read, chosen: ClaimFilter) -> dict[Status, int]:
    """How many claims there are of each status, the filter's own statuses left aside."""
    met, parameters = conditions(replace(chosen, statuses=frozenset()))
    rows = read(f"SELECT c.status, count(*) FROM claim c WHERE {met} GROUP BY c.status", parameters)
    return {Status(status): count for status, count in rows}


def claim_count(read: Read, chosen: ClaimFilter) -> int:
    """How many claims a filter lets through."""
    met, parameters = conditions(chosen)
    return int(read(f"SELECT count(*) FROM claim c WHERE {met}", parameters)[0][0])


def conditions(
    chosen: ClaimFilter, *, far: bool | None = None, source: str = _HAS_SOURCE
) -> tuple[str, dict[str, Any]]:
    """What a claim 'c' must meet to pass a filter, with the parameters; 'far' where the whole
    desk is to be gone through, which is so unless the filter names an article; 'source' is what
    one meets that has a source, where that is known otherwise."""
    having = _Having(far=chosen.article is None if far is None else far, source=source)
    found = ["NOT c.aside"]
    parameters: dict[str, Any] = {}
    if chosen.article is not None:
        found.append("c.article = :article")
        parameters["article"] = chosen.article
    for column, members in (("status", chosen.statuses), ("kind", chosen.kinds)):
        if members:
            found.append(f"c.{column} IN ({_one_of(members)})")
    if chosen.left:
        found.append(f"({_IS_OPEN} OR {having.reworded})")
    if chosen.worthiness:
        found.append(f"c.check_worthiness IN ({id_list(chosen.worthiness)})")
    if chosen.badges:
        found.append(f"({' OR '.join(f'({having.badge(one)})' for one in sorted(chosen.badges))})")
    if chosen.sourced is not None:
        found.append(source if chosen.sourced else f"NOT {source}")
    found += _by_names(chosen, having, parameters)
    found += _by_days(chosen, parameters)
    words = chosen.text[:LONGEST].lower().split()
    contained = [_contains(word, place, parameters) for place, word in enumerate(words)]
    # In groups, since SQLite limits how deep one chain of ANDs may nest.
    found += [f"({' AND '.join(group)})" for group in portions(contained, 100)]
    return " AND ".join(found), parameters


def _by_names(chosen: ClaimFilter, having: _Having, parameters: dict[str, Any]) -> Iterator[str]:
    if chosen.tags:
        yield having.tag(_named("tag", chosen.tags, parameters))
    if chosen.people:
        people = _named("person", chosen.people, parameters)
        yield f"c.changed_by IN (SELECT p.id FROM person p WHERE p.name IN ({people}))"
    if chosen.articles:
        articles = _named("title", chosen.articles, parameters)
        yield f"c.article IN (SELECT t.id FROM article t WHERE t.public_id IN ({articles}))"


def _named(what: str, members: Iterable[str], parameters: dict[str, Any]) -> str:
    """Members as parameters, for IN (…)."""
    names = {f"{what}{place}": member for place, member in enumerate(sorted(members))}
    parameters.update(names)
    return ", ".join(f":{name}" for name in names)


def _by_days(chosen: ClaimFilter, parameters: dict[str, Any]) -> Iterator[str]:
    """Days are those of the user's clock; as-of dates may be years or months, and fit where one
    of their days does."""
    today = datetime.now().astimezone().date()
    if chosen.changed is not None:
        since, until = _moments(chosen.changed, today)
        yield "c.changed_at >= :changed_since AND c.changed_at < :changed_until"
        parameters.update(changed_since=since, changed_until=until)
    if chosen.as_of is not None:
        first, last = chosen.as_of.bounds(today)
        yield "c.as_of || '~' >= :as_of_first AND c.as_of <= :as_of_last"
        parameters.update(as_of_first=first, as_of_last=last)


def _moments(period: Period, today: date) -> tuple[str, str]:
    """From the beginning of the first day to the end of the last one, in UTC; an open end is far
    off."""
    first, last = (date.fromisoformat(one) for one in period.bounds(today))
    since = "" if first == date.min else _moment(first)
    return since, "9999-12-31T24" if last == date.max else _moment(last + timedelta(days=1))


def _moment(day: date) -> str:
    begun = datetime.combine(day, time()).astimezone(UTC)
    return begun.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _contains(word: str, place: int, parameters: dict[str, Any]) -> str:
    kept = _escaped(word)
    tests = [_holds(f"c.{column}", f"word{place}", kept, parameters) for column in _TEXTS]
    if word.strip("[],"):  # these alone would be found in the JSON around figures
        spelt = _escaped(json.dumps(word, ensure_ascii=False)[1:-1])
        tests.append(_holds("c.figures", f"figure{place}", spelt, parameters))
    if word.isdecimal() and len(word) < 10:
        parameters[f"number{place}"] = int(word)
        tests.append(f"c.number = :number{place}")
    return f"({' OR '.join(tests)})"


_TEXTS = ("statement", "attributed_to")


def _holds(column: str, name: str, word: str, parameters: dict[str, Any]) -> str:
    """SQLite's own 'upper' is quick and knows ASCII only: just what may fit is looked at with
    'lower', which knows all letters. Of them the Kelvin sign and the dotted I become ASCII."""
    parameters[name] = f"%{word}%"
    parameters[f"near_{name}"] = "".join(
        sign.upper() if sign.isascii() and sign not in "ki" else "%" for sign in f"%{word}%"
    )
    return (
        rf"(upper({column}) LIKE :near_{name} ESCAPE '\' "
        rf"AND lower({column}) LIKE :{name} ESCAPE '\')"
    )


def _escaped(word: str) -> str:
    """A word for LIKE: its signs taken literally, without what no database can be asked for."""
    storable = word.encode("utf-8", "ignore").decode().replace("\0", "")
    return storable.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
