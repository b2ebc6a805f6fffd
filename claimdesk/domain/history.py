"""Events: who did what when, and with which changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimdesk.domain.status import Status
from claimdesk.i18n import _

ADDED = "*"
"""The field name of a change that added a row; its 'after' is the whole row."""


@dataclass(frozen=True, slots=True)
class Message:
    """What an event was, as a message id with its arguments; put into words when shown."""

    id: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The message in the language spoken."""
        return _(self.id).format(**{k: _argument(k, v) for k, v in self.arguments.items()})


def _argument(name: str, value: Any) -> Any:
    if name == "status":
        return Status(value).label
    if name == "message":
        return Message(value["id"], value["arguments"]).words
    return value


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


@dataclass(frozen=True, slots=True)
class Changes:
    """What an event touched, told to everybody who shows it: ids of claims and articles, and
    the entities (table names) of the rows. 'event' and its public id are None for what other
    programs did."""

    event: int | None = None
    public_id: str | None = None
    message: Message | None = None
    claims: frozenset[int] = frozenset()
    articles: frozenset[int] = frozenset()
    entities: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.entities)
