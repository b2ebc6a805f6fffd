"""Taking an event back: the only undo there is, also after a restart and from the shell.

Each recorded field is set back to what it was; what the event added is set aside. Where a value
has changed since, the whole of it is refused: an undo never overwrites later work.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from claimdesk.domain import erasure
from claimdesk.domain.errors import Conflict, NotFound
from claimdesk.domain.history import ADDED, AGAIN, TAKEN_BACK, Message
from claimdesk.i18n import _
from claimdesk.store.recorder import DERIVED
from claimdesk.store.tables import TABLES
from claimdesk.store.work import Work, decoded, reference

PERMANENT = {"person"}
"""Who somebody is stays, also when what they did first is taken back."""


@dataclass(frozen=True, slots=True)
class _Recorded:
    entity: str
    row: str
    field: str
    before: Any
    after: Any


def revert(work: Work, event: str) -> Message:
    """Take an event back, named by its public id; gives in words what was done.

    Raises NotFound where there is no such event, Conflict where something later stands on it.
    """
    row = next(iter(work.find("event", public_id=event)), None)
    if row is None:
        raise NotFound(_("There is no event “{event}” in this desk.").format(event=event))
    if row["message"] == erasure.MESSAGE:
        raise Conflict(_("What was erased for good cannot be brought back."))
    with work.pace.within(0, 0.2):
        changes = _changes(work, _stands_for(work, row)["id"])
    try:
        with work.pace.within(0.2, 0.6):
            _set_back(work, [change for change in changes if change.field != ADDED])
        with work.pace.within(0.6, 1):
            _set_aside(work, [change for change in reversed(changes) if change.field == ADDED])
    except Conflict:
        if _is_taken_back(work, row["id"]):
            raise Conflict(_("This was taken back already.")) from None
        raise
    work.reverts = row["id"]
    return _message(row)


def _stands_for(work: Work, event: Mapping[str, Any]) -> Mapping[str, Any]:
    """The event that this one brought back (took back the taking back of), or itself: the same
    changes, and the same rules for what was added."""
    while event["reverts"]:
        taken_back = work.get("event", event["reverts"])
        if not taken_back["reverts"] or taken_back["reverts"] >= event["id"]:  # a forged circle
            break
        event = work.get("event", taken_back["reverts"])
    return event


def _is_taken_back(work: Work, event: int) -> bool:
    later = work.find("event", reverts=event)
    return any(not _is_taken_back(work, row["id"]) for row in later if row["id"] > event)


def _message(event: Mapping[str, Any]) -> Message:
    arguments = decoded(event["arguments"])
    if event["message"] in (TAKEN_BACK, AGAIN):
        return Message(AGAIN if event["message"] == TAKEN_BACK else TAKEN_BACK, arguments)
    return Message(TAKEN_BACK, {"message": {"id": event["message"], "arguments": arguments}})


def _changes(work: Work, event: int) -> list[_Recorded]:
    rows = work.find("change", event=event)
    if not all(row["salt"] for row in rows):
        raise Conflict(_("This cannot be taken back: its words were erased for good since."))
    return [
        _Recorded(
            row["entity"], row["row"], row["field"], decoded(row["before"]), decoded(row["after"])
        )
        for row in work.pace.each(sorted(rows, key=lambda row: row["number"]), len(rows))
        if row["entity"] not in PERMANENT
    ]


def _set_back(work: Work, changes: list[_Recorded]) -> None:
    grouped: dict[tuple[str, str], list[_Recorded]] = defaultdict(list)
    for change in changes:
        grouped[change.entity, change.field].append(change)
    values: dict[str, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    with work.pace.within(0, 0.4):
        for (entity, field), group in grouped.items():
            for row, value in _values_before(work, entity, field, group).items():
                values[entity][row][field] = value
    with work.pace.within(0.4, 1):
        for entity, rows in values.items():
            work.set_rows(entity, rows)
    # Only now: what comes back may hang on what comes back with it.
    for (entity, field), group in grouped.items():
        if field == "aside":
            _check_parents(work, entity, [change.row for change in group if not change.before])


def _values_before(work: Work, entity: str, field: str, group: list[_Recorded]) -> dict[int, Any]:
    """What a field of each row held before, by the rows' ids."""
    held = _held(work, entity, [change.row for change in group], field)
    target = reference(entity, field)
    values: dict[int, Any] = {}
    for change in work.pace.each(group, len(group)):
        row = held[change.row]
        if work.portable(entity, field, row[field]) != change.after:
            raise _overtaken(work, change)
        values[row["id"]] = change.before
    if target:
        ids = work.by_public_id(target, {value for value in values.values() if value})
        values = {row: ids[value] if value else None for row, value in values.items()}
    return values


