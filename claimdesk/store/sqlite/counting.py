"""Takes edits into the overview's counts, each within its own transaction, told from the event
that it wrote: how the claims stand now, and how they stood before it.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from claimdesk.domain.history import ADDED
from claimdesk.store.sqlite import count_tables, counts
from claimdesk.store.sqlite.count_tables import WRONG
from claimdesk.store.sqlite.derived import at_risk
from claimdesk.store.sqlite.tally import DAY, USED_SINCE, Tally, Wrong, tally
from claimdesk.store.sqlite.tally import WRONG as WRONG_STATUSES

FOLLOWED = frozenset({"claim", "evidence", "article"})
"""The tables whose changes change a count."""


class _Standing(NamedTuple):
    """How a claim stands, as far as it is counted."""

    article: int
    status: str
    kind: str
    check_worthiness: int
    aside: bool


def follow(
    connection: sqlite3.Connection,
    event: int,
    entities: Collection[str],
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Take in what an event changed, inside its transaction and once it is written; 'entities'
    are the tables that it wrote to, 'tick' is called between claims. Counts that are damaged are
    given up and built anew later: no edit fails over them."""
    if not FOLLOWED & set(entities):
        return
    done = count_tables.mark(counts.reading(connection))
    if done is None:
        return
    with at_risk(connection, counts.give_up):
        _take(connection, event, done, entities, tick)


def _take(
    connection: sqlite3.Connection,
    event: int,
    done: int,
    entities: Collection[str],
    tick: Callable[[], None],
) -> None:
    today = connection.execute(
        f"SELECT substr(time, 1, {DAY}) FROM event WHERE id = ?", (event,)
    ).fetchone()[0]
    change = _Change(connection, event, done, today)
    if "claim" in entities:
        change.take_claims(tick)
    if "evidence" in entities or change.turned:
        change.take_evidence()
    change.store()
    if "article" in entities:
        _move(connection, event, done)


