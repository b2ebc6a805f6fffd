"""One claim made two, and several made one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit import required
from claimdesk.commands.place_claim import passage, place
from claimdesk.domain.claim import Kind
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.note import NoteRole
from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_HANGS_ON = ("evidence", "note", "question", "correction", "tagging")


@dataclass(frozen=True, slots=True)
class SplitClaim:
    """Make two claims of one: it keeps its number, its evidence and the first statement; the
    second is a new one at the same passage, or at one of its own (start, end). What was checked
    was both together, so the first is in progress again."""

    claim: int
    first: str
    second: str
    first_passage: tuple[int, int] | None = None
    second_passage: tuple[int, int] | None = None

    def apply(self, work: "Work") -> Message:
        held = work.get("claim", self.claim)
        work.set("claim", self.claim, statement=required(self.first, _("The first statement")))
        if held["status"] != Status.UNCHECKED:
            work.set("claim", self.claim, status=Status.IN_PROGRESS.value)
        added = AddClaim(
            held["article"],
            required(self.second, _("The second statement")),
            Kind(held["kind"]),
            held["check_worthiness"],
            held["attributed_to"],
        ).apply(work)
        number = added.arguments["number"]
        other = work.find("claim", article=held["article"], number=number)[0]["id"]
        self._place(work, other)
        return Message(
            N_("Split claim {number}: claim {other} is new"),
            {"number": held["number"], "other": number},
        )

    def _place(self, work: "Work", other: int) -> None:
        revision = queries.newest_revision(work.read, self.claim)
        if revision is None:
            return
        if self.first_passage:
            place(work, self.claim, revision, passage(work, revision, *self.first_passage))
        span = self.second_passage
        if span is None:
            here = work.find("anchor", claim=self.claim, revision=revision, aside=False)
            if not here or here[0]["start"] is None:
                return
            span = here[0]["start"], here[0]["end"]
        place(work, other, revision, passage(work, revision, *span))


@dataclass(frozen=True, slots=True)
class MergeClaims:
    """Make one claim of several: evidence, notes, questions, corrections and tags go to the one
    that is kept; the others are set aside, and a note says what they were."""

    kept: int
    others: tuple[int, ...]

    def apply(self, work: "Work") -> Message:
        others = [one for one in dict.fromkeys(self.others) if one != self.kept]
        kept = work.get("claim", self.kept)
        gone = [work.get("claim", one) for one in others]
        if not others or any(one["article"] != kept["article"] for one in gone):
            raise Refused(_("Choose two or more claims of one article to make one of them."))
        for entity in _HANGS_ON:
            rows = [
                row["id"] for one in others for row in work.find(entity, claim=one, aside=False)
            ]
            work.set(entity, rows, claim=self.kept)
        self._tie(work, set(others))
        work.set("claim", others, aside=True)
        for one in gone:
            work.add(
                "note",
                claim=self.kept,
                person=work.person,
                role=NoteRole.NOTE.value,
                text=_("Holds what was claim {number}: “{statement}”").format(
                    number=one["number"], statement=one["statement"]
                ),
                made_at=work.now,
            )
        return Message(
            N_("Make one of claims {numbers}"),
            {"numbers": ", ".join(str(one["number"]) for one in (kept, *gone))},
        )

    def _tie(self, work: "Work", others: set[int]) -> None:
        """Relations go along; those among the merged claims are set aside."""
        both = {*others, self.kept}
        for one in others:
            for end in ("claim", "other"):
                for row in work.find("relation", **{end: one}, aside=False):
                    if {row["claim"], row["other"]} <= both:
                        work.set("relation", row["id"], aside=True)
                    else:
                        work.set("relation", row["id"], **{end: self.kept})
