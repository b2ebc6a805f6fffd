"""Bring back what was set aside."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.domain.aside import WORDS
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_ON_CLAIM = {
    "claim": N_("Bring back claim {number}"),
    "note": N_("Bring back a note on claim {number}"),
    "evidence": N_("Bring back evidence of claim {number}"),
    "correction": N_("Bring back a correction of claim {number}"),
    "question": N_("Bring back a question on claim {number}"),
    "relation": N_("Bring back a relation of claim {number}"),
}
_ON_ARTICLE = {
    "article": N_("Bring back “{title}”"),
    "note": N_("Bring back a note on “{title}”"),
    "question": N_("Bring back a question on “{title}”"),
}
_PARENTS = {"claim": "claim", "other": "claim", "article": "article", "source": "source"}
"""By which of its fields a row hangs on what must be there, too."""


@dataclass(frozen=True, slots=True)
class BringBack:
    """Bring one thing back: a claim or an article with all that went aside together with it, and
    whatever it belongs to, so that it does not come back unseen."""

    entity: str
    row: int

    def apply(self, work: "Work") -> Message:
        if self.entity not in WORDS:
            raise Refused(_("This cannot be brought back one by one."))
        held = work.get(self.entity, self.row)
        if held["aside"]:
            self._bring(work, self.entity, self.row)
        return self._message(work)

    def _bring(self, work: "Work", entity: str, row: int) -> None:
        held = work.get(entity, row)
        together: dict[str, list[str]] = defaultdict(list)
        if entity in ("claim", "article"):
            for other, public_id in queries.aside_with(work.read, entity, row):
                together[other].append(public_id)
        work.set(entity, row, aside=False)
        for other, public_ids in together.items():
            work.set(other, work.by_public_id(other, public_ids).values(), aside=False)
        for field, parent in _PARENTS.items():
            key = held.get(field)
            if key is not None and work.get(parent, key)["aside"]:
                self._bring(work, parent, key)

    def _message(self, work: "Work") -> Message:
        held = work.get(self.entity, self.row)
        claim = self.row if self.entity == "claim" else held.get("claim")
        if claim is not None:
            return Message(_ON_CLAIM[self.entity], {"number": work.get("claim", claim)["number"]})
        if self.entity == "source":
            return Message(N_("Bring back the source “{title}”"), {"title": held["title"]})
        article = self.row if self.entity == "article" else held["article"]
        return Message(_ON_ARTICLE[self.entity], {"title": work.get("article", article)["title"]})
