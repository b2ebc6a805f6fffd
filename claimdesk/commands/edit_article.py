"""Bibliographic data of an article."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from claimdesk.commands.edit import required
from claimdesk.domain.article import ArticleData
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.source import is_partial_date
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class AddArticle:
    """Add an article that has no text yet."""

    data: ArticleData

    def apply(self, work: "Work") -> Message:
        fields = _checked(self.data)
        work.add("article", **fields)
        return Message(N_("Add the article “{title}”"), {"title": fields["title"]})


@dataclass(frozen=True, slots=True)
class EditArticle:
    """Change an article's bibliographic data."""

    article: int
    data: ArticleData

    def apply(self, work: "Work") -> Message:
        fields = _checked(self.data)
        work.set("article", self.article, **fields)
        return Message(N_("Bibliographic data of “{title}”"), {"title": fields["title"]})


def _checked(data: ArticleData) -> dict[str, Any]:
    fields = {name: (value or "").strip() or None for name, value in asdict(data).items()}
    fields["title"] = required(data.title, _("The title"))
    fields["language"] = fields["language"] or "de"
    check_date(fields["published"])
    return fields


def check_date(published: str | None) -> None:
    """Refuse what is no year, month or day."""
    if published and not is_partial_date(published):
        raise Refused(
            _("“{date}” is no date; write 2022, 2022-03 or 2022-03-28.").format(date=published)
        )
