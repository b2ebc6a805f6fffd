"""Tie two claims together: the same fact, a contradiction, or one that depends on the other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.domain.claim import RelationKind
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_DONE = {
    RelationKind.SAME_FACT: N_("Claims {number} and {other}: the same fact"),
    RelationKind.CONTRADICTS: N_("Claims {number} and {other}: a contradiction"),
    RelationKind.DEPENDS_ON: N_("Claim {number} depends on claim {other}"),
}


@dataclass(frozen=True, slots=True)
class RelateClaims:
    """Say how a claim hangs together with another one; 'remark' says why."""

    claim: int
    other: int
    kind: RelationKind
    remark: str = ""

    def apply(self, work: "Work") -> Message:
        if self.claim == self.other:
            raise Refused(_("A claim is tied to another one, not to itself; choose another."))
        numbers = [work.get("claim", claim)["number"] for claim in (self.claim, self.other)]
        if self._is_known(work):
            raise Refused(
                _("Claims {number} and {other} are already tied like this.").format(
                    number=numbers[0], other=numbers[1]
                )
            )
        work.add(
            "relation",
            claim=self.claim,
            other=self.other,
            kind=self.kind.value,
            remark=self.remark.strip() or None,
        )
        return Message(_DONE[self.kind], {"number": numbers[0], "other": numbers[1]})

    def _is_known(self, work: "Work") -> bool:
        """Only a dependence has a direction."""
        pairs = [(self.claim, self.other)]
        if self.kind is not RelationKind.DEPENDS_ON:
            pairs.append((self.other, self.claim))
        return any(
            work.find("relation", claim=one, other=two, kind=self.kind.value, aside=False)
            for one, two in pairs
        )