def _held(
    work: Work, entity: str, names: Collection[str], field: str | None = None
) -> dict[str, Mapping[str, Any]]:
    table = TABLES[entity]
    columns = [table.c[name] for name in {"id", "public_id", field}] if field else [table]
    found: dict[str, Mapping[str, Any]] = {}
    for batch in work.pace.through(list(names)):
        query = select(*columns).where(table.c.public_id.in_(batch))
        found.update({row["public_id"]: row for row in work.rows(query)})
    if missing := set(names) - set(found):
        raise NotFound(_("“{row}” is not in this desk.").format(row=min(missing)))
    return found


def _set_aside(work: Work, added: list[_Recorded]) -> None:
    grouped: dict[str, list[_Recorded]] = defaultdict(list)
    for change in added:
        grouped[change.entity].append(change)
    ids: dict[str, set[int]] = {}
    with work.pace.within(0, 0.5):
        for entity, group in grouped.items():
            ids[entity] = _as_they_were(work, entity, group)
    with work.pace.within(0.5, 1):
        for entity, rows in ids.items():
            _check_hangers(work, entity, rows, ids)
        for entity, rows in ids.items():
            work.set(entity, rows, aside=True)


def _as_they_were(work: Work, entity: str, added: list[_Recorded]) -> set[int]:
    """The ids of rows that were added; Conflict where one was changed since."""
    held = _held(work, entity, [change.row for change in added])
    work.know_references(entity, list(held.values()))
    for change in work.pace.each(added, len(added)):
        row = held[change.row]
        if row["aside"] or work.content(entity, row) != change.after:
            raise _overtaken(work, change)
    return {row["id"] for row in held.values()}


def _check_hangers(
    work: Work, entity: str, rows: set[int], with_them: Mapping[str, set[int]]
) -> None:
    """Refuse where something that stays refers to a row that is to be set aside."""
    for name, table in TABLES.items():
        for column in table.c:
            if name in ("event", "change", "draft") or reference(name, column.name) != entity:
                continue
            if column.name in DERIVED.get(name, ()):
                continue
            for batch in work.pace.through(sorted(rows)):
                query = select(table.c.id).where(column.in_(batch), ~table.c.aside)
                left = {row["id"] for row in work.rows(query)} - with_them.get(name, set())
                if left:
                    raise Conflict(
                        _(
                            "This cannot be taken back: something was attached to it since. "
                            "Take that back first."
                        )
                    )


def _check_parents(work: Work, entity: str, names: Sequence[str]) -> None:
    """Refuse to bring back what would hang on something that is set aside."""
    table = TABLES[entity]
    for column in table.c:
        parent = reference(entity, column.name)
        if parent is None:
            continue
        other = TABLES[parent].alias("parent")
        for batch in work.pace.through(names):
            query = (
                select(table.c.id)
                .join(other, other.c.id == column)
                .where(table.c.public_id.in_(batch), other.c.aside)
            )
            if work.rows(query):
                raise Conflict(
                    _(
                        "This cannot come back yet: what it belongs to is set aside. "
                        "Bring that back first."
                    )
                )


def _overtaken(work: Work, change: _Recorded) -> Conflict:
    event, since = TABLES["event"], TABLES["change"]
    later = work.rows(
        select(event.c.message, event.c.arguments, TABLES["person"].c.name)
        .select_from(since)
        .join(event, event.c.id == since.c.event)
        .join(TABLES["person"], TABLES["person"].c.id == event.c.person)
        .where(since.c.entity == change.entity, since.c.row == change.row)
        .order_by(since.c.id.desc())
        .limit(1)
    )
    if not later:
        return Conflict(_("This cannot be taken back: it was changed since."))
    words = Message(later[0]["message"], decoded(later[0]["arguments"])).words
    return Conflict(
        _("This cannot be taken back: it was changed since, by {person} (“{what}”).").format(
            person=later[0]["name"], what=words
        )
    )
