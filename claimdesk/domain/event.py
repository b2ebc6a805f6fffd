"""Entries of the history, as they are read."""

from dataclasses import dataclass
from typing import Any

from claimdesk.domain.history import Message

MOST_CLAIMS = 200
"""So many claims of an event are named at most beside one of them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row, before and after; rows and references are named by public ids."""

    entity: str
    row: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the history. 'reverts' is the public id of the event it took back;
    'reverted' says that a later event took this one back and nothing restored it."""

    id: int
    public_id: str
    time: str
    person: str
    message: Message
    claims: tuple[int, ...]
    reverts: str | None
    reverted: bool
    changes: tuple[Change, ...]
