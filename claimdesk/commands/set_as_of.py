"""Say for which day a status holds: right on 28 March 2022, outdated since."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import about_claims
from claimdesk.commands.edit_article import check_date
from claimdesk.domain.history import Message
from claimdesk.i18n import N_

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class SetAsOf:
    """Set the as-of date of claims: a year, month or day, empty for none."""

    claims: tuple[int, ...]
    as_of: str

    def apply(self, work: "Work") -> Message:
        day = self.as_of.strip() or None
        check_date(day)
        work.set("claim", self.claims, as_of=day)
        return about_claims(
            work,
            self.claims,
            N_("As-of date of claim {number}"),
            N_("As-of date of {count} claims"),
        )
