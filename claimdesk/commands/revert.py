"""Take an event back; taking that back again restores it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.domain.history import Message

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class Revert:
    """Take back the event with a public id; Conflict where something later stands on it."""

    event: str

    def apply(self, work: "Work") -> Message:
        from claimdesk.store.history import revert  # it loads the ORM

        return revert(work, self.event)
