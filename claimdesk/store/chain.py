"""The chain that makes a changed history show: one per writer, one link a transaction.

A change's digest is SHA-256 over its salt and its content; an event's digest likewise over its
words. The link is SHA-256 over the link before, the event's bare facts and all those digests.
So the words of a change can be blanked, salt and all, and the chain still holds; and whoever
knows the last link can tell when anything before it was altered.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

GENESIS = "0" * 64
"""What the first link of a chain hangs on."""


def canonical(value: Any) -> str:
    """One spelling a value: JSON, sorted keys, no spaces, characters as they are."""
    return _CANONICAL.encode(value)


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def change_digest(
    salt: str, *, entity: str, row: str, field: str, before: str | None, after: str | None
) -> str:
    """The digest of one change; before and after are the canonical JSON that is stored."""
    return _sha256(salt + canonical([entity, row, field, before, after]))


def event_digest(salt: str, message: str, arguments: str) -> str:
    """The digest of an event's words."""
    return _sha256(salt + canonical([message, arguments]))


def link(
    previous: str,
    *,
    writer: str,
    number: int,
    event: str,
    time: str,
    person: str,
    reverts: str | None,
    digests: Iterable[str],
) -> str:
    """The next link: writer, event, person and reverts are public ids; the digests are the
    event's, then its changes' in order."""
    facts = [previous, writer, number, event, time, person, reverts, *digests]
    return _sha256(canonical(facts))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