class _Change:
    """What one event adds to the counts. Articles count as archived as they were before it."""

    def __init__(self, connection: sqlite3.Connection, event: int, done: int, today: str) -> None:
        self._connection = connection
        self._event, self._done, self._today = event, done, today
        self._tally = Tally()
        self._wrong: list[Wrong] = []
        self._right: list[int] = []
        self._archived = dict(
            connection.execute(
                "SELECT a.id, h.before = 'true' FROM change h "
                'CROSS JOIN article a ON a.public_id = h."row" WHERE h.event = ? '
                "AND +h.entity = 'article' AND h.field = 'archived'",
                (event,),
            ).fetchall()
        )
        self.turned: dict[int, bool] = {}
        """Claims that were set aside or came back; whether they were aside before."""

    def take_claims(self, tick: Callable[[], None]) -> None:
        """Count claims as they stand now, and no longer as they stood."""
        rows = self._connection.execute(_CLAIMS, (self._event, self._done)).fetchall()
        stood: dict[int, dict[str, Any]] = {}
        stand: dict[int, tuple[int, _Standing]] = {}
        for claim, name, before, archived, *now in rows:
            stood.setdefault(claim, {})[name] = before
            stand[claim] = archived, _Standing(*now)
        for claim, (archived, now) in stand.items():
            tick()
            self._take_claim(claim, self._archived.get(now.article, archived), stood[claim], now)

    def _take_claim(
        self, claim: int, archived: int, before: Mapping[str, str | None], now: _Standing
    ) -> None:
        stood = None if ADDED in before else now._replace(**_values(before))
        was = stood is not None and not stood.aside
        if stood is not None and was:
            self._tally.count(stood.article, stood.status, stood.check_worthiness, -1)
        if not now.aside:
            self._tally.count(now.article, now.status, now.check_worthiness)
        if "aside" in before and stood is not None:
            self.turned[claim] = bool(stood.aside)
        changed = ADDED in before or "status" in before or "aside" in before
        if changed:
            if stood is not None and was:
                self._tally.days[archived, self._today, stood.status] -= 1
            if not now.aside:
                self._tally.days[archived, self._today, now.status] += 1
        self._note_wrong(claim, now, self._today if changed else None)

    def _note_wrong(self, claim: int, now: _Standing, since: str | None) -> None:
        if now.aside or now.status not in WRONG_STATUSES:
            self._right.append(claim)
        elif since is not None:
            self._wrong.append(Wrong(claim, now.article, now.kind, now.status, since))
        else:
            self._connection.execute(
                f"UPDATE {WRONG} SET kind = ?, article = ? WHERE claim = ?",
                (now.kind, now.article, claim),
            )

    def take_evidence(self) -> None:
        """Count uses of sources as they are now, and no longer as they were."""
        changed: dict[int, dict[str, str | None]] = {}
        for row, name, before in self._connection.execute(_EVIDENCE, (self._event,)):
            changed.setdefault(row, {})[name] = before
        of_turned = [
            row[0]
            for claim in self.turned
            for row in self._connection.execute("SELECT id FROM evidence WHERE claim = ?", (claim,))
        ]
        for row in dict.fromkeys((*changed, *of_turned)):
            self._take_use(row, changed.get(row, {}))

    def _take_use(self, row: int, before: Mapping[str, str | None]) -> None:
        claim, source, aside, day = self._connection.execute(
            f"SELECT v.claim, v.source, v.aside, {USED_SINCE} FROM evidence v WHERE v.id = ?",
            (row,),
        ).fetchone()
        self._use(claim, source, day, 1, aside=bool(aside), before=False)
        if ADDED in before:
            return
        claim = self._named("claim", before.get("claim")) or claim
        source = self._named("source", before.get("source")) or source
        was_aside = json.loads(before["aside"] or "false") if "aside" in before else bool(aside)
        self._use(claim, source, day, -1, aside=was_aside, before=True)

    def _named(self, entity: str, stored: str | None) -> int | None:
        """The id of a row that a change names by its public id."""
        if not stored:
            return None
        rows = self._connection.execute(
            f"SELECT id FROM {entity} WHERE public_id = ?", (json.loads(stored),)
        ).fetchone()
        return int(rows[0]) if rows else None

    def _use(
        self, claim: int, source: int, day: str | None, by: int, *, aside: bool, before: bool
    ) -> None:
        article, archived, claim_aside = self._connection.execute(
            "SELECT c.article, a.archived, c.aside FROM claim c "
            "JOIN article a ON a.id = c.article WHERE c.id = ?",
            (claim,),
        ).fetchone()
        if before:
            claim_aside = self.turned.get(claim, claim_aside)
        if not aside and not claim_aside and claim <= self._done:
            self._tally.use(self._archived.get(article, archived), day or "0000-00-00", source, by)

    def store(self) -> None:
        """Write it."""
        counts.delete_wrong(self._connection, self._right)
        counts.add(self._connection, self._tally, self._wrong)


_CLAIMS = f"""SELECT c.id, h.field, h.before, a.archived,
    c.article, c.status, c.kind, c.check_worthiness, c.aside
FROM change h CROSS JOIN claim c ON c.id = h.claim CROSS JOIN article a ON a.id = c.article
WHERE h.event = ? AND +h.entity = 'claim' AND c.id <= ?
AND h.field IN ('status', 'kind', 'check_worthiness', 'aside', '{ADDED}')"""
_EVIDENCE = f"""SELECT v.id, h.field, h.before FROM change h
CROSS JOIN evidence v ON v.public_id = h."row"
WHERE h.event = ? AND +h.entity = 'evidence'
AND h.field IN ('claim', 'source', 'aside', '{ADDED}')"""


def _values(before: Mapping[str, str | None]) -> dict[str, Any]:
    return {name: json.loads(value) for name, value in before.items() if value is not None}


def _move(connection: sqlite3.Connection, event: int, done: int) -> None:
    """Count the claims of articles that were archived, or brought back, among the others."""
    for article, was, archived in connection.execute(
        "SELECT a.id, h.before = 'true', a.archived FROM change h "
        'CROSS JOIN article a ON a.public_id = h."row" '
        "WHERE h.event = ? AND +h.entity = 'article' AND h.field = 'archived'",
        (event,),
    ).fetchall():
        held, moved = Tally(), Tally()
        tally(connection, "c.article = ? AND c.id <= ?", (article, done), held)
        for cells, into in ((held.days, moved.days), (held.sources, moved.sources)):
            for (_archived, *key), count in cells.items():
                into[(was, *key)] -= count
                into[(archived, *key)] += count
        counts.add(connection, moved, ())
