"""Say where claims stand."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import about_claims
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.note import NoteRole
from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Set the status of one claim or of many, in one event. Leaving a claim out on purpose
    needs a note that gives the reason; with any other status a note is a note."""

    claims: tuple[int, ...]
    status: Status
    note: str = ""

    def apply(self, work: "Work") -> Message:
        left_out = self.status is Status.LEFT_OUT
        if left_out and not self.note.strip():
            raise Refused(
                _("A claim is left unchecked on purpose only with the reason; give it as a note.")
            )
        with work.pace.within(0, 0.4):
            work.set("claim", self.claims, status=self.status.value)
        if self.note.strip():
            with work.pace.within(0.4, 1):
                self._add_notes(work, NoteRole.REASON if left_out else NoteRole.NOTE)
        return about_claims(
            work,
            self.claims,
            N_("Mark claim {number} {status}"),
            N_("Mark {count} claims {status}"),
            status=self.status.value,
        )

    def _add_notes(self, work: "Work", role: NoteRole) -> None:
        given = {
            "person": work.person,
            "role": role.value,
            "text": self.note.strip(),
            "made_at": work.now,
        }
        work.add_all("note", [{"claim": claim, **given} for claim in self.claims])
