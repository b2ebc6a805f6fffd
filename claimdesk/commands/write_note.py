"""Write a note, or write it anew."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import owner, required
from claimdesk.domain.history import Message
from claimdesk.domain.note import NoteRole
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write a note on a claim, or on an article where it belongs to no single claim."""

    text: str
    claim: int | None = None
    article: int | None = None
    role: NoteRole = NoteRole.NOTE

    def apply(self, work: "Work") -> Message:
        work.add(
            "note",
            claim=self.claim,
            article=self.article,
            person=work.person,
            role=self.role.value,
            text=required(self.text, _("The note")),
            made_at=work.now,
        )
        return owner(
            work,
            self.claim,
            self.article,
            N_("Note on claim {number}"),
            N_("Note on “{title}”"),
        )


@dataclass(frozen=True, slots=True)
class RewriteNote:
    """Change a note's words; 'base' are the words that the edit started from."""

    note: int
    text: str
    base: str

    def apply(self, work: "Work") -> Message:
        note = work.get("note", self.note)
        work.expect("note", self.note, "text", self.base)
        work.set("note", self.note, text=required(self.text, _("The note")))
        return owner(
            work,
            note["claim"],
            note["article"],
            N_("Rewrite a note on claim {number}"),
            N_("Rewrite a note on “{title}”"),
        )
