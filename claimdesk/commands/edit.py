"""What all edits have in common."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import _
from claimdesk.store.store import Edit

if TYPE_CHECKING:
    from claimdesk.store.work import Work

__all__ = ["Edit", "about_claims", "owner", "required"]


def about_claims(
    work: "Work", claims: Collection[int], one: str, many: str, **arguments: Any
) -> Message:
    """The message of an edit of one claim ('{number}' in it) or of many ('{count}')."""
    if len(claims) == 1:
        number = work.get("claim", next(iter(claims)))["number"]
        return Message(one, {"number": number, **arguments})
    return Message(many, {"count": len(claims), **arguments})


def owner(
    work: "Work", claim: int | None, article: int | None, on_claim: str, on_article: str
) -> Message:
    """The message of an edit of what hangs on a claim ('{number}') or an article ('{title}')."""
    if claim is not None:
        return Message(on_claim, {"number": work.get("claim", claim)["number"]})
    assert article is not None
    return Message(on_article, {"title": work.get("article", article)["title"]})


def required(text: str, what: str) -> str:
    """A text without blanks around it; Refused where nothing is left."""
    if stripped := text.strip():
        return stripped
    raise Refused(_("{what} is missing; type it and try again.").format(what=what))
