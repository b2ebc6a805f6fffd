"""Change what a claim says and what sort of claim it is."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import about_claims, required
from claimdesk.domain.claim import WORTHINESS, Kind
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class EditStatement:
    """Put a claim into other words; 'base' are the words that the edit started from."""

    claim: int
    statement: str
    base: str

    def apply(self, work: "Work") -> Message:
        work.expect("claim", self.claim, "statement", self.base)
        work.set("claim", self.claim, statement=required(self.statement, _("The statement")))
        return about_claims(work, (self.claim,), N_("Reword claim {number}"), "")


@dataclass(frozen=True, slots=True)
class SetAttribution:
    """Say who the claim is attributed to; empty for nobody. 'base' as with the statement."""

    claim: int
    attributed_to: str
    base: str

    def apply(self, work: "Work") -> Message:
        work.expect("claim", self.claim, "attributed_to", self.base)
        work.set("claim", self.claim, attributed_to=self.attributed_to.strip() or None)
        return about_claims(work, (self.claim,), N_("Attribution of claim {number}"), "")


@dataclass(frozen=True, slots=True)
class AttributeClaims:
    """Say who claims are attributed to, whatever they were attributed to; empty for nobody."""

    claims: tuple[int, ...]
    attributed_to: str

    def apply(self, work: "Work") -> Message:
        work.set("claim", self.claims, attributed_to=self.attributed_to.strip() or None)
        return about_claims(
            work,
            self.claims,
            N_("Attribution of claim {number}"),
            N_("Attribution of {count} claims"),
        )


@dataclass(frozen=True, slots=True)
class SetKind:
    """Say what sort of fact claims state."""

    claims: tuple[int, ...]
    kind: Kind

    def apply(self, work: "Work") -> Message:
        work.set("claim", self.claims, kind=self.kind.value)
        return about_claims(
            work, self.claims, N_("Kind of claim {number}"), N_("Kind of {count} claims")
        )


@dataclass(frozen=True, slots=True)
class SetCheckWorthiness:
    """Say how much it matters that claims are right, from 1 to 3."""

    claims: tuple[int, ...]
    check_worthiness: int

    def apply(self, work: "Work") -> Message:
        if self.check_worthiness not in WORTHINESS:
            raise Refused(_("Check-worthiness is 1, 2 or 3."))
        work.set("claim", self.claims, check_worthiness=self.check_worthiness)
        return about_claims(
            work,
            self.claims,
            N_("Check-worthiness of claim {number}"),
            N_("Check-worthiness of {count} claims"),
        )
