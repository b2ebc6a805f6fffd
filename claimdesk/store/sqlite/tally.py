"""What the claims of a desk add to the overview's counts, told from rows and history alone.

A claim is followed backwards from the row as it is: a history whose words were erased still says
when a status came and which one was there before. Days are those of UTC, as the history has them.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from claimdesk.domain.history import ADDED
from claimdesk.domain.status import Status

EVER = ""
"""The day under which uses of a source are counted whatever their day."""
DAY = 10
"""Characters of a time that say the day."""
WRONG = frozenset(status.value for status in Status if status.needs_correction)
IMPORTANT = 3
"""The check-worthiness of a claim that hurts most when wrong."""


class Wrong(NamedTuple):
    """A claim that stands as inaccurate or false, and since which day."""

    claim: int
    article: int
    kind: str
    status: str
    day: str


@dataclass
class Tally:
    """Counts by their keys: (article, status), (archived, day, status), (archived, day, source);
    and the claims that are wrong."""

    claims: Counter[tuple[int, str]] = field(default_factory=Counter)
    important: Counter[tuple[int, str]] = field(default_factory=Counter)
    days: Counter[tuple[int, str, str]] = field(default_factory=Counter)
    sources: Counter[tuple[int, str, int]] = field(default_factory=Counter)
    wrong: dict[int, Wrong] = field(default_factory=dict)

    def count(self, article: int, status: str, worthiness: int, by: int = 1) -> None:
        """Count a claim as it stands, or no longer."""
        self.claims[article, status] += by
        if worthiness == IMPORTANT:
            self.important[article, status] += by

    def use(self, archived: int, day: str, source: int, by: int = 1) -> None:
        """Count a source's use, or one less."""
        self.sources[archived, day, source] += by
        self.sources[archived, EVER, source] += by


def tally(
    connection: sqlite3.Connection, condition: str, parameters: Sequence[Any], into: Tally
) -> int:
    """Add what some claims count for; 'condition' chooses them as 'c'. The last claim's id, 0
    where there is none."""
    rows = connection.execute(
        "SELECT c.id, c.article, a.archived, c.status, c.kind, c.check_worthiness, c.aside "
        f"FROM claim c JOIN article a ON a.id = c.article WHERE {condition} ORDER BY c.id",
        parameters,
    ).fetchall()
    history = {
        claim: [change[1:] for change in changes]
        for claim, changes in groupby(
            connection.execute(_HISTORY.format(condition=condition), parameters), itemgetter(0)
        )
    }
    for claim, article, archived, status, kind, worthiness, aside in rows:
        changes = history.get(claim, [])
        _follow_back(into, archived, status, aside, changes)
        if not aside:
            into.count(article, status, worthiness)
        if not aside and status in WRONG and changes:
            into.wrong[claim] = Wrong(claim, article, kind, status, changes[0][0])
    for archived, day, source in connection.execute(_USES.format(condition=condition), parameters):
        into.use(archived, day, source)
    return int(rows[-1][0]) if rows else 0


# The plus keeps SQLite from looking the changes up by the kind of thing, of which there are few.
_HISTORY = f"""SELECT c.id, substr(e.time, 1, {DAY}), h.field, h.before
FROM claim c CROSS JOIN change h ON h.claim = c.id CROSS JOIN event e ON e.id = h.event
WHERE {{condition}} AND +h.entity = 'claim' AND h.field IN ('status', 'aside', '{ADDED}')
ORDER BY c.id, h.event DESC, h.number DESC"""

USED_SINCE = f"""(SELECT substr(e.time, 1, {DAY}) FROM change h JOIN event e ON e.id = h.event
    WHERE h.entity = 'evidence' AND h."row" = v.public_id AND h.field = '{ADDED}')"""
"""The day on which the evidence 'v' was attached."""

_USES = f"""SELECT a.archived, coalesce({USED_SINCE}, '0000-00-00'), v.source
FROM claim c CROSS JOIN article a ON a.id = c.article CROSS JOIN evidence v ON v.claim = c.id
WHERE {{condition}} AND NOT c.aside AND NOT v.aside"""


def _follow_back(
    into: Tally, archived: int, status: str, aside: int, changes: Sequence[tuple[str, str, Any]]
) -> None:
    """Each day's difference, from the last change to the adding."""
    for day, name, before in changes:
        if not aside:
            into.days[archived, day, status] += 1
        if name == ADDED:
            return
        if name == "status":
            status = json.loads(before) if before else status
        else:
            aside = before == "true"
        if not aside:
            into.days[archived, day, status] -= 1
