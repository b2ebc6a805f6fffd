"""Say that a reworded passage still states the same."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import about_claims
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.history import Message
from claimdesk.i18n import N_
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class ConfirmPassage:
    """Confirm the reworded passages of claims in the newest version; others stay as they are."""

    claims: tuple[int, ...]

    def apply(self, work: "Work") -> Message:
        waiting = [
            row["id"]
            for claim in self.claims
            for row in work.find("anchor", claim=claim, aside=False, confirmed_at=None)
            if row["origin"] == AnchorOrigin.REWORDED
            and row["revision"] == queries.newest_revision(work.read, claim)
        ]
        work.set("anchor", waiting, confirmed_by=work.person, confirmed_at=work.now)
        return about_claims(
            work,
            self.claims,
            N_("Confirm the passage of claim {number}"),
            N_("Confirm the passages of {count} claims"),
        )
