"""Put an article that is done out of the way, and bring it back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.domain.history import Message
from claimdesk.i18n import N_

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class ArchiveArticle:
    """Archive an article, or with 'archived' False bring it back; nothing of it changes."""

    article: int
    archived: bool = True

    def apply(self, work: "Work") -> Message:
        title = work.get("article", self.article)["title"]
        work.set("article", self.article, archived=self.archived)
        message = N_("Archive “{title}”") if self.archived else N_("Bring “{title}” back")
        return Message(message, {"title": title})
