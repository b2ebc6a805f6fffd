"""The history, in words and in changes."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from claimdesk.domain.dossier import ChainHead
from claimdesk.domain.erasure import ERASED
from claimdesk.domain.errors import NotFound
from claimdesk.domain.event import Change, Event
from claimdesk.domain.history import Message
from claimdesk.i18n import _
from claimdesk.store.queries.read import Read, id_list, portions

_EVENT = """SELECT e.id, e.public_id, e.time, p.name, e.message, e.arguments,
    (SELECT t.public_id FROM event t WHERE t.id = e.reverts), e.salt
FROM event e JOIN person p ON p.id = e.person """


def events(
    read: Read,
    *,
    claim: int | None = None,
    newest_first: bool = False,
    limit: int | None = None,
    most_claims: int | None = None,
) -> list[Event]:
    """Events in order of time, all of them or those that touched a claim (then with only that
    claim's changes). Each names its claims; 'most_claims' of them where so asked, whichever: an
    event may have touched all of the desk."""
    condition = ""
    if claim is not None:
        condition = f"WHERE e.id IN (SELECT c.event FROM change c WHERE c.claim = {int(claim)}) "
    direction = "DESC" if newest_first else ""
    bound = f"LIMIT {int(limit)}" if limit is not None else ""
    rows = read(f"{_EVENT}{condition}ORDER BY e.id {direction} {bound}")
    return _events(read, rows, claim, most_claims)


def event(read: Read, row: int) -> Event:
    """One event by its id."""
    rows = read(f"{_EVENT}WHERE e.id = :row", {"row": row})
    if not rows:
        raise NotFound(_("This event is not in the desk."))
    return _events(read, rows, None)[0]


def _events(
    read: Read, rows: Sequence[Any], claim: int | None, most_claims: int | None = None
) -> list[Event]:
    ids = [row[0] for row in rows]
    changes = _changes(read, ids, claim)
    numbers = _claim_numbers(read, ids) if most_claims is None else _some(read, ids, most_claims)
    taken_back = _taken_back(read, ids)
    return [
        Event(
            id=row[0],
            public_id=row[1],
            time=row[2],
            person=row[3],
            message=_message(row[4], row[5], erased=not row[7]),
            claims=tuple(numbers[row[0]]),
            reverts=row[6],
            reverted=row[0] in taken_back,
            changes=tuple(changes[row[0]]),
        )
        for row in rows
    ]


def _message(message: str, arguments: str, *, erased: bool) -> Message:
    """Where the words of an event were erased, that shows."""
    if erased:
        return Message(message, dict.fromkeys(re.findall(r"\{(\w+)\}", message), ERASED))
    return Message(message, json.loads(arguments))


def _changes(read: Read, ids: Sequence[int], claim: int | None) -> dict[int, list[Change]]:
    only = f" AND claim = {int(claim)}" if claim is not None else ""
    found: dict[int, list[Change]] = defaultdict(list)
    for portion in portions(ids):
        for row in read(
            'SELECT event, entity, "row", field, before, after FROM change '
            f"WHERE event IN ({id_list(portion)}){only} ORDER BY event, number"
        ):
            found[row[0]].append(Change(row[1], row[2], row[3], _value(row[4]), _value(row[5])))
    return found


def _value(stored: str | None) -> Any:
    return None if stored is None else json.loads(stored)


def _claim_numbers(read: Read, ids: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for portion in portions(ids):
        for row in read(
            "SELECT DISTINCT h.event, c.number FROM change h JOIN claim c ON c.id = h.claim "
            f"WHERE h.event IN ({id_list(portion)}) ORDER BY h.event, c.number"
        ):
            found[row[0]].append(row[1])
    return found


def _some(read: Read, ids: Sequence[int], most: int) -> dict[int, list[int]]:
    """The numbers of some claims of each event, without looking at the others."""
    touched = (
        "SELECT c.number FROM claim c WHERE c.id IN (SELECT DISTINCT h.claim FROM change h "
        "WHERE h.event = :event AND h.claim IS NOT NULL LIMIT :most)"
    )
    rows = {one: read(touched, {"event": one, "most": most}) for one in ids}
    return {one: sorted(row[0] for row in found) for one, found in rows.items()}


def _taken_back(read: Read, ids: Sequence[int]) -> set[int]:
    """Those of the events that a later one took back, unless that was itself taken back."""
    reverts: dict[int, list[int]] = defaultdict(list)
    asked = set(ids)
    while asked:
        later: set[int] = set()
        for portion in portions(sorted(asked)):
            for row in read(f"SELECT reverts, id FROM event WHERE reverts IN ({id_list(portion)})"):
                reverts[row[0]].append(row[1])
                later.add(row[1])
        asked = {one for one in later if one not in reverts}  # a forged circle ends here
    standing: dict[int, bool] = {}
    for one in sorted({*reverts, *(late for group in reverts.values() for late in group)})[::-1]:
        standing[one] = not any(standing.get(late) for late in reverts[one])
    return {one for one in ids if not standing.get(one, True)}


def chain_heads(read: Read) -> list[ChainHead]:
    """The last link of each writer's chain."""
    rows = read(
        "SELECT w.public_id, e.number, e.time, e.link FROM writer w "
        "JOIN event e ON e.writer = w.id "
        "AND e.number = (SELECT max(l.number) FROM event l WHERE l.writer = w.id) ORDER BY w.id"
    )
    return [ChainHead(*row) for row in rows]
