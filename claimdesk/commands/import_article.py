"""Bring a text into the desk as a new article, with the claims of a list, as one event."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from claimdesk.commands.edit import required
from claimdesk.commands.take_text import add_leads, add_revision
from claimdesk.domain.anchor import Anchor, AnchorOrigin
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim_list import PlacedClaim
from claimdesk.domain.coverage import CoverageKind
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.imported import ImportedText
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class ImportArticle:
    """Add an article of a text: its revision with the file's bytes, its leads, its claims; a claim
    that has no place is added without one. 'data' is what somebody made of the data proposed,
    'not_article' are ranges that are no part of the article. A file that is in the desk already
    is refused, unless 'again' is set."""

    text: ImportedText
    data: ArticleData | None = None
    claims: tuple[PlacedClaim, ...] = ()
    not_article: tuple[tuple[int, int], ...] = ()
    again: bool = False

    def apply(self, work: "Work") -> Message:
        if not self.again:
            refuse_known(work, self.text)
        data = self.data or self.text.data
        title = required(data.title, _("The title"))
        article = work.add("article", **{**asdict(data), "title": title})
        revision = add_revision(work, article, self.text)
        add_claims(work, article, revision, self.text.text, self.claims)
        replies = (one.lead for one in self.text.replies)  # to claims that are not in this article
        add_leads(work, article, revision, (*self.text.leads, *replies))
        leave_out(work, revision, self.not_article)
        return Message(N_("Import “{title}”"), {"title": title})


def refuse_known(work: "Work", text: ImportedText) -> None:
    """Refused where a revision of an article that is not set aside came from the same bytes."""
    for snapshot in work.find("snapshot", sha256=text.file.sha256):
        for revision in work.find("revision", snapshot=snapshot["id"], aside=False):
            article = work.get("article", revision["article"])
            if not article["aside"]:
                raise Refused(
                    _(
                        "This very file is in the desk already, as revision {number} of “{title}”."
                    ).format(number=revision["number"], title=article["title"])
                )


def add_claims(
    work: "Work", article: int, revision: int, text: str, claims: Sequence[PlacedClaim]
) -> list[int]:
    """Claims of a list, and anchors for those that have a place; gives the claims' ids."""
    rows: list[dict[str, Any]] = [
        {
            "article": article,
            "number": one.number,
            "statement": one.claim.statement,
            "kind": one.claim.kind.value,
            "check_worthiness": one.claim.check_worthiness,
            "attributed_to": one.claim.attributed_to,
            "status": one.claim.status.value,
            "as_of": one.claim.as_of,
        }
        for one in claims
    ]
    ids = work.add_all("claim", rows)
    anchors: list[dict[str, Any]] = [
        {
            "claim": row,
            "revision": revision,
            **asdict(Anchor.at(text, *one.span)),
            "origin": AnchorOrigin.MADE.value,
        }
        for row, one in zip(ids, claims, strict=True)
        if one.span
    ]
    work.add_all("anchor", anchors)
    return ids


def leave_out(work: "Work", revision: int, ranges: Sequence[tuple[int, int]]) -> None:
    """Say of ranges that they are no part of the article."""
    work.add_all(
        "coverage",
        [
            {
                "revision": revision,
                "start": start,
                "end": end,
                "kind": CoverageKind.NOT_ARTICLE.value,
                "person": work.person,
                "made_at": work.now,
            }
            for start, end in ranges
        ],
    )
