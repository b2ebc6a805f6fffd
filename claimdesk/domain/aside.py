"""What was set aside, as it is listed to be brought back."""

from dataclasses import dataclass

from claimdesk.i18n import N_, _, pgettext

WORDS = {
    "article": N_("Article"),
    "claim": N_("Claim"),
    "note": N_("Note"),
    "evidence": N_("Evidence"),
    "correction": N_("Correction"),
    "question": N_("Question"),
    "relation": N_("Relation"),
    "source": N_("Source"),
}
"""What can be brought back one by one, by the name of its table."""


@dataclass(frozen=True, slots=True)
class Aside:
    """One thing that was set aside: its words, the claim's number and the article's title it
    belongs to, who set it aside and when. 'waits_for_claim' says that the claim is aside, too."""

    entity: str
    id: int
    words: str
    claim: int | None
    number: int | None
    article: str
    person: str
    time: str
    waits_for_claim: bool

    @property
    def what(self) -> str:
        """What sort of thing it is."""
        return pgettext("one", "Evidence") if self.entity == "evidence" else _(WORDS[self.entity])
