"""Ask somebody who may know, and keep the answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import about_claims, owner, required
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.question import Addressee
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Ask about claims, each of which gets the question, or about an article where it belongs to
    no single claim; 'name' says who exactly is asked."""

    text: str
    addressee: Addressee = Addressee.AUTHOR
    claims: tuple[int, ...] = ()
    article: int | None = None
    name: str = ""

    def apply(self, work: "Work") -> Message:
        if bool(self.claims) == (self.article is not None):
            raise Refused(_("A question is about claims or about an article; choose one of them."))
        asked = {
            "addressee": self.addressee.value,
            "name": self.name.strip() or None,
            "text": required(self.text, _("The question")),
            "asked_by": work.person,
            "asked_at": work.now,
        }
        if self.article is not None:
            work.add("question", article=self.article, **asked)
            return owner(work, None, self.article, "", N_("Question on “{title}”"))
        work.add_all("question", [{"claim": claim, **asked} for claim in self.claims])
        return about_claims(
            work, self.claims, N_("Question on claim {number}"), N_("Question on {count} claims")
        )


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Write a question's answer down, or put a held one into other words; 'base' is the answer
    that the edit started from. Rewording keeps who wrote it down and when."""

    question: int
    answer: str
    base: str = ""

    def apply(self, work: "Work") -> Message:
        held = work.get("question", self.question)
        work.expect("question", self.question, "answer", self.base)
        work.set("question", self.question, answer=required(self.answer, _("The answer")))
        if held["answered_at"]:
            return owner(
                work,
                held["claim"],
                held["article"],
                N_("Reword an answer on claim {number}"),
                N_("Reword an answer on “{title}”"),
            )
        work.set("question", self.question, answered_by=work.person, answered_at=work.now)
        return owner(
            work,
            held["claim"],
            held["article"],
            N_("Answer a question on claim {number}"),
            N_("Answer a question on “{title}”"),
        )


@dataclass(frozen=True, slots=True)
class RewordQuestion:
    """Change a question's words; 'base' are the words that the edit started from."""

    question: int
    text: str
    base: str

    def apply(self, work: "Work") -> Message:
        held = work.get("question", self.question)
        work.expect("question", self.question, "text", self.base)
        work.set("question", self.question, text=required(self.text, _("The question")))
        return owner(
            work,
            held["claim"],
            held["article"],
            N_("Reword a question on claim {number}"),
            N_("Reword a question on “{title}”"),
        )
