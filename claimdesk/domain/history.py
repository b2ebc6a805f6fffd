"""What was done, in words, and what it touched."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _, number

ADDED = "*"
"""The field name of a change that added a row; its 'after' is the whole row."""
TAKEN_BACK = N_("Take back: {message}")
AGAIN = N_("Once more: {message}")
"""Messages of events that revert one, and that revert such a one."""


@dataclass(frozen=True, slots=True)
class Message:
    """What an event was, as a message id with its arguments; put into words when shown."""

    id: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The message in the language spoken."""
        return self._filled(self.id)

    @property
    def done(self) -> str:
        """The same, told as what has happened."""
        from claimdesk.domain.done import DONE  # not before a history is shown

        return self._filled(DONE.get(self.id, self.id))

    def _filled(self, message: str) -> str:
        # Not str.format: the id comes from a file, and may ask for anything.
        return re.sub(r"\{(\w+)\}", self._argument, _(message))

    def _argument(self, match: re.Match[str]) -> str:
        name, value = match[1], self.arguments.get(match[1], match[0])
        if name == "status" and value in tuple(Status):
            return Status(value).label
        if name == "message" and isinstance(value, dict):
            return Message(str(value.get("id", "")), value.get("arguments") or {}).words
        return number(value) if name == "count" and isinstance(value, int) else str(value)


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
