"""Whether the chains of a desk are whole: each event as it was stored, none missing in between."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from claimdesk.domain.dossier import ChainHead
from claimdesk.domain.erasure import MESSAGE, NAMED, WORDS_OF_EVENT
from claimdesk.i18n import _
from claimdesk.store import chain


class _Event(NamedTuple):
    id: int
    public_id: str
    aside: int
    writer: str
    number: int
    time: str
    person: str
    reverts: str | None
    message: str
    arguments: str
    salt: str
    digest: str
    link: str


class _Change(NamedTuple):
    number: int
    entity: str
    row: str
    field: str
    before: str | None
    after: str | None
    salt: str
    digest: str


_EVENTS = """SELECT e.id, e.public_id, e.aside, w.public_id, e.number, e.time, p.public_id,
    (SELECT t.public_id FROM event t WHERE t.id = e.reverts), e.message, e.arguments, e.salt,
    e.digest, e.link
FROM event e LEFT JOIN writer w ON w.id = e.writer LEFT JOIN person p ON p.id = e.person
ORDER BY e.writer, e.number"""


def altered(
    connection: sqlite3.Connection, known: Sequence[ChainHead]
) -> Iterator[tuple[str, str]]:
    """What does not fit, as the public id of the event (of the writer, where the event is missing)
    and a sentence. 'known' are links that were handed over once."""
    heads = {(head.writer, head.events): head.link for head in known}
    erased = _erased(connection)
    writer, number, link = "", 0, chain.GENESIS
    for event, changes in _events(connection):
        if event.writer != writer:
            writer, number, link = event.writer, 0, chain.GENESIS
        problems = _broken(event, changes, number + 1, link, erased)
        if heads.pop((event.writer, event.number), event.link) != event.link:
            problems.append(_("another history than the one that was handed over"))
        if problems:
            sentence = _("Event {number} of {time} was altered after it was stored: {problems}.")
            text = sentence.format(
                number=event.number, time=event.time, problems=", ".join(problems)
            )
            yield event.public_id, text
        number, link = event.number, event.link
    for missing_writer, missing in heads:
        sentence = _("Event {number}, which was handed over once, is missing from the history.")
        yield missing_writer, sentence.format(number=missing)


def _events(connection: sqlite3.Connection) -> Iterator[tuple[_Event, list[_Change]]]:
    """All events with their changes, chain after chain."""
    for row in connection.execute(_EVENTS):
        event = _Event(*row)
        changes = connection.execute(
            'SELECT number, entity, "row", field, before, after, salt, digest FROM change '
            "WHERE event = ? ORDER BY number",
            (event.id,),
        )
        yield event, [_Change(*change) for change in changes]


def _erased(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """The payloads that events name as erased; whether such an event is genuine is seen when its
    own link is checked."""
    return set(
        connection.execute(
            'SELECT h."row", h.field FROM change h JOIN event e ON e.id = h.event '
            "WHERE h.entity = ? AND e.message = ?",
            (NAMED, MESSAGE),
        )
    )


def _broken(
    event: _Event,
    changes: list[_Change],
    number: int,
    previous: str,
    erased: Collection[tuple[str, str]],
) -> list[str]:
    """What does not fit in an event whose number should be this, after this link."""
    link = chain.link(
        previous,
        writer=event.writer,
        number=event.number,
        event=event.public_id,
        time=event.time,
        person=event.person,
        reverts=event.reverts,
        digests=[event.digest, *(change.digest for change in changes)],
    )
    words = chain.event_digest(event.salt, event.message, event.arguments)
    blank = (event.public_id, WORDS_OF_EVENT) in erased and not event.salt
    held = all(_holds(event.public_id, change, erased) for change in changes)
    tests = {
        _("events before it are missing"): event.number == number,
        _("its words"): words == event.digest or (blank and event.arguments == "{}"),
        _("its changes"): held and _are_counted(changes),
        _("it is set aside"): not event.aside,
        _("its place in the chain"): link == event.link,
    }
    return [problem for problem, fine in tests.items() if not fine]


def _holds(event: str, change: _Change, erased: Collection[tuple[str, str]]) -> bool:
    """Whether a change is what was stored, or was blanked by an event that names it."""
    if not change.salt and change.before is None and change.after is None:
        return (event, str(change.number)) in erased
    return change.digest == chain.change_digest(
        change.salt,
        entity=change.entity,
        row=change.row,
        field=change.field,
        before=change.before,
        after=change.after,
    )


def _are_counted(changes: list[_Change]) -> bool:
    return [change.number for change in changes] == list(range(1, len(changes) + 1))
