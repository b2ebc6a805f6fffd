"""Erasing words for good, in rows and in the history, so that the chain still holds.

A blanked payload loses its words and its salt; its digest stays, on which the chain hangs. The
event that did it names each payload in changes of its own, so that the doctor can tell an
erasure from a forgery. Nothing here can be taken back.
"""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, update

from claimdesk.domain.erasure import (
    FIELDS,
    MESSAGE,
    NAMED,
    SHORTEST,
    Blank,
    Found,
    Hit,
    Target,
)
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.store.tables import TABLES
from claimdesk.store.work import Work


def erase(work: Work, targets: Sequence[Target], words: Sequence[str], reason: str) -> Message:
    """Erase these fields with all their versions, and these words wherever they stand."""
    _check(targets, words)
    found = queries.find_words(work.read, targets, words)
    if any(text in reason for text in found.texts):
        raise Refused(_("The reason repeats what is to be erased; put it in other words."))
    for hit in found.hits:
        _overwrite(work, hit)
    _blank(work, found)
    if found.drafts:
        table = TABLES["draft"]
        work.connection.execute(delete(table).where(table.c.id.in_(found.drafts)))
        # A draft alone leaves no event, but that it was erased is one.
        work.recorder.record(NAMED, {"public_id": "draft", "id": 0}, "text", None, True)
    return Message(MESSAGE, {"reason": reason})


def _check(targets: Sequence[Target], words: Sequence[str]) -> None:
    if any(target.field not in FIELDS.get(target.entity, ()) for target in targets):
        raise Refused(_("This cannot be erased; only words that somebody typed can."))
    if any(len(word.strip()) < SHORTEST for word in words):
        raise Refused(_("These words are too short to look for them everywhere; give more."))


def _overwrite(work: Work, hit: Hit) -> None:
    """As an edit does, but without the words before."""
    table = TABLES[hit.entity]
    work.connection.execute(
        update(table).where(table.c.id == hit.row).values({hit.field: hit.left})
    )
    row = {"public_id": hit.public_id, "id": hit.row, "claim": hit.claim, "article": hit.article}
    row["other"] = hit.other
    work.recorder.record(hit.entity, row, hit.field, None, hit.left)


def _blank(work: Work, found: Found) -> None:
    changes, events = TABLES["change"], TABLES["event"]
    if found.changes:
        work.connection.execute(
            update(changes)
            .where(changes.c.id == bindparam("key"))
            .values(before=None, after=None, salt=""),
            [{"key": one.id} for one in found.changes],
        )
    if found.events:
        work.connection.execute(
            update(events).where(events.c.id == bindparam("key")).values(arguments="{}", salt=""),
            [{"key": one.id} for one in found.events],
        )
    for blank in (*found.changes, *found.events):
        _name(work, blank)


def _name(work: Work, blank: Blank) -> None:
    work.recorder.record(NAMED, {"public_id": blank.event, "id": 0}, blank.number, None, True)
