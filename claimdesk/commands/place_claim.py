"""Where a claim stands: made of a passage, put at another one."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit import about_claims
from claimdesk.domain.anchor import Anchor, AnchorOrigin
from claimdesk.domain.claim import Kind
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class AddClaimAt:
    """Make a claim of a passage (start, end in code points) of a revision; without a statement
    its words are the statement."""

    article: int
    revision: int
    start: int
    end: int
    statement: str = ""
    kind: Kind = Kind.OTHER
    check_worthiness: int = 2
    attributed_to: str | None = None

    def apply(self, work: "Work") -> Message:
        anchor = passage(work, self.revision, self.start, self.end)
        words = self.statement.strip() or " ".join(anchor.quote.split())
        message = AddClaim(
            self.article, words, self.kind, self.check_worthiness, self.attributed_to
        ).apply(work)
        number = message.arguments["number"]
        claim = work.find("claim", article=self.article, number=number)[0]["id"]
        place(work, claim, self.revision, anchor)
        return message


@dataclass(frozen=True, slots=True)
class MoveAnchor:
    """Put a claim at another passage of a revision, or give it its first."""

    claim: int
    revision: int
    start: int
    end: int

    def apply(self, work: "Work") -> Message:
        place(work, self.claim, self.revision, passage(work, self.revision, self.start, self.end))
        return about_claims(work, (self.claim,), N_("Put claim {number} at another passage"), "")


def passage(work: "Work", revision: int, start: int, end: int) -> Anchor:
    """The passage without blanks around it; Refused where there are no words."""
    text = work.get("revision", revision)["text"]
    words = text[start:end] if 0 <= start < end <= len(text) else ""
    if not words.strip():
        raise Refused(_("There are no words in this passage; select some and try again."))
    start += len(words) - len(words.lstrip())
    return Anchor.at(text, start, start + len(words.strip()))


def place(work: "Work", claim: int, revision: int, anchor: Anchor) -> None:
    """Let a claim stand there, put by hand."""
    put = {**asdict(anchor), "origin": AnchorOrigin.MADE.value}
    held = work.find("anchor", claim=claim, revision=revision, aside=False)
    if not held:
        work.add("anchor", claim=claim, revision=revision, **put)
        return
    here = held[0]
    if (here["start"], here["end"]) != (anchor.start, anchor.end) or here["start"] is None:
        work.set("anchor", here["id"], **put, difference=None, confirmed_by=None, confirmed_at=None)
