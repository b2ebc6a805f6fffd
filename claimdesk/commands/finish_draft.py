"""Make an edit of words that were kept while they were typed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import Edit
from claimdesk.domain.draft import DraftPlace
from claimdesk.domain.history import Message

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class FinishDraft:
    """An edit that forgets its draft in the same transaction: a crash leaves either the draft or
    the event, never both."""

    edit: Edit
    place: DraftPlace

    def apply(self, work: "Work") -> Message:
        work.forget_draft(self.place)
        return self.edit.apply(work)
