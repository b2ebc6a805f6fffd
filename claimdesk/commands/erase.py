"""Erase words for good."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import required
from claimdesk.domain.erasure import Target
from claimdesk.domain.history import Message
from claimdesk.i18n import _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase the words of some fields with all their earlier versions, and some words wherever
    they stand in the desk, its history and its drafts. There is no way back."""

    targets: tuple[Target, ...]
    words: tuple[str, ...]
    reason: str

    def apply(self, work: "Work") -> Message:
        from claimdesk.store.erasure import erase  # it loads the ORM

        return erase(work, self.targets, self.words, required(self.reason, _("The reason")))
