"""Add a claim by hand."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import required
from claimdesk.domain.claim import Kind
from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class AddClaim:
    """Add a claim to an article, under the next number; numbers are never used again."""

    article: int
    statement: str
    kind: Kind = Kind.OTHER
    check_worthiness: int = 2
    attributed_to: str | None = None

    def apply(self, work: "Work") -> Message:
        work.get("article", self.article)
        taken = work.find("claim", article=self.article)
        number = max((claim["number"] for claim in taken), default=0) + 1
        work.add(
            "claim",
            article=self.article,
            number=number,
            statement=required(self.statement, _("The statement")),
            kind=self.kind.value,
            check_worthiness=self.check_worthiness,
            attributed_to=(self.attributed_to or "").strip() or None,
        )
        return Message(N_("Add claim {number}"), {"number": number})
